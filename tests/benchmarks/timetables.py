"""Event-shaped problems: `python -m tests.benchmarks.timetables [normal] [large] [stress] [--shape mixed] [--seeds 3]
[--first 1] [--seconds 30]`.

Prints for each what was placed, its bound, breaks beside those of a greedy first-fit timetable, seconds by the clock and of
the processor, and the most memory so far.
"""

import argparse
import resource
from time import process_time

from eccp_desktop.timetable.checker import check
from eccp_desktop.timetable.engine import solve
from eccp_desktop.timetable.figures import breaks
from eccp_desktop.timetable.instance import compile_problem
from eccp_desktop.timetable.problem import Problem
from eccp_desktop.timetable.slot_plan import SlotPlan
from tests.benchmarks.events import SHAPES, SIZES


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
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--shape", choices=sorted(SHAPES), default="plain")
    parser.add_argument("--seconds", type=float, default=30.0)
    options = parser.parse_args()
    for name in options.sizes:
        for seed in range(options.first, options.first + options.seeds):
            problem = SHAPES[options.shape](SIZES[name], seed)
            began = process_time()
            found = solve(problem, seconds=options.seconds)
            used = process_time() - began
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            assert check(problem, found.placements) == []
            weight, most = (sum(getattr(aim, part) for aim in found.aims[:2]) for part in ("value", "bound"))
            print(
                f"{name:7} seed {seed}: {found.placed} of {found.wanted} placed, weight {weight} of at most {most}"
                f"{' (proven)' if found.proven else ''}, breaks {found.breaks} (first fit {first_fit_breaks(problem)}), "
                f"table changes {found.table_changes}, first {found.first_seconds:.2f} s, all {found.seconds:.1f} s, "
                f"processor {used:.1f} s, {memory} MB",
                flush=True,
            )


if __name__ == "__main__":
    main()
