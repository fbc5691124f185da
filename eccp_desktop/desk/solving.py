"""Problems in files of their own, without an event."""

from dataclasses import dataclass
from pathlib import Path

from eccp_desktop.timetable.problem_json import problem_from_json


@dataclass(frozen=True, slots=True)
class Solved:
    """`status` is optimal, feasible, infeasible or unknown. `objective` and `bound` are numbers of what `counts` names;
    `slots` hold the slot of each meeting from 1, 0 for one without a slot, and are empty without a timetable."""

    status: str
    counts: str
    objective: int | None
    bound: int
    seconds: float
    first_seconds: float | None
    slots: tuple[int, ...]


def solve_file(path: Path, seconds: float, workers: int, seed: int, fairness: int) -> Solved:
    """Solve the problem in a `.dzn` or JSON file. Raises OSError and UnicodeDecodeError for files that cannot be read,
    Refusal `not_an_instance` or `not_a_problem` for those that hold something else."""
    text = path.read_text(encoding="utf-8")
    return (
        _published(text, seconds, workers, seed, fairness)
        if path.suffix == ".dzn"
        else _event(text, seconds, workers, seed)
    )


def _published(text: str, seconds: float, workers: int, seed: int, fairness: int) -> Solved:
    from eccp_desktop.timetable.brokerage_search import solve_brokerage
    from eccp_desktop.timetable.dzn import brokerage_from_dzn

    answer = solve_brokerage(brokerage_from_dzn(text, fairness), seconds, seed, workers)
    slots = tuple(t + 1 for t in answer.slots)
    return Solved(answer.status, "breaks", answer.objective, answer.bound, answer.seconds, answer.first_seconds, slots)


def _event(text: str, seconds: float, workers: int, seed: int) -> Solved:
    from eccp_desktop.timetable.engine import solve

    problem = problem_from_json(text)
    timetable = solve(problem, seconds=seconds, seed=seed, workers=workers)
    number = {slot.key: n for n, slot in enumerate(problem.slots, start=1)}
    at = {seat.meeting: number[seat.slot] for seat in timetable.placements}
    weight, most = (sum(getattr(aim, name) for aim in timetable.aims[:2]) for name in ("value", "bound"))
    return Solved(
        status="optimal" if timetable.proven else "feasible",
        counts="weight of placed meetings",
        objective=weight,
        bound=most,
        seconds=timetable.seconds,
        first_seconds=timetable.first_seconds,
        slots=tuple(at.get(wanted.key, 0) for wanted in problem.wanted),
    )
