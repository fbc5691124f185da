"""What the reader of import files must know of the event."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from eccp_desktop.store.reads import Reading
from eccp_desktop.store.rows import Event, Session, Side


@dataclass(frozen=True, slots=True)
class ImportFrame:
    """Names of the sides in their order, the days of the programme, and the time zone of the venue."""

    sides: tuple[str, ...]
    days: tuple[date, ...]
    zone: str


def import_frame(reading: Reading) -> ImportFrame:
    """Sides, days and zone of the event; sides and days may be empty."""
    sides = reading.execute(select(Side.name).order_by(Side.position, Side.id)).scalars()
    days = reading.execute(select(Session.day).distinct().order_by(Session.day)).scalars()
    zone = reading.execute(select(Event.zone)).scalar()
    return ImportFrame(tuple(sides), tuple(days), zone or "UTC")
