"""A first legal timetable at once: most valuable and most constrained meetings first, room made by chains."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from random import Random

from eccp_desktop.timetable.chains import eject, insert_by_exchange, put_best
from eccp_desktop.timetable.instance import Instance
from eccp_desktop.timetable.slot_plan import SlotPlan


def construct(instance: Instance, random: Random) -> SlotPlan:
    """Meetings of the timetable in force keep their slots where they still can; the others go where they fit, and make
    room by moving others as long as there are free tables."""
    plan = SlotPlan(instance)
    keep_current(plan)
    order = by_urgency(instance, random)
    for m in order:
        if plan.slot_of[m] < 0:
            put_best(plan, m)
    complete(plan, order, random)
    return plan


def realise(instance: Instance, session_of: Sequence[int], random: Random) -> SlotPlan:
    """Place the meetings that the relaxation chose: anywhere if that works, else in the sessions it gave them."""
    chosen = [m for m in by_urgency(instance, random) if session_of[m] >= 0]
    anywhere = _only(instance, chosen, random)
    if all(anywhere.slot_of[m] >= 0 for m in chosen):
        return anywhere
    narrowed = replace(
        instance,
        options=tuple(
            tuple(t for t in options if instance.session_of[t] == session_of[m])
            for m, options in enumerate(instance.options)
        ),
    )
    within = _only(narrowed, chosen, random)
    best = max(anywhere, within, key=lambda plan: sum(plan.held))
    plan = SlotPlan(instance)
    plan.assign(best.slot_of)
    complete(plan, chosen, random, depth=2)
    complete(plan, by_urgency(instance, random), random)
    return plan


def _only(instance: Instance, chosen: Sequence[int], random: Random) -> SlotPlan:
    plan = SlotPlan(instance)
    for m in chosen:
        if plan.slot_of[m] < 0:
            put_best(plan, m)
    complete(plan, chosen, random)
    return plan


def keep_current(plan: SlotPlan) -> None:
    """Seat meetings where the timetable in force has them, as far as that is still allowed."""
    instance = plan.instance
    for m, t in enumerate(instance.current):
        if plan.slot_of[m] < 0 and t in instance.options[m] and plan.fits(m, t):
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


def complete(plan: SlotPlan, meetings: Iterable[int], random: Random, depth: int = 1) -> int:
    """Insert the given meetings by moving others; answers how many found a place."""
    placed = 0
    for m in meetings:
        if (
            plan.slot_of[m] < 0
            and plan.instance.options[m]
            and (
                put_best(plan, m)
                or insert_by_exchange(plan, m, random)
                or (depth > 0 and sum(plan.held) < sum(plan.instance.tables_open) and eject(plan, m, random, depth))
            )
        ):
            placed += 1
    return placed
