"""Meetings that are seated, moved, swapped, locked and taken away by hand."""

import atexit
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eccp_desktop.actions.cancel_meeting import CancelMeeting
from eccp_desktop.actions.create_event import CreateEvent
from eccp_desktop.actions.lock_meeting import LockMeeting, UnlockMeeting
from eccp_desktop.actions.move_meeting import MoveMeeting
from eccp_desktop.actions.roll_call import CallSlot
from eccp_desktop.actions.seat_meeting import SeatMeeting, SeatPeople
from eccp_desktop.actions.swap_meetings import SwapMeetings
from eccp_desktop.actions.unschedule_meeting import UnscheduleMeeting
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.opening import new_desk, open_desk
from eccp_desktop.domain.hall import Hall, HallMeeting
from eccp_desktop.domain.ids import MeetingId, ParticipantId, SlotId, TableId
from eccp_desktop.domain.reasons import reason_of
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.vocabulary import MeetingState
from eccp_desktop.store.reads.hall import hall
from eccp_desktop.store.unit import Absence, Organisation, Participant, Request, Unit

SMALL = CreateEvent(
    name="Fair",
    zone="Europe/Berlin",
    days=(date(2016, 4, 25),),
    sessions=((time(9), time(10, 15)),),
    tables=2,
    sides=("EU", "US"),
)
DOORS = datetime.fromisoformat("2016-04-25T06:30:00+00:00")


@dataclass(frozen=True, slots=True)
class AddGuests:
    """Three people of each side; Bea is away for the first slot."""

    title: ClassVar[str] = "Add guests"

    def apply(self, unit: Unit) -> None:
        eu, us = unit.sides.all()
        for side, names in ((eu, ("Anna", "Bea", "Carl")), (us, ("Xaver", "Yves", "Zoe"))):
            for name in names:
                organisation = unit.organisations.add(Organisation(name=f"{name} Hub", side_id=side.id))
                unit.flush()
                person = unit.participants.add(
                    Participant(code=name, given_name=name, family_name="", organisation_id=organisation.id)
                )
                unit.flush()
                if name == "Bea":
                    start = datetime(2016, 4, 25, 9)
                    unit.absences.add(Absence(participant_id=person.id, start=start, end=start + timedelta(minutes=20)))


@dataclass(frozen=True, slots=True)
class TellReason:
    """Reads what the meeting's row keeps."""

    title: ClassVar[str] = "Tell reason"
    meeting: MeetingId

    def apply(self, unit: Unit) -> str | None:
        reason = reason_of(unit.meetings.get(self.meeting).reason)
        return None if reason is None else reason.code


@dataclass(frozen=True, slots=True)
class SetState:
    """What the roll-call does, without its rules."""

    title: ClassVar[str] = "Set state"
    meeting: MeetingId
    state: MeetingState

    def apply(self, unit: Unit) -> None:
        unit.meetings.get(self.meeting).state = self.state


@dataclass(frozen=True, slots=True)
class SayNo:
    title: ClassVar[str] = "Say no"
    sender: ParticipantId
    receiver: ParticipantId

    def apply(self, unit: Unit) -> None:
        unit.requests.add(Request(sender_id=self.sender, receiver_id=self.receiver, state="declined"))


