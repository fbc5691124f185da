"""Moves by hand, judged by the timetable's checker: it shares no code with the rulebook that allowed or refused them."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from eccp_desktop.actions.make_room import MakeRoom
from eccp_desktop.actions.move_meeting import MoveMeeting
from eccp_desktop.actions.seat_meeting import SeatMeeting
from eccp_desktop.actions.swap_meetings import SwapMeetings
from eccp_desktop.actions.unschedule_meeting import UnscheduleMeeting
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.timetable_problem import event_problem
from eccp_desktop.desk.timetabling import Timetabling
from eccp_desktop.domain.hall import Hall
from eccp_desktop.domain.ids import MeetingId, SlotId, TableId
from eccp_desktop.domain.making_room import free_seats, rooms
from eccp_desktop.domain.moving import move_refusal
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.store.reads.hall import hall
from eccp_desktop.store.reads.timetable_problem import timetable_facts
from eccp_desktop.timetable.checker import Rule, Violation, check
from eccp_desktop.timetable.problem import Placement, Problem
from tests.fairs import FillFair, LayZones, fair

MOVES = 120


@pytest.fixture(params=["one zone", "two zones"])
def desk(request: pytest.FixtureRequest, tmp_path: Path, clock: HeldClock) -> Iterator[Desk]:
    desk = fair(tmp_path / "fair.eccp", clock, FillFair(people=40, meetings=90, waiting=6))
    if request.param == "two zones":
        desk.do(LayZones())
    yield desk
    desk.close()


def problem_of(desk: Desk) -> Problem:
    return event_problem(desk.read(timetable_facts)).problem


def movable(problem: Problem) -> list[Placement]:
    locked = {one.meeting for one in problem.locked}
    return [one for one in problem.current if one.meeting not in locked]


def broken_by(problem: Problem, others: list[Placement], *seats: Placement) -> set[Violation]:
    """The rules that are broken with these seats, and not without them."""
    return set(check(problem, [*others, *seats])) - set(check(problem, others))


def test_what_the_rulebook_allows_is_legal_and_what_it_refuses_is_not(desk: Desk) -> None:
    random = Random(1)
    allowed = refused = 0
    for _ in range(MOVES):
        problem = problem_of(desk)
        meeting = random.choice(movable(problem)).meeting
        seat = Placement(meeting, random.choice(problem.slots).key, random.choice(problem.tables).key)
        others = [one for one in problem.current if one.meeting != meeting]
        try:
            desk.do(MoveMeeting(MeetingId(meeting), SlotId(seat.slot), TableId(seat.table)))
        except Refusal:
            refused += 1
            assert broken_by(problem, others, seat), seat
        else:
            allowed += 1
            assert not broken_by(problem, others, seat), seat
    assert allowed > 20
    assert refused > 20


def test_so_it_is_with_meetings_that_change_places(desk: Desk) -> None:
    random = Random(2)
    allowed = refused = 0
    for _ in range(MOVES):
        problem = problem_of(desk)
        one, other = random.sample(movable(problem), 2)
        others = [seat for seat in problem.current if seat.meeting not in (one.meeting, other.meeting)]
        swapped = [Placement(one.meeting, other.slot, other.table), Placement(other.meeting, one.slot, one.table)]
        try:
            desk.do(SwapMeetings(MeetingId(one.meeting), MeetingId(other.meeting)))
        except Refusal:
            refused += 1
            assert broken_by(problem, others, *swapped), swapped
        else:
            allowed += 1
            assert not broken_by(problem, others, *swapped), swapped
    assert allowed > 5
    assert refused > 20


def test_seats_and_rooms_that_are_offered_to_the_tray_are_legal(desk: Desk) -> None:
    random = Random(3)
    seats = room = 0
    for _ in range(20):
        problem = problem_of(desk)
        taken = MeetingId(random.choice(movable(problem)).meeting)
        desk.do(UnscheduleMeeting(taken))
        before = problem_of(desk)
        found = desk.read(hall)
        people = found.meetings[taken].people
        for seat in list(free_seats(found, people))[:3]:
            seats += 1
            assert not broken_by(before, list(before.current), Placement(taken, seat.slot, seat.table))
        offer = next(rooms(found, people), None)
        if offer is not None:
            room += 1
            new = offer.new_seat
            desk.do(MakeRoom(taken, offer.seat.slot, offer.seat.table, offer.blocker, new.slot, new.table))
            after = problem_of(desk)
            assert set(check(after, after.current)) <= set(check(before, before.current))
            desk.undo()
        desk.undo()
    assert seats > 10
    assert room > 3


def test_what_fills_a_hole_is_legal(desk: Desk) -> None:
    found = 0
    for slot in desk.read(hall).slots:
        problem = problem_of(desk)
        for filler in Timetabling(desk).fill_hole(slot, limit=3):
            found += 1
            seat = Placement(filler.meeting or "/".join(filler.people), filler.seat.slot, filler.seat.table)
            others = [one for one in problem.current if one.meeting != seat.meeting]
            assert not broken_by(problem, others, seat)
    assert found > 5


def test_who_means_it_may_make_somebody_hurry(tmp_path: Path, clock: HeldClock) -> None:
    desk = fair(tmp_path / "fair.eccp", clock, FillFair(people=40, meetings=90, waiting=0))
    desk.do(LayZones())
    meeting, slot, table = next(far_seats(desk.read(hall)))
    for waiting in (False, True):
        intent = SeatMeeting if waiting else MoveMeeting
        if waiting:
            desk.do(UnscheduleMeeting(meeting))
        with pytest.raises(Refusal, match="no_time_to_walk") as refused:
            desk.do(intent(meeting, slot, table))
        facts = refused.value.facts
        assert {facts["first_zone"], facts["second_zone"]} == {"North", "South"}
        assert desk.read(hall).tables[table].number in (facts["first"], facts["second"])
        desk.do(intent(meeting, slot, table, hurried=True))
        problem = problem_of(desk)
        assert any(one.rule is Rule.NO_TIME_TO_WALK for one in check(problem, problem.current))
        desk.undo()
    desk.close()


def far_seats(found: Hall) -> Iterator[tuple[MeetingId, SlotId, TableId]]:
    """Meetings, and seats to which only the way is too long."""
    for meeting in found.meetings.values():
        for table in found.free_tables(meeting.slot) if meeting.slot is not None and not meeting.locked else ():
            assert meeting.slot is not None
            refusal = move_refusal(found, meeting.id, meeting.slot, table.id)
            if refusal is not None and refusal.code == "no_time_to_walk":
                yield meeting.id, meeting.slot, table.id
