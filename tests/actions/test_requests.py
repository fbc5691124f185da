"""Requests made and answered at the desk."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from eccp_desktop.actions.make_room import MakeRoom
from eccp_desktop.actions.requests import (
    AcceptRequest,
    DeclineRequest,
    MakeRequest,
    RankRequest,
    ReopenRequest,
    WithdrawRequest,
)
from eccp_desktop.actions.unschedule_meeting import UnscheduleMeeting
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.ids import ParticipantId
from eccp_desktop.domain.making_room import rooms
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.seating import pairing_refusal
from eccp_desktop.domain.vocabulary import Priority
from eccp_desktop.store.reads.timetable_grid import timetable_grid
from tests.fairs import FillFair, fair


@pytest.fixture
def desk(tmp_path: Path, clock: HeldClock) -> Iterator[Desk]:
    desk = fair(tmp_path / "fair.eccp", clock, FillFair(people=24, meetings=60, waiting=4))
    yield desk
    desk.close()


@pytest.fixture
def strangers(desk: Desk) -> tuple[ParticipantId, ParticipantId]:
    hall = desk.read(timetable_grid).hall
    met = {frozenset(meeting.people) for meeting in hall.meetings.values()}
    return next(
        (one.id, other.id)
        for one in hall.diaries.values()
        for other in hall.diaries.values()
        if frozenset((one.id, other.id)) not in met and pairing_refusal(hall.pairing, one, other) is None
    )


def refused(desk: Desk, intent: object) -> str:
    with pytest.raises(Refusal) as no:
        desk.do(intent)  # type: ignore[arg-type]  # any intent
    return no.value.code


def test_a_request_is_made_once(desk: Desk, strangers: tuple[ParticipantId, ParticipantId]) -> None:
    desk.do(MakeRequest(*strangers, priority=Priority.MUST))
    assert refused(desk, MakeRequest(*strangers)) == "asked_already"


def test_people_of_one_side_do_not_ask_each_other(desk: Desk) -> None:
    diaries = desk.read(timetable_grid).hall.diaries.values()
    one = next(iter(diaries))
    other = next(diary for diary in diaries if diary.side == one.side and diary.organisation != one.organisation)
    assert refused(desk, MakeRequest(one.id, other.id)) == "same_side"


def test_no_thanks_stands_until_the_request_is_reopened(
    desk: Desk, strangers: tuple[ParticipantId, ParticipantId]
) -> None:
    request = desk.do(MakeRequest(*strangers))
    desk.do(DeclineRequest(request))
    assert refused(desk, MakeRequest(*strangers)) == "said_no"
    assert refused(desk, WithdrawRequest(request)) == "request_declined"
    desk.do(ReopenRequest(request))
    desk.do(AcceptRequest(request))
    desk.do(RankRequest(request, Priority.MAYBE))


def test_what_was_withdrawn_is_neither_accepted_nor_declined(
    desk: Desk, strangers: tuple[ParticipantId, ParticipantId]
) -> None:
    request = desk.do(MakeRequest(*strangers))
    desk.do(WithdrawRequest(request))
    assert refused(desk, AcceptRequest(request)) == "request_withdrawn"
    assert refused(desk, DeclineRequest(request)) == "request_withdrawn"


def test_room_is_made_in_one_step(desk: Desk) -> None:
    hall = desk.read(timetable_grid).hall
    found = None
    for meeting in hall.meetings.values():
        if meeting.seated and not meeting.locked:
            desk.do(UnscheduleMeeting(meeting.id))
            now = desk.read(timetable_grid).hall
            found = next(((meeting, room) for room in rooms(now, meeting.people)), None)
            if found:
                break
            desk.undo()
    assert found is not None
    meeting, room = found
    before = desk.read(timetable_grid).hall
    step = MakeRoom(meeting.id, room.seat.slot, room.seat.table, room.blocker, room.new_seat.slot, room.new_seat.table)
    desk.do(step)
    after = desk.read(timetable_grid).hall.meetings
    assert (after[meeting.id].slot, after[room.blocker].slot) == (room.seat.slot, room.new_seat.slot)
    desk.undo()
    assert desk.read(timetable_grid).hall == before
