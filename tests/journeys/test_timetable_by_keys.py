"""The evening before, and every change after it: the timetable in two hands on the keyboard."""

from collections.abc import Callable
from datetime import datetime

import pytest

from eccp_desktop.actions.presence import CheckIn, MarkGone
from eccp_desktop.desk.timetabling import Mode
from eccp_desktop.domain.hall import HallMeeting
from eccp_desktop.domain.vocabulary import MeetingState
from eccp_desktop.ui.pages.timetable.carrying import Fit, Verdict
from eccp_desktop.ui.pages.timetable.page import TimetablePage
from tests.journeys.volunteer import Volunteer


@pytest.fixture
def grid(volunteer: Volunteer) -> Volunteer:
    """Somebody with the Timetable page open."""
    volunteer.press("Ctrl+5")
    assert page_of(volunteer).view.hasFocus()
    return volunteer


def page_of(volunteer: Volunteer) -> TimetablePage:
    return volunteer.page(TimetablePage)


def go_to(grid: Volunteer, wanted: Callable[[HallMeeting], object] = bool) -> HallMeeting:
    """With the arrow keys, to the next meeting that is wanted; line by line from where the cursor is."""
    page = page_of(grid)
    model = page.view.grid_model
    for _ in range(model.rowCount()):
        for _ in range(model.columnCount()):
            if page.view.current is not None and wanted(page.view.current):
                return page.view.current
            grid.press("Right")
        grid.press("Down", "Home")
    raise AssertionError("no such meeting")


def walk_to(grid: Volunteer, fit: Fit) -> Verdict:
    """With the arrow keys along the line, to a cell that says this to the meeting in hand."""
    page = page_of(grid)
    model, line = page.view.grid_model, page.view.currentIndex().row()
    grid.press("Home")
    for column in range(model.columnCount()):
        verdict = model.verdict(line, column)
        if verdict is not None and verdict.fit is fit:
            return verdict
        grid.press("Right")
    raise LookupError(fit)


def pick_up_one_that_finds(grid: Volunteer, fit: Fit) -> tuple[HallMeeting, Verdict]:
    """The next meeting that has a cell on its line with this answer; it is in hand, and the cursor on that cell."""
    page = page_of(grid)
    for _ in range(page.view.grid_model.rowCount()):
        meeting = go_to(grid)
        grid.press("M")
        try:
            return meeting, walk_to(grid, fit)
        except LookupError:
            grid.press("Escape", "Down", "Home")
    raise AssertionError(f"nothing {fit}")


def test_a_meeting_is_moved_where_it_can_sit_and_undone(grid: Volunteer) -> None:
    before = grid.tables
    meeting, verdict = pick_up_one_that_finds(grid, Fit.LEGAL)
    page = page_of(grid)
    assert page.line.words.startswith(f"Meeting {meeting.number} can sit here: ")
    grid.press("Return")
    grid.hears(" meet ")
    moved = grid.meeting(meeting.id)
    assert (moved.slot, moved.table) == (verdict.slot, verdict.table)
    grid.until(lambda: page.grid.hall.meetings[meeting.id] == moved)
    assert page.view.current is not None
    assert page.view.current.id == meeting.id, "the cursor stays on it"
    assert page.view.hasFocus()
    grid.undoes()
    assert grid.tables == before
    grid.until(lambda: page.grid.hall.meetings[meeting.id] == meeting)


def test_a_cell_that_cannot_be_says_why_and_keeps_the_meeting_in_hand(grid: Volunteer) -> None:
    before = grid.tables
    meeting, verdict = pick_up_one_that_finds(grid, Fit.NO)
    assert verdict.refusal is not None
    page = page_of(grid)
    why = page.line.words
    assert why.endswith(".")
    grid.press("Return")
    grid.hears(why)
    assert page.hands.carrying is not None
    assert page.hands.carrying.meeting.id == meeting.id
    grid.press("Escape")
    assert page.hands.carrying is None
    assert grid.tables == before


def test_two_meetings_change_places(grid: Volunteer) -> None:
    before = grid.tables
    meeting, verdict = pick_up_one_that_finds(grid, Fit.SWAP)
    assert verdict.other is not None
    other = grid.meeting(verdict.other)
    grid.press("Return")
    grid.hears("have changed places with")
    assert (grid.meeting(meeting.id).slot, grid.meeting(other.id).slot) == (other.slot, meeting.slot)
    grid.undoes()
    assert grid.tables == before


