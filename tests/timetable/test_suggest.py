"""One hole: the best legal meetings, at once."""

from dataclasses import replace
from time import thread_time

from eccp_desktop.domain.vocabulary import Presence
from eccp_desktop.timetable.checker import check
from eccp_desktop.timetable.engine import solve
from eccp_desktop.timetable.problem import Person, Placement, Problem, Slot, Table, Wanted
from eccp_desktop.timetable.suggest import suggest
from tests.benchmarks.events import LARGE, event

SLOTS = tuple(Slot(f"s{n}", "2016-04-25", "am", 540 + 25 * n, 560 + 25 * n) for n in range(3))
PROBLEM = Problem(
    slots=SLOTS,
    tables=(Table("t1"), Table("t2")),
    people=tuple(Person(name, presence=Presence.HERE) for name in "abcd"),
    wanted=(
        Wanted("ab", ("a", "b"), weight=3),
        Wanted("cd", ("c", "d"), weight=6, must=True),
        Wanted("ac", ("a", "c"), weight=1),
    ),
)


def found(problem: Problem, slot: str, *people: str) -> list[str]:
    return [suggestion.meeting for suggestion in suggest(problem, slot, people)]


def test_must_meetings_come_first() -> None:
    assert found(PROBLEM, "s0") == ["cd", "ab", "ac"]
    assert found(PROBLEM, "s0", "a") == ["ab", "ac"]


def test_busy_people_and_taken_tables_are_left_alone() -> None:
    problem = replace(PROBLEM, current=(Placement("cd", "s0", "t1"),))
    assert [(one.meeting, one.table) for one in suggest(problem, "s0")] == [("ab", "t2")]
    assert found(replace(problem, tables=problem.tables[:1]), "s0") == []


def test_a_later_meeting_can_be_brought_forward_unless_it_is_locked() -> None:
    later = Placement("cd", "s2", "t1")
    problem = replace(PROBLEM, current=(later,))
    first = suggest(problem, "s0")[0]
    assert (first.meeting, first.from_slot) == ("cd", "s2")
    assert found(replace(problem, locked=(later,)), "s0") == ["ab", "ac"]
    assert found(replace(problem, current=(Placement("cd", "s0", "t1"),)), "s1") == ["ab", "ac"]


def test_nobody_is_sent_to_another_zone_without_time_to_walk() -> None:
    tables = (Table("t1", zone="a"), Table("t2", zone="b"))
    people = (replace(PROBLEM.people[0], slow_walker=True), *PROBLEM.people[1:])
    problem = replace(PROBLEM, tables=tables, people=people, current=(Placement("ab", "s1", "t2"),))
    assert [(one.meeting, one.table) for one in suggest(problem, "s0", "a")] == [("ab", "t1"), ("ac", "t2")]
    taken = replace(problem, tables=(tables[0], replace(tables[1], closed=frozenset({"s0"}))))
    assert [one.meeting for one in suggest(taken, "s0", "a")] == ["ab"]


def test_people_in_the_building_come_first() -> None:
    people = (*PROBLEM.people[:3], Person("d"))
    assert found(replace(PROBLEM, people=people), "s0") == ["ab", "ac", "cd"]
    gone = (*PROBLEM.people[:3], Person("d", presence=Presence.GONE))
    assert found(replace(PROBLEM, people=gone), "s0") == ["ab", "ac"]


def test_a_large_event_is_answered_at_once_and_legally() -> None:
    problem = event(LARGE, seed=3)
    problem = replace(problem, current=solve(problem, seconds=2).placements[:-40])
    slot = problem.slots[-1].key
    began = thread_time()
    suggestions = suggest(problem, slot)
    assert thread_time() - began < 0.5
    assert len(suggestions) == 3
    for one in suggestions:
        moved = [seat for seat in problem.current if seat.meeting != one.meeting]
        assert check(problem, [*moved, Placement(one.meeting, one.slot, one.table)]) == []
