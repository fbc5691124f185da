"""The tables of the hall, as somebody looks one up by its number."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from eccp_desktop.domain.ids import TableId
from eccp_desktop.store.reads import Reading
from eccp_desktop.store.rows import HallTable, Organisation, Slot


@dataclass(frozen=True, slots=True)
class NamedTable:
    """A table with what stands beside its number: its zone, whose booth it is."""

    id: TableId
    number: int
    zone: str
    booth: str
    open: bool


def named_tables(reading: Reading) -> tuple[NamedTable, ...]:
    """All tables, by number."""
    query = (
        select(HallTable.id, HallTable.number, HallTable.zone, HallTable.open, Organisation.name)
        .outerjoin(Organisation, Organisation.id == HallTable.organisation_id)
        .order_by(HallTable.number, HallTable.id)
    )
    return tuple(
        NamedTable(TableId(id), number, zone or "", booth or "", open_)
        for id, number, zone, open_, booth in reading.execute(query)
    )


def has_slots_on(reading: Reading, day: date) -> bool:
    """Whether people meet on a day (of the venue)."""
    return bool(reading.execute(select(func.count()).where(func.date(Slot.start) == day.isoformat())).scalar())
