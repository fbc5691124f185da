"""A day by the keyboard alone: every page is reached, and what it is for is done and taken back, and no mouse is touched."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from eccp_desktop.domain.vocabulary import MeetingState, Presence
from eccp_desktop.ui.kit.chips import Chip
from eccp_desktop.ui.pages.event.fall_out_sheet import FallOutSheet
from eccp_desktop.ui.pages.now.page import NowPage
from eccp_desktop.ui.pages.people.page import PeoplePage
from eccp_desktop.ui.pages.print.page import PrintPage
from tests.journeys.day_at_the_fair import go_to_table
from tests.journeys.everybody import EverybodyIsHere
from tests.journeys.test_print_and_event import answer_file_dialog
from tests.journeys.test_timetable_by_keys import Fit, go_to, pick_up_one_that_finds
from tests.journeys.volunteer import Volunteer

_MOUSE = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.Wheel, QEvent.Type.TouchBegin)


class Mousetrap(QObject):
    """Notes every touch of the mouse."""

    def __init__(self) -> None:
        super().__init__()
        self.caught: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOUSE:
            self.caught.append(f"{event.type()} on {watched}")
        return False


@pytest.fixture(autouse=True)
def no_mouse(qapp: QApplication) -> Iterator[None]:
    trap = Mousetrap()
    qapp.installEventFilter(trap)
    yield
    qapp.removeEventFilter(trap)
    assert trap.caught == []


def command(volunteer: Volunteer, words: str) -> None:
    """Call a command by its words."""
    volunteer.press("Ctrl+K")
    volunteer.modal()
    volunteer.type(words)
    volunteer.press("Return")


def tab_to(volunteer: Volunteer, wanted: Callable[[object], bool]) -> None:
    """Press Tab until the control that is wanted has the focus."""
    for _ in range(40):
        if wanted(QApplication.focusWidget()):
            return
        volunteer.press("Tab")
    raise AssertionError("no way there by Tab")


def test_a_day_by_keys_alone(volunteer: Volunteer, tmp_path: Path) -> None:
    start = volunteer.tables
    at_the_desk(volunteer)
    on_the_floor(volunteer)
    at_the_timetable(volunteer)
    among_the_people(volunteer)
    at_the_printer(volunteer, tmp_path)
    change_the_frame(volunteer)
    take_everything_back(volunteer, start)


def at_the_desk(volunteer: Volunteer) -> None:
    """Check in, walk-in, two who want to meet, late, gone, and the name on a badge."""
    volunteer.type("okafor")
    volunteer.press("Return")
    volunteer.hears("Daniel Okafor is here.")
    volunteer.type("rossini")
    volunteer.press("Return")
    volunteer.hears("Marco Rossini is here.")

    volunteer.press("Ctrl+N")
    volunteer.type("Ilse Obermoser")
    volunteer.press("Tab")
    volunteer.type("Alpine Hydrogen Valley")
    volunteer.press("Tab")
    volunteer.type("Austria")
    volunteer.press("Return")
    volunteer.hears("Ilse Obermoser is registered and here.")
    volunteer.press("Ctrl+M")
    volunteer.modal()
    volunteer.type("okafor")
    volunteer.until(lambda: QApplication.activeModalWidget().found.row is not None)  # type: ignore[union-attr]  # the sheet
    volunteer.press("Return", "Return")
    volunteer.hears("Ilse Obermoser", " meet ", "Print both sheets again.")

    volunteer.type("lukasik")
    volunteer.press("Ctrl+L")
    volunteer.popup()
    volunteer.press("Down", "Return")
    volunteer.hears(" is late until ")
    volunteer.type("kovacs gyozo")
    volunteer.press("Ctrl+L")
    volunteer.popup()
    volunteer.press("G")
    volunteer.hears(" is gone for today. Now free: ")
    volunteer.press("Alt+Return")
    volunteer.hears("Undone: ")
    assert volunteer.person("Kovács, Győző").presence is Presence.EXPECTED

    volunteer.type("hargrove")
    command(volunteer, "name on badge")
    volunteer.press("Tab", "Tab")
    volunteer.type("Beth Hargrove")
    volunteer.press("Return")
    volunteer.hears("The badge has another name now")


def on_the_floor(volunteer: Volunteer) -> None:
    """Call, roll-call, a replacement, gone for today, late, a closed table, the bell, the end, and a slot that is long over."""
    volunteer.desk.do(EverybodyIsHere())
    volunteer.at(datetime(2016, 4, 25, 10, 0))
    volunteer.press("Ctrl+2", "C")
    volunteer.hears("are called")
    page = volunteer.page(NowPage)
    settle(volunteer, "1", MeetingState.RUNNING)
    settle(volunteer, "3", MeetingState.GUEST_MISSING)
    volunteer.until(lambda: page.side.option is not None)
    volunteer.press("L")
    volunteer.popup()
    volunteer.press("Escape")
    volunteer.press("Return")
    volunteer.hears(" meets ", " at table ")
    settle(volunteer, "2", MeetingState.HOST_MISSING)
    volunteer.until(lambda: bool(page.side.without))
    volunteer.press("G")
    volunteer.hears("is gone for today")
    volunteer.press("X")
    volunteer.modal()
    volunteer.press("Return")
    volunteer.hears("is closed for the rest of the day")
    volunteer.press("Ctrl+Shift+B")
    volunteer.hears("The bell rings when a slot begins and when it ends.")
    volunteer.press("Alt+Return")
    volunteer.hears("The bell is silent.")
    volunteer.press("E")
    volunteer.hears("held")
    volunteer.at(datetime(2016, 4, 25, 11, 20))
    volunteer.press("PgUp", "PgUp", "PgUp")
    assert page.headline.said.startswith("10:00 – 10:20")
    go_to_table(volunteer, next(table.number for table in page.map.tables if table.meeting is not None))
    volunteer.press("0")
    volunteer.hears("0 once more changes it all the same.")
    volunteer.press("Alt+Return")
    volunteer.hears("nobody came.")
    volunteer.press("Home", "Ctrl+H")
    volunteer.until(lambda: page.hall_screen is not None and page.hall_screen.isVisible())
    volunteer.press("Escape")
    assert page.hall_screen is not None
    volunteer.until(lambda: not page.hall_screen.isVisible())


def settle(volunteer: Volunteer, key: str, state: MeetingState) -> None:
    """A key of the roll-call for the selected table, or the next one that waits."""
    page = volunteer.page(NowPage)
    table = page.table
    if table is None or table.meeting is None or table.meeting.state is not MeetingState.CALLED:
        table = next(one for one in page.map.tables if one.meeting and one.meeting.state is MeetingState.CALLED)
        go_to_table(volunteer, table.number)
    assert table.meeting is not None
    meeting = table.meeting.id
    volunteer.press(key)
    volunteer.until(lambda: volunteer.meeting(meeting).state is state)


def at_the_timetable(volunteer: Volunteer) -> None:
    """Move, swap, lock, tray and back."""
    volunteer.press("Ctrl+5")
    pick_up_one_that_finds(volunteer, Fit.LEGAL)
    volunteer.press("Return")
    volunteer.hears(" meet ")
    pick_up_one_that_finds(volunteer, Fit.SWAP)
    volunteer.press("Return")
    volunteer.hears("have changed places with")
    volunteer.press("Down", "Home")
    to_come = (MeetingState.SCHEDULED,)
    meeting = go_to(volunteer, lambda one: one.state in to_come and not one.locked)
    volunteer.press("L")
    volunteer.hears(f"Meeting {meeting.number} is locked")
    volunteer.press("L")
    volunteer.hears(f"Meeting {meeting.number} can be moved again.")


def among_the_people(volunteer: Volunteer) -> None:
    """Filter, find, correct."""
    volunteer.press("Ctrl+3")
    page = volunteer.page(PeoplePage)
    volunteer.until(lambda: page.people.table.rows_model.rowCount() > 100)
    tab_to(volunteer, lambda focus: isinstance(focus, Chip) and focus.key == "side:US")
    volunteer.press("Space")
    volunteer.until(lambda: all(row.side == "US" for row in page.people.table.rows_model.rows))
    volunteer.press("Space", "Ctrl+F")
    volunteer.type("hargrove")
    volunteer.until(lambda: page.people.table.rows_model.rowCount() == 1)
    volunteer.press("Return", "Ctrl+E")
    tab_to(volunteer, lambda focus: getattr(focus, "accessibleName", str)() == "Job title")
    volunteer.press("Ctrl+A")
    volunteer.type("Managing director")
    volunteer.press("Return")
    volunteer.until(lambda: volunteer.history[0].action == "edit-participant")


def at_the_printer(volunteer: Volunteer, folder: Path) -> None:
    """Only what changed, into a file."""
    volunteer.press("Ctrl+6")
    printing = volunteer.page(PrintPage)
    volunteer.until(lambda: printing.stale_card.isVisible())
    volunteer.press("Ctrl+Shift+P")
    answer_file_dialog(folder / "changed.pdf")
    volunteer.press("Ctrl+S")
    volunteer.hears("changed.pdf holds ")
    volunteer.until(lambda: printing.previewing.at_rest)


def change_the_frame(volunteer: Volunteer) -> None:
    """Fewer tables, with what falls out in view."""
    volunteer.press("Ctrl+0")
    command(volunteer, "change number")
    volunteer.modal()
    volunteer.type("17")
    volunteer.press("Return")
    volunteer.until(lambda: isinstance(QApplication.activeModalWidget(), FallOutSheet))
    volunteer.modal()
    volunteer.press("Tab", "Return")
    volunteer.hears("The hall has 17 tables. ")
    volunteer.press("F1")
    volunteer.modal()
    volunteer.press("Escape")
    volunteer.until(lambda: QApplication.activeModalWidget() is None)


def take_everything_back(volunteer: Volunteer, start: object) -> None:
    """Ctrl+Z, down to the morning; but a paper that was printed stays printed."""
    while any(line.action == "record-print" for line in volunteer.history[:1]) or volunteer.tables != start:
        volunteer.undoes()
