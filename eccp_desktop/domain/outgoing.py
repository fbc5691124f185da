"""Tables on their way out of the program, as values."""

from collections.abc import Mapping
from dataclasses import dataclass

CellValue = str | int | None


@dataclass(frozen=True, slots=True)
class OutgoingTable:
    """A table for people: a title (sheet or file name), headers, rows as wide as the headers."""

    title: str
    headers: tuple[str, ...]
    rows: tuple[tuple[CellValue, ...], ...]


StoredValue = str | int | float | None
WholeEvent = Mapping[str, tuple[Mapping[str, StoredValue], ...]]
"""Every row of an event by table, each row by column, as they are stored. The event's own id stands as `event`."""
