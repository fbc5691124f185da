"""A day with a bit of everything: it is all in the journal, it can all be taken back, and the file may be closed in between."""

from datetime import datetime
from pathlib import Path

from pytestqt.qtbot import QtBot

from eccp_desktop.app import Program
from eccp_desktop.domain.vocabulary import MeetingState
from eccp_desktop.store.checking import problems
from eccp_desktop.ui.pages.now.page import NowPage
from eccp_desktop.ui.pages.timetable.page import TimetablePage
from tests.journeys.everybody import EverybodyIsHere
from tests.journeys.volunteer import Volunteer, open_window


def work_a_day(volunteer: Volunteer) -> None:
    """Nine things that are done on such a day, by keys."""
    volunteer.scan(volunteer.person("Okafor, Daniel").code)
    volunteer.hears("Daniel Okafor is here.")
    volunteer.type("hargrove")
    volunteer.press("Return")
    volunteer.hears("Laura Beth Hargrove is here.")
    volunteer.press("Ctrl+N")
    volunteer.type("Ilse Obermoser")
    volunteer.press("Return")
    volunteer.hears("Ilse Obermoser is registered and here.")
    volunteer.desk.do(EverybodyIsHere())
    volunteer.at(datetime(2016, 4, 25, 10, 0))
    volunteer.press("Ctrl+2", "C")
    volunteer.hears("are called")
    page = volunteer.page(NowPage)
    for key, state in (("1", MeetingState.RUNNING), ("3", MeetingState.GUEST_MISSING)):
        table = page.table
        assert table is not None
        assert table.meeting is not None
        volunteer.press(key)
        volunteer.until(lambda id=table.meeting.id, state=state: volunteer.meeting(id).state is state)
    volunteer.press("X")
    volunteer.modal()
    volunteer.press("Return")
    volunteer.hears("is closed for the rest of the day")
    volunteer.press("Ctrl+5", "End")
    grid = volunteer.page(TimetablePage)
    while grid.view.current is None:
        volunteer.press("Down")
    volunteer.press("Del")
    volunteer.hears("is in the tray")


DONE = (
    "unschedule-meeting",
    "close-table",
    "settle-meeting",
    "start-meeting",
    "call-slot",
    "everybody-is-here",
    "register-walk-in",
    "check-in",
    "check-in",
)


def test_everything_is_in_the_journal_and_can_be_taken_back(
    volunteer: Volunteer, program: Program, event_copy: Path, qtbot: QtBot
) -> None:
    start = volunteer.tables
    work_a_day(volunteer)
    end = volunteer.tables
    done = volunteer.history[: len(DONE)]
    assert tuple(line.action for line in done) == DONE
    assert {(line.actor, line.device) for line in done} == {("MK", "B")}
    assert done[-1].about == "Daniel Okafor"
    assert volunteer.desk.read(problems) == []
    for _ in range(4):
        volunteer.undoes()
    halfway = volunteer.tables

    volunteer.window.close()
    program.close()
    volunteer = open_window(program, event_copy, qtbot)
    assert volunteer.tables == halfway
    for _ in range(len(DONE) - 4):
        volunteer.undoes()
    assert volunteer.tables == start
    for _ in DONE:
        steps = len(volunteer.history)
        volunteer.press("Ctrl+Shift+Z")
        volunteer.until(lambda steps=steps: len(volunteer.history) > steps)
    assert volunteer.tables == end
    assert volunteer.desk.read(problems) == []


def test_every_page_lives_through_the_undoing_of_the_whole_event(volunteer: Volunteer) -> None:
    """Down to a file without an event, and up again: import, timetable and papers are one step each."""
    pages = ("Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+5", "Ctrl+6", "Ctrl+0")
    volunteer.press(*pages)
    made = volunteer.tables
    steps = len(volunteer.history)
    for _ in range(steps):
        volunteer.undoes()
    assert not any(volunteer.tables.values())
    volunteer.press(*pages)
    volunteer.press("Ctrl+Z")
    volunteer.hears("There is nothing to undo.")
    for count in range(steps):
        volunteer.press(pages[count % len(pages)], "Ctrl+Shift+Z")
        volunteer.until(lambda count=count: len(volunteer.history) == 2 * steps + count + 1)
    assert volunteer.tables == made
    assert volunteer.desk.read(problems) == []
