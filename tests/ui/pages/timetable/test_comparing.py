"""Two versions of the timetable are compared in the panel at the side."""

from datetime import timedelta

from PySide6.QtCore import Qt

from eccp_desktop.actions.record_print import RecordPrint, SheetPrinted
from eccp_desktop.actions.seat_meeting import SeatMeeting
from eccp_desktop.actions.unschedule_meeting import UnscheduleMeeting
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.folding import ascii_words
from eccp_desktop.domain.hall import HallMeeting
from eccp_desktop.domain.ids import ParticipantId
from eccp_desktop.domain.making_room import free_seats
from eccp_desktop.store.reads.hall import hall
from eccp_desktop.ui.pages.timetable.day_grid import Change
from tests.ui.pages.timetable.screen import Screen


def printed(desk: Desk, clock: HeldClock) -> None:
    """Everybody has a sheet."""
    desk.do(RecordPrint("schedules", tuple(SheetPrinted(1, "[]", person) for person in people(desk))))
    clock.advance(timedelta(minutes=1))


def people(desk: Desk) -> list[ParticipantId]:
    return list(desk.read(hall).diaries)


def compared(screen: Screen, words: str) -> None:
    screen.press(Qt.Key.Key_C)
    screen.bot.waitUntil(lambda: words in screen.page.side.compare.outcome)


def seated(screen: Screen) -> list[HallMeeting]:
    return [meeting for meeting in screen.hall.meetings.values() if meeting.seated and not meeting.locked]


def test_c_compares_with_the_last_print_and_tells_what_was_cancelled(
    screen: Screen, desk: Desk, clock: HeldClock
) -> None:
    printed(desk, clock)
    gone = seated(screen)[0]
    desk.do(UnscheduleMeeting(gone.id))
    compared(screen, "1 cancelled; 59 as they were.")
    panel = screen.page.side.compare
    assert "printed: 24 schedules" in panel.then.currentText()
    assert panel.now.currentText() == "Now"
    (line,) = panel.list.rows_model.rows
    assert all(screen.hall.diaries[person].name in line.title for person in gone.people)
    assert line.words.startswith("Cancelled: was ")


def test_whose_sheets_changed_is_listed_and_filtered(screen: Screen, desk: Desk, clock: HeldClock) -> None:
    printed(desk, clock)
    gone = seated(screen)[0]
    desk.do(UnscheduleMeeting(gone.id))
    compared(screen, "1 cancelled")
    panel = screen.page.side.compare
    panel.show_people(True)
    names = {line.title for line in panel.list.rows_model.rows}
    assert {" ".join(reversed(name.split(", "))) for name in names} == {
        screen.hall.diaries[person].name for person in gone.people
    }
    one = sorted(names)[0]
    screen.bot.keyClicks(panel.field, ascii_words(one)[-1])
    screen.bot.waitUntil(lambda: len(panel.list.rows_model.rows) == 1)
    assert panel.list.rows_model.rows[0].title == one


def test_the_grid_marks_what_is_new_and_the_list_leads_to_its_cell(
    screen: Screen, desk: Desk, clock: HeldClock
) -> None:
    gone = seated(screen)[0]
    desk.do(UnscheduleMeeting(gone.id))
    printed(desk, clock)
    seat = next(free_seats(screen.hall, gone.people))
    desk.do(SeatMeeting(gone.id, seat.slot, seat.table))
    compared(screen, "1 new; 59 as they were.")
    panel, day = screen.page.side.compare, screen.view.grid_model.day
    assert day is not None
    assert day.changes == {gone.id: Change.NEW}
    panel.list.select_line(0)
    assert screen.view.current is not None
    assert screen.view.current.id == gone.id
    assert "New since" in screen.page.line.words
    screen.bot.keyClick(panel.list, Qt.Key.Key_Return)
    assert screen.view.hasFocus()
    screen.press(Qt.Key.Key_T)
    assert screen.view.grid_model.day is not None
    assert screen.view.grid_model.day.changes == {}


def test_a_change_made_meanwhile_is_in_the_comparison(screen: Screen, desk: Desk, clock: HeldClock) -> None:
    printed(desk, clock)
    compared(screen, "The two are the same: 60 as they were.")
    desk.do(UnscheduleMeeting(seated(screen)[0].id))
    screen.bot.waitUntil(lambda: "1 cancelled" in screen.page.side.compare.outcome)


def test_any_two_moments_are_compared(screen: Screen, desk: Desk, clock: HeldClock) -> None:
    printed(desk, clock)
    desk.do(UnscheduleMeeting(seated(screen)[0].id))
    clock.advance(timedelta(minutes=1))
    printed(desk, clock)
    desk.do(UnscheduleMeeting(seated(screen)[0].id))
    compared(screen, "1 cancelled")
    panel = screen.page.side.compare
    panel.choose(2, 1)
    screen.bot.waitUntil(lambda: panel.outcome == "1 cancelled; 59 as they were.")
    panel.choose(2, 0)
    screen.bot.waitUntil(lambda: panel.outcome == "2 cancelled; 58 as they were.")


def test_nothing_to_compare_with_is_said(screen: Screen) -> None:
    compared(screen, "")
    screen.bot.waitUntil(lambda: bool(screen.page.side.compare.outcome))
