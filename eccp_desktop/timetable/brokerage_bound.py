"""A lower bound of breaks: forget who meets whom.

What is kept: how many meetings each person has, in which slots they can lie, and that the seats taken in a slot are an even
number, two for each table used. People whose meetings can lie in the same slots are interchangeable: how many of them hold
all meetings in one block that starts in a slot is counted, nobody is named.
"""

from collections import Counter
from collections.abc import Sequence, Set

from ortools.sat.python import cp_model

from eccp_desktop.base.progress import Stopping
from eccp_desktop.timetable.brokerage import Brokerage
from eccp_desktop.timetable.cp_sat import Expression, Style, run, total, whole_bound

Kind = tuple[tuple[int, ...], ...]
"""The slots in which each meeting of a person can lie, sorted: what makes people interchangeable here."""


def fewest_breaks(brokerage: Brokerage, seconds: float, work: float, seed: int, stopping: Stopping) -> int | None:
    """A number of breaks that no timetable can go below; None where it is proven that there is no timetable. Limits are
    wall-clock seconds and `work` as in `run`; where they end the search, the bound so far is answered."""
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
    # The linear relaxation of the whole model is what makes this bound good, and quick.
    solver, status = run(model, seconds, work, seed, 1, stopping, linear=2, style=Style(quick=True))
    if status == cp_model.INFEASIBLE:
        return None
    return whole_bound(solver.best_objective_bound)


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
    model.add(gaps >= _fewest_gaps(number, possible, forced) * broken)
    return [gaps]


def _fewest_gaps(number: int, possible: Set[int], forced: Set[int]) -> int:
    """The fewest breaks, at least 1, of a person whose meetings lie in `number` of the possible slots and in all forced ones."""
    # Runs so far, by how many slots are taken and whether the last one is.
    fewest = {(0, False): 0}
    for t in range(max(possible) + 1):
        after: dict[tuple[int, bool], int] = {}
        for (taken, busy), runs in fewest.items():
            if t not in forced:
                after[taken, False] = min(runs, after.get((taken, False), number))
            if t in possible and taken < number:
                with_this = runs if busy else runs + 1
                after[taken + 1, True] = min(with_this, after.get((taken + 1, True), number))
        fewest = after
    runs = min((runs for (taken, _), runs in fewest.items() if taken == number), default=1)
    return max(1, runs - 1)


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
