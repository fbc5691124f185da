"""What the timetable page reads."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from eccp_desktop.actions.cancel_meeting import CancelMeeting
from eccp_desktop.actions.requests import DeclineRequest, MakeRequest
from eccp_desktop.actions.unschedule_meeting import UnscheduleMeeting
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.matching import plain
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.seating import pairing_refusal
from eccp_desktop.domain.vocabulary import MeetingState, Priority
from eccp_desktop.store.reads.timetable_grid import TimetableGrid, timetable_grid
from tests.fairs import FillFair, fair


@pytest.fixture
def desk(tmp_path: Path, clock: HeldClock) -> Iterator[Desk]:
    desk = fair(tmp_path / "fair.eccp", clock, FillFair(people=24, meetings=40, waiting=4))
    yield desk
    desk.close()


def strangers(grid: TimetableGrid) -> tuple[str, str]:
    met = {frozenset(meeting.people) for meeting in grid.hall.meetings.values()}
    people = list(grid.hall.diaries.values())
    return next(
        (one.id, other.id)
        for one in people
        for other in people
        if frozenset((one.id, other.id)) not in met and pairing_refusal(grid.hall.pairing, one, other) is None
    )


def test_people_stand_in_the_order_of_the_alphabet_whatever_their_script(desk: Desk) -> None:
    names = [person.name for person in desk.read(timetable_grid).people]
    assert names == sorted(names, key=plain)
    assert names[0].startswith("Alvarez")


def test_every_meeting_is_in_the_grid_or_in_the_tray(desk: Desk) -> None:
    grid = desk.read(timetable_grid)
    assert len(grid.hall.at_table) == 40
    assert len(grid.waiting) == 4
    assert len(grid.hall.at_table) + len(grid.waiting) == len(grid.hall.meetings)


def test_the_most_wanted_waits_first_and_the_cancelled_last(desk: Desk) -> None:
    seated = [meeting.id for meeting in desk.read(timetable_grid).hall.meetings.values() if meeting.seated]
    free = [meeting for meeting in seated if not desk.read(timetable_grid).hall.meetings[meeting].locked]
    desk.do(CancelMeeting(free[0]))
    desk.do(UnscheduleMeeting(free[1], because="Asked for the afternoon"))
    waiting = desk.read(timetable_grid).waiting
    assert waiting[-1].state is MeetingState.CANCELLED
    ranks = [list(Priority).index(meeting.priority) for meeting in waiting[:-1] if meeting.priority]
    assert ranks == sorted(ranks)
    assert "Asked for the afternoon" in {meeting.reason for meeting in waiting}


def test_a_wish_without_a_meeting_is_counted_until_it_is_declined(desk: Desk) -> None:
    grid = desk.read(timetable_grid)
    one, other = strangers(grid)
    request = desk.do(MakeRequest(one, other, Priority.MUST))
    assert desk.read(timetable_grid).wishes == grid.wishes + 1
    with pytest.raises(Refusal, match="asked_already"):
        desk.do(MakeRequest(one, other))
    assert desk.do(DeclineRequest(request)) == ()
    assert desk.read(timetable_grid).wishes == grid.wishes


def test_declining_cancels_the_meeting_of_the_two(desk: Desk) -> None:
    grid = desk.read(timetable_grid)
    meeting = next(meeting for meeting in grid.hall.meetings.values() if meeting.seated and not meeting.locked)
    request = desk.do(MakeRequest(meeting.people[1], meeting.people[0]))
    assert desk.do(DeclineRequest(request)) == (meeting.number,)
    assert desk.read(timetable_grid).hall.meetings[meeting.id].state is MeetingState.CANCELLED
    desk.undo()
    assert desk.read(timetable_grid).hall.meetings[meeting.id].seated
