"""The exact model of the business-to-business problem for CP-SAT.

Beside who meets when, each person with a choice either holds all meetings in one unbroken block, which starts somewhere, or
has at least one break. Tables are counted over clusters: the meetings of one person, of which at most one is held at a
time.
"""

from ortools.sat.python import cp_model

from eccp_desktop.timetable.brokerage import Brokerage
from eccp_desktop.timetable.brokerage_bound import fits_block
from eccp_desktop.timetable.cp_sat import Expression, total

Literal = cp_model.IntVar


class BrokerageModel:
    """`taken[m][t]` says that meeting m lies in slot t; `breaks` is the sum of breaks."""

    def __init__(self, brokerage: Brokerage) -> None:
        self.brokerage = brokerage
        self.model = cp_model.CpModel()
        self.taken: list[dict[int, Literal]] = []
        self.busy: list[list[Literal | int]] = []
        self._meetings_of = brokerage.meetings_of()
        self._create()
        self._tables()
        self._seats()
        self._order()
        self._breaks = [self._breaks_of(p) for p in range(brokerage.people)]
        self._fairness()
        self.breaks = total(self._breaks)

    def slots(self, solver: cp_model.CpSolver) -> tuple[int, ...]:
        """The slot of each meeting in the solver's solution."""
        return tuple(next(t for t, literal in row.items() if solver.boolean_value(literal)) for row in self.taken)

    def _create(self) -> None:
        model = self.model
        for options in self.brokerage.options:
            row = {t: model.new_bool_var("") for t in options}
            model.add_exactly_one(row.values())
            self.taken.append(row)
        for meetings in self._meetings_of:
            cells: list[Literal | int] = []
            for t in range(self.brokerage.slots):
                inside = [self.taken[m][t] for m in meetings if t in self.taken[m]]
                if len(meetings) == self.brokerage.slots:
                    model.add_exactly_one(inside)
                    cells.append(1)
                elif not inside:
                    cells.append(0)
                else:
                    cell = model.new_bool_var("")
                    model.add_exactly_one([*inside, ~cell])
                    cells.append(cell)
            if meetings:
                model.add(total(cells) == len(meetings))
            self.busy.append(cells)

    def _tables(self) -> None:
        """Each meeting counts in the cluster of the one of its two people who has more meetings left."""
        left = set(range(len(self.taken)))
        clusters: list[list[int]] = []
        while left:
            person = max(range(self.brokerage.people), key=lambda p: len(left.intersection(self._meetings_of[p])))
            clusters.append(sorted(left.intersection(self._meetings_of[person])))
            left.difference_update(clusters[-1])
        if len(clusters) <= self.brokerage.tables:
            return
        for t in range(self.brokerage.slots):
            held: list[Expression] = []
            for cluster in clusters:
                inside = [self.taken[m][t] for m in cluster if t in self.taken[m]]
                if len(inside) > 1:
                    some = self.model.new_bool_var("")
                    self.model.add_exactly_one([*inside, ~some])
                    held.append(some)
                else:
                    held += inside
            if len(held) > self.brokerage.tables:
                self.model.add(total(held) <= self.brokerage.tables)

    def _seats(self) -> None:
        """Two seats a table: the number of people busy in a slot is even, and all of them together are known."""
        loads = []
        for t in range(self.brokerage.slots):
            load = self.model.new_int_var(0, min(self.brokerage.tables, self.brokerage.people // 2), "")
            self.model.add(total([cells[t] for cells in self.busy]) == 2 * load)
            loads.append(load)
        self.model.add(total(loads) == len(self.taken))

    def _order(self) -> None:
        for m, firsts in enumerate(self.brokerage.before):
            for first in firsts:
                for t, later in self.taken[m].items():
                    self.model.add_bool_or([~later, *(x for s, x in self.taken[first].items() if s < t)])
                for t, earlier in self.taken[first].items():
                    self.model.add_bool_or([~earlier, *(x for s, x in self.taken[m].items() if s > t)])

    def _breaks_of(self, p: int) -> Expression | int:
        number, slots = len(self._meetings_of[p]), self.brokerage.slots
        if number <= 1 or number == slots:
            return 0
        cells = self.busy[p]
        model = self.model
        starts: list[Literal] = []
        for t, cell in enumerate(cells):
            if isinstance(cell, int):
                continue
            start = model.new_bool_var("")
            before = cells[t - 1] if t else 0
            model.add_implication(start, cell)
            if isinstance(before, int):
                model.add_implication(cell, start)
            else:
                model.add_bool_or([~cell, before, start])
                model.add_implication(start, ~before)
            starts.append(start)
        broken = model.new_bool_var("")
        blocks: list[Literal] = []
        kind = [self.brokerage.options[m] for m in self._meetings_of[p]]
        for first in range(slots - number + 1):
            if not fits_block(kind, first):
                continue
            block = model.new_bool_var("")
            for t, cell in enumerate(cells):
                if not isinstance(cell, int):
                    model.add_implication(block, cell if first <= t < first + number else ~cell)
            blocks.append(block)
        model.add_exactly_one([*blocks, broken])
        most = min(number - 1, slots - number)
        further = model.new_int_var(0, max(0, most - 1), "")
        model.add(further == 0).only_enforce_if(~broken)
        gaps = broken + further
        model.add(total(starts) - 1 == gaps)
        return gaps

    def _fairness(self) -> None:
        d = self.brokerage.fairness
        if d is None:
            return
        if any(len(meetings) in (0, 1, self.brokerage.slots) for meetings in self._meetings_of):
            for gaps in self._breaks:
                if not isinstance(gaps, int):
                    self.model.add(gaps <= d)
            return
        fewest = self.model.new_int_var(0, self.brokerage.slots, "")
        for gaps in self._breaks:
            self.model.add(gaps >= fewest)
            self.model.add(gaps <= fewest + d)
