"""Tables for a slot plan: an assignment problem in each slot, so that people change tables rarely."""

from collections.abc import Mapping, Sequence

import numpy
import numpy.typing
from ortools.graph.python.linear_sum_assignment import SimpleLinearSumAssignment

from eccp_desktop.timetable.availability import open_tables
from eccp_desktop.timetable.problem import Problem, Wanted
from eccp_desktop.timetable.usable_tables import UsableTables

Costs = numpy.typing.NDArray[numpy.int64]

_ROUNDS = 3
_FORBIDDEN = 1_000_000
_CHANGE = 10
_WALK = 25
_REPRINT = 2
_REPRINT_TODAY = 1_000
"""Dearer than every change and walk: the sheets are in people's hands."""


class NoSeat(Exception):
    """A slot (its position) holds more meetings than fitting tables."""

    def __init__(self, slot: int) -> None:
        super().__init__(slot)
        self.slot = slot


class TableAssignment:
    """Seats each slot's meetings at open tables they may use.

    Starts with the first slot; then each slot is seated again beside its neighbours until nothing gets better. A `quick`
    seating goes once through the slots, and in each gives the table they like best to the meetings that lose most without it.
    """

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._person = {person.key: person for person in problem.people}
        self._position = {table.key: n for n, table in enumerate(problem.tables)}
        self._open = tuple(
            numpy.array(sorted(self._position[key] for key in opened), dtype=numpy.intp)
            for opened in open_tables(problem)
        )
        self._zone = [table.zone for table in problem.tables]
        self._in_zone = {zone: numpy.array([other == zone for other in self._zone]) for zone in {*self._zone}}
        self._usable = UsableTables(problem)
        self._reprint = _REPRINT_TODAY if problem.at_printed_tables else _REPRINT
        self._current = {placement.meeting: placement for placement in problem.current}

    def seat(self, slot_of: Sequence[int], zones: Mapping[int, str], *, quick: bool = False) -> dict[int, str]:
        """Table of each placed meeting (by position); `zones` holds those that are tied to one. Raises NoSeat."""
        inside: list[list[int]] = [[] for _ in self._problem.slots]
        for m, t in enumerate(slot_of):
            if t >= 0:
                inside[t].append(m)
        table_of: dict[int, str] = {}
        for n in range(1 if quick else _ROUNDS):
            before = dict(table_of)
            for t, meetings in enumerate(inside):
                if meetings:
                    table_of.update(self._seat_slot(t, meetings, zones, inside, table_of, quick))
            if n and before == table_of:
                break
        return table_of

    def _seat_slot(
        self,
        t: int,
        meetings: list[int],
        zones: Mapping[int, str],
        inside: list[list[int]],
        table_of: Mapping[int, str],
        quick: bool,
    ) -> dict[int, str]:
        opened, neighbours = self._open[t], self._neighbours(t, inside, table_of)
        if len(opened) < len(meetings):
            raise NoSeat(t)
        costs = numpy.array([self._row(self._problem.wanted[m], zones.get(m), t, neighbours)[opened] for m in meetings])
        columns = (_by_regret(costs) if quick else None) or _cheapest(costs)
        if columns is None:
            raise NoSeat(t)
        tables = self._problem.tables
        return {m: tables[opened[column]].key for m, column in zip(meetings, columns, strict=True)}

    def _neighbours(
        self, t: int, inside: list[list[int]], table_of: Mapping[int, str]
    ) -> dict[str, list[tuple[str, int]]]:
        """For each person the tables of the meetings before and after slot t in its session, with the slots between."""
        found: dict[str, list[tuple[str, int]]] = {}
        slot = self._problem.slots[t]
        for step in (-1, 1):
            seen: set[str] = set()
            other = t + step
            while 0 <= other < len(inside):
                there = self._problem.slots[other]
                if (there.day, there.session) != (slot.day, slot.session):
                    break
                for m in inside[other]:
                    for person in self._problem.wanted[m].people:
                        if person not in seen:
                            seen.add(person)
                            if m in table_of:
                                found.setdefault(person, []).append((table_of[m], abs(other - t)))
                other += step
        return found

    def _row(self, wanted: Wanted, zone: str | None, t: int, neighbours: Mapping[str, list[tuple[str, int]]]) -> Costs:
        """What each table of the event would cost the meeting in the slot."""
        row = numpy.zeros(len(self._zone), dtype=numpy.int64)
        for person in wanted.people:
            for table, distance in neighbours.get(person, []):
                there = self._position[table]
                row += _CHANGE
                if distance == 1:
                    row += _WALK
                    row[self._in_zone[self._zone[there]]] -= _WALK
                row[there] -= _CHANGE
        old = self._current.get(wanted.key)
        if old is not None and old.slot == self._problem.slots[t].key and old.table:
            row += self._reprint
            row[self._position[old.table]] -= self._reprint
        row[~self._usable.of(wanted)] = _FORBIDDEN
        if zone is not None:
            row[~self._in_zone[zone]] = _FORBIDDEN
        return row


def _cheapest(costs: Costs) -> list[int] | None:
    """A column for each row, together as cheap as can be; None where a row would have a forbidden one."""
    meetings, size = costs.shape
    square = numpy.zeros((size, size), dtype=numpy.int64)
    square[:meetings] = costs
    assignment = SimpleLinearSumAssignment()
    rows, columns = numpy.indices((size, size))
    assignment.add_arcs_with_cost(rows.ravel().astype(numpy.int32), columns.ravel().astype(numpy.int32), square.ravel())
    if assignment.solve() != assignment.OPTIMAL or assignment.optimal_cost() >= _FORBIDDEN:
        return None
    return [assignment.right_mate(row) for row in range(meetings)]


def _by_regret(costs: Costs) -> list[int] | None:
    """A column for each row, the row first whose second best column is dearest; None where that leaves one without."""
    left = costs.copy()
    found = [0] * len(costs)
    best = numpy.sort(costs, axis=1)[:, :2]
    for row in numpy.argsort(best[:, 0] - best[:, -1], kind="stable"):
        column = int(left[row].argmin())
        if left[row, column] >= _FORBIDDEN:
            return None
        found[row] = column
        left[:, column] = _FORBIDDEN
    return found
