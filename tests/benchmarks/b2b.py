"""All published instances: `python -m tests.benchmarks.b2b [--seconds 60] [--plain 10] [PART OF NAME]`.

Prints a line for each instance: status, breaks, known optimum, seconds to the first timetable, to the best one and to the proof,
and those that a plain CP-SAT model of the same problem takes, which is ended after `--plain` seconds (0: it does not run). Then
the geometric means. Each timetable is judged by the checker that comes with the instances.
"""

import argparse
import csv
import importlib.util
from collections.abc import Callable
from math import exp, log
from pathlib import Path
from time import monotonic
from typing import Any, cast

from ortools.sat.python import cp_model

from eccp_desktop.timetable.brokerage import Brokerage
from eccp_desktop.timetable.brokerage_search import solve_brokerage
from eccp_desktop.timetable.dzn import brokerage_from_dzn

PUBLISHED = Path(__file__).resolve().parents[3] / "shared" / "bench" / "b2b"
FAIRNESS = 2

Check = Callable[[str, list[int], int], dict[str, Any]]  # Any: the checker's JSON


def plain_seconds(brokerage: Brokerage, seconds: float) -> float:
    """How long a model without any of the ideas needs for its proof, at most `seconds`."""
    began = monotonic()
    model = cp_model.CpModel()
    taken = [{t: model.new_bool_var("") for t in options} for options in brokerage.options]
    for row in taken:
        model.add_exactly_one(row.values())
    for t in range(brokerage.slots):
        model.add(sum(row[t] for row in taken if t in row) <= brokerage.tables)
    for m, firsts in enumerate(brokerage.before):
        for first in firsts:
            model.add(sum(t * x for t, x in taken[first].items()) < sum(t * x for t, x in taken[m].items()))
    breaks = []
    for meetings in brokerage.meetings_of():
        number = model.new_int_var(0, brokerage.slots, "")
        starts, before = [], 0
        for t in range(brokerage.slots):
            busy = sum(taken[m][t] for m in meetings if t in taken[m])
            model.add(busy <= 1)
            start = model.new_bool_var("")
            model.add(start >= busy - before)
            starts.append(start)
            before = busy
        model.add(number == sum(starts) - 1 if meetings else number == 0)
        breaks.append(number)
    most, fewest = model.new_int_var(0, brokerage.slots, ""), model.new_int_var(0, brokerage.slots, "")
    model.add_max_equality(most, breaks)
    model.add_min_equality(fewest, breaks)
    model.add(most - fewest <= FAIRNESS)
    model.minimize(sum(breaks))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = 2
    solver.solve(model)
    return min(seconds, monotonic() - began)


def main() -> None:
    """Run the benchmark and print its table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--plain", type=float, default=10.0)
    parser.add_argument("part", nargs="?", default="")
    options = parser.parse_args()
    with (PUBLISHED / "best_known.csv").open(newline="") as rows:
        known = {row["instance"]: row for row in csv.DictReader(rows) if row["d"] == str(FAIRNESS)}
    check = _checker()
    times: list[float] = []
    plain: list[float] = []
    unproven = 0
    print(f"{'instance':32} {'status':10} {'found':>5} {'known':>5}    first    best   proof   plain")
    for path in sorted(path for path in PUBLISHED.glob("*.dzn") if options.part in path.stem):
        brokerage = brokerage_from_dzn(path.read_text(), FAIRNESS)
        answer = solve_brokerage(brokerage, options.seconds)
        times.append(answer.seconds)
        best = known[path.stem]
        words = ""
        if answer.slots:
            verdict = check(str(path), [t + 1 for t in answer.slots], FAIRNESS)
            words = "" if verdict["feasible"] and verdict["breaks"] == answer.objective else "  WRONG TIMETABLE"
        if (answer.status, str(answer.objective if answer.objective is not None else "")) != (
            best["status"],
            best["breaks"],
        ):
            unproven += 1
            words += "  NOT PROVEN"
        beside = ""
        if options.plain:
            plain.append(plain_seconds(brokerage, options.plain))
            beside = f"{plain[-1]:8.2f}"
        seconds = "".join(
            "       -" if at is None else f"{at:8.2f}" for at in (answer.first_seconds, answer.best_seconds)
        )
        print(
            f"{path.stem:32} {answer.status:10} {answer.objective!s:>5} {best['breaks'] or '-':>5} {seconds}"
            f"{answer.seconds:8.2f}{beside}{words}",
            flush=True,
        )
    print(
        f"{len(times)} instances, {unproven} not proven, geometric mean {_mean(times):.2f} s, slowest {max(times):.1f} s"
    )
    if plain:
        print(f"plain model: geometric mean {_mean(plain):.2f} s (ended after {options.plain:.0f} s each)")


def _mean(seconds: list[float]) -> float:
    return exp(sum(log(max(0.001, value)) for value in seconds) / len(seconds))


def _checker() -> Check:
    spec = importlib.util.spec_from_file_location("b2b_check", PUBLISHED / "check.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return cast(Check, module.check)


if __name__ == "__main__":
    main()
