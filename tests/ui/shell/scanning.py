"""A place where somebody scans, and the scanner's keys in a time that passes when told."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from eccp_desktop.ui.commands import Command, bind


class Stopwatch:
    """Seconds that pass when told."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Place(QWidget):
    """A page with a field, a bare part, and a command on the key B."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.bare = QWidget()
        self.bare.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.bare)
        self.ran: list[str] = []
        bind([Command("x.badge", "Badge", lambda: self.ran.append("B"), "B")], self)
        qtbot.addWidget(self)
        self.show()
        self.activateWindow()


def scan(qtbot: QtBot, widget: QWidget, stopwatch: Stopwatch, code: str) -> None:
    for character in code:
        stopwatch.now += 0.01
        qtbot.keyClick(widget, character)
