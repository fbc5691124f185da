"""Solves published business-to-business problems to proven optimality.

First the number of breaks is minimised for a short while: that settles most problems, and gives a bound of the others. Then
exactly as many breaks as the bound are asked for, which guides the search far better; a proof that there is no such
timetable raises the bound by one, a timetable with as many breaks as the bound is optimal.
"""

from dataclasses import dataclass
from time import monotonic

from ortools.sat.python import cp_model

from eccp_desktop.base.progress import Progress, Report, Stopping, never_stopping, unreported
from eccp_desktop.timetable.brokerage import Brokerage, breaks_of
from eccp_desktop.timetable.brokerage_bound import fewest_breaks
from eccp_desktop.timetable.brokerage_chains import by_chains
from eccp_desktop.timetable.brokerage_model import BrokerageModel
from eccp_desktop.timetable.cp_sat import run

_SUBSOLVERS = ("core", "no_lp")
_FIRST_WORK = 0.4
_RELAXED_SECONDS = 0.5
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
        if not all(self._brokerage.options) and self._brokerage.pairs:
            self._feasible = False
        work = _FIRST_WORK
        while self._open():
            self._minimise(work)
            if work == _FIRST_WORK and self._open():
                self._relax()
            while self._open() and self._ask_for_bound(4 * work):
                pass
            work *= 8
        return BrokerageAnswer(
            self._status(), self._objective, self._bound, self._slots, monotonic() - self._began, self._first
        )

    def _open(self) -> bool:
        settled = not self._feasible or (self._objective is not None and self._objective <= self._bound)
        return not settled and not self._stopping() and monotonic() < self._deadline

    def _relax(self) -> None:
        bound = fewest_breaks(self._brokerage, _RELAXED_SECONDS, self._seed, self._stopping)
        if bound is None:
            self._feasible = False
        else:
            self._raise_bound(bound)
        if self._objective is None and self._open():
            slots = by_chains(
                self._brokerage, min(self._deadline, monotonic() + _CHAIN_SECONDS), self._seed, self._stopping
            )
            if slots is not None:
                self._keep(slots)

    def _minimise(self, work: float) -> None:
        breaks = BrokerageModel(self._brokerage)
        breaks.model.add(breaks.breaks >= self._bound)
        breaks.model.minimize(breaks.breaks)
        solver, status = self._run(breaks, work)
        if status == cp_model.INFEASIBLE:
            self._feasible = False
        elif status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            self._take(breaks, solver)
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE, cp_model.UNKNOWN):
            self._raise_bound(int(max(0.0, solver.best_objective_bound) + 0.999))

    def _ask_for_bound(self, work: float) -> bool:
        """Look for a timetable with as many breaks as the bound; answers whether the question was settled."""
        breaks = BrokerageModel(self._brokerage)
        breaks.model.add(breaks.breaks == self._bound)
        solver, status = self._run(breaks, work)
        if status == cp_model.INFEASIBLE:
            self._raise_bound(self._bound + 1)
            if self._bound > self._most():
                self._feasible = False
            return True
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            self._take(breaks, solver)
            return True
        return False

    def _run(self, breaks: BrokerageModel, work: float) -> tuple[cp_model.CpSolver, cp_model.CpSolverStatus]:
        return run(
            breaks.model,
            self._deadline - monotonic(),
            work,
            self._seed,
            self._workers,
            self._stopping,
            subsolvers=_SUBSOLVERS if self._workers == len(_SUBSOLVERS) else (),
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
