"""The engine in its own process: results, stops, refusals."""

from dataclasses import replace
from time import monotonic

import pytest

from eccp_desktop.base.progress import Progress
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.timetable.checker import check
from eccp_desktop.timetable.engine import solve
from eccp_desktop.timetable.problem import Placement, Problem
from eccp_desktop.timetable.process import EngineEnded, solve_apart
from eccp_desktop.timetable.timetable import Step
from tests.benchmarks.events import LARGE, NORMAL, STRESS, Size, event

BUSY = 15
"""Seconds that an answer may take on a machine that is busy with other things; who waits for the search takes a minute."""


class Stop:
    """Somebody who presses Stop when so many steps of progress were told."""

    def __init__(self, after: int = 1) -> None:
        self._to_come = after
        self._pressed = 0.0

    @property
    def ago(self) -> float:
        """Seconds since it was pressed."""
        return monotonic() - self._pressed

    def watch(self, _step: Progress) -> None:
        self._to_come -= 1

    def stopping(self) -> bool:
        if self._to_come > 0:
            return False
        self._pressed = self._pressed or monotonic()
        return True


@pytest.fixture(scope="module")
def problem() -> Problem:
    return event(NORMAL, seed=5)


def test_the_answer_is_the_engines_own(problem: Problem) -> None:
    steps: list[Progress] = []
    apart = solve_apart(problem, seconds=60, report=steps.append)
    assert apart.placements == solve(problem, seconds=60).placements
    assert isinstance(steps[-1], Step)
    assert steps[-1].placed == apart.placed


def test_a_stop_keeps_the_best_so_far(problem: Problem) -> None:
    steps: list[Progress] = []
    stopped = solve_apart(problem, seconds=60, report=steps.append, stopping=lambda: bool(steps))
    assert check(problem, stopped.placements) == []
    assert stopped.placed > 200


@pytest.mark.parametrize("size", [LARGE, STRESS], ids=["large", "stress"])
def test_a_stop_does_not_wait_for_a_solver_and_brings_reasons(size: Size) -> None:
    big = event(size, seed=5)
    stop = Stop()
    stopped = solve_apart(big, seconds=60, report=stop.watch, stopping=stop.stopping)
    assert stop.ago < BUSY, "half a second, and less than one at stress, on a machine that does nothing else"
    assert check(big, stopped.placements) == []
    assert any(gap.reason.facts for gap in stopped.unplaced)


def test_a_second_stop_ends_a_big_search_at_once_with_the_last_that_it_had_sent() -> None:
    big = event(LARGE, seed=5)
    stop = Stop(after=2)
    stopped = solve_apart(big, seconds=60, report=stop.watch, stopping=stop.stopping, ending=stop.stopping)
    assert stop.ago < BUSY, "hardly anything on a machine that does nothing else"
    assert check(big, stopped.placements) == []


def test_a_second_stop_ends_at_once(problem: Problem) -> None:
    with pytest.raises(EngineEnded):
        solve_apart(problem, seconds=60, ending=lambda: True)


def test_a_refusal_comes_through(problem: Problem) -> None:
    clash = replace(problem, locked=(Placement("M1", "S1", "T1"), Placement("M2", "S1", "T1")))
    with pytest.raises(Refusal, match="kept_meetings_clash"):
        solve_apart(clash)