def test_what_is_locked_stays_until_it_is_unlocked(grid: Volunteer) -> None:
    meeting = go_to(grid)
    grid.press("L")
    grid.hears(f"Meeting {meeting.number} is locked")
    grid.until(lambda: page_of(grid).grid.hall.meetings[meeting.id].locked)
    grid.press("M")
    grid.hears("Unlock it first")
    assert page_of(grid).hands.carrying is None
    grid.press("L")
    grid.hears(f"Meeting {meeting.number} can be moved again.")
    grid.until(lambda: not page_of(grid).grid.hall.meetings[meeting.id].locked)
    grid.press("M")
    assert page_of(grid).hands.carrying is not None


def test_a_meeting_goes_to_the_tray_and_back_to_a_seat(grid: Volunteer) -> None:
    meeting = go_to(grid)
    page = page_of(grid)
    waiting = page.side.tray.list.rows_model.rowCount()
    grid.press("Del")
    grid.hears(f"Meeting {meeting.number}, ", " is in the tray.")
    assert grid.meeting(meeting.id).state is MeetingState.UNSCHEDULED
    grid.until(lambda: page.side.tray.list.rows_model.rowCount() == waiting + 1)
    grid.press("T")
    assert page.side.tray.list.hasFocus()
    for _ in range(waiting + 1):
        if page.side.tray.list.row is not None and page.side.tray.list.row.id == meeting.id:
            break
        grid.press("Down")
    grid.press("Return")
    assert page.hands.carrying is not None
    assert page.hands.carrying.meeting.id == meeting.id
    assert "can sit here" in page.line.words, "the cursor is on the first cell where it could sit"
    grid.press("Return")
    grid.hears(" meet ")
    assert grid.meeting(meeting.id).seated
    assert page.view.hasFocus()


def test_gaps_are_filled_by_the_engine_as_one_step(grid: Volunteer) -> None:
    page = page_of(grid)
    meetings = []
    for _ in range(3):
        meeting = go_to(grid)
        meetings.append(meeting)
        grid.press("Del")
        grid.hears(f"Meeting {meeting.number}, ", " is in the tray.")
        grid.until(lambda: page.view.current is None)
    before, steps = grid.tables, len(grid.history)
    grid.press("G", "Shift+Tab")
    grid.type("2")
    grid.press("Tab", "Return")
    grid.until(lambda: page.side.generate.running)
    grid.until(lambda: page.side.generate.proposal is not None)
    assert grid.tables == before, "nothing counts until it is applied"
    grid.press("Return")
    grid.hears("The timetable is applied: ", "3 new")
    assert all(grid.meeting(meeting.id).seated for meeting in meetings)
    assert len(grid.history) == steps + 1
    grid.undoes()
    assert grid.tables == before


def test_a_check_in_on_another_page_does_not_move_the_cursor(grid: Volunteer) -> None:
    meeting = go_to(grid)
    grid.press("M")
    grid.desk.do(CheckIn(meeting.people[0]))
    page = page_of(grid)
    grid.until(lambda: page.grid.hall.diaries[meeting.people[0]].presence == "here")
    assert page.hands.carrying is not None
    assert page.view.current is not None
    assert page.view.current.id == meeting.id


def test_a_repair_of_the_day_moves_nobody_who_can_stay(grid: Volunteer) -> None:
    page = page_of(grid)
    leaving = next(person for person, diary in grid.hall.diaries.items() if len(diary.meetings) > 5)
    grid.at(datetime(2016, 4, 25, 10, 8))
    grid.desk.do(MarkGone(leaving))
    grid.press("G", "Shift+Tab")
    grid.type("2")
    grid.press("Tab", "Return")
    grid.until(lambda: page.side.generate.proposal is not None)
    proposal = page.side.generate.proposal
    assert proposal is not None
    assert proposal.mode is Mode.REPAIR
    assert proposal.cancelled
    assert all(leaving in change.people for change in proposal.cancelled)
    assert len(proposal.moved) <= len(proposal.cancelled)
    grid.press("Tab", "Return")
    assert page.side.generate.proposal is None
