"""The exact model: a truth value for each meeting and slot, for all meetings or for a part while the rest stays put."""

from collections.abc import Iterable

from ortools.sat.python import cp_model

from eccp_desktop.timetable.cp_sat import Expression, total
from eccp_desktop.timetable.packing import Packing
from eccp_desktop.timetable.slot_plan import Places, SlotPlan

Cell = list[cp_model.IntVar]


class SlotModel:
    """A CP-SAT model in which the `freed` meetings may move; all others are where the plan has them."""

    def __init__(self, plan: SlotPlan, freed: Iterable[int]) -> None:
        self.plan = plan
        self.instance = plan.instance
        self.model = cp_model.CpModel()
        self._packing = Packing(plan, freed)
        self.freed = self._packing.freed
        self._chosen = [self.model.new_bool_var("") for _ in self._packing.columns]
        self.taken = self._create()
        for columns, room in self._packing.rows:
            variables = [self._chosen[column] for column in columns]
            if room == 1:
                self.model.add_at_most_one(variables)
            else:
                self.model.add(total(variables) <= room)

    def places(self, solver: cp_model.CpSolver) -> Places:
        """Slot and way of every meeting in the solution."""
        places = self.plan.places()
        for m in self.freed:
            places[m] = None
        for column, variable in zip(self._packing.columns, self._chosen, strict=True):
            if solver.boolean_value(variable):
                places[column.meeting] = (column.slot, column.way)
        return places

    def hint(self) -> None:
        """Start the search from the plan."""
        for column, variable in zip(self._packing.columns, self._chosen, strict=True):
            place = (column.slot, column.way)
            self.model.add_hint(variable, place == self.plan.place_of(column.meeting))
        for m, row in self.taken.items():
            for t, variable in row.items():
                if variable.index >= len(self._chosen):
                    self.model.add_hint(variable, self.plan.slot_of[m] == t)

    def placed(self, m: int) -> Expression:
        """1 where the meeting has a slot, else 0."""
        return total(list(self.taken[m].values()))

    def cell(self, p: int, t: int) -> tuple[bool, Cell]:
        """Whether a meeting that stays put fills the person's slot, and the freed ones that could."""
        if self._packing.staying(p, t) >= 0:
            return True, []
        return False, [self.taken[m][t] for m in self.instance.meetings_of[p] if t in self.taken.get(m, ())]

    def _create(self) -> dict[int, dict[int, cp_model.IntVar]]:
        """One truth value for each meeting and slot: the sum of those for its ways."""
        ways: dict[int, dict[int, Cell]] = {m: {} for m in self.freed}
        for column, variable in zip(self._packing.columns, self._chosen, strict=True):
            ways[column.meeting].setdefault(column.slot, []).append(variable)
        return {m: {t: self._any_of(parts) for t, parts in row.items()} for m, row in ways.items()}

    def _any_of(self, parts: Cell) -> cp_model.IntVar:
        if len(parts) == 1:
            return parts[0]
        taken = self.model.new_bool_var("")
        self.model.add(total(parts) == taken)
        return taken
