"""What is left of a day is cancelled in one step, and past slots are answered in one."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from eccp_desktop.actions.end_of_day import CancelRestOfDay, SettlePast
from eccp_desktop.actions.gone_for_today import GoneForToday
from eccp_desktop.actions.lock_meeting import LockMeeting
from eccp_desktop.actions.roll_call import StartMeeting
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.scripting import intent_from_words
from eccp_desktop.domain.ids import MeetingId, SlotId
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.vocabulary import MeetingState, Presence
from eccp_desktop.store.reads.hall import hall
from tests.event_day import Guests, Seat, event_desk

NAMES = ("Anna Rossi", "Emily Ross", "Marco Roy", "Liam Byrne", "Nina Nagy", "Kim Lee")


@pytest.fixture
def desk(tmp_path: Path, clock: HeldClock) -> Iterator[Desk]:
    """It is nine; meetings at 09:00, 09:25, 14:25, and one on the next day."""
    desk = event_desk(tmp_path, clock)
    yield desk
    desk.close()


@pytest.fixture
def meetings(desk: Desk) -> list[MeetingId]:
    people = list(desk.do(Guests(NAMES, presence="here")).values())
    seats = ((0, 1, 0), (2, 3, 1), (4, 5, 4), (0, 3, 5))
    return [MeetingId(desk.do(Seat(people[one], people[other], slot, 1))) for one, other, slot in seats]


def states(desk: Desk, meetings: list[MeetingId]) -> list[str]:
    found = desk.read(hall).meetings
    return [str(found[meeting].state) for meeting in meetings]


def test_the_rest_of_the_day_is_cancelled_and_other_days_stay(desk: Desk, meetings: list[MeetingId]) -> None:
    desk.do(LockMeeting(meetings[2]))
    lines = desk.do(CancelRestOfDay())
    assert [(f"{line.start:%H:%M}", line.table) for line in lines] == [("09:00", 1), ("09:25", 1), ("14:25", 1)]
    assert states(desk, meetings) == ["cancelled", "cancelled", "cancelled", "scheduled"]
    desk.undo()
    assert states(desk, meetings) == ["scheduled"] * 4
    assert desk.read(hall).meetings[meetings[2]].locked


def test_what_runs_goes_on_and_what_is_over_stays(desk: Desk, meetings: list[MeetingId], clock: HeldClock) -> None:
    clock.advance(timedelta(minutes=27))
    desk.do(StartMeeting(meetings[1]))
    desk.do(CancelRestOfDay())
    assert states(desk, meetings) == ["scheduled", "running", "cancelled", "scheduled"]


def test_from_a_slot_on_it_goes_to_the_tray(desk: Desk, meetings: list[MeetingId]) -> None:
    second = SlotId(list(desk.read(hall).slots)[1])
    desk.do(CancelRestOfDay(second, to_tray=True))
    assert states(desk, meetings) == ["scheduled", "unscheduled", "unscheduled", "scheduled"]


def test_nothing_left_is_refused(desk: Desk, meetings: list[MeetingId], clock: HeldClock) -> None:
    clock.advance(timedelta(hours=9))
    with pytest.raises(Refusal, match="nothing_left"):
        desk.do(CancelRestOfDay())


def test_past_meetings_are_held_in_one_step(desk: Desk, meetings: list[MeetingId], clock: HeldClock) -> None:
    clock.advance(timedelta(hours=2))
    assert desk.do(SettlePast()) == 2
    assert states(desk, meetings) == ["held", "held", "scheduled", "scheduled"]
    with pytest.raises(Refusal, match="all_answered"):
        desk.do(SettlePast())
    desk.undo()
    assert states(desk, meetings) == ["scheduled"] * 4


def test_one_past_meeting_is_answered_alone(desk: Desk, meetings: list[MeetingId], clock: HeldClock) -> None:
    clock.advance(timedelta(hours=2))
    desk.do(SettlePast(MeetingState.GUEST_MISSING, (meetings[1],)))
    assert states(desk, meetings) == ["scheduled", "guest missing", "scheduled", "scheduled"]


def test_who_went_home_since_is_not_here_again(desk: Desk, meetings: list[MeetingId], clock: HeldClock) -> None:
    clock.advance(timedelta(hours=2))
    host = desk.read(hall).meetings[meetings[0]].people[0]
    desk.do(GoneForToday(host))
    desk.do(SettlePast())
    assert desk.read(hall).diaries[host].presence is Presence.GONE


def test_a_script_ends_the_day_too(desk: Desk, meetings: list[MeetingId]) -> None:
    desk.do(intent_from_words(desk, "cancel-rest-of-day", {"because": "Fire alarm"}))
    assert states(desk, meetings)[:3] == ["cancelled"] * 3
