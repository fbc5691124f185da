"""The timetable as it was at a moment of the journal, and what differs between two of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import ClassVar

import pytest
from sqlalchemy import func, select

from eccp_desktop.actions.apply_timetable import ApplyTimetable, PlannedMeeting
from eccp_desktop.actions.cancel_meeting import CancelMeeting
from eccp_desktop.actions.interpreters import AssignInterpreter, TakeInterpreterAway
from eccp_desktop.actions.lock_meeting import LockMeeting
from eccp_desktop.actions.move_meeting import MoveMeeting
from eccp_desktop.actions.record_print import RecordPrint, SheetPrinted
from eccp_desktop.actions.seat_meeting import SeatPeople
from eccp_desktop.actions.unschedule_meeting import UnscheduleMeeting
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.opening import new_desk
from eccp_desktop.domain.hall import Hall, HallMeeting
from eccp_desktop.domain.ids import MeetingId
from eccp_desktop.domain.making_room import free_seats
from eccp_desktop.domain.matching import plain
from eccp_desktop.domain.moving import move_refusal
from eccp_desktop.domain.versions import Fate, by_person
from eccp_desktop.store.reads.hall import hall
from eccp_desktop.store.reads.versions import LATEST, MANY, Kind, Moment, NamedMoment, comparison, named_moments
from eccp_desktop.store.rows import JournalUnit
from eccp_desktop.store.unit import Unit
from tests.event_day import Seat, event_desk
from tests.fairs import FAIR, FillFair, fair
from tests.interpreted_fair import Speak, interpreted


@dataclass(frozen=True, slots=True)
class Unseat:
    """Several meetings lose their seats in one step."""

    title: ClassVar[str] = "Unseat many"
    meetings: tuple[MeetingId, ...]

    def apply(self, unit: Unit) -> None:
        for meeting in self.meetings:
            UnscheduleMeeting(meeting, meant=True).apply(unit)


@pytest.fixture
def desk(tmp_path: Path, clock: HeldClock) -> Iterator[Desk]:
    desk = fair(tmp_path / "fair.eccp", clock, FillFair(people=24, meetings=40, waiting=4))
    yield desk
    desk.close()


def seated(desk: Desk) -> list[HallMeeting]:
    """Meetings that may be touched."""
    return [meeting for meeting in desk.read(hall).meetings.values() if meeting.seated and not meeting.locked]


def moment(desk: Desk) -> Moment:
    """After all that was done so far."""
    return Moment(desk.read(lambda reading: reading.execute(select(func.max(JournalUnit.clock))).scalar_one()))


def elsewhere(found: Hall, meeting: HallMeeting) -> MoveMeeting:
    """A move of a meeting to another slot."""
    return next(
        MoveMeeting(meeting.id, slot, table)
        for slot in found.slots
        for table in found.tables
        if slot != meeting.slot and move_refusal(found, meeting.id, slot, table, None) is None
    )


def moments_of(desk: Desk, clock: HeldClock, kind: Kind) -> list[NamedMoment]:
    return [named for named in desk.read(named_moments, clock.now()) if named.kind is kind]


def test_nothing_differs_between_a_moment_and_itself(desk: Desk) -> None:
    found = desk.read(comparison, LATEST, LATEST)
    assert (found.differences, found.unchanged) == ((), 40)


def test_what_moved_what_is_new_and_what_lost_its_seat_is_told_with_both_seats(desk: Desk) -> None:
    then = moment(desk)
    before = desk.read(hall)
    moved, cancelled, trayed = seated(desk)[:3]
    move = elsewhere(before, moved)
    desk.do(MoveMeeting(move.meeting, move.slot, move.table))
    desk.do(CancelMeeting(cancelled.id))
    desk.do(UnscheduleMeeting(trayed.id))
    found = desk.read(comparison, then, LATEST)
    told = {difference.meeting: difference for difference in found.differences}
    assert {meeting: difference.fate for meeting, difference in told.items()} == {
        moved.id: Fate.MOVED,
        cancelled.id: Fate.CANCELLED,
        trayed.id: Fate.CANCELLED,
    }
    assert found.unchanged == 37
    seats = told[moved.id]
    assert seats.before is not None
    assert seats.after is not None
    assert (seats.before.slot, seats.after.slot) == (moved.slot, move.slot)
    assert seats.after.table == before.tables[move.table].number
    back = desk.read(comparison, LATEST, then)
    assert {difference.fate for difference in back.differences} == {Fate.MOVED, Fate.NEW}


def test_a_meeting_that_was_given_up_and_made_again_has_moved(desk: Desk) -> None:
    then = moment(desk)
    meeting = seated(desk)[0]
    desk.do(CancelMeeting(meeting.id))
    seat = next(seat for seat in free_seats(desk.read(hall), meeting.people) if seat.slot != meeting.slot)
    desk.do(SeatPeople(meeting.people, seat.slot, seat.table))
    assert [one.fate for one in desk.read(comparison, then, LATEST).differences] == [Fate.MOVED]


def test_whose_sheets_changed_are_the_people_of_the_meetings_that_differ(desk: Desk) -> None:
    then = moment(desk)
    meeting = seated(desk)[0]
    desk.do(LockMeeting(seated(desk)[1].id))
    desk.do(UnscheduleMeeting(meeting.id))
    people = by_person(desk.read(comparison, then, LATEST))
    assert {line.person for line in people} == set(meeting.people)
    assert all(line.counts == {Fate.CANCELLED: 1} for line in people)
    assert [line.name for line in people] == sorted((line.name for line in people), key=plain)


def test_another_interpreter_and_another_lock_are_told(tmp_path: Path, clock: HeldClock) -> None:
    desk = event_desk(tmp_path, clock)
    people = interpreted(desk, "Olga Petrou", "Ines Costa")
    desk.do(Speak(((people["Ines Costa"], "el"),)))
    first, second = (
        MeetingId(desk.do(Seat(people[host], people[guest], number, number + 1)))
        for number, (host, guest) in enumerate((("Eleni Doukas", "Emily Ross"), ("Marco Roy", "Liam Byrne")))
    )
    desk.do(AssignInterpreter(first, people["Olga Petrou"], meant=True))
    then = moment(desk)
    desk.do(AssignInterpreter(first, people["Ines Costa"], meant=True))
    desk.do(LockMeeting(second))
    found = desk.read(comparison, then, LATEST)
    assert [(one.meeting, one.fate) for one in found.differences] == [(first, Fate.REVOICED), (second, Fate.LOCKED)]
    assert found.unchanged == 0
    (voiced, locked) = found.differences
    assert (voiced.helped, voiced.helping) == ({people["Olga Petrou"]}, {people["Ines Costa"]})
    assert locked.locked is True
    desk.do(TakeInterpreterAway(first, meant=True))
    assert desk.read(comparison, then, LATEST).differences[0].helping == frozenset()
    desk.close()


def test_an_undone_step_leaves_no_difference(desk: Desk) -> None:
    then = moment(desk)
    desk.do(UnscheduleMeeting(seated(desk)[0].id))
    desk.undo()
    assert desk.read(comparison, then, LATEST).differences == ()


def test_a_timetable_that_was_applied_is_offered_with_before_and_after(desk: Desk, clock: HeldClock) -> None:
    then = moment(desk)
    found, meeting = desk.read(hall), seated(desk)[0]
    move = elsewhere(found, meeting)
    desk.do(ApplyTimetable((PlannedMeeting(meeting.people, meeting.id, move.slot, move.table),)))
    before = next(named for named in moments_of(desk, clock, Kind.BEFORE) if named.title == "Apply timetable")
    after = next(named for named in moments_of(desk, clock, Kind.AFTER) if named.title == "Apply timetable")
    assert desk.read(comparison, then, before.moment).differences == ()
    assert [one.meeting for one in desk.read(comparison, before.moment, after.moment).differences] == [meeting.id]
    assert desk.read(comparison, after.moment, LATEST).differences == ()


def test_an_undo_is_told_from_the_step_that_it_takes_back(desk: Desk, clock: HeldClock) -> None:
    desk.do(Unseat(tuple(one.id for one in seated(desk)[:MANY])))
    desk.undo()
    told = [(one.kind, one.title, one.action) for one in desk.read(named_moments, clock.now())][1:5]
    assert told == [
        (Kind.AFTER, "Unseat many", "undo"),
        (Kind.BEFORE, "Unseat many", "undo"),
        (Kind.AFTER, "Unseat many", ""),
        (Kind.BEFORE, "Unseat many", ""),
    ]


def test_a_print_of_several_sheets_is_offered_and_one_of_a_single_sheet_is_not(desk: Desk, clock: HeldClock) -> None:
    people = list(desk.read(hall).diaries)
    desk.do(RecordPrint("schedules", tuple(SheetPrinted(1, "[]", person) for person in people)))
    desk.do(RecordPrint("schedules", (SheetPrinted(2, "", people[0]),)))
    assert [(named.title, named.count) for named in moments_of(desk, clock, Kind.PRINT)] == [("schedules", 24)]


def test_moments_stand_latest_first_and_begin_with_now(desk: Desk, clock: HeldClock) -> None:
    named = desk.read(named_moments, clock.now())
    assert (named[0].kind, named[0].moment) == (Kind.NOW, LATEST)
    assert [one.moment for one in named] == sorted((one.moment for one in named), reverse=True)


def test_what_was_before_a_step_stands_after_the_step_that_came_before_it(desk: Desk, clock: HeldClock) -> None:
    found, meeting = desk.read(hall), seated(desk)[0]
    move = elsewhere(found, meeting)
    desk.do(ApplyTimetable((PlannedMeeting(meeting.people, meeting.id, move.slot, move.table),)))
    called = [(one.kind.value, one.title) for one in desk.read(named_moments, clock.now())]
    assert called[1:4] == [("after", "Apply timetable"), ("before", "Apply timetable"), ("after", "Fill fair")]


def test_days_that_began_while_the_event_was_in_the_file_are_offered(tmp_path: Path, clock: HeldClock) -> None:
    clock.advance(timedelta(days=-3))
    desk = new_desk(tmp_path / "early.eccp", clock, "MK")
    desk.do(FAIR)
    assert moments_of(desk, clock, Kind.DAY) == []
    clock.advance(timedelta(days=4))
    assert [f"{named.at:%Y-%m-%d %H:%M}" for named in moments_of(desk, clock, Kind.DAY)] == [
        "2016-04-26 09:00",
        "2016-04-25 09:00",
    ]
    desk.close()
