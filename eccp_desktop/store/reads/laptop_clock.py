"""What an event file knows of the time."""

from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from eccp_desktop.domain.laptop_clock import ClockFacts
from eccp_desktop.store.journal.hybrid_clock import instant_of
from eccp_desktop.store.reads import Reading
from eccp_desktop.store.rows import Event, JournalUnit, Session


def clock_facts(reading: Reading) -> ClockFacts:
    """The latest step of any laptop, the days of the programme, and the venue's zone (UTC without an event)."""
    last = reading.execute(select(func.max(JournalUnit.clock))).scalar()
    days = reading.execute(select(Session.day).distinct().order_by(Session.day)).scalars()
    zone = reading.execute(select(Event.zone)).scalar()
    return ClockFacts(instant_of(last) if last is not None else None, tuple(days), ZoneInfo(zone or "UTC"))
