"""Tables and interpreters as pools with a capacity in each slot."""

from itertools import product
from typing import NamedTuple

from eccp_desktop.timetable.availability import open_tables
from eccp_desktop.timetable.problem import Problem, Wanted


class Way(NamedTuple):
    """Resources that a meeting takes up together: a pool of tables, one table, an interpreter; and the number of the zone
    that this ties it to, -1 where the zone does not matter."""

    resources: tuple[int, ...] = ()
    zone: int = -1


class Resources:
    """Interchangeable tables are one pool; so are the tables of one owner. A table that a meeting or a person is tied
    to, and each interpreter, is a resource of its own with capacity 1.

    Where meetings are too big for some tables, a pool is nested: the tables with at least n seats, for each n that
    matters. A meeting counts in every pool that its own is part of, which by Hall's theorem is enough. Meetings of
    somebody who needs time to walk are tied to a zone, and count in its pool as well.
    """

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._open = open_tables(problem)
        self._table = {table.key: table for table in problem.tables}
        self._reserved = {person.table for person in problem.people if person.table}
        self._person = {person.key: person for person in problem.people}
        self._kept = problem.kept()
        self._people_of = {wanted.key: wanted.people for wanted in problem.wanted}
        self._booths = {table.owner for table in problem.tables if table.owner}
        smallest = min((table.seats for table in problem.tables), default=0)
        sizes = {len(wanted.people) for wanted in problem.wanted}
        self._sizes = (0, *sorted(size for size in sizes if size > smallest))
        self._zones = {zone: n for n, zone in enumerate(dict.fromkeys(table.zone for table in problem.tables))}
        self._slow = {person.key for person in problem.people if person.slow_walker and len(self._zones) > 1}
        self._voices = {interpreter.key: n for n, interpreter in enumerate(problem.interpreters)}
        self._numbers: dict[tuple[str, str], int] = {}
        self.capacity: list[list[int]] = []

    def ways(self, wanted: Wanted) -> tuple[Way, ...]:
        """The alternative sets of resources that the meeting may use; empty where no table could ever take it."""
        own = tuple(self._interpreter(self._voices[p]) for p in wanted.people if p in self._voices)
        seats = tuple(Way((*seat.resources, *own), seat.zone) for seat in self._seats(wanted))
        if not wanted.language or wanted.key in self._kept:
            return seats
        voices = [
            self._interpreter(n)
            for n, interpreter in enumerate(self._problem.interpreters)
            if wanted.language in interpreter.languages and interpreter.key not in wanted.people
        ]
        return tuple(Way((*seat.resources, voice), seat.zone) for seat, voice in product(seats, voices))

    def _seats(self, wanted: Wanted) -> tuple[Way, ...]:
        if wanted.key in self._kept:
            placement = self._kept[wanted.key]
            table = placement.table or wanted.table
            voice = self._kept_voice(placement.interpreter)
            seats = (self._pinned(table),) if table else self._pools(wanted)
            return tuple(Way((*seat.resources, *voice), seat.zone) for seat in seats)
        table = wanted.table or next((self._person[p].table for p in wanted.people if self._person[p].table), "")
        if table and self._table[table].seats < len(wanted.people):
            return ()
        return (self._pinned(table),) if table else self._pools(wanted)

    def _kept_voice(self, key: str) -> tuple[int, ...]:
        return (self._interpreter(self._voices[key]),) if key in self._voices else ()

    def _pools(self, wanted: Wanted) -> tuple[Way, ...]:
        owners = dict.fromkeys(self._person[p].organisation for p in wanted.people)
        named = [owner for owner in owners if owner and owner in self._booths]
        size = len(wanted.people)
        if self._slow.isdisjoint(wanted.people):
            return tuple(Way(self._nested(owner, size)) for owner in (*named, ""))
        return tuple(
            Way((*self._nested(owner, size), *self._nested(owner, size, zone)), number)
            for owner in (*named, "")
            for zone, number in self._zones.items()
        )

    def _pinned(self, key: str) -> Way:
        own = self._number("table", key, [int(key in opened) for opened in self._open])
        table = self._table[key]
        zone = self._zones[table.zone]
        if key in self._reserved:
            return Way((own,), zone)
        inside = self._nested(table.owner, table.seats, table.zone) if self._slow else ()
        return Way((own, *self._nested(table.owner, table.seats), *inside), zone)

    def _nested(self, owner: str, seats: int, zone: str | None = None) -> tuple[int, ...]:
        return tuple(self._pool(owner, size, zone) for size in self._sizes if size <= seats)

    def _pool(self, owner: str, size: int, zone: str | None) -> int:
        kind = f"pool of {size}" if zone is None else f"pool of {size} in {zone}"
        if (kind, owner) in self._numbers:
            return self._numbers[kind, owner]
        members = {
            table.key
            for table in self._problem.tables
            if table.owner == owner
            and table.seats >= size
            and table.key not in self._reserved
            and zone in (None, table.zone)
        }
        return self._number(kind, owner, [len(members & opened) for opened in self._open])

    def _interpreter(self, n: int) -> int:
        interpreter = self._problem.interpreters[n]
        kept = {
            placement.slot
            for placement in self._kept.values()
            if placement.interpreter == interpreter.key or interpreter.key in self._people_of[placement.meeting]
        }
        free = interpreter.free
        row = [int(free is None or slot.key in free or slot.key in kept) for slot in self._problem.slots]
        return self._number("interpreter", interpreter.key, row)

    def _number(self, kind: str, key: str, row: list[int]) -> int:
        if (kind, key) not in self._numbers:
            self._numbers[kind, key] = len(self.capacity)
            self.capacity.append(row)
        return self._numbers[kind, key]
