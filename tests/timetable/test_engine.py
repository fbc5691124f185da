"""The engine against brute force, and the promises of `solve`."""

from collections.abc import Iterable
from dataclasses import replace
from threading import Event, Thread

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eccp_desktop.base.progress import Progress, unreported
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.vocabulary import Presence
from eccp_desktop.timetable.checker import check
from eccp_desktop.timetable.engine import Run, solve
from eccp_desktop.timetable.problem import Interpreter, Mode, Person, Placement, Problem, Slot, Table, Wanted, for_mode
from eccp_desktop.timetable.timetable import Step, Timetable, Why
from tests.benchmarks.events import NORMAL, event, mixed
from tests.timetable.small_problems import best_by_trying, legal_timetables, problems, weights

few = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@few
@given(problems())
def test_a_small_problem_gets_its_best_timetable(problem: Problem) -> None:
    timetable = solve(problem, seconds=60)
    assert check(problem, timetable.placements) == []
    musts, others = best_by_trying(problem)
    assert (timetable.aims[0].value, timetable.aims[1].value) == (musts, others)
    assert timetable.proven
    assert len(timetable.placements) <= timetable.bound


@few
@given(problems())
def test_every_wanted_meeting_is_placed_or_explained(problem: Problem) -> None:
    timetable = solve(problem, seconds=60)
    placed = [seat.meeting for seat in timetable.placements]
    missing = [unplaced.meeting for unplaced in timetable.unplaced]
    assert sorted(placed + missing) == sorted(wanted.key for wanted in problem.wanted)


@pytest.fixture(scope="module")
def normal() -> Problem:
    return event(NORMAL, seed=7)


@pytest.fixture(scope="module")
def timetable(normal: Problem) -> Timetable:
    return solve(normal, seconds=60)


def test_a_normal_event_is_proven_best_and_has_few_breaks(normal: Problem, timetable: Timetable) -> None:
    assert check(normal, timetable.placements) == []
    assert timetable.proven
    assert timetable.placed == 270 == timetable.bound
    assert timetable.breaks <= 5


@pytest.mark.parametrize("seed", [1, 3])
def test_an_event_with_every_side_condition_is_legal_and_within_its_bounds(seed: int) -> None:
    problem = mixed(NORMAL, seed)
    found = solve(problem, seconds=60)
    assert check(problem, found.placements) == []
    for aim in found.aims[:2]:
        assert aim.bound * 0.95 <= aim.value <= aim.bound
    assert all(aim.value >= aim.bound for aim in found.aims[2:])


def test_the_same_seed_gives_the_same_timetable(normal: Problem, timetable: Timetable) -> None:
    again = solve(normal, seconds=60)
    assert again.repeatable
    assert again.placements == timetable.placements
    assert again.unplaced == timetable.unplaced


def test_progress_only_grows(normal: Problem) -> None:
    steps: list[Progress] = []
    solve(normal, seconds=5, report=steps.append)
    placed = [step.placed for step in steps if isinstance(step, Step)]
    assert placed == sorted(placed)
    assert steps


def test_a_stop_keeps_a_legal_timetable(normal: Problem) -> None:
    stopped = solve(normal, seconds=30, stopping=lambda: True)
    assert check(normal, stopped.placements) == []
    assert stopped.placed > 250
    assert not stopped.repeatable


def test_the_best_so_far_is_finished_beside_a_search_that_goes_on(normal: Problem) -> None:
    end = Event()
    run = Run(normal, Mode.ALL, 60, 0, 1, unreported, end.is_set, None)
    search = Thread(target=run.timetable, daemon=True)
    search.start()
    while not run.has_plan:
        search.join(0.01)
    answer = run.answer_now()
    assert check(normal, answer.placements) == []
    assert answer.placed + len(answer.unplaced) == answer.wanted
    assert {gap.reason.code for gap in answer.unplaced} - {Why.MIXED}, "reasons are there at once"
    end.set()
    search.join(30)
    assert not search.is_alive()
    assert run.answer_now() is answer, "there is one answer"


def test_free_moves_nothing_that_is_placed(normal: Problem, timetable: Timetable) -> None:
    without = timetable.placements[:-20]
    problem = replace(normal, current=without)
    filled = solve(problem, Mode.FREE, seconds=5)
    assert set(without) <= set(filled.placements)
    assert filled.placed > len(without)
    assert check(for_mode(problem, Mode.FREE), filled.placements) == []


def test_repair_keeps_the_past_and_moves_little(normal: Problem, timetable: Timetable) -> None:
    past = frozenset(slot.key for slot in normal.slots[:5])
    gone, late = timetable.placements[-1], timetable.placements[150]
    members = {wanted.key: wanted.people for wanted in normal.wanted}
    leaving, delayed = members[gone.meeting][0], members[late.meeting][1]
    people = tuple(
        replace(person, presence=Presence.GONE)
        if person.key == leaving
        else replace(person, late_until=1440 + 540)
        if person.key == delayed
        else person
        for person in normal.people
    )
    problem = replace(normal, people=people, current=timetable.placements, past=past)
    repaired = solve(problem, Mode.REPAIR, seconds=5)
    assert check(problem, repaired.placements) == []
    before = {seat for seat in timetable.placements if seat.slot in past}
    assert before <= set(repaired.placements)
    lost = sum(1 for seat in timetable.placements if seat.slot not in past and leaving in members[seat.meeting])
    assert repaired.cancelled == lost
    slots = {seat.meeting: seat.slot for seat in timetable.placements}
    tables = {seat.meeting: seat.table for seat in problem.current}
    staying = [seat for seat in repaired.placements if slots.get(seat.meeting) == seat.slot]
    assert all(tables[seat.meeting] == seat.table for seat in staying), "who keeps the slot keeps the table"
    moved = [seat for seat in repaired.placements if slots.get(seat.meeting, seat.slot) != seat.slot]
    delayed_meetings = sum(1 for seat in timetable.placements if delayed in members[seat.meeting])
    assert len(moved) <= 3 * delayed_meetings


