"""The frame is changed on the day, by keys alone: what falls out is seen before, waits after, and comes back with one undo."""

from datetime import date

from PySide6.QtWidgets import QApplication

from eccp_desktop.domain.vocabulary import MeetingState, SessionKind
from eccp_desktop.store.journal.replay import Dump
from eccp_desktop.store.reads.frame import Frame, FrameSession, frame
from eccp_desktop.ui.kit.table_view import TableView
from eccp_desktop.ui.pages.event.fall_out_sheet import FallOutSheet
from eccp_desktop.ui.pages.event.page import EventPage
from tests.journeys.volunteer import Volunteer


def the_frame(volunteer: Volunteer) -> Frame:
    found = volunteer.desk.read(frame)
    assert found is not None
    return found


def waiting(volunteer: Volunteer) -> int:
    return sum(one.state is MeetingState.UNSCHEDULED for one in volunteer.hall.meetings.values())


def command(volunteer: Volunteer, words: str) -> None:
    """Call a command of the page by its words."""
    volunteer.press("Ctrl+K")
    volunteer.modal()
    volunteer.type(words)
    volunteer.press("Return")


def the_event_page(volunteer: Volunteer, tab: str) -> EventPage:
    volunteer.press("Ctrl+0")
    page = volunteer.page(EventPage)
    for _ in page.tabs.keys:
        if page.tabs.key != tab:
            volunteer.press("Right")
    assert page.tabs.key == tab
    return page


def tab_to(volunteer: Volunteer, name: str) -> None:
    """Press Tab until the control of this name has the focus."""
    for _ in range(30):
        focus = QApplication.focusWidget()
        if focus is not None and focus.accessibleName() == name:
            return
        volunteer.press("Tab")
    raise AssertionError(f"no way to {name}")


def the_first_matchmaking(volunteer: Volunteer) -> FrameSession:
    """Go to the first session with meetings in the list of sessions."""
    page = the_event_page(volunteer, "programme")
    tab_to(volunteer, "Sessions")
    volunteer.press("Home")
    table = page.programme._table
    while table.row is not None and table.row.kind is not SessionKind.MATCHMAKING:
        volunteer.press("Down")
    assert table.row is not None
    return table.row


def sees_and_wants_it(volunteer: Volunteer, before: Dump) -> int:
    """What falls out is listed while nothing has happened; then it is wanted. Answers how many fall out."""
    volunteer.until(lambda: isinstance(QApplication.activeModalWidget(), FallOutSheet))
    sheet = volunteer.modal()
    falling = sheet.findChild(TableView).rows_model.rows
    assert volunteer.tables == before, "nothing happens before it is wanted"
    volunteer.press("Tab", "Return")
    return len(falling)


def test_meetings_become_shorter(volunteer: Volunteer) -> None:
    before, in_tray = volunteer.tables, waiting(volunteer)
    session = the_first_matchmaking(volunteer)
    volunteer.press("Return")
    sheet = volunteer.modal()
    tab_to(volunteer, "Minutes of a meeting")
    volunteer.press("Ctrl+A")
    volunteer.type("15")
    volunteer.press("Return")
    volunteer.until(lambda: QApplication.activeModalWidget() is not sheet)
    fallen = sees_and_wants_it(volunteer, before)
    volunteer.hears("The session is changed.", f"{fallen} meetings wait in the tray.")
    assert {one.id: one.slot_minutes for one in the_frame(volunteer).sessions}[session.id] == 15
    assert waiting(volunteer) == in_tray + fallen
    volunteer.undoes()
    assert volunteer.tables == before


def test_a_session_is_removed(volunteer: Volunteer) -> None:
    before, in_tray = volunteer.tables, waiting(volunteer)
    session = the_first_matchmaking(volunteer)
    volunteer.press("Del")
    fallen = sees_and_wants_it(volunteer, before)
    assert fallen == session.meetings
    volunteer.hears("is removed.", f"{fallen} meetings wait in the tray.")
    assert waiting(volunteer) == in_tray + fallen
    assert session.id not in {one.id for one in the_frame(volunteer).sessions}
    volunteer.undoes()
    assert volunteer.tables == before


def test_a_day_moves_with_its_meetings(volunteer: Volunteer) -> None:
    before, in_tray = volunteer.tables, waiting(volunteer)
    the_event_page(volunteer, "programme")
    days = sorted({session.day for session in the_frame(volunteer).sessions})
    command(volunteer, "move a day")
    volunteer.modal()
    volunteer.press("Ctrl+A")
    volunteer.type("2016-04-28")
    volunteer.press("Return")
    volunteer.until(lambda: date(2016, 4, 28) in {session.day for session in the_frame(volunteer).sessions} or _asks())
    fallen = sees_and_wants_it(volunteer, before) if _asks() else 0
    volunteer.hears("is Thursday 28 April now.")
    assert {session.day for session in the_frame(volunteer).sessions} == set(days[1:]) | {date(2016, 4, 28)}
    assert waiting(volunteer) == in_tray + fallen
    volunteer.undoes()
    assert volunteer.tables == before


def _asks() -> bool:
    return isinstance(QApplication.activeModalWidget(), FallOutSheet)


def test_a_table_is_closed_for_a_day(volunteer: Volunteer) -> None:
    before, in_tray = volunteer.tables, waiting(volunteer)
    page = the_event_page(volunteer, "tables")
    page.tables._table.select_line(0)
    table = page.tables._table.row
    assert table is not None
    command(volunteer, "close a table for")
    volunteer.modal()
    volunteer.press("Space")
    tab_to(volunteer, "Reason")
    volunteer.type("no light")
    volunteer.press("Return")
    fallen = sees_and_wants_it(volunteer, before)
    volunteer.hears(f"Table {table.number} is closed in ", f"{fallen} meetings wait in the tray.")
    assert waiting(volunteer) == in_tray + fallen
    hall = volunteer.hall
    first_day = next(iter(hall.slots.values())).span.start.date()
    closed = {slot for slot, one in hall.slots.items() if one.span.start.date() == first_day}
    assert hall.tables[table.id].closed_slots == closed
    volunteer.undoes()
    assert volunteer.tables == before
