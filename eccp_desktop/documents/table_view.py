"""What a table sheet shows."""

from dataclasses import dataclass
from datetime import date, datetime

from eccp_desktop.documents.event_head import EventHead
from eccp_desktop.documents.schedule_view import Partner


@dataclass(frozen=True, slots=True)
class Seating:
    """A slot at a table, in wall time at the venue; free where nobody sits, closed where nobody may."""

    start: datetime
    end: datetime
    people: tuple[Partner, ...] = ()
    type: str = ""
    closed: bool = False
    interpreters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableSheet:
    """One table on one day."""

    number: str
    day: date
    seatings: tuple[Seating, ...]
    zone: str = ""
    owner: str = ""


@dataclass(frozen=True, slots=True)
class TablesView:
    """The document `tables`: sheets in the order in which they are printed."""

    event: EventHead
    sheets: tuple[TableSheet, ...]
