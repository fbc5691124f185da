"""From a slot plan to the finished timetable: tables, interpreters, figures, reasons."""

from dataclasses import dataclass
from math import inf
from time import monotonic

from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.timetable.figures import breaks, changes_and_walks, least_breaks, left_out, moved_and_cancelled
from eccp_desktop.timetable.instance import must_factor
from eccp_desktop.timetable.interpreters import interpreters_of
from eccp_desktop.timetable.problem import Placement
from eccp_desktop.timetable.reasons import reason
from eccp_desktop.timetable.remedies import Remedies
from eccp_desktop.timetable.search import Limit, worth
from eccp_desktop.timetable.slot_plan import SlotPlan
from eccp_desktop.timetable.tables import NoSeat, TableAssignment
from eccp_desktop.timetable.timetable import Aim, Reason, Timetable, Unplaced, Why

_HURRIED, _HURRIED_REMEDIES = 0.5, 0.3
"""Seconds for the answer to somebody who waits, and those of it in which remedies are looked for."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What is known about any timetable: limits of worth and people left out, the most meetings possible, the most weight of
    all meetings where that of must meetings does not come first, and whether the same meetings cannot be held with fewer
    breaks."""

    limit: Limit
    most: int
    weight: int
    fewest_breaks: bool = False


def placements(plan: SlotPlan, *, quick: bool = False) -> tuple[Placement, ...]:
    """Give the plan its tables and interpreters, in time order. Where those tied to people, owners or zones do not suffice
    after all, the least valuable meeting of the slot loses its place in the plan. Raises Refusal("kept_meetings_clash") where
    those that are kept have not enough of them."""
    problem = plan.instance.problem
    assignment = TableAssignment(problem)
    zones = list(dict.fromkeys(table.zone for table in problem.tables))
    while True:
        tied = {m: zones[way.zone] for m, way in enumerate(plan.way_of) if plan.slot_of[m] >= 0 and way.zone >= 0}
        voices = interpreters_of(problem, plan.slot_of)
        silent = [m for m in _in_need(plan) if m not in voices]
        try:
            if silent:
                raise NoSeat(plan.slot_of[silent[0]])
            table_of = assignment.seat(plan.slot_of, tied, quick=quick)
            break
        except NoSeat as full:
            _drop_one(plan, full.slot, silent)
    order = sorted(table_of, key=lambda m: (plan.slot_of[m], m))
    return tuple(
        Placement(problem.wanted[m].key, problem.slots[plan.slot_of[m]].key, table_of[m], voices.get(m, ""))
        for m in order
    )


def _in_need(plan: SlotPlan) -> list[int]:
    """Placed meetings that need an interpreter and are not excused from it."""
    wanted, kept = plan.instance.problem.wanted, plan.instance.kept
    return [m for m, t in enumerate(plan.slot_of) if t >= 0 and wanted[m].language and kept[m] < 0]


def _drop_one(plan: SlotPlan, t: int, silent: list[int]) -> None:
    inside = silent or [m for m, slot in enumerate(plan.slot_of) if slot == t and plan.instance.kept[m] < 0]
    if not inside:
        problem = plan.instance.problem
        kept = [problem.wanted[m].key for m, slot in enumerate(plan.slot_of) if slot == t]
        raise Refusal("kept_meetings_clash", first=kept[0], second=kept[-1], slot=problem.slots[t].key)
    plan.take(min(inside, key=lambda m: (plan.instance.worth[m], m)))


def finished(
    plan: SlotPlan,
    proof: Proof,
    locks: frozenset[str],
    seconds: float,
    first_seconds: float,
    repeatable: bool,
    *,
    hurry: bool = False,
) -> Timetable:
    """The timetable of the plan with reasons and remedies for what has no place; `locks` could be released.

    In a `hurry` tables are chosen quickly, and remedies are looked for in the time that tables and reasons leave.
    """
    began = monotonic()
    problem = plan.instance.problem
    seats = placements(plan, quick=hurry)
    reasons = {m: reason(plan, m) for m, t in enumerate(plan.slot_of) if t < 0}
    until = min(began + _HURRIED, monotonic() + _HURRIED_REMEDIES) if hurry else inf
    remedies = Remedies(plan, 0, locks)
    unplaced = tuple(
        Unplaced(problem.wanted[m].key, why, remedies.find(m) if monotonic() < until else None)
        for m, why in reasons.items()
    )
    return _timetable(plan, proof, seats, unplaced, seconds, first_seconds, repeatable)


def interim(plan: SlotPlan, proof: Proof, seconds: float, first_seconds: float) -> Timetable:
    """A legal timetable on the way: quick tables, no reasons. The plan stays as it is."""
    copy = SlotPlan(plan.instance)
    copy.restore(plan.places())
    seats = placements(copy, quick=True)
    wanted = plan.instance.problem.wanted
    unplaced = tuple(Unplaced(wanted[m].key, Reason(Why.MIXED)) for m, t in enumerate(copy.slot_of) if t < 0)
    return _timetable(copy, proof, seats, unplaced, seconds, first_seconds, False)


def _timetable(
    plan: SlotPlan,
    proof: Proof,
    seats: tuple[Placement, ...],
    unplaced: tuple[Unplaced, ...],
    seconds: float,
    first_seconds: float,
    repeatable: bool,
) -> Timetable:
    instance = plan.instance
    problem = instance.problem
    counts = breaks(instance, plan.diary)
    changes, walks = changes_and_walks(problem, seats)
    moved, cancelled = moved_and_cancelled(problem, seats)
    most = len(seats) if not unplaced else max(proof.most, len(seats))
    return Timetable(
        placements=seats,
        unplaced=unplaced,
        placed=len(seats),
        wanted=len(problem.wanted),
        bound=most,
        proven=worth(plan) >= proof.limit.worth,
        aims=_aims(plan, proof, sum(counts)),
        breaks=sum(counts),
        most_breaks=max(counts, default=0),
        table_changes=changes,
        walks=walks,
        moved=moved,
        cancelled=cancelled,
        seconds=seconds,
        first_seconds=first_seconds,
        repeatable=repeatable,
    )


def _aims(plan: SlotPlan, proof: Proof, number_of_breaks: int) -> tuple[Aim, ...]:
    """Weights in the order of the aims. The bound of a later aim holds for timetables that are best in the earlier
    ones, that of breaks for those that place the same meetings."""
    instance = plan.instance
    placed = [m for m, t in enumerate(plan.slot_of) if t >= 0]
    musts = sum(instance.weight[m] for m in placed if instance.must[m])
    others = sum(instance.weight[m] for m in placed if not instance.must[m])
    factor = must_factor(instance.problem)
    most_musts, most_others = divmod(proof.limit.worth, factor)
    if musts < most_musts:
        most_others = min(factor - 1, proof.weight - musts)
    alone = left_out(instance, plan.slot_of)
    least = min(number_of_breaks, least_breaks(instance, plan.slot_of))
    return (
        Aim("weight of must meetings", musts, most_musts),
        Aim("weight of other meetings", others, most_others),
        Aim("people without a meeting", alone, min(alone, proof.limit.left_out)),
        Aim("breaks", number_of_breaks, number_of_breaks if proof.fewest_breaks else least),
    )
