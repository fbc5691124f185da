"""Bounds never claim more than brute force finds, and prices that are wrong only make them weaker."""

from random import Random

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eccp_desktop.timetable.bounds import Measure, relax_sessions, relax_slots
from eccp_desktop.timetable.figures import breaks, least_breaks
from eccp_desktop.timetable.instance import compile_problem, must_factor
from eccp_desktop.timetable.linear import Programme, choose_whole, relax_programme, safe_bound
from eccp_desktop.timetable.packing import Packing, Row
from eccp_desktop.timetable.problem import Problem
from eccp_desktop.timetable.slot_plan import SlotPlan
from tests.timetable.small_problems import best_by_trying, legal_timetables, problems

few = settings(max_examples=40, deadline=None)


@st.composite
def programmes(draw: st.DrawFn) -> Programme:
    """Up to six columns with values, rows over some of them, and groups."""
    columns = range(draw(st.integers(1, 6)))
    some = st.lists(st.sampled_from(columns), min_size=1, unique=True)
    rows = [Row(draw(some), draw(st.integers(0, 2))) for _ in range(draw(st.integers(0, 4)))]
    groups = draw(st.lists(some, max_size=2))
    return Programme([draw(st.integers(0, 9)) for _ in columns], rows, groups)


def best_choice(programme: Programme) -> tuple[int, int]:
    """Most value, and with it fewest empty groups (negative), over every choice of columns."""
    best = (-1, 0)
    for choice in range(1 << len(programme.values)):
        chosen = {n for n in range(len(programme.values)) if choice >> n & 1}
        if all(len(chosen.intersection(row.columns)) <= row.room for row in programme.rows):
            value = sum(programme.values[n] for n in chosen)
            best = max(best, (value, -sum(chosen.isdisjoint(group) for group in programme.groups)))
    return best


@few
@given(programmes())
def test_whole_columns_are_chosen_best_and_the_bound_is_no_less(programme: Programme) -> None:
    value, empty = best_choice(programme)
    whole, relaxed = choose_whole(programme, 5.0, 0), relax_programme(programme)
    assert whole is not None
    assert relaxed is not None
    assert sum(programme.values[n] for n in whole.columns) == value <= relaxed.bound
    if relaxed.bound == value:
        assert relaxed.empty <= -empty


@few
@given(programmes(), st.integers(0, 1_000))
def test_any_prices_give_a_bound(programme: Programme, seed: int) -> None:
    random = Random(seed)
    prices = [random.uniform(-3, 9) for _ in (*programme.rows, *programme.groups)]
    _, bound = safe_bound(programme, numpy.array(prices))
    assert bound >= best_choice(programme)[0]


@few
@given(problems())
def test_no_timetable_exceeds_the_bounds(problem: Problem) -> None:
    instance = compile_problem(problem)
    musts, others = best_by_trying(problem)
    best = musts * must_factor(problem) + others
    assert relax_sessions(instance, Measure.WORTH).bound >= best
    assert relax_sessions(instance, Measure.WEIGHT).bound >= musts + others
    relaxed = relax_slots(Packing(SlotPlan(instance), range(len(instance.options))), seconds=10)
    assert relaxed is not None
    assert relaxed.bound >= best


@few
@given(problems(most_wanted=3))
def test_no_timetable_of_the_same_meetings_has_fewer_breaks(problem: Problem) -> None:
    instance = compile_problem(problem)
    numbers = {slot.key: t for t, slot in enumerate(problem.slots)}
    for timetable in legal_timetables(problem):
        at = {seat.meeting: numbers[seat.slot] for seat in timetable}
        slot_of = [at.get(wanted.key, -1) for wanted in problem.wanted]
        diaries = [[-1] * len(numbers) for _ in problem.people]
        for m, t in enumerate(slot_of):
            for p in instance.people_of[m] if t >= 0 else ():
                diaries[p][t] = m
        assert least_breaks(instance, slot_of) <= sum(breaks(instance, diaries))


def test_a_programme_without_columns_is_worth_nothing() -> None:
    relaxed = relax_programme(Programme([], []))
    assert relaxed is not None
    assert relaxed.bound == 0
    assert pytest.approx(relaxed.shares) == []
