"""Running CP-SAT so that it can be stopped and repeats itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil
from threading import Event, Thread

from ortools.sat.python import cp_model

from eccp_desktop.base.progress import Stopping

POLL_SECONDS = 0.02
_NEARLY = 1e-6

Expression = cp_model.LinearExpr


def total(parts: Sequence[Expression | int]) -> Expression:
    """The sum as an expression, also where there are no parts."""
    expression: Expression = cp_model.LinearExpr.sum(list(parts))
    return expression


def whole_bound(bound: float) -> int:
    """The least whole number, not below 0, that an objective of whole numbers can have where the solver proves this bound."""
    return ceil(max(0.0, bound) - _NEARLY)


@dataclass(frozen=True, slots=True)
class Style:
    """How CP-SAT is to search. `quick` is for models whose search takes a second: probing them beforehand would take longer.
    Looking for `symmetry` speeds proofs up and slows the search for a solution down. `cores` raises the bound by sets of
    wishes that cannot all come true. `random` is the share of decisions taken at random: it finds what others miss."""

    quick: bool = False
    symmetry: bool = True
    cores: bool = False
    random: float = 0.0


USUAL = Style()


def run(
    model: cp_model.CpModel,
    seconds: float,
    work: float,
    seed: int,
    workers: int,
    stopping: Stopping,
    linear: int = 1,
    style: Style = USUAL,
    bounded: Callable[[float], None] | None = None,
) -> tuple[cp_model.CpSolver, cp_model.CpSolverStatus]:
    """Solve with a limit of wall-clock seconds and one of `work` (CP-SAT's deterministic time, about a second each).

    `linear` says how much of the model CP-SAT's linear relaxation holds (0 to 2). `bounded` is told each better bound, from
    another thread. With one worker the result depends on seed and work alone, unless the wall clock ends it first.
    """
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = max(0.01, seconds)
    solver.parameters.max_deterministic_time = work
    solver.parameters.random_seed = seed
    solver.parameters.num_workers = workers
    solver.parameters.linearization_level = linear
    if style.quick:
        solver.parameters.cp_model_probing_level = 0
        solver.parameters.max_presolve_iterations = 1
    if not style.symmetry:
        solver.parameters.symmetry_level = 0
    solver.parameters.optimize_with_core = style.cores
    solver.parameters.random_branches_ratio = style.random
    solver.best_bound_callback = bounded
    done = Event()

    def watch() -> None:
        while not done.wait(POLL_SECONDS):
            if stopping():
                solver.stop_search()
                return

    watcher = Thread(target=watch, daemon=True)
    watcher.start()
    try:
        status = solver.solve(model)
    finally:
        done.set()
        watcher.join()
    return solver, status
