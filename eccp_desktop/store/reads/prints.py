"""What was printed: the copies that there are of the sheet of each person or table."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from eccp_desktop.domain.copies import in_hand, replaced
from eccp_desktop.domain.ids import ParticipantId, TableId
from eccp_desktop.store.reads import Reading
from eccp_desktop.store.reads.desk_list import venue_time, venue_zone
from eccp_desktop.store.rows import JournalUnit, Print


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """A sheet as it was printed; `shown` is what it said. Times are naive wall times at the venue."""

    document: str
    person: ParticipantId | None
    table: TableId | None
    version: int
    at: datetime
    handed_out: datetime | None
    shown: str


@dataclass(frozen=True, slots=True)
class Copies:
    """All prints of one sheet, one at least, in the order of their versions and of printing."""

    printed: tuple[PrintedSheet, ...]

    @property
    def latest(self) -> PrintedSheet:
        """The last one of the highest version."""
        return self.printed[-1]

    @property
    def in_hand(self) -> PrintedSheet:
        """The one that a reader goes by (`domain.copies.in_hand`)."""
        return in_hand(self.printed) or self.latest

    def replaced_by(self, version: int) -> PrintedSheet | None:
        """The one that a sheet of this version takes the place of; None where it is the first."""
        return replaced(self.printed, version)


def revision(reading: Reading) -> int:
    """A number that every step raises: what was read at the same one is the same."""
    return reading.execute(select(func.max(JournalUnit.number))).scalar() or 0


def copies(reading: Reading, document: str) -> Mapping[str, Copies]:
    """The prints of a document, by the id of its participant or table; "" is a document of the whole event."""
    zone = venue_zone(reading)
    query = (
        select(Print.participant_id, Print.table_id, Print.version, Print.printed_at, Print.handed_out_at, Print.shown)
        .where(Print.document == document)
        .order_by(Print.version, Print.printed_at, Print.id)
    )
    found: dict[str, list[PrintedSheet]] = defaultdict(list)
    for row in reading.execute(query):
        found[row.participant_id or row.table_id or ""].append(
            PrintedSheet(
                document=document,
                person=row.participant_id,
                table=row.table_id,
                version=row.version,
                at=venue_time(row.printed_at, zone) or row.printed_at,
                handed_out=venue_time(row.handed_out_at, zone),
                shown=row.shown,
            )
        )
    return {subject: Copies(tuple(sheets)) for subject, sheets in found.items()}
