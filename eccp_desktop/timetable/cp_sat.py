"""Running CP-SAT so that it can be stopped and repeats itself."""

from collections.abc import Sequence
from threading import Event, Thread

from ortools.sat.python import cp_model

from eccp_desktop.base.progress import Stopping

POLL_SECONDS = 0.05
BY_STRATEGY = "no_lp_by_strategy"
"""A subsolver without a linear relaxation that begins each restart with the model's own decisions."""

Expression = cp_model.LinearExpr


def total(parts: Sequence[Expression | int]) -> Expression:
    """The sum as an expression, also where there are no parts."""
    expression: Expression = cp_model.LinearExpr.sum(list(parts))
    return expression


def run(
    model: cp_model.CpModel,
    seconds: float,
    work: float,
    seed: int,
    workers: int,
    stopping: Stopping,
    subsolvers: Sequence[str] = (),
    linear: int = 1,
    quick: bool = False,
) -> tuple[cp_model.CpSolver, cp_model.CpSolverStatus]:
    """Solve with a limit of wall-clock seconds and one of `work` (CP-SAT's deterministic time, about a second each).

    `linear` says how much of the model CP-SAT's linear relaxation holds (0 to 2). `quick` is for models whose search takes a
    second: probing them beforehand would take longer. With one worker the result depends on seed and work alone, unless the
    wall clock ends it first.
    """
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = max(0.01, seconds)
    solver.parameters.max_deterministic_time = work
    solver.parameters.random_seed = seed
    solver.parameters.num_workers = workers
    solver.parameters.subsolvers.extend(subsolvers)
    solver.parameters.linearization_level = linear
    if quick:
        solver.parameters.cp_model_probing_level = 0
        solver.parameters.max_presolve_iterations = 1
    if BY_STRATEGY in subsolvers:
        own = type(solver.parameters)()
        own.name, own.linearization_level = BY_STRATEGY, 0
        own.search_branching = type(own.search_branching).PARTIAL_FIXED_SEARCH
        solver.parameters.subsolver_params.append(own)
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
