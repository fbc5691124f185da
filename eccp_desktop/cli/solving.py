"""`solve`: a published problem or a problem in JSON, without an event."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from eccp_desktop.cli.answers import say
from eccp_desktop.cli.options import AsJson
from eccp_desktop.domain.refusals import Refusal

if TYPE_CHECKING:
    from eccp_desktop.desk.solving import Solved


def solve(
    problem: Annotated[Path, typer.Argument(metavar="PROBLEM", help="A .dzn instance, or a problem as JSON.")],
    out: Annotated[Path | None, typer.Option("--out", help="Write the answer here as JSON, too.")] = None,
    seconds: Annotated[float, typer.Option("--seconds", min=0.1, help="Longest time to search.")] = 120.0,
    workers: Annotated[int, typer.Option("--workers", min=1, help="Threads of the solver.")] = 2,
    seed: Annotated[int, typer.Option("--seed", min=0)] = 0,
    fairness: Annotated[
        int, typer.Option("--fairness", min=0, help="Most breaks by which two people may differ (.dzn only).")
    ] = 2,
    as_json: AsJson = False,
) -> None:
    """Solve a timetable problem and say how good the answer is proven to be."""
    from eccp_desktop.desk.solving import solve_file

    try:
        solved = solve_file(problem, seconds, workers, seed, fairness)
    except (OSError, UnicodeDecodeError) as error:
        raise Refusal("problem_unreadable", file=problem.name) from error
    facts = _facts(solved)
    if out is not None:
        from eccp_desktop.desk.importing import write_file

        write_file(out, json.dumps(facts, indent=1).encode())
    say(_in_words(solved), facts, as_json=as_json)


def _facts(solved: "Solved") -> dict[str, object]:
    return {
        "status": solved.status,
        "objective": solved.objective,
        "bound": solved.bound,
        "seconds": round(solved.seconds, 3),
        "first_seconds": None if solved.first_seconds is None else round(solved.first_seconds, 3),
        "slots": solved.slots,
    }


def _in_words(solved: "Solved") -> str:
    match solved.status:
        case "infeasible":
            return f"There is no timetable: proven in {solved.seconds:.1f} s."
        case "unknown":
            return f"No timetable was found in {solved.seconds:.1f} s, and none was proven impossible."
        case _:
            proof = "proven best" if solved.status == "optimal" else f"bound {solved.bound}"
            return f"{solved.counts.capitalize()}: {solved.objective} ({proof}), in {solved.seconds:.1f} s."
