"""Solves published business-to-business problems to proven optimality.

First a relaxation bounds the number of breaks, then exactly as many breaks as the bound are asked for, which guides the search
far better than minimising: most problems end here. Where the answer is no, or does not come soon, the breaks are minimised by
unsatisfiable cores, which raises the bound, and the question is asked again, with more work each time. A timetable with as many
breaks as the bound is optimal.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from time import monotonic

from ortools.sat.python import cp_model

from eccp_desktop.base.progress import Progress, Report, Stopping, never_stopping, unreported
from eccp_desktop.timetable.brokerage import Brokerage, breaks_of, narrowed
from eccp_desktop.timetable.brokerage_bound import NEARLY, fewest_breaks
from eccp_desktop.timetable.brokerage_chains import by_chains
from eccp_desktop.timetable.brokerage_model import BrokerageModel
from eccp_desktop.timetable.cp_sat import BY_STRATEGY, run

_MINIMISING = ("core", "no_lp")
_ASKING = ("no_lp", BY_STRATEGY)
_FIRST_WORK, _MORE_WORK = 1.0, 3.0
_QUESTIONS = 3
_RELAXED_WORK = 0.1
_CHAIN_SECONDS = 1.0


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


def solve_brokerage(
    brokerage: Brokerage,
    seconds: float = 120.0,
    seed: int = 0,
    workers: int = 2,
    report: Report = unreported,
    stopping: Stopping = never_stopping,
) -> BrokerageAnswer:
    """The timetable with fewest breaks, and a proof of it, within the time."""
    return _Search(brokerage, seconds, seed, workers, report, stopping).answer()


class _Search:
    def __init__(
        self, brokerage: Brokerage, seconds: float, seed: int, workers: int, report: Report, stopping: Stopping
    ) -> None:
        self._began = monotonic()
        self._brokerage = brokerage
        self._deadline = self._began + seconds
        self._seed = seed
        self._workers = workers
        self._report = report
        self._stopping = stopping
        self._slots: tuple[int, ...] = ()
        self._objective: int | None = None
        self._first: float | None = None
        self._bound = 0
        self._feasible = True

    def answer(self) -> BrokerageAnswer:
        narrow = narrowed(self._brokerage)
        if narrow is None:
            self._feasible = False
        else:
            self._brokerage = narrow
            self._relax()
        work = _FIRST_WORK
        while self._open():
            for _ in range(_QUESTIONS):
                if self._open() and not self._ask_for_bound(work):
                    break
            if self._open() and self._objective is None:
                self._chain()
            if self._open():
                self._minimise(work)
            work *= _MORE_WORK
        return BrokerageAnswer(
            self._status(), self._objective, self._bound, self._slots, monotonic() - self._began, self._first
        )

    def _open(self) -> bool:
        settled = not self._feasible or (self._objective is not None and self._objective <= self._bound)
        return not settled and not self._stopping() and monotonic() < self._deadline

    def _relax(self) -> None:
        seconds = self._deadline - monotonic()
        bound = fewest_breaks(self._brokerage, seconds, _RELAXED_WORK, self._seed, self._stopping)
        if bound is None:
            self._feasible = False
        else:
            self._raise_bound(bound)

    def _chain(self) -> None:
        deadline = min(self._deadline, monotonic() + _CHAIN_SECONDS)
        slots = by_chains(self._brokerage, deadline, self._seed, self._stopping)
        if slots is not None:
            self._keep(slots)

    def _minimise(self, work: float) -> None:
        breaks = BrokerageModel(self._brokerage)
        breaks.model.add(breaks.breaks >= self._bound)
        breaks.model.minimize(breaks.breaks)
        solver, status = self._run(breaks, work, _MINIMISING)
        if status == cp_model.INFEASIBLE:
            self._feasible = False
        elif status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            self._take(breaks, solver)
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE, cp_model.UNKNOWN):
            self._raise_bound(ceil(solver.best_objective_bound - NEARLY))

    def _ask_for_bound(self, work: float) -> bool:
        """Look for a timetable with as many breaks as the bound; answers whether the question was settled."""
        breaks = BrokerageModel(self._brokerage)
        breaks.model.add(breaks.breaks == self._bound)
        solver, status = self._run(breaks, work, _ASKING)
        if status == cp_model.INFEASIBLE:
            self._raise_bound(self._bound + 1)
            self._feasible = self._bound <= self._most()
        elif status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            self._take(breaks, solver)
        return status in (cp_model.INFEASIBLE, cp_model.OPTIMAL, cp_model.FEASIBLE)

    def _run(
        self, breaks: BrokerageModel, work: float, subsolvers: Sequence[str]
    ) -> tuple[cp_model.CpSolver, cp_model.CpSolverStatus]:
        return run(
            breaks.model,
            self._deadline - monotonic(),
            work,
            self._seed,
            self._workers,
            self._stopping,
            subsolvers=subsolvers if self._workers == len(subsolvers) else (),
            quick=True,
            linear=0 if self._workers == 1 else 1,
        )

    def _take(self, breaks: BrokerageModel, solver: cp_model.CpSolver) -> None:
        slots = tuple(next(t for t, variable in row.items() if solver.boolean_value(variable)) for row in breaks.taken)
        self._keep(slots)

    def _keep(self, slots: tuple[int, ...]) -> None:
        found = sum(breaks_of(self._brokerage, slots))
        if self._objective is None or found < self._objective:
            self._slots, self._objective = slots, found
        if self._first is None:
            self._first = monotonic() - self._began
        self._tell()

    def _raise_bound(self, bound: int) -> None:
        if bound > self._bound:
            self._bound = bound
            self._tell()

    def _tell(self) -> None:
        best = "none yet" if self._objective is None else str(self._objective)
        self._report(Progress(0, 0, f"breaks: {best}, at least {self._bound}"))

    def _most(self) -> int:
        """No timetable can have more breaks."""
        return sum(max(0, len(meetings) - 1) for meetings in self._brokerage.meetings_of())

    def _status(self) -> str:
        if not self._feasible:
            return "infeasible"
        if self._objective is None:
            return "unknown"
        return "optimal" if self._objective <= self._bound else "feasible"
