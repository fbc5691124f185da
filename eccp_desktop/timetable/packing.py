"""The rules as rows of a packing problem: of certain columns at most so many may be chosen.

A column is a meeting in a slot in one of its ways. The exact model and the linear programmes are made from the same rows.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from eccp_desktop.timetable.resources import Way
from eccp_desktop.timetable.slot_plan import SlotPlan


class Column(NamedTuple):
    """A meeting (its position) held in a slot in one way."""

    meeting: int
    slot: int
    way: Way


class Row(NamedTuple):
    """At most `room` of the columns (positions) may be chosen."""

    columns: list[int]
    room: int


class Packing:
    """Columns and rows for the `freed` meetings of a plan; all others, and those that are kept, stay where they are.

    Tables appear as capacities only: interchangeable tables can always be handed out afterwards.
    """

    def __init__(self, plan: SlotPlan, freed: Iterable[int]) -> None:
        instance = plan.instance
        self.plan = plan
        self.instance = instance
        self.freed = [m for m in freed if instance.kept[m] < 0 and instance.options[m]]
        self.columns: list[Column] = []
        self.rows: list[Row] = []
        self._inside = set(self.freed)
        self._people = sorted({p for m in self.freed for p in instance.people_of[m]})
        self._room = [
            [capacity - load for capacity, load in zip(*rows, strict=True)]
            for rows in zip(instance.capacity, plan.load, strict=True)
        ]
        for m, t in enumerate(plan.slot_of):
            # Which of several ways a kept meeting takes is not settled either.
            if t >= 0 and (m in self._inside or (instance.kept[m] >= 0 and len(instance.ways[m]) > 1)):
                for r in plan.way_of[m].resources:
                    self._room[r][t] += 1
        self._of_meeting: dict[int, list[int]] = {m: [] for m in self.freed}
        self._of_person: dict[tuple[int, int], list[int]] = defaultdict(list)
        self._create()
        self._add_rows()

    def staying(self, p: int, t: int) -> int:
        """The meeting that fills the person's slot and does not move, or -1."""
        other = self.plan.diary[p][t]
        return -1 if other in self._inside else other

    def _create(self) -> None:
        people_of = self.instance.people_of
        for m in self.freed:
            for t in self.instance.options[m]:
                if any(self.staying(p, t) >= 0 for p in people_of[m]) or not self._in_order(m, t):
                    continue
                for way in self.instance.ways[m]:
                    if all(self._room[r][t] > 0 for r in way.resources) and self._within_reach(m, t, way.zone):
                        self._of_meeting[m].append(len(self.columns))
                        for p in people_of[m]:
                            self._of_person[p, t].append(len(self.columns))
                        self.columns.append(Column(m, t, way))

    def _in_order(self, m: int, t: int) -> bool:
        """Whether the slot lies after and before the meetings that stay and have to come first and last."""
        slot_of, instance = self.plan.slot_of, self.instance
        if any(slot_of[other] >= t for other in instance.earlier[m] if other not in self._inside):
            return False
        return not any(-1 < slot_of[other] <= t for other in instance.later[m] if other not in self._inside)

    def _within_reach(self, m: int, t: int, zone: int) -> bool:
        """Whether nobody comes from, or goes on to, a meeting that stays in another zone without time to walk."""
        for p in self.instance.walkers[m]:
            for u in self.instance.beside[t]:
                other = self.staying(p, u)
                if other >= 0 and self.plan.way_of[other].zone not in (-1, zone):
                    return False
        return True

    def _add_rows(self) -> None:
        for columns in self._of_meeting.values():
            self._at_most(columns, 1)
        for columns in self._of_person.values():
            self._at_most(columns, 1)
        users: dict[tuple[int, int], list[int]] = defaultdict(list)
        for number, column in enumerate(self.columns):
            for r in column.way.resources:
                users[r, column.slot].append(number)
        for (r, t), columns in users.items():
            self._at_most(columns, self._room[r][t])
        for p in self._people:
            for slots, most in self._limits(p):
                inside = [column for t in slots for column in self._of_person.get((p, t), ())]
                self._at_most(inside, max(0, most - sum(self.staying(p, t) >= 0 for t in slots)))
            if p in self.instance.slow:
                self._walks(p)
        for m in self.freed:
            for first in self.instance.earlier[m]:
                if first in self._inside:
                    self._order(first, m)

    def _at_most(self, columns: list[int], room: int) -> None:
        if len(columns) > room:
            self.rows.append(Row(columns, room))

    def _limits(self, p: int) -> Iterator[tuple[tuple[int, ...], int]]:
        """Sets of slots of which the person can fill only so many: days, and as many slots in a row as need a pause."""
        instance = self.instance
        kept = {instance.kept[m] for m in instance.meetings_of[p]}
        for slots in instance.days:
            if len(slots) > instance.most_per_day[p]:
                yield slots, max(instance.most_per_day[p], sum(t in kept for t in slots))
        most = instance.most_in_a_row[p]
        for slots in instance.sessions:
            for n in range(len(slots) - most):
                window = slots[n : n + most + 1]
                if not all(t in kept for t in window):
                    yield window, most

    def _walks(self, p: int) -> None:
        """Who meets in a zone does not meet in another one in the next slot."""
        for t in range(len(self.instance.beside)):
            if t + 1 not in self.instance.beside[t]:
                continue
            here, there = self._of_person.get((p, t), []), self._of_person.get((p, t + 1), [])
            for zone in sorted({self.columns[column].way.zone for column in here}):
                apart = [column for column in there if self.columns[column].way.zone not in (-1, zone)]
                if zone >= 0 and apart:
                    self._at_most([column for column in here if self.columns[column].way.zone == zone] + apart, 1)

    def _order(self, first: int, second: int) -> None:
        """At any time, either the second has not begun by then, or the first does not come later any more."""
        before, after = self._of_meeting[first], self._of_meeting[second]
        for t in sorted({self.columns[column].slot for column in after}):
            late = [column for column in before if self.columns[column].slot >= t]
            if late:
                self._at_most([column for column in after if self.columns[column].slot <= t] + late, 1)