class Floor:
    """A desk with six guests, three slots and two tables, spoken to by names and numbers."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @property
    def hall(self) -> Hall:
        return self.desk.read(hall)

    def person(self, name: str) -> ParticipantId:
        return next(diary.id for diary in self.hall.diaries.values() if diary.name == name)

    def slot(self, number: int) -> SlotId:
        return list(self.hall.slots)[number - 1]

    def table(self, number: int) -> TableId:
        return list(self.hall.tables)[number - 1]

    def meeting(self, number: int) -> HallMeeting:
        return next(meeting for meeting in self.hall.meetings.values() if meeting.number == number)

    def seat(self, people: str, slot: int, table: int) -> MeetingId:
        names = tuple(self.person(name) for name in people.split())
        number = self.desk.do(SeatPeople(names, self.slot(slot), self.table(table)))
        return self.meeting(number).id

    def place(self, meeting: MeetingId) -> tuple[int, int]:
        found = self.hall.meetings[meeting]
        assert found.slot is not None
        assert found.table is not None
        return list(self.hall.slots).index(found.slot) + 1, self.hall.tables[found.table].number

    def state(self, meeting: MeetingId) -> MeetingState:
        return self.hall.meetings[meeting].state

    def reason(self, meeting: MeetingId) -> str | None:
        """The code of the reason that is kept with a meeting."""
        return self.desk.rehearse(TellReason(meeting))

    def refused(self, intent: object) -> str:
        before = self.hall
        with pytest.raises(Refusal) as no:
            self.desk.do(intent)  # type: ignore[arg-type]  # any intent
        assert self.hall == before, "a refusal changes nothing"
        return no.value.code


def _open(folder: Path, clock: HeldClock) -> Desk:
    desk = new_desk(folder / "fair.eccp", clock, "MK")
    desk.do(SMALL)
    desk.do(AddGuests())
    return desk


@pytest.fixture
def clock() -> HeldClock:
    return HeldClock(DOORS)


@pytest.fixture
def floor(tmp_path: Path, clock: HeldClock) -> Iterator[Floor]:
    desk = _open(tmp_path, clock)
    yield Floor(desk)
    desk.close()


def test_people_who_want_to_meet_get_a_seat_and_a_number(floor: Floor) -> None:
    meeting = floor.seat("Anna Xaver", 1, 2)
    found = floor.hall.meetings[meeting]
    assert found.number == 1
    assert found.people[0] == floor.person("Anna")
    assert floor.place(meeting) == (1, 2)


def test_two_of_one_side_do_not_meet(floor: Floor) -> None:
    people = (floor.person("Anna"), floor.person("Carl"))
    assert floor.refused(SeatPeople(people, floor.slot(1), floor.table(1))) == "same_side"


def test_two_who_meet_already_are_not_seated_again(floor: Floor) -> None:
    floor.seat("Anna Xaver", 1, 1)
    people = (floor.person("Xaver"), floor.person("Anna"))
    assert floor.refused(SeatPeople(people, floor.slot(2), floor.table(1))) == "meet_already"


def test_no_thanks_forbids_a_meeting_in_both_directions(floor: Floor) -> None:
    anna, xaver = floor.person("Anna"), floor.person("Xaver")
    floor.desk.do(SayNo(anna, xaver))
    assert floor.refused(SeatPeople((anna, xaver), floor.slot(1), floor.table(1))) == "said_no"
    assert floor.refused(SeatPeople((xaver, anna), floor.slot(1), floor.table(1))) == "said_no"


def test_a_person_is_not_seated_while_away(floor: Floor) -> None:
    people = (floor.person("Bea"), floor.person("Xaver"))
    assert floor.refused(SeatPeople(people, floor.slot(1), floor.table(1))) == "person_busy"


def test_a_meeting_moves_and_undo_brings_it_back(floor: Floor) -> None:
    meeting = floor.seat("Anna Xaver", 1, 1)
    floor.desk.do(MoveMeeting(meeting, floor.slot(3), floor.table(2)))
    assert floor.place(meeting) == (3, 2)
    floor.desk.undo()
    assert floor.place(meeting) == (1, 1)


def test_a_meeting_does_not_move_onto_a_taken_table_or_person(floor: Floor) -> None:
    meeting = floor.seat("Anna Xaver", 1, 1)
    floor.seat("Carl Zoe", 2, 1)
    floor.seat("Anna Yves", 3, 1)
    assert floor.refused(MoveMeeting(meeting, floor.slot(2), floor.table(1))) == "table_taken"
    assert floor.refused(MoveMeeting(meeting, floor.slot(3), floor.table(2))) == "person_taken"


def test_a_locked_meeting_stays_until_it_is_unlocked(floor: Floor) -> None:
    meeting = floor.seat("Anna Xaver", 1, 1)
    floor.desk.do(LockMeeting(meeting))
    elsewhere = MoveMeeting(meeting, floor.slot(2), floor.table(1))
    assert floor.refused(elsewhere) == "meeting_locked"
    assert floor.refused(UnscheduleMeeting(meeting)) == "meeting_locked"
    assert floor.refused(CancelMeeting(meeting)) == "meeting_locked"
    floor.desk.do(UnlockMeeting(meeting))
    floor.desk.do(elsewhere)
    assert floor.place(meeting) == (2, 1)


@pytest.mark.parametrize("state", [MeetingState.RUNNING, MeetingState.HELD, MeetingState.HOST_MISSING])
def test_a_meeting_that_began_stays_where_it_took_place(floor: Floor, state: MeetingState) -> None:
    meeting = floor.seat("Anna Xaver", 1, 1)
    floor.desk.do(SetState(meeting, state))
    assert floor.refused(MoveMeeting(meeting, floor.slot(2), floor.table(1))) == "meeting_has_begun"
    assert floor.refused(UnscheduleMeeting(meeting)) == "meeting_has_begun"


def test_the_past_is_changed_only_by_somebody_who_means_it(floor: Floor, clock: HeldClock) -> None:
    meeting = floor.seat("Anna Xaver", 1, 1)
    later = floor.seat("Carl Zoe", 2, 1)
    clock.advance(timedelta(minutes=55))
    assert floor.refused(MoveMeeting(meeting, floor.slot(3), floor.table(1))) == "slot_over"
    assert floor.refused(MoveMeeting(later, floor.slot(1), floor.table(2))) == "slot_over"
    assert floor.refused(UnscheduleMeeting(meeting)) == "slot_over"
    assert floor.refused(CancelMeeting(meeting)) == "slot_over"
    floor.desk.do(MoveMeeting(later, floor.slot(1), floor.table(2), meant=True))
    assert floor.place(later) == (1, 2)


def test_a_meeting_that_was_called_is_moved_only_by_somebody_who_means_it(floor: Floor) -> None:
    meeting = floor.seat("Anna Xaver", 1, 1)
    other = floor.seat("Carl Zoe", 2, 1)
    floor.desk.do(CallSlot(floor.slot(1)))
    assert floor.refused(MoveMeeting(meeting, floor.slot(3), floor.table(1))) == "meeting_called"
    assert floor.refused(SwapMeetings(meeting, other)) == "meeting_called"
    assert floor.refused(SwapMeetings(other, meeting)) == "meeting_called"
    assert floor.refused(UnscheduleMeeting(meeting)) == "meeting_called"
    floor.desk.do(MoveMeeting(meeting, floor.slot(1), floor.table(2), meant=True))
    assert floor.state(meeting) is MeetingState.CALLED, "its people come to another table now"
    assert floor.reason(meeting) == "moved_after_call"
    floor.desk.do(SwapMeetings(meeting, other, meant=True))
    assert floor.state(other) is MeetingState.CALLED, "who comes into a slot that was called is called"
    assert floor.state(meeting) is MeetingState.SCHEDULED
    assert (floor.reason(meeting), floor.reason(other)) == ("moved_after_call", None)


def test_two_meetings_change_places(floor: Floor) -> None:
    one, other = floor.seat("Anna Xaver", 1, 1), floor.seat("Anna Zoe", 2, 2)
    floor.desk.do(SwapMeetings(one, other))
    assert floor.place(one) == (2, 2)
    assert floor.place(other) == (1, 1)
    floor.desk.undo()
    assert floor.place(one) == (1, 1)


def test_a_swap_that_would_seat_somebody_while_away_is_refused(floor: Floor) -> None:
    one, other = floor.seat("Anna Xaver", 1, 1), floor.seat("Bea Zoe", 2, 2)
    assert floor.refused(SwapMeetings(one, other)) == "person_busy"


def test_a_meeting_taken_off_waits_and_is_seated_again_when_its_people_are(floor: Floor) -> None:
    meeting = floor.seat("Anna Xaver", 1, 1)
    floor.desk.do(UnscheduleMeeting(meeting))
    assert floor.hall.meetings[meeting].state is MeetingState.UNSCHEDULED
    assert floor.seat("Xaver Anna", 2, 1) == meeting


def test_a_cancelled_meeting_frees_its_seat_and_can_come_back(floor: Floor) -> None:
    meeting = floor.seat("Anna Xaver", 1, 1)
    floor.desk.do(CancelMeeting(meeting, because="Flight moved"))
    taker = floor.seat("Carl Zoe", 1, 1)
    assert floor.place(taker) == (1, 1)
    assert floor.refused(SeatMeeting(meeting, floor.slot(1), floor.table(1))) == "table_taken"
    floor.desk.do(SeatMeeting(meeting, floor.slot(1), floor.table(2)))
    assert floor.place(meeting) == (1, 2)


NAMES = ("Anna", "Bea", "Carl", "Xaver", "Yves", "Zoe")
slots, tables, which = st.integers(1, 3), st.integers(1, 2), st.integers(0, 5)
walks = st.lists(
    st.one_of(
        st.tuples(st.just("people"), st.sampled_from(NAMES), st.sampled_from(NAMES), slots, tables),
        st.tuples(st.just("seat"), which, slots, tables),
        st.tuples(st.just("move"), which, slots, tables),
        st.tuples(st.just("swap"), which, which),
        st.tuples(st.sampled_from(("lock", "unlock", "unschedule", "cancel", "hold")), which),
        st.tuples(st.sampled_from(("undo", "redo"))),
    ),
    max_size=25,
)


@settings(max_examples=40)
@given(walks)
def test_whatever_is_done_nobody_sits_twice_and_a_refusal_changes_nothing(walk: list[tuple[object, ...]]) -> None:
    with TemporaryDirectory() as folder:
        desk = open_desk(Path(copy(_template(), folder)), HeldClock(DOORS), "MK")
        floor = Floor(desk)
        try:
            for step in walk:
                before = floor.hall
                try:
                    _take(floor, step)
                except Refusal:
                    assert floor.hall == before
                _check_seats(floor.hall)
        finally:
            desk.close()


@cache
def _template() -> Path:
    folder = TemporaryDirectory()
    atexit.register(folder.cleanup)
    _open(Path(folder.name), HeldClock(DOORS)).close()
    return Path(folder.name) / "fair.eccp"


def _take(floor: Floor, step: tuple[object, ...]) -> None:
    desk, meetings = floor.desk, list(floor.hall.meetings)

    def chosen(position: object) -> MeetingId:
        if not meetings:
            raise Refusal("no_meeting")
        return meetings[int(str(position)) % len(meetings)]

    match step:
        case "people", str(one), str(other), int(slot), int(table):
            desk.do(SeatPeople((floor.person(one), floor.person(other)), floor.slot(slot), floor.table(table)))
        case "seat", which, int(slot), int(table):
            desk.do(SeatMeeting(chosen(which), floor.slot(slot), floor.table(table)))
        case "move", which, int(slot), int(table):
            desk.do(MoveMeeting(chosen(which), floor.slot(slot), floor.table(table)))
        case "swap", which, other:
            desk.do(SwapMeetings(chosen(which), chosen(other)))
        case "lock", which:
            desk.do(LockMeeting(chosen(which)))
        case "unlock", which:
            desk.do(UnlockMeeting(chosen(which)))
        case "unschedule", which:
            desk.do(UnscheduleMeeting(chosen(which)))
        case "cancel", which:
            desk.do(CancelMeeting(chosen(which)))
        case "hold", which:
            if floor.hall.meetings[chosen(which)].seated:
                desk.do(SetState(chosen(which), MeetingState.HELD))
        case ("undo",) if meetings:  # without one it would be the guests that go
            desk.undo()
        case ("redo",):
            desk.redo()


def _check_seats(hall: Hall) -> None:
    seated = [meeting for meeting in hall.meetings.values() if meeting.seated]
    people = [(person, meeting.slot) for meeting in seated for person in meeting.people]
    places = [(meeting.slot, meeting.table) for meeting in seated]
    assert len(people) == len(set(people)), "nobody sits twice in a slot"
    assert len(places) == len(set(places)), "no table is taken twice"
    for meeting in seated:
        for person in meeting.people:
            start = hall.slots[meeting.slot].span.start if meeting.slot else None
            assert all(not (busy.span.start <= start < busy.span.end) for busy in hall.diaries[person].busy if start)
