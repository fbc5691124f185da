"""What the hall plan shows."""

from dataclasses import dataclass
from datetime import datetime

from eccp_desktop.documents.event_head import EventHead
from eccp_desktop.documents.schedule_view import Partner


@dataclass(frozen=True, slots=True)
class SeatedTable:
    """Who sits at a table in a slot; nobody where it is free."""

    number: str
    zone: str = ""
    people: tuple[Partner, ...] = ()
    closed: bool = False
    interpreters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SlotPlan:
    """The whole hall in one slot, in wall time at the venue."""

    start: datetime
    end: datetime
    tables: tuple[SeatedTable, ...]


@dataclass(frozen=True, slots=True)
class PersonPlaces:
    """Where somebody sits: (start, table) in the order of time."""

    sorted_as: str
    organisation: str
    places: tuple[tuple[datetime, str], ...]


@dataclass(frozen=True, slots=True)
class HallPlanView:
    """The document `hall-plan`: a page a slot, then everybody by name."""

    event: EventHead
    slots: tuple[SlotPlan, ...]
    people: tuple[PersonPlaces, ...]
