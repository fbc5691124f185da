"""A day moves, meetings get another length, a table is shut for some slots: what falls out is said, waits, and comes back."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from eccp_desktop.actions.close_table_in_slots import CloseTableInSlots
from eccp_desktop.actions.edit_sessions import AddSession, ChangeSession
from eccp_desktop.actions.falling_out import FallenOut
from eccp_desktop.actions.move_day import MoveDay
from eccp_desktop.actions.roll_call import CallSlot, StartMeeting
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.hall import Hall
from eccp_desktop.domain.reasons import reason_of
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.vocabulary import MeetingState, SessionKind
from eccp_desktop.store.reads.frame import Frame, FrameSession, frame
from eccp_desktop.store.reads.hall import hall
from eccp_desktop.store.unit import Absence, Unit
from tests.fairs import FillFair, fair

MONDAY, TUESDAY, WEDNESDAY = date(2016, 4, 25), date(2016, 4, 26), date(2016, 4, 27)


@pytest.fixture
def desk(tmp_path: Path, clock: HeldClock) -> Iterator[Desk]:
    desk = fair(tmp_path / "fair.eccp", clock, FillFair(people=30, meetings=60, waiting=2))
    yield desk
    desk.close()


class KeepAway:
    """Somebody of a meeting is not free from 9 to 10 on a day."""

    title = "Keep away"

    def __init__(self, person: str, day: date) -> None:
        self._person, self._day = person, day

    def apply(self, unit: Unit) -> None:
        start, end = (datetime.combine(self._day, time(hour)) for hour in (9, 10))
        unit.absences.add(Absence(participant_id=self._person, start=start, end=end))


def the_frame(desk: Desk) -> Frame:
    found = desk.read(frame)
    assert found is not None
    return found


def the_afternoon(desk: Desk) -> FrameSession:
    return next(session for session in the_frame(desk).sessions if session.slots and session.start.hour >= 13)


def seats(found: Hall) -> dict[int, tuple[datetime, int]]:
    return {
        meeting.number: (found.slots[meeting.slot].span.start, found.tables[meeting.table].number)
        for meeting in found.meetings.values()
        if meeting.slot is not None and meeting.table is not None
    }


def test_a_day_moves_with_its_meetings(desk: Desk) -> None:
    before = seats(desk.read(hall))
    days = {session.day for session in the_frame(desk).sessions}
    assert desk.do(MoveDay(MONDAY, WEDNESDAY)) == ()
    assert {session.day for session in the_frame(desk).sessions} == days - {MONDAY} | {WEDNESDAY}
    after = seats(desk.read(hall))
    assert {number: (start.time(), table) for number, (start, table) in after.items()} == {
        number: (start.time(), table) for number, (start, table) in before.items()
    }
    assert {start.date() for start, _ in after.values()} == days - {MONDAY} | {WEDNESDAY}
    desk.undo()
    assert seats(desk.read(hall)) == before


def test_who_is_not_free_on_the_other_day_falls_out_with_the_time_that_it_was(desk: Desk) -> None:
    found = desk.read(hall)
    first = min((m for m in found.meetings.values() if m.seated), key=lambda m: found.slots[m.slot].span.start)
    desk.do(KeepAway(first.people[0], WEDNESDAY))
    promised = desk.rehearse(MoveDay(MONDAY, WEDNESDAY))
    fallen = desk.do(MoveDay(MONDAY, WEDNESDAY))
    assert fallen == promised
    assert [line.number for line in fallen] == [first.number]
    assert fallen[0].start == found.slots[first.slot].span.start
    assert desk.read(hall).meetings[first.id].state is MeetingState.UNSCHEDULED
    desk.undo()
    assert seats(desk.read(hall)) == seats(found)


def test_a_day_moves_neither_onto_another_nor_after_it_began(desk: Desk) -> None:
    with pytest.raises(Refusal, match="sessions_overlap"):
        desk.do(MoveDay(MONDAY, TUESDAY))
    with pytest.raises(Refusal, match="no_session_on_day"):
        desk.do(MoveDay(WEDNESDAY, TUESDAY))
    found = desk.read(hall)
    first = min((m for m in found.meetings.values() if m.seated), key=lambda m: found.slots[m.slot].span.start)
    desk.do(CallSlot(first.slot))
    desk.do(StartMeeting(first.id))
    with pytest.raises(Refusal, match="meeting_has_begun"):
        desk.do(MoveDay(MONDAY, WEDNESDAY))


def test_no_day_moves_into_the_night_in_which_the_clocks_change(desk: Desk) -> None:
    desk.do(AddSession(SessionKind.VISIT, TUESDAY, time(1, 30), time(4)))
    with pytest.raises(Refusal, match="clock_change"):
        desk.do(MoveDay(TUESDAY, date(2016, 3, 27)))


def test_shorter_meetings_keep_those_whose_times_stay(desk: Desk) -> None:
    before = seats(desk.read(hall))
    morning = the_frame(desk).sessions[0]
    fallen = desk.do(ChangeSession(morning.id, slot_minutes=15, gap_minutes=10))
    after = seats(desk.read(hall))
    lost = {number for number in before if number not in after}
    assert lost == {line.number for line in fallen}
    assert the_frame(desk).sessions[0].slot_minutes == 15
    assert the_frame(desk).sessions[0].title == morning.title
    desk.undo()
    assert seats(desk.read(hall)) == before


def test_longer_meetings_keep_the_slots_that_start_when_they_did(desk: Desk) -> None:
    found = desk.read(hall)
    before, afternoon = seats(found), the_afternoon(desk)
    fallen = desk.do(ChangeSession(afternoon.id, slot_minutes=30))
    after = desk.read(hall)
    starts = {slot.span.start for slot in after.slots.values() if slot.span.start.date() == afternoon.day}
    lost = {number for number, (start, _) in before.items() if afternoon.start <= start < afternoon.end} - {
        number for number, (start, _) in before.items() if start in starts
    }
    assert {line.number for line in fallen} == lost
    assert lost, "14:25 is no start any more"
    first = next(slot for slot in after.slots.values() if slot.span.start == afternoon.start)
    assert found.slots[first.id].span.start == afternoon.start, "the row is the same"
    assert first.span.end - first.span.start == timedelta(minutes=30)
    assert {number: seat for number, seat in before.items() if number not in lost} == seats(after)
    desk.undo()
    assert seats(desk.read(hall)) == before


def test_who_is_not_free_for_the_longer_meeting_falls_out_of_it(desk: Desk) -> None:
    found, afternoon = desk.read(hall), the_afternoon(desk)
    first = next(slot for slot in found.slots.values() if slot.span.start == afternoon.start)
    meeting = next(one for one in found.meetings.values() if one.seated and one.slot == first.id)

    class LeavesEarly:
        title = "Leaves early"

        def apply(self, unit: Unit) -> None:
            unit.participants.get(meeting.people[0]).departure = first.span.end

    desk.do(LeavesEarly())
    fallen = desk.do(ChangeSession(afternoon.id, slot_minutes=30))
    assert meeting.number in {line.number for line in fallen}
    assert next(line.start for line in fallen if line.number == meeting.number) == first.span.start


def test_one_session_on_another_day_takes_its_meetings_along(desk: Desk) -> None:
    before = the_frame(desk).sessions[0]
    assert desk.do(ChangeSession(before.id, day=WEDNESDAY)) == ()
    moved = next(session for session in the_frame(desk).sessions if session.id == before.id)
    assert (moved.day, moved.slots, moved.meetings) == (WEDNESDAY, before.slots, before.meetings)


def test_a_table_is_shut_for_some_slots_and_opened_again(desk: Desk) -> None:
    found = desk.read(hall)
    seated = [meeting for meeting in found.meetings.values() if meeting.seated]
    table = seated[0].table
    here = [meeting for meeting in seated if meeting.table == table]
    shut = CloseTableInSlots(table, (here[0].slot,), "No light")
    fallen: tuple[FallenOut, ...] = desk.do(shut)
    assert [line.number for line in fallen] == [here[0].number]
    after = desk.read(hall)
    assert after.tables[table].closed_slots == {here[0].slot}
    assert desk.do(shut) == (), "what is shut already is no news"
    desk.do(CloseTableInSlots(table))
    assert desk.read(hall).tables[table].closed_slots == frozenset()
    desk.undo()
    desk.undo()
    assert seats(desk.read(hall)) == seats(found)


def test_the_tray_says_why(desk: Desk) -> None:
    found = desk.read(hall)
    meeting = next(one for one in found.meetings.values() if one.seated)

    class Reason:
        title = "Look"

        def apply(self, unit: Unit) -> str:
            reason = reason_of(unit.meetings.get(meeting.id).reason)
            assert reason is not None
            return f"{reason.code} {reason.facts['table']} {reason.facts['words']}"

    desk.do(CloseTableInSlots(meeting.table, (meeting.slot,), "No light"))
    assert desk.rehearse(Reason()) == f"table_shut {found.tables[meeting.table].number} No light"
