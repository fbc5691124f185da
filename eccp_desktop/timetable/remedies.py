"""What would help a meeting without a place: each remedy offered was tried on the finished plan, which stays as it was."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from eccp_desktop.timetable.chains import Effort, insert, put_best
from eccp_desktop.timetable.instance import Instance, compile_problem
from eccp_desktop.timetable.problem import Interpreter
from eccp_desktop.timetable.reasons import obstacle
from eccp_desktop.timetable.slot_plan import SlotPlan
from eccp_desktop.timetable.timetable import Help, Remedy, Why

_EFFORT_EACH, _EFFORT_ALL = 150, 6_000


class Remedies:
    """Tries the cheap remedies first, those that touch one slot and one person; then one more table with moves of others,
    then locks that could be released. Trials with moves end when all together have taken a certain effort."""

    def __init__(self, plan: SlotPlan, seed: int, locks: frozenset[str]) -> None:
        """`locks` are the keys of meetings that somebody locked, and could unlock."""
        self._plan = plan
        self._instance = plan.instance
        self._locks = locks
        self._random = Random(seed)
        self._effort = _EFFORT_ALL
        problem = plan.instance.problem
        self._upcoming = [t for t, slot in enumerate(problem.slots) if slot.key not in problem.past]
        self._roomy: SlotPlan | None = None
        self._vocal: SlotPlan | None = None
        self._loose: SlotPlan | None = None

    def find(self, m: int) -> Remedy | None:
        """The first remedy that lets the unplaced meeting in without anybody losing a meeting."""
        return self._one_slot(m) or self._shorter_absence(m) or self._one_more_table(m) or self._unlock(m)

    def _one_slot(self, m: int) -> Remedy | None:
        problem = self._instance.problem
        for t in self._open_options(m):
            slot = problem.slots[t]
            why = obstacle(self._plan, m, t)
            if why is Why.TABLES_FULL and self._only_tables_missing(m, t):
                return Remedy(Help.MORE_TABLES_IN_SLOT, {"slot": slot.key})
            if why is Why.NO_INTERPRETER and self._vocal_plan().fits(m, t):
                return Remedy(Help.MORE_INTERPRETERS, {"slot": slot.key, "language": problem.wanted[m].language})
            if why is Why.DAILY_MAXIMUM:
                person = self._only_at_maximum(m, t)
                if person >= 0:
                    return Remedy(Help.RAISE_MAXIMUM, {"person": problem.people[person].key, "day": slot.day})
        return None

    def _only_tables_missing(self, m: int, t: int) -> bool:
        return self._plan.within_limits(m, t) and not self._instance.problem.wanted[m].language

    def _vocal_plan(self) -> SlotPlan:
        """The plan with one interpreter more, who speaks everything that is needed."""
        if self._vocal is None:
            problem = self._instance.problem
            extra = Interpreter("one more", frozenset(wanted.language for wanted in problem.wanted))
            self._vocal = SlotPlan(compile_problem(replace(problem, interpreters=(*problem.interpreters, extra))))
            for m, t in enumerate(self._plan.slot_of):
                if t >= 0 and self._vocal.slot_of[m] < 0:
                    self._vocal.put(m, t, self._vocal.way(m, t) or self._vocal.instance.ways[m][0])
        return self._vocal

    def _only_at_maximum(self, m: int, t: int) -> int:
        """The person whose daily maximum alone keeps the meeting out of the slot, or -1."""
        plan, day = self._plan, self._instance.day_of[t]
        full = [p for p in self._instance.people_of[m] if plan.per_day[p][day] >= self._instance.most_per_day[p]]
        if len(full) != 1 or not plan.within_limits(m, t, beyond=full[0]) or plan.way(m, t) is None:
            return -1
        return full[0]

    def _shorter_absence(self, m: int) -> Remedy | None:
        """A slot in which all but one of the people are there, next to a slot in which that one is there as well."""
        instance = self._instance
        for t in self._upcoming:
            missing = [p for p in instance.people_of[m] if t not in instance.free[p]]
            if len(missing) != 1 or not instance.free[missing[0]] & {t - 1, t + 1} or not self._allowed(m, t):
                continue
            if self._plan.fits(m, t):
                person, slot = instance.problem.people[missing[0]], instance.problem.slots[t]
                return Remedy(Help.SHORTER_ABSENCE, {"person": person.key, "slot": slot.key})
        return None

    def _one_more_table(self, m: int) -> Remedy | None:
        """A table more in one slot, found by inserting the meeting into a plan with one more in every slot."""
        instance = self._instance
        if self._effort <= 0 or not instance.options[m] or not _takes_any_table(instance, m):
            return None
        roomy = self._roomy = self._roomy or _copy(self._plan, _with_spare_tables(instance))
        before = roomy.places()
        effort = Effort(_EFFORT_EACH)
        found = insert(roomy, m, self._random, depth=0, effort=effort)
        self._effort -= 1 + _EFFORT_EACH - effort.left
        over = [t for t, number in enumerate(roomy.held) if number > instance.tables_open[t]]
        roomy.restore(before)
        if not found or len(over) != 1:
            return None
        return Remedy(Help.MORE_TABLES_IN_SLOT, {"slot": instance.problem.slots[over[0]].key})

    def _unlock(self, m: int) -> Remedy | None:
        """A locked meeting in the way that could be held in another slot."""
        instance = self._instance
        for t in instance.options[m]:
            blockers = self._plan.blockers(m, t)
            if len(blockers) != 1 or not self._could_unlock(blockers[0]):
                continue
            plan = self._loose_plan()
            place = plan.place_of(blockers[0])
            assert place is not None
            plan.take(blockers[0])
            helps = plan.fits(m, t)
            if helps:
                plan.put(m, t)
                helps = put_best(plan, blockers[0])
                plan.take(m)
                if helps:
                    plan.take(blockers[0])
            plan.put(blockers[0], *place)
            if helps:
                return Remedy(Help.UNLOCK, {"meeting": instance.problem.wanted[blockers[0]].key})
        return None

    def _could_unlock(self, m: int) -> bool:
        instance = self._instance
        kept = instance.kept[m]
        return kept in self._upcoming and instance.problem.wanted[m].key in self._locks

    def _loose_plan(self) -> SlotPlan:
        """The plan in which locked meetings may go wherever their people are free."""
        if self._loose is None:
            loose = {m for m in range(len(self._instance.kept)) if self._could_unlock(m)}
            options = tuple(
                tuple(t for t in self._upcoming if self._all_free(m, t)) if m in loose else row
                for m, row in enumerate(self._instance.options)
            )
            kept = tuple(-1 if m in loose else t for m, t in enumerate(self._instance.kept))
            self._loose = _copy(self._plan, replace(self._instance, options=options, kept=kept))
        return self._loose

    def _all_free(self, m: int, t: int) -> bool:
        instance = self._instance
        return all(t in instance.free[p] for p in instance.people_of[m]) and self._allowed(m, t)

    def _open_options(self, m: int) -> Iterator[int]:
        """Upcoming slots in which all people of the meeting are there and idle, whatever tables and maxima say."""
        for t in self._upcoming:
            if self._all_free(m, t) and not self._plan.blockers(m, t):
                yield t

    def _allowed(self, m: int, t: int) -> bool:
        problem = self._instance.problem
        wanted, key = problem.wanted[m], problem.slots[t].key
        return (wanted.allowed is None or key in wanted.allowed) and wanted.slot in ("", key)


def _copy(plan: SlotPlan, instance: Instance) -> SlotPlan:
    copy = SlotPlan(instance)
    copy.restore(plan.places())
    return copy


def _takes_any_table(instance: Instance, m: int) -> bool:
    return len(instance.ways[m]) == 1 and len(instance.ways[m][0].resources) == 1


def _with_spare_tables(instance: Instance) -> Instance:
    """One more table in every slot: a remedy may use one of them."""
    general = {instance.ways[m][0].resources[0] for m in range(len(instance.ways)) if _takes_any_table(instance, m)}
    return replace(
        instance,
        capacity=tuple(tuple(room + (r in general) for room in row) for r, row in enumerate(instance.capacity)),
        tables_open=tuple(number + 1 for number in instance.tables_open),
    )
