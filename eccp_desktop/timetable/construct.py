"""A first legal timetable at once: most valuable and most constrained meetings first, room made by chains."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from random import Random

from eccp_desktop.timetable.budget import Budget
from eccp_desktop.timetable.chains import Effort, insert, put_best
from eccp_desktop.timetable.instance import Instance
from eccp_desktop.timetable.packing import Packing
from eccp_desktop.timetable.slot_plan import SlotPlan

_EFFORT = 150
_EXCHANGE_WORK = 0.00005
_SOME = 0.001


def construct(instance: Instance, random: Random) -> SlotPlan:
    """Meetings of the timetable in force keep their slots where they still can; the others go where they fit."""
    plan = SlotPlan(instance)
    keep_current(plan, range(len(plan.slot_of)))
    for m in by_urgency(instance, random):
        if plan.slot_of[m] < 0:
            put_best(plan, m)
    return plan


def realise(instance: Instance, session_of: Sequence[int], budget: Budget, *, keep: bool = False) -> SlotPlan:
    """Place the meetings that the relaxation chose: anywhere if that works, else in the sessions it gave them. With `keep`
    those of the timetable in force start from the slots they have."""
    chosen = [m for m in by_urgency(instance, Random(budget.seed)) if session_of[m] >= 0]
    anywhere = _only(instance, chosen, budget, keep)
    if all(anywhere.slot_of[m] >= 0 for m in chosen):
        return anywhere
    narrowed = replace(
        instance,
        options=tuple(
            tuple(t for t in options if instance.session_of[t] == session_of[m])
            for m, options in enumerate(instance.options)
        ),
    )
    within = _only(narrowed, chosen, budget, keep)
    best = max(anywhere, within, key=lambda plan: sum(plan.held))
    plan = SlotPlan(instance)
    plan.restore(best.places())
    complete(plan, chosen, budget, depth=2)
    return plan


def _only(instance: Instance, chosen: Sequence[int], budget: Budget, keep: bool) -> SlotPlan:
    plan = SlotPlan(instance)
    if keep:
        keep_current(plan, chosen)
    for m in chosen:
        if plan.slot_of[m] < 0:
            put_best(plan, m)
    complete(plan, chosen, budget)
    return plan


def keep_current(plan: SlotPlan, meetings: Iterable[int]) -> None:
    """Seat meetings where the timetable in force has them, as far as that is still allowed."""
    for m in meetings:
        t = plan.instance.current[m]
        if plan.slot_of[m] < 0 and t in plan.instance.options[m] and plan.fits(m, t):
            plan.put(m, t)


def by_urgency(instance: Instance, random: Random) -> list[int]:
    """Meetings in the order in which they should be placed: worth, then few slots to choose from, then busy people."""
    chance = [random.random() for _ in instance.options]
    demand = [
        len(meetings) / (len(free) or 1) for meetings, free in zip(instance.meetings_of, instance.free, strict=True)
    ]
    return sorted(
        (m for m, options in enumerate(instance.options) if options),
        key=lambda m: (
            -instance.worth[m],
            len(instance.options[m]),
            -max(demand[p] for p in instance.people_of[m]),
            chance[m],
        ),
    )


def complete(plan: SlotPlan, meetings: Iterable[int], budget: Budget, depth: int = 1) -> int:
    """Insert the given meetings by moving others, as long as tables are free; answers how many found a place."""
    random = Random(budget.seed)
    seats = sum(plan.instance.tables_open)
    placed = 0
    for m in meetings:
        if plan.slot_of[m] >= 0 or not plan.instance.options[m]:
            continue
        if sum(plan.held) >= seats or not budget.left():
            break
        effort = Effort(_EFFORT * depth)
        placed += insert(plan, m, random, depth, effort)
        budget.spend(_EXCHANGE_WORK * (_EFFORT * depth - effort.left + 1))
    return placed


def follow(instance: Instance, packing: Packing, shares: Sequence[float], budget: Budget) -> SlotPlan:
    """A plan that takes the columns of the relaxation, biggest share first, then inserts what it had split."""
    made = SlotPlan(instance)
    order = sorted((n for n, share in enumerate(shares) if share > _SOME), key=lambda n: (-shares[n], n))
    for n in order:
        m, t, way = packing.columns[n]
        if made.slot_of[m] < 0 and made.fits(m, t):
            made.put(m, t, way if way in instance.ways[m] and made.has_room(way, t) else None)
    chosen: dict[int, float] = {}
    for n in order:
        chosen[packing.columns[n].meeting] = chosen.get(packing.columns[n].meeting, 0.0) + shares[n]
    complete(made, sorted(chosen, key=lambda m: (-round(chosen[m], 3), -instance.worth[m], m)), budget, depth=2)
    return made
