"""Which tables a meeting may be given, whatever else is held there."""

from collections import defaultdict

import numpy
import numpy.typing

from eccp_desktop.timetable.problem import Problem, Wanted

Mask = numpy.typing.NDArray[numpy.bool_]


class UsableTables:
    """Masks over the tables of a problem, in its order. Thousands of meetings share a few of them."""

    def __init__(self, problem: Problem) -> None:
        self._tables = problem.tables
        self._position = {table.key: n for n, table in enumerate(problem.tables)}
        self._person = {person.key: person for person in problem.people}
        self._kept = problem.kept()
        self._reserved = {person.table for person in problem.people if person.table}
        self._owned: dict[str, list[int]] = defaultdict(list)
        for n, table in enumerate(problem.tables):
            if table.owner and table.key not in self._reserved:
                self._owned[table.owner].append(n)
        self._common: dict[int, Mask] = {}

    def of(self, wanted: Wanted) -> Mask:
        """The one table that the meeting is tied to, or those of nobody and of its people's organisations with enough
        seats that nobody has as a fixed table."""
        kept = self._kept.get(wanted.key)
        tied = kept.table if kept is not None and kept.table else wanted.table
        tied = tied or next((self._person[p].table for p in wanted.people if self._person[p].table), "")
        if tied:
            mask = numpy.zeros(len(self._tables), dtype=numpy.bool_)
            mask[self._position[tied]] = True
            return mask
        size = len(wanted.people)
        common = self._of_nobody(size)
        own = [n for p in wanted.people for n in self._owned.get(self._person[p].organisation, ())]
        if not own:
            return common
        mask = common.copy()
        for n in own:
            mask[n] = self._tables[n].seats >= size
        return mask

    def _of_nobody(self, size: int) -> Mask:
        if size not in self._common:
            free = [
                not table.owner and table.seats >= size and table.key not in self._reserved for table in self._tables
            ]
            self._common[size] = numpy.array(free, dtype=numpy.bool_)
        return self._common[size]
