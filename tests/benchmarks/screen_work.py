"""What somebody does at the window while it is measured: scans, types, turns pages, calls the roll, drags a meeting."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from eccp_desktop.domain.vocabulary import MeetingState, Presence
from eccp_desktop.store.changes import ChangeSet
from eccp_desktop.store.reads.desk_list import DeskPerson, desk_people
from eccp_desktop.ui.pages.catalogue import PAGES as PLACES
from eccp_desktop.ui.pages.desk.page import DeskPage
from eccp_desktop.ui.pages.now.page import NowPage
from eccp_desktop.ui.pages.people.page import PeoplePage
from eccp_desktop.ui.pages.timetable.day_grid import Axis
from eccp_desktop.ui.pages.timetable.page import TimetablePage
from eccp_desktop.ui.shell.open_event import OpenEvent
from eccp_desktop.ui.theme import ROW
from tests.benchmarks.gui_thread import GuiThread, Taken

PAGES = tuple(place.name for place in PLACES)
_DIGITS = {place.name: place.digit for place in PLACES}
BETWEEN = 0.7
"""Seconds between two deeds, in which the program does what it puts off."""

QUEUE = 1.5
"""Seconds between two people in a hurried queue."""


class Work:
    """Works in an open event and answers what each deed took."""

    def __init__(self, event: OpenEvent, gui: GuiThread) -> None:
        self._window = event.window
        self._gui = gui
        self._commits = 0
        self._seen = 0
        event.signals.changed.connect(self._note)
        people = event.desk.read(desk_people)
        self._coming = [one for one in people if one.presence is Presence.EXPECTED and not one.cancelled]

    def _note(self, _change: ChangeSet) -> None:
        self._commits += 1

    def _committed(self) -> bool:
        return self._commits > self._seen

    def scans(self, count: int, page: str = "desk") -> list[Taken]:
        """Badges of people who were expected, from the scanner's Enter to the card, the list and the notice."""
        taken = []
        for _ in range(count):
            self._open(page)
            self._gui.name(f"scan on {page}")
            self._gui.rest(QUEUE)
            taken.append(self._scan(self._coming.pop()))
        return taken

    def _scan(self, person: DeskPerson) -> Taken:
        self._seen = self._commits
        for letter in person.code:
            self._press(letter)
        return self._gui.answer(lambda: self._press("Return"), self._committed, self._desk_widgets)

    def _desk_widgets(self) -> Iterable[QWidget]:
        page = self._window.page
        assert isinstance(page, DeskPage)
        return page.finder.list.viewport(), page.panels, page.notices

    def search(self, names: Sequence[str]) -> list[Taken]:
        """Letter by letter into the Desk's field, until the list below shows what was found."""
        self._open("desk")
        self._gui.name("search")
        page = self._window.page
        assert isinstance(page, DeskPage)
        taken = []
        searches: list[str] = []
        page.finder.field.searched.connect(searches.append)
        for name in names:
            page.finder.empty()
            self._gui.rest(BETWEEN)
            for letter in name:
                before = len(searches)
                taken.append(
                    self._gui.answer(
                        lambda letter=letter: self._press(letter),  # type: ignore[misc]  # bound early, typed above
                        lambda before=before: len(searches) > before,  # type: ignore[misc]  # as above
                        lambda: [page.finder.list.viewport()],
                    )
                )
        page.finder.empty()
        self._gui.rest(BETWEEN)
        return taken

    def switch(self, name: str, which: str) -> Taken:
        """To a page by its key; where it is open already, by way of another one."""
        if self._window.page is not None and self._window.page.name == name:
            self._open("now" if name == "desk" else "desk")
        self._gui.rest(BETWEEN)
        self._gui.name(f"{name}, {which}")
        return self._gui.answer(lambda: self._press(f"Ctrl+{_DIGITS[name]}"), lambda: self._shows(name), self._page)

    def _shows(self, name: str) -> bool:
        return self._window.page is not None and self._window.page.name == name

    def _page(self) -> Iterable[QWidget]:
        return [self._window.page] if self._window.page is not None else []

    def roll_call(self, count: int) -> list[Taken]:
        """Tables one after the other: both here, host missing, guest missing."""
        self._open("now")
        page = self._window.page
        assert isinstance(page, NowPage)
        page.map.setFocus()
        self._gui.name("call slot")
        self._press("C")
        self._gui.rest(3 * BETWEEN)
        self._gui.name("roll-call")
        taken = []
        for number in range(count):
            self._seen = self._commits
            key = "123"[number % 3]
            taken.append(
                self._gui.answer(
                    lambda key=key: self._press(key),  # type: ignore[misc]  # bound early, typed above
                    self._committed,
                    lambda: (page.map.viewport(), page.headline),
                )
            )
            self._gui.rest(BETWEEN)
        return taken

    def offers(self, count: int) -> list[Taken]:
        """After the roll-call: one after the other who waits in vain, until those who could sit down with them are shown."""
        self._open("now")
        page = self._window.page
        assert isinstance(page, NowPage)
        assert page.side.stranded is not None
        page.map.setFocus()
        self._gui.name("offers")
        taken = []
        for _ in range(count):
            turn = page.side._turn
            taken.append(
                self._gui.answer(
                    lambda: self._press("N"),
                    lambda turn=turn: page.side._turn > turn,  # type: ignore[misc]  # bound early, typed above
                    lambda: [page.side.repair],
                )
            )
            self._gui.rest(BETWEEN)
        return taken

    def scroll(self, count: int, axis: Axis = Axis.PEOPLE) -> list[Taken]:
        """The wheel over the timetable, three lines a turn, through cells that were not painted before."""
        self._open("timetable")
        page = self._window.page
        assert isinstance(page, TimetablePage)
        page.bar.choose_axis(axis)
        taken = self._scroll(page.view, 3 * page.view.zoom.height, count)
        page.bar.choose_axis(Axis.PEOPLE)
        return taken

    def scroll_people(self, count: int) -> list[Taken]:
        """The wheel over the list of people, three lines a turn."""
        self._open("people")
        page = self._window.page
        assert isinstance(page, PeoplePage)
        return self._scroll(page.people.table, 3 * ROW, count)

    def _scroll(self, view: QAbstractScrollArea, by: int, count: int) -> list[Taken]:
        self._gui.rest(BETWEEN)
        self._gui.name("scroll")
        bar, taken = view.verticalScrollBar(), []
        for number in range(min(count, bar.maximum() // by)):
            goal = (number + 1) * by
            taken.append(
                self._gui.answer(
                    lambda goal=goal: bar.setValue(goal),  # type: ignore[misc]  # bound early, typed above
                    lambda goal=goal: bar.value() == goal,  # type: ignore[misc]  # as above
                    lambda: [view.viewport()],
                )
            )
        bar.setValue(0)
        return taken

    def hover(self, count: int) -> list[Taken]:
        """A meeting in the hand, over one cell after the other."""
        self._open("timetable")
        page = self._window.page
        assert isinstance(page, TimetablePage)
        self._gui.rest(BETWEEN)
        self._gui.name("drag")
        view = page.view
        lines, columns = view.grid_model.rowCount(), view.grid_model.columnCount()
        line, column = next(
            (line, column)
            for line in range(lines)
            for column in range(columns)
            if view.grid_model.day is not None
            and (meeting := view.grid_model.day.meeting(line, column)) is not None
            and meeting.state is MeetingState.SCHEDULED  # one that was called asks first
        )
        view.go_to(line, column)
        self._press("Return")
        assert page.hands.carrying is not None
        self._gui.rest(BETWEEN)
        taken = []
        for number in range(count):
            row, over = (line + 1 + number // columns) % lines, number % columns
            place = view.visualRect(view.grid_model.index(row, over)).center()
            taken.append(
                self._gui.answer(
                    lambda place=place: _move(view.viewport(), place),  # type: ignore[misc]  # bound early
                    lambda row=row, over=over: view.hovered == (row, over),  # type: ignore[misc]  # as above
                    lambda: [view.viewport()],
                )
            )
        self._press("Escape")
        return taken

    def _open(self, name: str) -> None:
        if not self._shows(name):
            self._window.open_page(name)
            self._gui.rest(BETWEEN)

    def _press(self, key: str) -> None:
        """A key for whatever has the focus."""
        target = QApplication.focusWidget() or self._window
        control = key.startswith("Ctrl+")
        key = key.removeprefix("Ctrl+")
        modifier = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        if len(key) == 1 and not control:
            QTest.keyClicks(target, key)
        else:
            QTest.keyClick(target, getattr(Qt.Key, f"Key_{key}"), modifier)


def _move(widget: QWidget, place: QPoint) -> None:
    """The pointer is somewhere else now, with its left button down."""
    everywhere = QPointF(widget.mapToGlobal(place))
    button = Qt.MouseButton.LeftButton
    moved = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(place),
        everywhere,
        Qt.MouseButton.NoButton,
        button,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, moved)
