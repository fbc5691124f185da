"""The roll-call, table by table."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import ClassVar

import pytest

from eccp_desktop.actions.roll_call import CallSlot, EndSlot, SettleMeeting, StartMeeting
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.hall import Hall
from eccp_desktop.domain.ids import MeetingId, ParticipantId, SlotId
from eccp_desktop.domain.reasons import MeetingReason, reason_of
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.vocabulary import MeetingState, Presence
from eccp_desktop.store.reads.hall import hall
from eccp_desktop.store.unit import Unit
from tests.event_day import Guests, Seat, event_desk, meeting_of


@pytest.fixture
def desk(tmp_path: Path, clock: HeldClock) -> Iterator[Desk]:
    desk = event_desk(tmp_path, clock)
    yield desk
    desk.close()


def _first_slot(desk: Desk) -> SlotId:
    return next(iter(desk.read(hall).slots))


def _state(desk: Desk, meeting: str) -> MeetingState:
    return meeting_of(desk, meeting).state


def _presence(found: Hall, person: str) -> Presence:
    return found.diaries[ParticipantId(person)].presence


@dataclass(frozen=True, slots=True)
class Reason:
    """What a meeting keeps about why it is as it is."""

    title: ClassVar[str] = "Look"
    meeting: MeetingId

    def apply(self, unit: Unit) -> str:
        return unit.meetings.get(self.meeting).reason or ""


def test_calling_a_slot_calls_its_scheduled_meetings_only(desk: Desk) -> None:
    guests = list(desk.do(Guests(("Anna Rossi", "Emily Ross", "Marco Roy", "Liam Byrne"))).values())
    first = desk.do(Seat(guests[0], guests[1], slot=0, table=1))
    second = desk.do(Seat(guests[2], guests[3], slot=0, table=2))
    later = desk.do(Seat(guests[0], guests[3], slot=1, table=1))
    desk.do(SettleMeeting(MeetingId(second), MeetingState.HELD))

    assert desk.do(CallSlot(_first_slot(desk))) == 1

    assert [_state(desk, meeting) for meeting in (first, second, later)] == ["called", "held", "scheduled"]
    with pytest.raises(Refusal, match="nothing_to_call"):
        desk.do(CallSlot(_first_slot(desk)))


def test_both_at_the_table_are_here_although_nobody_checked_them_in(desk: Desk) -> None:
    anna, emily = desk.do(Guests(("Anna Rossi", "Emily Ross"))).values()
    meeting = MeetingId(desk.do(Seat(anna, emily, slot=0, table=1)))

    desk.do(StartMeeting(meeting))

    found = desk.read(hall)
    assert found.meetings[meeting].state is MeetingState.RUNNING
    assert _presence(found, anna) is _presence(found, emily) is Presence.HERE


@pytest.mark.parametrize(
    ("state", "host", "guest"),
    [
        (MeetingState.HELD, Presence.HERE, Presence.HERE),
        (MeetingState.HOST_MISSING, Presence.EXPECTED, Presence.HERE),
        (MeetingState.GUEST_MISSING, Presence.HERE, Presence.EXPECTED),
        (MeetingState.BOTH_MISSING, Presence.EXPECTED, Presence.EXPECTED),
    ],
)
def test_whoever_came_is_here(desk: Desk, state: MeetingState, host: Presence, guest: Presence) -> None:
    anna, emily = desk.do(Guests(("Anna Rossi", "Emily Ross"))).values()
    meeting = MeetingId(desk.do(Seat(anna, emily, slot=0, table=1)))

    desk.do(SettleMeeting(meeting, state))

    found = desk.read(hall)
    assert found.meetings[meeting].state is state
    assert (_presence(found, anna), _presence(found, emily)) == (host, guest)


def test_a_roll_call_is_corrected_and_undone(desk: Desk) -> None:
    anna, emily = desk.do(Guests(("Anna Rossi", "Emily Ross"))).values()
    meeting = MeetingId(desk.do(Seat(anna, emily, slot=0, table=1)))
    desk.do(SettleMeeting(meeting, MeetingState.GUEST_MISSING))
    desk.do(SettleMeeting(meeting, MeetingState.HELD))
    assert _state(desk, meeting) is MeetingState.HELD

    desk.undo()
    assert _state(desk, meeting) is MeetingState.GUEST_MISSING
    desk.undo()
    assert _state(desk, meeting) is MeetingState.SCHEDULED
    assert _presence(desk.read(hall), anna) is Presence.EXPECTED


def test_saying_the_same_again_leaves_no_trace(desk: Desk) -> None:
    anna, emily = desk.do(Guests(("Anna Rossi", "Emily Ross"))).values()
    meeting = MeetingId(desk.do(Seat(anna, emily, slot=0, table=1)))
    desk.do(SettleMeeting(meeting, MeetingState.HELD))
    steps: list[object] = []
    desk.listen(steps.append)

    desk.do(SettleMeeting(meeting, MeetingState.HELD))

    assert steps == []


def test_a_meeting_in_the_tray_cannot_be_settled(desk: Desk) -> None:
    anna, emily = desk.do(Guests(("Anna Rossi", "Emily Ross"))).values()
    meeting = MeetingId(desk.do(Seat(anna, emily)))

    with pytest.raises(Refusal, match="state_cannot_follow"):
        desk.do(SettleMeeting(meeting, MeetingState.HELD))
    with pytest.raises(Refusal, match="not_a_settled_state"):
        desk.do(SettleMeeting(meeting, MeetingState.CALLED))


def test_the_bell_ends_what_runs(desk: Desk, clock: HeldClock) -> None:
    guests = list(desk.do(Guests(("Anna Rossi", "Emily Ross", "Marco Roy", "Liam Byrne"))).values())
    running = MeetingId(desk.do(Seat(guests[0], guests[1], slot=0, table=1)))
    called = MeetingId(desk.do(Seat(guests[2], guests[3], slot=0, table=2)))
    desk.do(CallSlot(_first_slot(desk)))
    desk.do(StartMeeting(running))
    clock.advance(timedelta(minutes=20))

    assert desk.do(EndSlot(_first_slot(desk))) == 1

    assert (_state(desk, running), _state(desk, called)) == (MeetingState.HELD, MeetingState.CALLED)
    with pytest.raises(Refusal, match="nothing_is_running"):
        desk.do(EndSlot(_first_slot(desk)))


def test_a_slot_that_is_long_over_is_settled_only_when_it_is_meant_and_the_journal_says_so(
    desk: Desk, clock: HeldClock
) -> None:
    guests = list(desk.do(Guests(("Anna Rossi", "Emily Ross"))).values())
    meeting = MeetingId(desk.do(Seat(guests[0], guests[1], slot=0, table=1)))
    clock.advance(timedelta(minutes=44))
    desk.do(SettleMeeting(meeting, MeetingState.HELD))  # while the next slot runs nobody is asked
    clock.advance(timedelta(minutes=1))

    for intent in (
        SettleMeeting(meeting, MeetingState.GUEST_MISSING),
        StartMeeting(meeting),
        CallSlot(_first_slot(desk)),
        EndSlot(_first_slot(desk)),
    ):
        with pytest.raises(Refusal, match="roll_call_over"):
            desk.do(intent)
    assert _state(desk, meeting) is MeetingState.HELD
    desk.do(SettleMeeting(meeting, MeetingState.GUEST_MISSING, meant=True))

    assert _state(desk, meeting) is MeetingState.GUEST_MISSING
    assert reason_of(desk.rehearse(Reason(meeting))) == MeetingReason("settled_in_the_past", {"at": "2016-04-25T09:45"})
