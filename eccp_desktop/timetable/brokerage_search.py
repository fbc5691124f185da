"""Solves published business-to-business problems to proven optimality.

A relaxation bounds the number of breaks; meanwhile a timetable with as many breaks as the bound is asked for, again with every
better bound, which guides the search far better than minimising: most problems end here. Where no answer comes soon, more
searches go on side by side: a second one asks for a few breaks more, deciding at random now and then, and one raises the bound
by unsatisfiable cores (A. Morgado et al., "Iterative and core-guided MaxSAT solving", Constraints 18, 2013). A timetable with
as many breaks as the bound is optimal.
"""

from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass
from time import monotonic

from ortools.sat.python import cp_model

from eccp_desktop.base.progress import Report, Stopping, never_stopping, unreported
from eccp_desktop.timetable.brokerage import Brokerage, narrowed
from eccp_desktop.timetable.brokerage_bound import fewest_breaks
from eccp_desktop.timetable.brokerage_chains import by_chains
from eccp_desktop.timetable.brokerage_known import Known
from eccp_desktop.timetable.brokerage_model import BrokerageModel
from eccp_desktop.timetable.cp_sat import Style, run, whole_bound

_ASKING = Style(quick=True, symmetry=False)
_ASKING_AT_RANDOM = Style(quick=True, symmetry=False, random=0.02)
_PROVING = Style(quick=True, cores=True)
_FIRST_WORK, _MORE_WORK = 0.5, 3.0
_RELAXED_WORK = 0.1
_AHEAD = 2
_EASY_SECONDS, _HARD_SECONDS = 0.5, 2.0
_CHAIN_SECONDS = 1.0
_UNLIMITED = 1_000_000_000


@dataclass(frozen=True, slots=True)
class BrokerageAnswer:
    """`status` is optimal, feasible, infeasible or unknown; `slots` the slot of each meeting from 0, empty without a
    timetable; `bound` is a number of breaks that no timetable can go below. Seconds are wall-clock seconds."""

    status: str
    objective: int | None
    bound: int
    slots: tuple[int, ...]
    seconds: float
    first_seconds: float | None
    best_seconds: float | None


def solve_brokerage(
    brokerage: Brokerage,
    seconds: float = 120.0,
    seed: int = 0,
    workers: int = 2,
    report: Report = unreported,
    stopping: Stopping = never_stopping,
) -> BrokerageAnswer:
    """The timetable with fewest breaks, and a proof of it, within the time. With one worker the searches take turns, and repeat
    themselves with the same seed unless the clock ends one of them; with more, up to three run side by side and do not."""
    known = Known(brokerage, report)
    narrow = narrowed(brokerage)
    if narrow is None:
        known.no_fewer_than(None)
    else:
        search = _Search(narrow, known, known.began + seconds, seed, stopping)
        if workers > 1:
            search.side_by_side()
        else:
            search.in_turn()
    return BrokerageAnswer(
        known.status(),
        known.objective,
        known.bound,
        known.slots,
        monotonic() - known.began,
        known.first_seconds,
        known.best_seconds,
    )


class _Search:
    def __init__(self, brokerage: Brokerage, known: Known, deadline: float, seed: int, stopping: Stopping) -> None:
        self._brokerage = brokerage
        self._model = BrokerageModel(brokerage)
        self._known = known
        self._deadline = deadline
        self._seed = seed
        self._stopping = stopping

    def side_by_side(self) -> None:
        """What most problems need begins at once, what only hard ones need later."""
        with ThreadPoolExecutor(4) as threads:
            searches = [threads.submit(self._relax), threads.submit(self._ask, _ASKING, _UNLIMITED)]
            wait(searches, timeout=_EASY_SECONDS)
            if not self._ended():
                searches.append(threads.submit(self._prove, _UNLIMITED))
                wait(searches, timeout=_HARD_SECONDS)
            if not self._ended():
                searches.append(threads.submit(self._ask, _ASKING_AT_RANDOM, _UNLIMITED, _AHEAD))
                self._place_by_chains()
        for search in searches:
            search.result()

    def in_turn(self) -> None:
        """One after the other, with more work each time."""
        self._relax()
        self._ask(_ASKING, _FIRST_WORK)
        self._place_by_chains()
        work = _FIRST_WORK
        while not self._ended():
            self._prove(work)
            self._ask(_ASKING, work)
            self._ask(_ASKING_AT_RANDOM, work, _AHEAD)
            work *= _MORE_WORK

    def _relax(self) -> None:
        bound = fewest_breaks(self._brokerage, self._seconds(), _RELAXED_WORK, self._seed, self._ended)
        self._known.no_fewer_than(bound)

    def _place_by_chains(self) -> None:
        if self._known.objective is None and not self._ended():
            deadline = min(self._deadline, monotonic() + _CHAIN_SECONDS)
            slots = by_chains(self._brokerage, deadline, self._seed, self._ended)
            if slots is not None:
                self._known.keep(slots)

    def _ask(self, style: Style, work: float, ahead: int = 0) -> None:
        """Look for a timetable with as many breaks as the bound, or up to `ahead` more, again with every answer, until one such
        question takes more work than this."""
        settled = True
        while settled and not self._ended():
            asked = self._known.target(ahead)
            model = self._model.model.clone()
            model.add(self._model.breaks <= asked)
            model.add(self._model.breaks >= self._known.bound)

            def outdated(asked: int = asked) -> bool:
                return self._ended() or self._known.target(ahead) < asked or self._known.bound > asked

            solver, status = run(model, self._seconds(), work, self._seed, 1, outdated, linear=0, style=style)
            if status == cp_model.INFEASIBLE:
                self._known.no_fewer_than(asked + 1)
            elif status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
                self._known.keep(self._model.slots(solver))
            settled = status != cp_model.UNKNOWN or outdated()

    def _prove(self, work: float) -> None:
        """Minimise the breaks by cores: each core raises the bound."""
        if self._ended():
            return
        model = self._model.model.clone()
        model.add(self._model.breaks >= self._known.bound)
        model.minimize(self._model.breaks)
        solver, status = run(
            model,
            self._seconds(),
            work,
            self._seed,
            1,
            self._ended,
            style=_PROVING,
            bounded=lambda bound: self._known.no_fewer_than(whole_bound(bound)),
        )
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            self._known.keep(self._model.slots(solver))
        self._known.no_fewer_than(None if status == cp_model.INFEASIBLE else whole_bound(solver.best_objective_bound))

    def _seconds(self) -> float:
        return self._deadline - monotonic()

    def _ended(self) -> bool:
        return self._known.settled() or self._stopping() or monotonic() >= self._deadline
