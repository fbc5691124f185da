"""Making room: moves of several meetings at once that let one more in.

`alternate` follows Kempe's chains of edge colouring: two slots exchange the meetings that stand in each other's way.
`eject` pushes the obstacles out and finds new places for them. Both leave the plan as it was where they fail.
"""

from dataclasses import dataclass
from random import Random

from eccp_desktop.timetable.slot_plan import SlotPlan

_LONGEST_CHAIN = 120
_EFFORT = 400


@dataclass(slots=True)
class Effort:
    """How many more exchanges may be tried."""

    left: int


def insert(plan: SlotPlan, m: int, random: Random, depth: int = 2, effort: Effort | None = None) -> bool:
    """Place the meeting, moving others where needed; no placed meeting loses its place."""
    effort = effort or Effort(_EFFORT)
    return (
        put_best(plan, m)
        or _insert_by_exchange(plan, m, random, effort)
        or (depth > 0 and eject(plan, m, random, depth, effort))
    )


def put_best(plan: SlotPlan, m: int) -> bool:
    """Place the meeting where it fits at once, next to other meetings of its people if possible."""
    best, best_score = -1, 0.0
    for t in plan.instance.options[m]:
        if plan.fits(m, t):
            score = _score(plan, m, t)
            if best < 0 or score > best_score:
                best, best_score = t, score
    if best >= 0:
        plan.put(m, best)
    return best >= 0


def _score(plan: SlotPlan, m: int, t: int) -> float:
    slots = plan.instance.sessions[plan.instance.session_of[t]]
    first, last = slots[0], slots[-1]
    score = -3.0 * plan.held[t] / (plan.instance.tables_open[t] or 1)
    for p in plan.instance.people_of[m]:
        diary = plan.diary[p]
        beside = (t > first and diary[t - 1] >= 0) + (t < last and diary[t + 1] >= 0)
        if beside:
            score += beside
        elif any(diary[other] >= 0 for other in slots):
            score -= 1.0
    return score


def _insert_by_exchange(plan: SlotPlan, m: int, random: Random, effort: Effort) -> bool:
    """Try pairs of an option and another slot with `alternate`."""
    instance = plan.instance
    options = list(instance.options[m])
    random.shuffle(options)
    others = sorted({t for p in instance.people_of[m] for t in instance.free[p]})
    random.shuffle(others)
    for s in options:
        if not plan.blockers(m, s):
            continue
        for t in others:
            room = instance.tables_open[s] + instance.tables_open[t] - plan.held[s] - plan.held[t]
            if t == s or room <= 0:
                continue
            if effort.left <= 0:
                return False
            effort.left -= 1
            if alternate(plan, m, s, t):
                return True
    return False


def alternate(plan: SlotPlan, m: int, s: int, t: int) -> bool:
    """Place the meeting in slot s by exchanging a chain of meetings between s and t."""
    moves = chain(plan, m, s, t)
    return moves is not None and plan.move(moves.items())


def chain(plan: SlotPlan, m: int, s: int, t: int) -> dict[int, int] | None:
    """New slots for the meeting, in s, and for all that this sets moving: what stands in its way goes to slot t, what
    stands in the way there to s, and so on. None where somebody cannot follow."""
    instance = plan.instance
    moves = {m: s}
    ahead = [m]
    while ahead:
        mover = ahead.pop()
        target = moves[mover]
        away = t if target == s else s
        for other in plan.blockers(mover, target):
            known = moves.get(other)
            if known == away:
                continue
            if known is not None or away not in instance.options[other] or len(moves) >= _LONGEST_CHAIN:
                return None
            moves[other] = away
            ahead.append(other)
    return moves


def eject(plan: SlotPlan, m: int, random: Random, depth: int, effort: Effort) -> bool:
    """Place the meeting by pushing out what is in its way (or one meeting of a full slot) and placing that again."""
    options = list(plan.instance.options[m])
    random.shuffle(options)
    for t in options:
        obstacles = plan.blockers(m, t)
        choices = [obstacles] if obstacles else [[other] for other in _meetings_in(plan, t, random)]
        for choice in choices:
            if effort.left <= 0:
                return False
            if len(choice) <= 2 and _replace(plan, m, t, choice, random, depth, effort):
                return True
    return False


def _meetings_in(plan: SlotPlan, t: int, random: Random) -> list[int]:
    inside = [m for m, slot in enumerate(plan.slot_of) if slot == t and plan.instance.kept[m] < 0]
    return random.sample(inside, min(4, len(inside)))


def _replace(plan: SlotPlan, m: int, t: int, obstacles: list[int], random: Random, depth: int, effort: Effort) -> bool:
    if any(plan.instance.kept[other] >= 0 for other in obstacles):
        return False
    before = plan.places()
    for other in obstacles:
        plan.take(other)
    if plan.fits(m, t):
        plan.put(m, t)
        if (
            all(
                put_best(plan, other)
                or _insert_by_exchange(plan, other, random, effort)
                or (depth > 1 and eject(plan, other, random, depth - 1, effort))
                for other in obstacles
            )
            and plan.slot_of[m] >= 0
        ):
            return True
    plan.restore(before)
    return False
