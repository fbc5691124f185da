"""The Timetable page as a person at the desk uses it."""

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.hall import Hall, HallMeeting
from eccp_desktop.store.reads.hall import hall
from eccp_desktop.ui.memory import Memory
from eccp_desktop.ui.pages.timetable import TimetablePage
from eccp_desktop.ui.pages.timetable.carrying import Fit
from eccp_desktop.ui.signals import DeskSignals


class Screen:
    """The page as a person at the desk uses it."""

    def __init__(self, page: TimetablePage, bot: QtBot) -> None:
        self.page, self.bot, self.view = page, bot, page.view

    @property
    def hall(self) -> Hall:
        return self.page.desk.read(hall)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.bot.keyClick(self.page.window().focusWidget() or self.view, key, modifier)

    def go_to(self, meeting: HallMeeting) -> None:
        self.page.show_thing(meeting.id)
        self.view.setFocus()
        assert self.view.current is not None
        assert self.view.current.id == meeting.id

    def find(self, fit: Fit) -> tuple[HallMeeting, int, int]:
        """A meeting that may be moved, carried by now, and a cell on the same line with this verdict."""
        for meeting in self.hall.meetings.values():
            if not meeting.seated or meeting.locked:
                continue
            self.go_to(meeting)
            self.press(Qt.Key.Key_M)
            line = self.view.currentIndex().row()
            for column in range(self.view.grid_model.columnCount()):
                verdict = self.view.grid_model.verdict(line, column)
                if (
                    verdict is not None
                    and verdict.fit is fit
                    and (verdict.table is None or verdict.slot != meeting.slot)
                ):
                    return meeting, line, column
            self.press(Qt.Key.Key_Escape)
        raise AssertionError(f"no cell that says {fit}")

    def walk_to(self, column: int) -> None:
        """With the arrow keys, along the line."""
        for _ in range(self.view.grid_model.columnCount()):
            here = self.view.currentIndex().column()
            if here == column:
                return
            self.press(Qt.Key.Key_Right if here < column else Qt.Key.Key_Left)

    def middle(self, line: int, column: int) -> QPoint:
        return self.view.visualRect(self.view.grid_model.index(line, column)).center()

    def until_said(self, words: str) -> None:
        """Wait until the notice says this and the page shows what was done: a read that takes long comes after the notice."""
        self.bot.waitUntil(lambda: words in self.page.notices.sentence)
        self.until_shown()

    def until_shown(self) -> None:
        """Wait until the page shows what the store says."""
        self.bot.waitUntil(lambda: self.page.grid.hall == self.hall)


def opened(qtbot: QtBot, desk: Desk, signals: DeskSignals, clock: HeldClock, memory: Memory) -> Screen:
    page = TimetablePage(desk, signals, clock, memory)
    page.undo = desk.submit_undo
    qtbot.addWidget(page)
    page.build()
    page.resize(1180, 760)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.focus_first()
    return Screen(page, qtbot)
