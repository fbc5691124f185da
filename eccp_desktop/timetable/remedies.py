"""What would help a meeting without a place: each remedy offered was tried on the finished plan, which stays as it was."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from eccp_desktop.timetable.chains import insert
from eccp_desktop.timetable.instance import Instance, compile_problem
from eccp_desktop.timetable.problem import Interpreter, Problem
from eccp_desktop.timetable.reasons import obstacle
from eccp_desktop.timetable.slot_plan import SlotPlan
from eccp_desktop.timetable.timetable import Help, Remedy, Why


class Remedies:
    """Tries remedies on copies of a plan: cheap ones that touch one slot first, then one more table with moves of
    others, then locks that could be released."""

    def __init__(self, plan: SlotPlan, seed: int, locks: frozenset[str]) -> None:
        """`locks` are the keys of meetings that somebody locked, and could unlock."""
        self._plan = plan
        self._locks = locks
        self._random = Random(seed)
        self._roomy: SlotPlan | None = None

    def find(self, m: int) -> Remedy | None:
        """The first remedy that lets the unplaced meeting in without anybody losing a meeting."""
        return self._one_slot(m) or self._shorter_absence(m) or self._one_more_table(m) or self._unlock(m)

    def _one_slot(self, m: int) -> Remedy | None:
        instance = self._plan.instance
        for t in _open_options(self._plan, m):
            slot = instance.problem.slots[t].key
            why = obstacle(self._plan, m, t)
            if why is Why.TABLES_FULL and self._only_tables_missing(m, t):
                return Remedy(Help.MORE_TABLES_IN_SLOT, {"slot": slot})
            if why is Why.NO_INTERPRETER and self._fits_with_interpreter(m, t):
                return Remedy(Help.MORE_INTERPRETERS, {"slot": slot, "language": instance.problem.wanted[m].language})
            if why is Why.DAILY_MAXIMUM and self._plan.way(m, t) is not None:
                remedy = self._raise_maximum(m, t)
                if remedy is not None:
                    return remedy
        return None

    def _only_tables_missing(self, m: int, t: int) -> bool:
        instance = self._plan.instance
        return self._plan.within_limits(m, t) and not instance.problem.wanted[m].language

    def _fits_with_interpreter(self, m: int, t: int) -> bool:
        problem = self._plan.instance.problem
        extra = Interpreter("one more", frozenset({problem.wanted[m].language}), frozenset({problem.slots[t].key}))
        helped = compile_problem(replace(problem, interpreters=(*problem.interpreters, extra)))
        return _copy(self._plan, helped).fits(m, t)

    def _raise_maximum(self, m: int, t: int) -> Remedy | None:
        plan = self._plan
        instance = plan.instance
        day = instance.day_of[t]
        at_most = [p for p in instance.people_of[m] if plan.per_day[p][day] >= instance.most_per_day[p]]
        if len(at_most) != 1:
            return None
        person = at_most[0]
        most = tuple(limit + (p == person) for p, limit in enumerate(instance.most_per_day))
        if not _copy(plan, replace(instance, most_per_day=most)).fits(m, t):
            return None
        key = instance.problem.people[person].key
        return Remedy(Help.RAISE_MAXIMUM, {"person": key, "day": instance.problem.slots[t].day})

    def _shorter_absence(self, m: int) -> Remedy | None:
        """A slot in which all but one of the people are there, next to a slot in which that one is there as well."""
        plan = self._plan
        instance = plan.instance
        for t in _upcoming(instance.problem):
            missing = [p for p in instance.people_of[m] if t not in instance.free[p]]
            if len(missing) != 1 or not instance.free[missing[0]] & {t - 1, t + 1} or not _allowed(instance, m, t):
                continue
            if plan.fits(m, t):
                facts = {"person": instance.problem.people[missing[0]].key, "slot": instance.problem.slots[t].key}
                return Remedy(Help.SHORTER_ABSENCE, facts)
        return None

    def _one_more_table(self, m: int) -> Remedy | None:
        instance = self._plan.instance
        if not instance.options[m] or len(instance.ways[m]) != 1 or len(instance.ways[m][0]) != 1:
            return None
        roomy = self._roomy = self._roomy or _copy(self._plan, _with_spare_tables(instance))
        before = list(roomy.slot_of)
        found = insert(roomy, m, self._random, depth=0)
        over = [t for t, number in enumerate(roomy.held) if number > instance.tables_open[t]]
        roomy.assign(before)
        if not found or len(over) != 1:
            return None
        return Remedy(Help.MORE_TABLES_IN_SLOT, {"slot": instance.problem.slots[over[0]].key})

    def _unlock(self, m: int) -> Remedy | None:
        instance = self._plan.instance
        problem = instance.problem
        past = {t for t, slot in enumerate(problem.slots) if slot.key in problem.past}
        locked = {n for t in instance.options[m] for n in self._plan.blockers(m, t) if instance.kept[n] >= 0}
        for n in sorted(locked):
            if instance.kept[n] in past or problem.wanted[n].key not in self._locks:
                continue
            options = _options_without_lock(instance, n, past)
            loose = replace(
                instance,
                kept=tuple(-1 if other == n else t for other, t in enumerate(instance.kept)),
                options=tuple(options if other == n else row for other, row in enumerate(instance.options)),
            )
            if insert(_copy(self._plan, loose), m, self._random, depth=0):
                return Remedy(Help.UNLOCK, {"meeting": problem.wanted[n].key})
        return None


def _copy(plan: SlotPlan, instance: Instance) -> SlotPlan:
    copy = SlotPlan(instance)
    copy.assign(plan.slot_of)
    return copy


def _upcoming(problem: Problem) -> Iterator[int]:
    return (t for t, slot in enumerate(problem.slots) if slot.key not in problem.past)


def _open_options(plan: SlotPlan, m: int) -> Iterator[int]:
    """Upcoming slots in which all people of the meeting are there and idle, whatever tables and maxima say."""
    instance = plan.instance
    for t in _upcoming(instance.problem):
        people = instance.people_of[m]
        if all(t in instance.free[p] and plan.diary[p][t] < 0 for p in people) and _allowed(instance, m, t):
            yield t


def _allowed(instance: Instance, m: int, t: int) -> bool:
    wanted, key = instance.problem.wanted[m], instance.problem.slots[t].key
    return (wanted.allowed is None or key in wanted.allowed) and wanted.slot in ("", key)


def _options_without_lock(instance: Instance, m: int, past: set[int]) -> tuple[int, ...]:
    slots = set(range(len(instance.day_of))) - past
    free = slots.intersection(*(instance.free[p] for p in instance.people_of[m]))
    return tuple(t for t in sorted(free) if _allowed(instance, m, t))


def _with_spare_tables(instance: Instance) -> Instance:
    """One more table in every slot: a remedy may use one of them."""
    general = {ways[0][0] for ways in instance.ways if len(ways) == 1 and len(ways[0]) == 1}
    return replace(
        instance,
        capacity=tuple(tuple(room + (r in general) for room in row) for r, row in enumerate(instance.capacity)),
        tables_open=tuple(number + 1 for number in instance.tables_open),
    )
