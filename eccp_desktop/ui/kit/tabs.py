"""Tabs of a page: a row of words, the chosen one underlined, and the pages below."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from eccp_desktop.ui.theme import SPACE_4, font


class Tabs(QWidget):
    """Says which key was chosen; what it shows is the page's affair (a QStackedWidget, mostly)."""

    chosen = Signal(str)

    def __init__(self, tabs: Iterable[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_4)
        for key, text in tabs:
            button = QPushButton(text, self)
            button.setProperty("kind", "tab")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setFont(font())
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            self._group.addButton(button)
            self._buttons[key] = button
            row.addWidget(button)
        row.addStretch(1)
        next(iter(self._buttons.values())).setChecked(True)
        self._group.buttonClicked.connect(self._clicked)

    @property
    def keys(self) -> tuple[str, ...]:
        """All tabs, in their order."""
        return tuple(self._buttons)

    @property
    def key(self) -> str:
        """The chosen tab."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def choose(self, key: str) -> None:
        """Choose a tab."""
        self._buttons[key].setChecked(True)
        if any(button.hasFocus() for button in self._buttons.values()):
            self._buttons[key].setFocus()
        self.chosen.emit(key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The focus is the chosen tab's; arrow keys choose another."""
        self._buttons[self.key].setFocus(event.reason())

    def set_text(self, key: str, text: str) -> None:
        """Change a tab's words (its figure, mostly)."""
        self._buttons[key].setText(text)

    def _clicked(self) -> None:
        self.chosen.emit(self.key)
