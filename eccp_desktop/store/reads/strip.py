"""What the strip at the window's foot says of the event."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from eccp_desktop.store.reads import Reading
from eccp_desktop.store.rows import Device, Event, Session, ThisCopy


@dataclass(frozen=True, slots=True)
class EventLine:
    """The event in a line. `letter` is that of the laptop that wrote last into this copy, empty before the first step."""

    name: str
    zone: str
    letter: str


def event_line(reading: Reading) -> EventLine | None:
    """The event of the file, None where it holds none yet."""
    event = reading.execute(select(Event.name, Event.zone)).first()
    if event is None:
        return None
    letter = reading.execute(select(Device.letter).join(ThisCopy, ThisCopy.device_id == Device.id)).scalar()
    return EventLine(event.name, event.zone, letter or "")


def first_moment(reading: Reading) -> datetime | None:
    """When the first session of the event begins, naive wall time at the venue; None before there is one."""
    return reading.execute(select(func.min(Session.start))).scalar()
