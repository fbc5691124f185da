"""What was printed: the latest sheet of each person or table."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from eccp_desktop.domain.ids import ParticipantId, TableId
from eccp_desktop.store.reads import Reading
from eccp_desktop.store.reads.desk_list import venue_time, venue_zone
from eccp_desktop.store.rows import JournalUnit, Print


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """A sheet as it was printed last; `shown` is what it said. Times are naive wall times at the venue."""

    document: str
    person: ParticipantId | None
    table: TableId | None
    version: int
    at: datetime
    handed_out: datetime | None
    shown: str


def revision(reading: Reading) -> int:
    """A number that every step raises: what was read at the same one is the same."""
    return reading.execute(select(func.max(JournalUnit.number))).scalar() or 0


def latest_prints(reading: Reading, document: str) -> Mapping[str, PrintedSheet]:
    """The latest print of a document, by the id of its participant or table; "" is a document of the whole event."""
    zone = venue_zone(reading)
    query = (
        select(Print.participant_id, Print.table_id, Print.version, Print.printed_at, Print.handed_out_at, Print.shown)
        .where(Print.document == document)
        .order_by(Print.version, Print.printed_at, Print.id)
    )
    return {
        row.participant_id or row.table_id or "": PrintedSheet(
            document=document,
            person=row.participant_id,
            table=row.table_id,
            version=row.version,
            at=venue_time(row.printed_at, zone) or row.printed_at,
            handed_out=venue_time(row.handed_out_at, zone),
            shown=row.shown,
        )
        for row in reading.execute(query)
    }
