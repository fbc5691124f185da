"""The exact model: a truth value for each meeting and slot, for all meetings or for a part while the rest stays put."""

from collections.abc import Iterable, Sequence

from ortools.sat.python import cp_model

from eccp_desktop.timetable.cp_sat import Expression, total
from eccp_desktop.timetable.slot_plan import SlotPlan

Cell = list[cp_model.IntVar]


class SlotModel:
    """A CP-SAT model in which the `freed` meetings may move; all others are where the plan has them.

    Tables appear as capacities only: interchangeable tables can always be handed out afterwards.
    """

    def __init__(self, plan: SlotPlan, freed: Iterable[int]) -> None:
        self.plan = plan
        self.instance = plan.instance
        self.model = cp_model.CpModel()
        self.freed = [m for m in freed if self.instance.options[m]]
        self.taken: dict[int, dict[int, cp_model.IntVar]] = {}
        self._inside = set(self.freed)
        self._create()
        self._people()
        self._resources()
        self._maxima()
        self._pauses()
        self._order()

    def slots(self, solver: cp_model.CpSolver) -> list[int]:
        """The slot of every meeting in the solution."""
        slot_of = list(self.plan.slot_of)
        for m, row in self.taken.items():
            slot_of[m] = next((t for t, variable in row.items() if solver.boolean_value(variable)), -1)
        return slot_of

    def hint(self) -> None:
        """Start the search from the plan."""
        for m, row in self.taken.items():
            for t, variable in row.items():
                self.model.add_hint(variable, self.plan.slot_of[m] == t)

    def placed(self, m: int) -> Expression:
        """1 where the meeting has a slot, else 0."""
        return total(list(self.taken[m].values()))

    def cell(self, p: int, t: int) -> tuple[bool, Cell]:
        """Whether a meeting that stays put fills the person's slot, and the freed ones that could."""
        other = self.plan.diary[p][t]
        if other >= 0 and other not in self._inside:
            return True, []
        meetings = self.instance.meetings_of[p]
        return False, [self.taken[m][t] for m in meetings if m in self._inside and t in self.taken[m]]

    def _create(self) -> None:
        diary, inside = self.plan.diary, self._inside
        for m in self.freed:
            row = {}
            for t in self.instance.options[m]:
                others = (diary[p][t] for p in self.instance.people_of[m])
                if all(other < 0 or other in inside for other in others):
                    row[t] = self.model.new_bool_var("")
            self.taken[m] = row
            if row:
                self.model.add_at_most_one(row.values())
            if self.instance.kept[m] >= 0:
                self.model.add_bool_or(row.values())

    def _affected(self) -> list[int]:
        return sorted({p for m in self.freed for p in self.instance.people_of[m]})

    def _people(self) -> None:
        for p in self._affected():
            for t in range(len(self.instance.day_of)):
                _, variables = self.cell(p, t)
                if len(variables) > 1:
                    self.model.add_at_most_one(variables)

    def _resources(self) -> None:
        instance, plan = self.instance, self.plan
        users: dict[tuple[int, int], Cell] = {}
        for m in self.freed:
            for t, variable in self.taken[m].items():
                ways = instance.ways[m]
                parts = [variable] if len(ways) == 1 else [self.model.new_bool_var("") for _ in ways]
                if len(ways) > 1:
                    self.model.add(total(parts) == variable)
                for way, part in zip(ways, parts, strict=True):
                    for r in way:
                        users.setdefault((r, t), []).append(part)
        leaving: dict[tuple[int, int], int] = {}
        for m in self.freed:
            for r in plan.way_of[m] if plan.slot_of[m] >= 0 else ():
                leaving[r, plan.slot_of[m]] = leaving.get((r, plan.slot_of[m]), 0) + 1
        for (r, t), variables in users.items():
            room = instance.capacity[r][t] - plan.load[r][t] + leaving.get((r, t), 0)
            if len(variables) > room:
                self.model.add(total(variables) <= max(0, room))

    def _maxima(self) -> None:
        for p in self._affected():
            for day, slots in enumerate(self.instance.days):
                cells = [self.cell(p, t) for t in slots]
                still = sum(fixed for fixed, _ in cells)
                variables = [variable for _, part in cells for variable in part]
                if still + len(variables) > self.instance.most_per_day[p] and variables:
                    kept = sum(1 for m in self.instance.meetings_of[p] if self._kept_on(m, day))
                    room = max(self.instance.most_per_day[p], kept) - still
                    self.model.add(total(variables) <= max(0, room))

    def _kept_on(self, m: int, day: int) -> bool:
        t = self.instance.kept[m]
        return t >= 0 and self.instance.day_of[t] == day

    def _pauses(self) -> None:
        for p in self._affected():
            most = self.instance.most_in_a_row[p]
            for slots in self.instance.sessions:
                for n in range(len(slots) - most):
                    cells = [self.cell(p, t) for t in slots[n : n + most + 1]]
                    still = sum(fixed for fixed, _ in cells)
                    variables = [variable for _, part in cells for variable in part]
                    kept = {self.instance.kept[m] for m in self.instance.meetings_of[p]}
                    if variables and not all(t in kept for t in slots[n : n + most + 1]):
                        self.model.add(total(variables) <= max(0, most - still))

    def _order(self) -> None:
        for m in range(len(self.instance.people_of)):
            for first in self.instance.earlier[m]:
                if m in self._inside or first in self._inside:
                    self._before(first, m)

    def _before(self, first: int, second: int) -> None:
        earlier, later = self._times(first), self._times(second)
        for t, variable in later:
            not_before = [other for s, other in earlier if s >= t]
            if not_before:
                self.model.add(total([*not_before, variable]) <= 1)

    def _times(self, m: int) -> Sequence[tuple[int, cp_model.IntVar | int]]:
        if m in self._inside:
            return list(self.taken[m].items())
        return [(self.plan.slot_of[m], 1)] if self.plan.slot_of[m] >= 0 else []
