"""What an empty page says: what to do first, with the button for it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from eccp_desktop.ui.kit.buttons import Clicked, primary_button
from eccp_desktop.ui.kit.icons import icon as icon_named
from eccp_desktop.ui.kit.labels import Label
from eccp_desktop.ui.theme import SPACE_1, SPACE_4

WIDEST = 400
"""Most pixels of a line of the sentence."""

NARROWEST = 200


class EmptyState(QWidget):
    """One sentence, one button, in the middle of the place that it fills."""

    def __init__(
        self,
        sentence: str,
        verb: str = "",
        clicked: Clicked | None = None,
        *,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setSpacing(SPACE_4)
        column.addStretch(2)
        middle = Qt.AlignmentFlag.AlignHCenter
        if icon:
            picture = Label()
            picture.setPixmap(icon_named(icon, "quiet").pixmap(40, 40))
            column.addWidget(picture, 0, middle)
        self.sentence = Label(sentence, wrap=True, role="quiet")
        self.sentence.setAlignment(middle)
        column.addWidget(self.sentence, 0, middle)
        self._fit(WIDEST)
        if verb:
            self.button = primary_button(verb, clicked)
            column.addWidget(self.button, 0, middle)
        column.addStretch(3)
        column.setContentsMargins(0, SPACE_4, 0, SPACE_4)
        self.setMinimumWidth(NARROWEST)

    def say(self, sentence: str) -> None:
        """Show another sentence, in whole."""
        self.sentence.setText(sentence)
        self._fit(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit(event.size().width())
        super().resizeEvent(event)

    def _fit(self, place: int) -> None:
        # A label that wraps and is centred gets the height of one line only, unless it is told.
        text, metrics = self.sentence.text(), self.sentence.fontMetrics()
        width = max(NARROWEST, min(WIDEST, metrics.horizontalAdvance(text) + SPACE_1, place))
        box = metrics.boundingRect(QRect(0, 0, width, 1000), Qt.TextFlag.TextWordWrap, text)
        self.sentence.setFixedSize(width, box.height())
