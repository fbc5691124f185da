"""Event-shaped problems: `python -m tests.benchmarks.timetables [normal] [large] [stress] [--seeds 3] [--seconds 30]`.

Prints for each what was placed, its bound, breaks beside those of a greedy first-fit timetable, and seconds.
"""

import argparse

from eccp_desktop.timetable.checker import check
from eccp_desktop.timetable.engine import solve
from eccp_desktop.timetable.figures import breaks
from eccp_desktop.timetable.instance import compile_problem
from eccp_desktop.timetable.problem import Problem
from eccp_desktop.timetable.slot_plan import SlotPlan
from tests.benchmarks.events import SIZES, event


def first_fit_breaks(problem: Problem) -> int:
    """Breaks of the timetable that takes meetings as they come and gives each its first free slot."""
    instance = compile_problem(problem)
    plan = SlotPlan(instance)
    for m, options in enumerate(instance.options):
        slot = next((t for t in options if plan.fits(m, t)), None)
        if slot is not None:
            plan.put(m, slot)
    return sum(breaks(instance, plan.diary))


def main() -> None:
    """Run the benchmark and print its table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", default=["normal", "large"])
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=30.0)
    options = parser.parse_args()
    for name in options.sizes:
        for seed in range(1, options.seeds + 1):
            problem = event(SIZES[name], seed)
            found = solve(problem, seconds=options.seconds)
            assert check(problem, found.placements) == []
            weight, most = (sum(getattr(aim, part) for aim in found.aims[:2]) for part in ("value", "bound"))
            print(
                f"{name:7} seed {seed}: {found.placed} of {found.wanted} placed, weight {weight} of at most {most}"
                f"{' (proven)' if found.proven else ''}, breaks {found.breaks} (first fit {first_fit_breaks(problem)}), "
                f"table changes {found.table_changes}, first {found.first_seconds:.2f} s, all {found.seconds:.1f} s",
                flush=True,
            )


if __name__ == "__main__":
    main()
