"""The band over the page that says that this is no ordinary day: a rehearsal, or a file that another laptop writes."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from eccp_desktop.ui.kit.buttons import quiet_button
from eccp_desktop.ui.kit.labels import Label
from eccp_desktop.ui.theme import SPACE_2, SPACE_6


class Banner(QWidget):
    """A sentence over the whole width with at most one button; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = Label(strong=True, wrap=True)
        self._button = quiet_button("")
        self._act: Callable[[], object] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_6, SPACE_2, SPACE_6, SPACE_2)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        self._button.clicked.connect(self._pressed)
        self.hide()

    def say(self, sentence: str, verb: str = "", act: Callable[[], object] | None = None) -> None:
        """Show a sentence until another one comes; an empty one hides the band."""
        self._words.setText(sentence)
        self._button.setText(verb)
        self._button.setVisible(act is not None)
        self._act = act
        self.setVisible(bool(sentence))

    def _pressed(self) -> None:
        if self._act is not None:
            self._act()
