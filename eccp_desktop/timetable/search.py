"""Better and better plans: the relaxations' plans, whole-number programming and the exact model, large neighbourhoods.

Large neighbourhood search after P. Shaw, "Using Constraint Programming and Local Search Methods to Solve Vehicle Routing
Problems" (CP 1998): most meetings stay put, a part is solved exactly, again and again.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random

from ortools.sat.python import cp_model

from eccp_desktop.timetable import objectives
from eccp_desktop.timetable.bounds import Relaxed, relax_slots, slot_programme
from eccp_desktop.timetable.budget import Budget
from eccp_desktop.timetable.chains import put_best
from eccp_desktop.timetable.construct import by_urgency, complete, follow, realise
from eccp_desktop.timetable.cp_sat import run
from eccp_desktop.timetable.figures import breaks, left_out
from eccp_desktop.timetable.instance import compile_problem
from eccp_desktop.timetable.linear import choose_whole
from eccp_desktop.timetable.model import SlotModel
from eccp_desktop.timetable.packing import Packing
from eccp_desktop.timetable.slot_plan import Places, SlotPlan

Found = Callable[[SlotPlan], None]

_MOST_COLUMNS = 150_000
"""Beyond that the relaxation with slots takes too long."""
_WHOLE_COLUMNS = 20_000
_WALKING_COLUMNS = 12_000
_WHOLE_SECONDS = 6.0
_WHOLE_REPAIR = 6_000
_SMALL = 3_000
_PATIENCE = 25
_SOME = 0.01
_SETTLE_WORK = 2.0
_COMPLETING = 0.3
_OVERHEAD = 0.02


@dataclass(frozen=True, slots=True)
class Limit:
    """Proven: no timetable has more worth, and those that have it leave out at least so many people."""

    worth: int
    left_out: int

    def reached(self, plan: SlotPlan) -> bool:
        return rank(plan) >= (self.worth, -self.left_out)


def _solve_part(slot_model: SlotModel, budget: Budget, work: float, linear: int = 2) -> tuple[Places, bool] | None:
    """Places of the best solution and whether it is proven best; None without a solution."""
    limit = min(work, budget.work)
    solver, status = run(
        slot_model.model, budget.seconds(), limit, budget.seed, budget.workers, budget.stopping, linear=linear
    )
    budget.spend(solver.response_proto.deterministic_time + _OVERHEAD)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None
    return slot_model.places(solver), status == cp_model.OPTIMAL


def worth(plan: SlotPlan) -> int:
    """Worth of the placed meetings."""
    return sum(value for value, t in zip(plan.instance.worth, plan.slot_of, strict=True) if t >= 0)


def rank(plan: SlotPlan) -> tuple[int, int]:
    """Aims 1 and 2; the higher the better."""
    return worth(plan), -left_out(plan.instance, plan.slot_of)


def place_most(plan: SlotPlan, relaxed: Relaxed, budget: Budget, found: Found) -> Limit:
    """Improve the plan in aims 1 and 2; answers what is proven about them in the end."""
    limit = Limit(relaxed.bound, relaxed.left_out)
    if limit.reached(plan) or not budget.left():
        return limit
    part = budget.part(_COMPLETING)
    for keep in (True, False) if any(slot >= 0 for slot in plan.instance.current) else (False,):
        if not limit.reached(plan) and any(session >= 0 for session in relaxed.session_of):
            _take_over(plan, realise(plan.instance, relaxed.session_of, part, keep=keep).places(), found)
    budget.close(part, _COMPLETING)
    if limit.reached(plan) or not budget.left():
        return limit
    size = sum(
        len(options) * len(ways) for options, ways in zip(plan.instance.options, plan.instance.ways, strict=True)
    )
    if size <= _MOST_COLUMNS:
        packing = Packing(plan if size <= _WALKING_COLUMNS else _without_walks(plan), range(len(plan.slot_of)))
        limit = _place_by_shares(plan, packing, limit, budget, found)
    part = budget.part(_COMPLETING)
    if not limit.reached(plan) and complete(plan, _all(plan, budget), part):
        found(plan)
    budget.close(part, _COMPLETING)
    if not limit.reached(plan) and budget.left() and (size > _WHOLE_COLUMNS or plan.instance.slow):
        _place_by_parts(plan, limit, budget, found)
    return limit


def _without_walks(plan: SlotPlan) -> SlotPlan:
    """A plan of the problem in which nobody needs time to walk: zones make the relaxations slow, and hardly tighter."""
    if not plan.instance.slow:
        return plan
    problem = plan.instance.problem
    people = tuple(replace(person, slow_walker=False) for person in problem.people)
    return SlotPlan(compile_problem(replace(problem, people=people)))


def _all(plan: SlotPlan, budget: Budget) -> list[int]:
    return by_urgency(plan.instance, Random(budget.seed))


def _place_by_shares(plan: SlotPlan, packing: Packing, limit: Limit, budget: Budget, found: Found) -> Limit:
    """Follow the relaxation with slots; where that leaves a gap and the problem is small enough, choose whole meetings."""
    relaxed = relax_slots(packing, max(1.0, budget.seconds()))
    if relaxed is None or not budget.left():
        return limit
    if relaxed.bound < limit.worth:
        limit = Limit(relaxed.bound, relaxed.left_out)
    elif relaxed.bound == limit.worth:
        limit = Limit(relaxed.bound, max(relaxed.left_out, limit.left_out))
    small = len(packing.columns) <= _WHOLE_COLUMNS
    if not limit.reached(plan):
        _take_over(plan, follow(plan.instance, packing, relaxed.shares, budget).places(), found)
    if not limit.reached(plan) and budget.left():
        _settle(plan, packing, relaxed.shares, budget, found)
    if limit.reached(plan) or not small or packing.instance is not plan.instance:
        return limit
    # HiGHS counts no work, and repeats itself without.
    if budget.stopping() or budget.seconds() <= 0:
        return limit
    whole = choose_whole(slot_programme(packing), min(budget.seconds(), _WHOLE_SECONDS), budget.seed)
    if whole is not None:
        budget.cut_short |= whole.cut_short
        places: Places = [plan.place_of(m) if plan.instance.kept[m] >= 0 else None for m in range(len(plan.slot_of))]
        for column in whole.columns:
            meeting, slot, way = packing.columns[column]
            places[meeting] = (slot, way)
        _take_over(plan, places, found)
    if not limit.reached(plan) and budget.left():
        return _place_by_model(plan, limit, budget, found)
    return limit


def _settle(plan: SlotPlan, packing: Packing, shares: Sequence[float], budget: Budget, found: Found) -> None:
    """Solve the meetings that the relaxation has split, or that are not where it has them; all others stay. After
    E. Danna, E. Rothberg, C. Le Pape, "Exploring relaxation induced neighborhoods to improve MIP solutions" (2005)."""
    wanted: dict[int, int] = {}
    for (m, t, _), share in zip(packing.columns, shares, strict=True):
        if share > _SOME:
            wanted[m] = t if share > 1 - _SOME else -1
    freed = [m for m, t in wanted.items() if t < 0 or plan.slot_of[m] != t]
    slot_model = SlotModel(plan, sorted(freed))
    objectives.most_worth(slot_model)
    slot_model.hint()
    answer = _solve_part(slot_model, budget, min(_SETTLE_WORK, budget.work / 4))
    if answer is not None:
        _take_over(plan, answer[0], found)


def _place_by_model(plan: SlotPlan, limit: Limit, budget: Budget, found: Found) -> Limit:
    slot_model = SlotModel(plan, range(len(plan.slot_of)))
    objectives.most_worth(slot_model)
    slot_model.hint()
    answer = _solve_part(slot_model, budget, budget.work / 2)
    if answer is None:
        return limit
    _take_over(plan, answer[0], found)
    return Limit(worth(plan), left_out(plan.instance, plan.slot_of)) if answer[1] else limit


def _take_over(plan: SlotPlan, places: Places, found: Found) -> bool:
    before, old = rank(plan), plan.places()
    plan.restore(places)
    if rank(plan) < before:
        plan.restore(old)
        return False
    if rank(plan) > before:
        found(plan)
        return True
    return False


def _place_by_parts(plan: SlotPlan, limit: Limit, budget: Budget, found: Found) -> None:
    random, work, idle = Random(budget.seed), budget.work / 2, 0
    while budget.left() and budget.work > work and not limit.reached(plan) and idle < _PATIENCE:
        unplaced = [m for m, t in enumerate(plan.slot_of) if t < 0 and plan.instance.options[m]]
        alone = [m for m in unplaced if _somebody_alone(plan, m)]
        seeds = random.sample(alone or unplaced, min(12, len(alone or unplaced)))
        slot_model = SlotModel(plan, _around(plan, seeds, random, 160))
        objectives.most_worth(slot_model)
        slot_model.hint()
        answer = _solve_part(slot_model, budget, 1.0, linear=1)
        idle = 0 if answer is not None and _take_over(plan, answer[0], found) else idle + 1


def _somebody_alone(plan: SlotPlan, m: int) -> bool:
    meetings_of = plan.instance.meetings_of
    return any(all(plan.slot_of[n] < 0 for n in meetings_of[p]) for p in plan.instance.people_of[m])


def _around(plan: SlotPlan, seeds: list[int], random: Random, size: int) -> list[int]:
    """The seeds, the meetings of their people, the meetings of those people's partners, up to a size."""
    instance = plan.instance
    chosen = dict.fromkeys(m for m in seeds if instance.kept[m] < 0)
    frontier = list(chosen)
    while frontier and len(chosen) < size:
        people = sorted({p for m in frontier for p in instance.people_of[m]})
        random.shuffle(people)
        frontier = []
        for p in people:
            for m in instance.meetings_of[p]:
                if m not in chosen and instance.kept[m] < 0 and instance.options[m] and len(chosen) < size:
                    chosen[m] = None
                    frontier.append(m)
    return sorted(chosen)


