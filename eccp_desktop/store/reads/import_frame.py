"""What the reader of import files must know of the event."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from eccp_desktop.store.reads import Reading
from eccp_desktop.store.rows import Session, Side


@dataclass(frozen=True, slots=True)
class ImportFrame:
    """Names of the sides in their order, and the days of the programme."""

    sides: tuple[str, ...]
    days: tuple[date, ...]


def import_frame(reading: Reading) -> ImportFrame:
    """Sides and days of the event; both may be empty."""
    sides = reading.execute(select(Side.name).order_by(Side.position, Side.id)).scalars()
    days = reading.execute(select(Session.day).distinct().order_by(Session.day)).scalars()
    return ImportFrame(tuple(sides), tuple(days))
