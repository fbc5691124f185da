"""Somebody goes home."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from eccp_desktop.actions.gone_for_today import GoneForToday
from eccp_desktop.actions.roll_call import CallSlot, SettleMeeting
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.ids import MeetingId, ParticipantId
from eccp_desktop.domain.vocabulary import MeetingState, Presence
from eccp_desktop.store.reads.hall import hall
from tests.event_day import Guests, Seat, event_desk


@pytest.fixture
def desk(tmp_path: Path, clock: HeldClock) -> Iterator[Desk]:
    desk = event_desk(tmp_path, clock)
    yield desk
    desk.close()


def test_later_meetings_of_the_day_fall_and_their_partners_are_named(desk: Desk, clock: HeldClock) -> None:
    guests = desk.do(Guests(("Anna Rossi", "Emily Ross", "Marco Roy", "Liam Byrne", "Nina Nagy", "Ann Kim")))
    anna, emily, liam, kim = (guests[name] for name in ("Anna Rossi", "Emily Ross", "Liam Byrne", "Ann Kim"))
    over = desk.do(Seat(anna, emily, slot=0, table=1))
    running = desk.do(Seat(anna, liam, slot=1, table=2))
    afternoon = desk.do(Seat(kim, anna, slot=3, table=4))
    tomorrow = desk.do(Seat(anna, kim, slot=5, table=1))
    desk.do(SettleMeeting(MeetingId(over), MeetingState.HELD))
    clock.advance(timedelta(minutes=30))
    slots = list(desk.read(hall).slots)
    desk.do(CallSlot(slots[1]))

    freed = desk.do(GoneForToday(anna))

    assert [(one.name, one.start, one.table) for one in freed] == [
        ("Liam Byrne", datetime(2016, 4, 25, 9, 25), 2),
        ("Ann Kim", datetime(2016, 4, 25, 14, 0), 4),
    ]
    found = desk.read(hall)
    assert found.diaries[ParticipantId(anna)].presence is Presence.GONE
    states = [found.meetings[MeetingId(meeting)].state for meeting in (over, running, afternoon, tomorrow)]
    assert states == ["held", "unscheduled", "unscheduled", "scheduled"]


def test_one_undo_brings_all_of_it_back(desk: Desk) -> None:
    anna, emily = desk.do(Guests(("Anna Rossi", "Emily Ross"))).values()
    meetings = [MeetingId(desk.do(Seat(anna, emily, slot=slot, table=1))) for slot in (0, 1, 2)]
    desk.do(GoneForToday(anna))

    desk.undo()

    found = desk.read(hall)
    assert {found.meetings[meeting].state for meeting in meetings} == {MeetingState.SCHEDULED}
    assert found.diaries[ParticipantId(anna)].presence is Presence.EXPECTED


def test_a_day_that_is_rehearsed_is_counted_from_a_slot(desk: Desk) -> None:
    anna, emily = desk.do(Guests(("Anna Rossi", "Emily Ross"))).values()
    first, second = (MeetingId(desk.do(Seat(anna, emily, slot=slot, table=1))) for slot in (5, 6))
    slots = list(desk.read(hall).slots)

    freed = desk.do(GoneForToday(anna, slots[6]))

    found = desk.read(hall)
    assert [one.name for one in freed] == ["Emily Ross"]
    assert found.meetings[first].state is MeetingState.SCHEDULED
    assert found.meetings[second].state is MeetingState.UNSCHEDULED
