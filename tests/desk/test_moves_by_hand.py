"""Moves by hand, judged by the timetable's checker: it shares no code with the rulebook that allowed or refused them."""

from pathlib import Path
from random import Random

from eccp_desktop.actions.move_meeting import MoveMeeting
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.timetable_problem import event_problem
from eccp_desktop.domain.ids import MeetingId, SlotId, TableId
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.store.reads.timetable_problem import timetable_facts
from eccp_desktop.timetable.checker import check
from eccp_desktop.timetable.problem import Placement
from tests.fairs import FillFair, fair

MOVES = 120


def test_what_the_rulebook_allows_is_legal_and_what_it_refuses_is_not(tmp_path: Path, clock: HeldClock) -> None:
    desk = fair(tmp_path / "fair.eccp", clock, FillFair(people=40, meetings=90, waiting=0))
    random = Random(1)
    allowed = refused = 0
    for _ in range(MOVES):
        problem = event_problem(desk.read(timetable_facts)).problem
        locked = {one.meeting for one in problem.locked}
        meeting = random.choice([one.meeting for one in problem.current if one.meeting not in locked])
        seat = Placement(meeting, random.choice(problem.slots).key, random.choice(problem.tables).key)
        others = [one for one in problem.current if one.meeting != meeting]
        without = len(check(problem, others))
        try:
            desk.do(MoveMeeting(MeetingId(meeting), SlotId(seat.slot), TableId(seat.table)))
        except Refusal:
            refused += 1
            assert len(check(problem, [*others, seat])) > without, seat
        else:
            allowed += 1
            assert len(check(problem, [*others, seat])) == without, seat
    desk.close()
    assert allowed > 20
    assert refused > 20
