"""Changing the frame says what falls out, and what falls out waits in the tray."""

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest

from eccp_desktop.actions.edit_event import AddSide, EditEvent, RemoveSide, RenameSide, SetPairing
from eccp_desktop.actions.edit_sessions import AddSession, ChangeSession, RemoveSession
from eccp_desktop.actions.edit_tables import ChangeTable, SetTables
from eccp_desktop.actions.session_plan import SessionPlan
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.vocabulary import MeetingState, Pairing, SessionKind
from eccp_desktop.store.reads.frame import Frame, frame
from eccp_desktop.store.reads.hall import hall
from tests.fairs import FillFair, fair


@pytest.fixture
def desk(tmp_path: Path, clock: HeldClock) -> Iterator[Desk]:
    desk = fair(tmp_path / "fair.eccp", clock, FillFair(people=30, meetings=60, waiting=2))
    yield desk
    desk.close()


def the_frame(desk: Desk) -> Frame:
    found = desk.read(frame)
    assert found is not None
    return found


def waiting(desk: Desk) -> int:
    return sum(meeting.state is MeetingState.UNSCHEDULED for meeting in desk.read(hall).meetings.values())


def plan(
    start: str, end: str, *, slot: int = 20, day: int = 25, kind: SessionKind = SessionKind.MATCHMAKING
) -> SessionPlan:
    return SessionPlan(kind, date(2016, 4, day), time.fromisoformat(start), time.fromisoformat(end), slot_minutes=slot)


def added(start: str, end: str, kind: SessionKind = SessionKind.MATCHMAKING) -> AddSession:
    return AddSession(kind, date(2016, 4, 25), time.fromisoformat(start), time.fromisoformat(end))


def test_a_shorter_session_drops_the_meetings_of_the_slots_that_go(desk: Desk) -> None:
    morning = the_frame(desk).sessions[0]
    before = waiting(desk)
    fallen = desk.do(ChangeSession.to(morning.id, plan("09:00", "10:00")))
    assert fallen
    assert all(f"{meeting.start:%H:%M}" >= "09:50" for meeting in fallen)
    assert waiting(desk) == before + len(fallen)
    assert the_frame(desk).sessions[0].slots == 2


def test_a_rehearsal_tells_the_same_and_changes_nothing(desk: Desk) -> None:
    morning = the_frame(desk).sessions[0]
    intent = RemoveSession(morning.id)
    promised = desk.rehearse(intent)
    assert the_frame(desk).sessions[0] == morning
    assert desk.do(intent) == promised
    assert len(promised) == morning.meetings


def test_undo_puts_session_slots_and_seats_back(desk: Desk) -> None:
    before = the_frame(desk)
    desk.do(RemoveSession(before.sessions[0].id))
    desk.undo()
    assert the_frame(desk) == before


def test_a_longer_session_keeps_every_seat(desk: Desk) -> None:
    afternoon = next(session for session in the_frame(desk).sessions if session.start.hour == 14)
    assert desk.do(ChangeSession.to(afternoon.id, plan("14:00", "17:30"))) == ()
    assert the_frame(desk).sessions[2].meetings == afternoon.meetings


def test_sessions_of_matchmaking_may_not_overlap_but_a_seminar_may(desk: Desk) -> None:
    with pytest.raises(Refusal, match="sessions_overlap"):
        desk.do(added("12:00", "13:00"))
    desk.do(added("12:00", "13:00", SessionKind.SEMINAR))
    with pytest.raises(Refusal, match="session_times"):
        desk.do(added("18:00", "17:00"))


def test_fewer_tables_drop_the_highest_numbers(desk: Desk) -> None:
    fallen = desk.do(SetTables(2))
    assert [table.number for table in the_frame(desk).tables] == [1, 2]
    assert all(meeting.table > 2 for meeting in fallen)
    assert desk.do(SetTables(4)) == ()
    assert [table.number for table in the_frame(desk).tables] == [1, 2, 3, 4]


def test_a_table_that_is_not_used_loses_its_meetings(desk: Desk) -> None:
    table = the_frame(desk).tables[0]
    fallen = desk.do(ChangeTable(table.id, number=1, open=False))
    assert len(fallen) == table.meetings > 0
    assert not the_frame(desk).tables[0].open


def test_two_tables_may_not_have_one_number(desk: Desk) -> None:
    with pytest.raises(Refusal, match="table_number_taken"):
        desk.do(ChangeTable(the_frame(desk).tables[0].id, number=2))


def test_sides_are_added_renamed_and_removed_while_nobody_is_on_them(desk: Desk) -> None:
    desk.do(AddSide("JP"))
    side = the_frame(desk).sides[-1]
    desk.do(RenameSide(side.id, "Japan"))
    with pytest.raises(Refusal, match="side_exists"):
        desk.do(AddSide("Japan"))
    desk.do(RemoveSide(side.id))
    eu = the_frame(desk).sides[0]
    with pytest.raises(Refusal, match="side_in_use"):
        desk.do(RemoveSide(eu.id))


def test_the_event_is_renamed_and_keeps_a_zone_that_exists(desk: Desk) -> None:
    desk.do(EditEvent("Hannover 2017", "Europe/Berlin", city="Hannover", country="DE"))
    desk.do(SetPairing(Pairing.ANYONE))
    event = the_frame(desk).event
    assert (event.name, event.city, event.country, event.pairing) == ("Hannover 2017", "Hannover", "DE", Pairing.ANYONE)
    with pytest.raises(Refusal, match="zone_unknown"):
        desk.do(EditEvent("Hannover 2017", "Mars/Olympus"))
