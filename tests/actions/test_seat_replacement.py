"""A partner for somebody who waits in vain."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from eccp_desktop.actions.roll_call import CallSlot, SettleMeeting
from eccp_desktop.actions.seat_replacement import SeatReplacement
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.hall import HallMeeting
from eccp_desktop.domain.ids import MeetingId, ParticipantId, SlotId, TableId
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.vocabulary import MeetingState
from eccp_desktop.store.reads.hall import hall
from tests.event_day import Ask, Guests, Seat, event_desk


@pytest.fixture
def desk(tmp_path: Path, clock: HeldClock) -> Iterator[Desk]:
    desk = event_desk(tmp_path, clock)
    yield desk
    desk.close()


@pytest.fixture
def people(desk: Desk) -> list[ParticipantId]:
    """Anna (EU), Emily (US), Marco (EU), Liam (US); all are here."""
    names = ("Anna Rossi", "Emily Ross", "Marco Roy", "Liam Byrne")
    return [ParticipantId(person) for person in desk.do(Guests(names, presence="here")).values()]


def _seat(desk: Desk, slot: int, table: int) -> tuple[SlotId, TableId]:
    found = desk.read(hall)
    return list(found.slots)[slot], list(found.tables)[table - 1]


def _meeting(desk: Desk, number: int) -> HallMeeting:
    return next(meeting for meeting in desk.read(hall).meetings.values() if meeting.number == number)


def test_the_partner_takes_the_seat_of_whoever_is_missing(desk: Desk, people: list[ParticipantId]) -> None:
    anna, emily, _, liam = people
    vain = MeetingId(desk.do(Seat(anna, emily, slot=0, table=2)))
    slot, table = _seat(desk, 0, 2)
    desk.do(CallSlot(slot))
    desk.do(SettleMeeting(vain, MeetingState.GUEST_MISSING))

    number = desk.do(SeatReplacement(anna, liam, slot, table))

    meeting = _meeting(desk, number)
    assert (meeting.people, meeting.slot, meeting.table) == ((anna, liam), slot, table)
    assert meeting.state is MeetingState.CALLED
    assert desk.read(hall).meetings[vain].state is MeetingState.CANCELLED


def test_a_meeting_that_waits_in_the_tray_is_the_one_that_is_seated(desk: Desk, people: list[ParticipantId]) -> None:
    anna, emily, _, liam = people
    vain = MeetingId(desk.do(Seat(anna, emily, slot=0, table=2)))
    waiting = MeetingId(desk.do(Seat(liam, anna)))
    desk.do(SettleMeeting(vain, MeetingState.GUEST_MISSING))

    number = desk.do(SeatReplacement(anna, liam, *_seat(desk, 0, 2)))

    assert desk.read(hall).meetings[waiting].number == number
    assert desk.read(hall).meetings[waiting].seated


def test_two_who_both_wait_in_vain_sit_down_together(desk: Desk, people: list[ParticipantId]) -> None:
    anna, emily, marco, liam = people
    one = MeetingId(desk.do(Seat(anna, emily, slot=0, table=2)))
    other = MeetingId(desk.do(Seat(marco, liam, slot=0, table=3)))
    desk.do(SettleMeeting(one, MeetingState.GUEST_MISSING))
    desk.do(SettleMeeting(other, MeetingState.HOST_MISSING))

    number = desk.do(SeatReplacement(anna, liam, *_seat(desk, 0, 2)))

    found = desk.read(hall)
    assert {found.meetings[one].state, found.meetings[other].state} == {MeetingState.CANCELLED}
    assert set(_meeting(desk, number).people) == {anna, liam}


def test_undo_puts_the_no_show_back(desk: Desk, people: list[ParticipantId]) -> None:
    anna, emily, _, liam = people
    vain = MeetingId(desk.do(Seat(anna, emily, slot=0, table=2)))
    desk.do(SettleMeeting(vain, MeetingState.GUEST_MISSING))
    desk.do(SeatReplacement(anna, liam, *_seat(desk, 0, 2)))

    desk.undo()

    found = desk.read(hall)
    assert found.meetings[vain].state is MeetingState.GUEST_MISSING
    assert len(found.meetings) == 1


def test_who_sits_elsewhere_said_no_or_is_of_the_same_side_is_refused(desk: Desk, people: list[ParticipantId]) -> None:
    anna, emily, marco, liam = people
    vain = MeetingId(desk.do(Seat(anna, emily, slot=0, table=2)))
    desk.do(SettleMeeting(vain, MeetingState.GUEST_MISSING))
    slot, table = _seat(desk, 0, 2)
    desk.do(Seat(marco, liam, slot=0, table=1))

    with pytest.raises(Refusal, match="person_taken"):
        desk.do(SeatReplacement(anna, liam, slot, table))
    with pytest.raises(Refusal, match="same_side"):
        desk.do(SeatReplacement(anna, marco, slot, table))
    desk.do(Ask(liam, anna, state="declined"))
    with pytest.raises(Refusal, match="said_no"):
        desk.do(SeatReplacement(anna, liam, slot, table))
    assert desk.read(hall).meetings[vain].state is MeetingState.GUEST_MISSING