def fewest_breaks(plan: SlotPlan, budget: Budget, found: Found) -> bool:
    """Aims 3 and 5 with the exact model, for plans small enough for it; answers whether it proved that there cannot be fewer
    breaks."""
    freed = [m for m, t in enumerate(plan.slot_of) if t >= 0]
    if sum(len(plan.instance.options[m]) for m in freed) > _SMALL:
        return False
    slot_model = SlotModel(plan, freed)
    objectives.fewest_breaks(slot_model)
    slot_model.hint()
    answer = _solve_part(slot_model, budget, budget.work, linear=1)
    if answer is None:
        return False
    before, old = sum(breaks(plan.instance, plan.diary)), plan.places()
    plan.restore(answer[0])
    if sum(breaks(plan.instance, plan.diary)) > before:
        plan.restore(old)
        return False
    found(plan)
    return answer[1]


def repair(plan: SlotPlan, budget: Budget, found: Found) -> None:
    """Give meetings of the timetable in force that lost their place another one, moving as few others as possible.

    Where holes suffice nobody else moves; otherwise the exact model decides, over the whole day or, where that is too
    big, over the people around the meetings that lost their place.
    """
    instance = plan.instance
    lost = [m for m, t in enumerate(instance.current) if t >= 0 and plan.slot_of[m] < 0 and instance.options[m]]
    before = plan.places()
    seated_again = [put_best(plan, m) for m in sorted(lost, key=lambda m: -instance.worth[m])]
    if all(seated_again) or not budget.left():
        return
    plan.restore(before)
    seated = [m for m, t in enumerate(plan.slot_of) if t >= 0]
    whole = sum(len(instance.options[m]) for m in (*lost, *seated)) <= _WHOLE_REPAIR
    freed = sorted((*lost, *seated)) if whole else _around(plan, lost, Random(budget.seed), len(lost) + 300)
    slot_model = SlotModel(plan, freed)
    objectives.least_change(slot_model)
    slot_model.hint()
    answer = _solve_part(slot_model, budget, budget.work / 2)
    if answer is not None:
        _take_over(plan, answer[0], found)
