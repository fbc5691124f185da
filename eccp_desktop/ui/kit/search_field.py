"""The field that finds things as one types."""

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from eccp_desktop.ui.kit.icons import icon
from eccp_desktop.ui.kit.text_field import TextField
from eccp_desktop.ui.theme import HEADING, TEXT, font

HURRY = 30
"""Milliseconds from one key to the next that no hand is as fast as: a scanner, or a text that was put in. It is searched for
when as much time went by without a key, so that not every letter of a code is; what a hand types is searched for at once.
"""


class SearchField(TextField):
    """Says what to search for, and lets the arrow keys and Enter reach the list below without leaving the field.

    `large` is the Desk's: 48 high, heading-sized text. Undo means the window's steps here, never the letters.
    """

    searched = Signal(str)
    moved = Signal(int)  # -1 up, 1 down, larger steps for a page
    entered = Signal()

    def __init__(self, placeholder: str, *, large: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "scan" if large else "search")
        self.setFont(font(HEADING if large else TEXT))
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        glass = self.addAction(icon("magnifying-glass", "quiet"), QLineEdit.ActionPosition.LeadingPosition)
        glass.setText(placeholder)  # for the screen reader: the glass is a button to Qt
        self.setClearButtonEnabled(False)
        self._settled = QTimer(self, singleShot=True)
        self._since_key = QElapsedTimer()
        self._settled.timeout.connect(self._search)
        self.textChanged.connect(self._typed)

    def settle(self) -> None:
        """Search now for what was typed a moment ago."""
        if self._settled.isActive():
            self._search()

    def _leaves(self, event: QKeyEvent) -> bool:
        return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)

    def _typed(self, text: str) -> None:
        hurried = self._since_key.isValid() and self._since_key.elapsed() < HURRY
        self._since_key.start()
        self._settled.start(HURRY if hurried else 0)

    def _search(self) -> None:
        self._settled.stop()
        self.searched.emit(self.text().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -10, Qt.Key.Key_PageDown: 10}
        key = event.key()
        if key in steps:
            self.moved.emit(steps[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.settle()
            self.entered.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
