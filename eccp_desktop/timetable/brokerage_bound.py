"""A lower bound of breaks: forget who meets whom.

What is kept: how many meetings each person has, in which slots they can lie, and that the seats taken in a slot are an even
number, two for each table used. People whose meetings can lie in the same slots are interchangeable: how many of them hold
all meetings in one block that starts in a slot is counted, nobody is named.
"""

from collections import Counter
from collections.abc import Sequence

from ortools.sat.python import cp_model

from eccp_desktop.base.progress import Stopping
from eccp_desktop.timetable.brokerage import Brokerage
from eccp_desktop.timetable.cp_sat import Expression, run, total

Kind = tuple[tuple[int, ...], ...]
"""The slots in which each meeting of a person can lie, sorted: what makes people interchangeable here."""


def fewest_breaks(brokerage: Brokerage, seconds: float, seed: int, stopping: Stopping) -> int | None:
    """A number of breaks that no timetable can go below; None where it is proven that there is no timetable."""
    kinds = Counter(
        tuple(sorted(brokerage.options[m] for m in meetings)) for meetings in brokerage.meetings_of() if meetings
    )
    model = cp_model.CpModel()
    seats: list[list[Expression]] = [[] for _ in range(brokerage.slots)]
    breaks: list[Expression] = []
    for kind, people in kinds.items():
        breaks += _kind(brokerage, model, kind, people, seats)
    for taken in seats:
        if taken:
            load = model.new_int_var(0, brokerage.tables, "")
            model.add(total(taken) == 2 * load)
    model.minimize(total(breaks))
    solver, status = run(model, seconds, seconds, seed, 1, stopping)
    if status == cp_model.INFEASIBLE:
        return None
    return max(0, round(solver.best_objective_bound + 0.49)) if status in (cp_model.OPTIMAL, cp_model.FEASIBLE) else 0


def _kind(
    brokerage: Brokerage, model: cp_model.CpModel, kind: Kind, people: int, seats: list[list[Expression]]
) -> list[Expression]:
    """Adds the people of one kind to the seats of each slot; answers their breaks."""
    number = len(kind)
    blocks: list[Expression] = []
    for first in range(brokerage.slots - number + 1):
        if fits_block(kind, first):
            block = model.new_int_var(0, people, "")
            blocks.append(block)
            for t in range(first, first + number):
                seats[t].append(block)
    broken = model.new_int_var(0, people, "")
    model.add(total([*blocks, broken]) == people)
    possible = {t for options in kind for t in options}
    forced = {options[0] for options in kind if len(options) == 1}
    held: list[Expression | int] = []
    runs: list[Expression] = []
    for t in range(brokerage.slots):
        before = held[-1] if held else 0
        if t not in possible:
            held.append(0)
            continue
        taken = model.new_int_var(0, people, "")
        model.add(taken == broken if t in forced else taken <= broken)
        start = model.new_int_var(0, people, "")
        model.add(start >= taken - before)
        seats[t].append(taken)
        held.append(taken)
        runs.append(start)
    model.add(total(held) == number * broken)
    for options in sorted(set(kind)):
        needing = sum(set(other) <= set(options) for other in kind)
        if len(options) < len(possible):
            model.add(total([held[t] for t in options]) >= needing * broken)
    gaps = total(runs) - broken
    model.add(gaps >= broken)
    return [gaps]


def fits_block(kind: Sequence[Sequence[int]], first: int) -> bool:
    """Whether the meetings can fill the slots from `first` on without a gap: a matching by augmenting paths."""
    block = range(first, first + len(kind))
    holder: dict[int, int] = {}

    def augment(meeting: int, seen: set[int]) -> bool:
        for t in kind[meeting]:
            if t not in block or t in seen:
                continue
            seen.add(t)
            if t not in holder or augment(holder[t], seen):
                holder[t] = meeting
                return True
        return False

    return all(augment(meeting, set()) for meeting in range(len(kind)))
