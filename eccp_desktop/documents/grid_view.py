"""What the whole timetable shows."""

from dataclasses import dataclass
from datetime import date, datetime

from eccp_desktop.documents.catalogue import Order
from eccp_desktop.documents.event_head import EventHead


@dataclass(frozen=True, slots=True)
class GridCell:
    """Where somebody sits in a slot, and with whom. An empty table means free; away means not there."""

    table: str = ""
    partners: str = ""
    away: bool = False


@dataclass(frozen=True, slots=True)
class GridRow:
    """A person's day: as many cells as the day has slots."""

    sorted_as: str
    organisation: str
    country: str
    cells: tuple[GridCell, ...]
    box: str = ""


@dataclass(frozen=True, slots=True)
class GridDay:
    """One day, its slots in the order of time."""

    day: date
    slots: tuple[datetime, ...]
    rows: tuple[GridRow, ...]


@dataclass(frozen=True, slots=True)
class GridView:
    """The document `grid`: people down, slots across."""

    event: EventHead
    days: tuple[GridDay, ...]
    order: Order = Order.ALPHABET
    """Of the rows: letters, countries or boxes divide them."""
