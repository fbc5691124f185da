"""What almost every view needs of the event itself."""

from sqlalchemy import select

from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.store.reads import Reading
from eccp_desktop.store.rows import Event


def event_zone(reading: Reading) -> str:
    """IANA time zone of the venue. Raises Refusal `no_event` in a file that has none yet."""
    zone = reading.execute(select(Event.zone)).scalar()
    if zone is None:
        raise Refusal("no_event")
    return zone