def test_locked_meetings_that_clash_are_refused() -> None:
    slots = (Slot("s", "d", "am", 0, 20),)
    wanted = (Wanted("m", ("a", "b")), Wanted("n", ("a", "c")))
    people = (Person("a"), Person("b"), Person("c"))
    locked = (Placement("m", "s", "t"), Placement("n", "s", "u"))
    problem = Problem(slots, (Table("t"), Table("u")), people, wanted, locked=locked)
    with pytest.raises(Refusal, match="kept_meetings_clash"):
        solve(problem)


def test_locked_meetings_for_which_there_are_not_enough_tables_are_refused() -> None:
    wanted = (Wanted("m", ("a", "b")), Wanted("n", ("c", "d")))
    locked = (Placement("m", "s"), Placement("n", "s"))
    people = tuple(Person(name) for name in "abcd")
    problem = Problem((Slot("s", "d", "am", 0, 20),), (Table("t"),), people, wanted, locked=locked)
    with pytest.raises(Refusal, match="kept_meetings_clash"):
        solve(problem)


def test_an_event_without_slots_or_wishes_is_empty() -> None:
    assert solve(Problem((), (), (), ())).placed == 0
    nobody = Problem((Slot("s", "d", "am", 0, 20),), (), (Person("a"), Person("b")), (Wanted("m", ("a", "b")),))
    answer = solve(nobody)
    assert (answer.placed, answer.wanted, answer.bound) == (0, 1, 0)


@few
@given(problems(most_wanted=4), st.data())
def test_free_and_repair_are_as_good_as_brute_force(problem: Problem, data: st.DataObject) -> None:
    """Free: most weight while the timetable in force stays. Repair: nobody who can stay or move loses a meeting more than
    brute force says, and no fewer moves would have done."""
    current = solve(problem, seconds=5).placements
    gone = data.draw(st.sampled_from(problem.people)).key
    free = for_mode(replace(problem, current=current[1:]), Mode.FREE)
    found = solve(free, Mode.FREE, seconds=5)
    assert weights(free, found.placements) == best_by_trying(free)
    people = tuple(
        replace(person, presence=Presence.GONE) if person.key == gone else person for person in problem.people
    )
    changed = for_mode(replace(problem, people=people, current=current), Mode.REPAIR)
    repaired = solve(changed, Mode.REPAIR, seconds=5)
    kept = changed.kept()
    slots = {seat.meeting: seat.slot for seat in current}
    staying = [seat for seat in current if seat.meeting in kept or gone not in members(problem, seat.meeting)]
    possible = [
        timetable
        for timetable in legal_timetables(changed)
        if {seat.meeting for seat in staying} <= {seat.meeting for seat in timetable}
    ]
    assert {seat.meeting for seat in staying} <= {seat.meeting for seat in repaired.placements}
    fewest = min(moved(slots, timetable) for timetable in possible)
    assert moved(slots, repaired.placements) == fewest


def moved(slots: dict[str, str], timetable: Iterable[Placement]) -> int:
    return sum(1 for seat in timetable if slots.get(seat.meeting, seat.slot) != seat.slot)


def members(problem: Problem, meeting: str) -> tuple[str, ...]:
    return next(wanted.people for wanted in problem.wanted if wanted.key == meeting)


def test_a_locked_meeting_that_is_over_keeps_who_interpreted() -> None:
    slots = (Slot("s0", "2016-04-25", "am", 540, 560), Slot("s1", "2016-04-25", "am", 565, 585))
    problem = Problem(
        slots,
        (Table("t0"),),
        (Person("p0"), Person("p1")),
        (Wanted("m0", ("p0", "p1"), 1, language="fr"),),
        locked=(Placement("m0", "s0", "t0"),),
        interpreters=(Interpreter("i", frozenset({"fr"})),),
    )
    held = solve(problem, seconds=1).placements
    assert held == (Placement("m0", "s0", "t0", "i"),)
    later = replace(problem, current=held, past=frozenset({"s0"}))
    assert solve(later, Mode.FREE, seconds=1).placements == held


@few
@given(problems(), st.sampled_from([Mode.ALL, Mode.FREE, Mode.REPAIR]), st.data())
def test_on_a_changed_day_every_mode_is_legal(problem: Problem, mode: Mode, data: st.DataObject) -> None:
    current = solve(problem, seconds=5).placements
    gone = data.draw(st.sampled_from(problem.people)).key
    past = frozenset(slot.key for slot in problem.slots[: data.draw(st.integers(0, 2))])
    people = tuple(
        replace(person, presence=Presence.GONE) if person.key == gone else person for person in problem.people
    )
    changed = for_mode(replace(problem, people=people, past=past, current=current), mode)
    again = solve(changed, mode, seconds=5)
    assert check(changed, again.placements) == []
    if mode is Mode.FREE:
        assert set(current) <= set(again.placements)
