"""One day of the timetable as lines and slots: people x slots or tables x slots. No Qt here."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property, lru_cache
from types import MappingProxyType

from eccp_desktop.domain.hall import Diary, HallMeeting, HallPlace, HallSlot
from eccp_desktop.domain.ids import MeetingId, ParticipantId, TableId
from eccp_desktop.domain.matching import plain
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.seating import person_refusal
from eccp_desktop.domain.vocabulary import Presence
from eccp_desktop.store.reads.timetable_grid import TimetableGrid

_needle = lru_cache(maxsize=4096)(plain)  # the same lines are made for every day and every filter


class Axis(StrEnum):
    """What the lines of the grid are."""

    PEOPLE = "people"
    TABLES = "tables"


class Change(StrEnum):
    """What a proposed timetable does to a meeting, or what was done to it since another one."""

    NEW = "new"
    MOVED = "moved"
    CANCELLED = "loses its seat"
    UNPLACED = "waits"
    REVOICED = "another interpreter"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the grid; `key` is the person's or the table's id, `needle` what the filter looks into."""

    key: str
    title: str
    second: str
    needle: str
    presence: Presence | None = None


class DayGrid:
    """The lines that the filter leaves, and the slots of a day, with what lies in each cell.

    `changes` are marked: those of a proposal, or, with `since`, what became of the timetable since the moment of that name.
    """

    def __init__(
        self,
        grid: TimetableGrid,
        axis: Axis,
        day: date | None,
        filtered: str = "",
        changes: Mapping[MeetingId, Change] = MappingProxyType({}),
        since: str = "",
    ) -> None:
        self.grid = grid
        self.changes = changes
        self.since = since
        self.axis = axis
        self.day = day
        self.slots: tuple[HallSlot, ...] = tuple(
            slot for slot in grid.hall.slots.values() if slot.span.start.date() == day
        )
        words = plain(filtered).split()
        lines = _people(grid) if axis is Axis.PEOPLE else _tables(grid)
        self.lines = tuple(line for line in lines if all(word in line.needle for word in words))
        self._closed: dict[tuple[int, int], Refusal | None] = {}

    def meeting(self, line: int, column: int) -> HallMeeting | None:
        """The seated meeting of a cell."""
        hall, slot = self.grid.hall, self.slots[column].id
        key = self.lines[line].key
        if self.axis is Axis.PEOPLE:
            found = hall.diaries[ParticipantId(key)].meetings.get(slot)
        else:
            found = hall.at_table.get((slot, TableId(key)))
        return None if found is None else hall.meetings[found]

    def closed(self, line: int, column: int) -> Refusal | None:
        """Why nobody can be seated in an empty cell: a person who is away, a table that is closed."""
        cell = (line, column)
        if cell not in self._closed:
            self._closed[cell] = self._why_closed(line, column)
        return self._closed[cell]

    def begins_session(self, column: int) -> bool:
        """Whether a slot is the first after a break, and stands apart from the one before."""
        return column > 0 and self.slots[column].session != self.slots[column - 1].session

    def line_of(self, key: str) -> int:
        """The line of a person or table, or -1 where the filter hides it."""
        return self._lines.get(key, -1)

    def column_of(self, slot: str | None) -> int:
        """The column of a slot, or -1 where it lies on another day."""
        return next((column for column, found in enumerate(self.slots) if found.id == slot), -1)

    def taken(self, column: int) -> int:
        """How many tables are taken in a slot."""
        return self._taken.get(self.slots[column].id, 0)

    def count(self, line: int) -> int:
        """How many meetings a line holds on this day."""
        return self._counts.get(self.lines[line].key, 0)

    @cached_property
    def _lines(self) -> dict[str, int]:
        return {line.key: number for number, line in enumerate(self.lines)}

    @cached_property
    def _counts(self) -> dict[str, int]:
        hall, slots = self.grid.hall, {slot.id for slot in self.slots}
        if self.axis is Axis.TABLES:
            return dict(Counter(str(table) for slot, table in hall.at_table if slot in slots))
        return {person: len(slots & diary.meetings.keys()) for person, diary in hall.diaries.items()}

    @cached_property
    def _taken(self) -> dict[str, int]:
        counted: dict[str, int] = {}
        for slot, _ in self.grid.hall.at_table:
            counted[slot] = counted.get(slot, 0) + 1
        return counted

    def _why_closed(self, line: int, column: int) -> Refusal | None:
        hall, slot = self.grid.hall, self.slots[column]
        key = self.lines[line].key
        if self.axis is Axis.PEOPLE:
            return person_refusal(hall, _without_meetings(hall.diaries[ParticipantId(key)]), slot)
        place: HallPlace = hall.tables[TableId(key)]
        if place.is_open(slot.id):
            return None
        free = tuple(table.number for table in hall.free_tables(slot.id) if table.owner is None)
        return Refusal("table_closed", table=place.number, slot=slot.span.start, free=free)


def days_of(grid: TimetableGrid) -> tuple[date, ...]:
    """The days that have slots, in order."""
    return tuple(sorted({slot.span.start.date() for slot in grid.hall.slots.values()}))


def _without_meetings(diary: Diary) -> Diary:
    return replace(diary, meetings={}) if diary.meetings else diary


def _people(grid: TimetableGrid) -> list[Line]:
    return [
        Line(
            key=person.id,
            title=person.name,
            second=" · ".join(part for part in (person.organisation, person.country) if part),
            needle=_needle(f"{person.name} {person.organisation} {person.country} {person.side}"),
            presence=person.presence,
        )
        for person in grid.people
    ]


def _tables(grid: TimetableGrid) -> list[Line]:
    lines = []
    for place in grid.hall.tables.values():
        booth = grid.booths.get(place.owner, "") if place.owner is not None else ""
        second = " · ".join(part for part in (place.zone or "", booth) if part)
        title = f"Table {place.number}"
        lines.append(Line(key=place.id, title=title, second=second, needle=_needle(f"{title} {second}")))
    return lines
