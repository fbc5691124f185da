"""What an empty page says: what to do first, with the button for it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from eccp_desktop.ui.kit.buttons import Clicked, primary_button
from eccp_desktop.ui.kit.icons import icon as icon_named
from eccp_desktop.ui.kit.labels import Label
from eccp_desktop.ui.theme import SPACE_1, SPACE_4

WIDEST = 400
"""Most pixels of a line of the sentence."""


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
        # A label that wraps and is centred gets the height of one line only, unless it is told.
        width = min(WIDEST, self.sentence.fontMetrics().horizontalAdvance(sentence) + SPACE_1)
        self.sentence.setFixedSize(width, self.sentence.heightForWidth(width))
        column.addWidget(self.sentence)  # centred by its greatest width; an alignment would not let it grow downwards
        if verb:
            self.button = primary_button(verb, clicked)
            column.addWidget(self.button, 0, middle)
        column.addStretch(3)
