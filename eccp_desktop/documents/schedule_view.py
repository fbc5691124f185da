"""What a personal schedule shows: the values that are drawn, recorded as shown, and compared with the copy in hand."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from eccp_desktop.documents.catalogue import Order
from eccp_desktop.documents.event_head import EventHead


class LineKind(StrEnum):
    MEETING = "meeting"
    PROGRAMME = "programme"
    FREE = "free"
    AWAY = "away"


class Mark(StrEnum):
    """How a line differs from the copy in hand."""

    NEW = "new"
    MOVED = "moved"
    CHANGED = "changed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Partner:
    """Somebody one meets. `country` is an ISO 3166-1 alpha-2 code, or words where the file has words."""

    name: str
    organisation: str
    country: str


@dataclass(frozen=True, slots=True)
class ScheduleLine:
    """A stretch of a person's day, in wall time at the venue. `key` tells a meeting or session again after it moved.

    A programme line carries its title in `title`, room in `zone` and speakers in `note`; a meeting its partners,
    `table`, `zone`, `type` (C2C, C2B, B2B), in `note` the languages to interpret (ISO 639-1) and who does so in
    `interpreters`; `helping` where it is the person of the sheet who interprets between the partners. `mark` and
    `before` (the line as the copy in hand shows it) are empty until lines are compared.
    """

    kind: LineKind
    start: datetime
    end: datetime
    key: str = ""
    partners: tuple[Partner, ...] = ()
    table: str = ""
    zone: str = ""
    type: str = ""
    title: str = ""
    note: str = ""
    interpreters: tuple[str, ...] = ()
    helping: bool = False
    mark: Mark | None = None
    before: "ScheduleLine | None" = None


@dataclass(frozen=True, slots=True)
class CopyInHand:
    """The sheet that was printed before this one. `printed_at` is wall time at the venue."""

    version: int
    printed_at: datetime


@dataclass(frozen=True, slots=True)
class PersonSheet:
    """One person's schedule. `sorted_as` is the name as a list has it ("Rossi, Anna"); `language` is the person's
    own, or empty for the document's."""

    code: str
    name: str
    sorted_as: str
    organisation: str
    country: str
    lines: tuple[ScheduleLine, ...]
    side: str = ""
    version: int = 1
    replaces: CopyInHand | None = None
    language: str = ""
    box: str = ""
    around: str = ""
    """Stands for what the sheet says of the event itself: its name and place, its days, the plan of its hall."""

    def of_day(self, day: date) -> tuple[ScheduleLine, ...]:
        """The lines of one day, in their order."""
        return tuple(line for line in self.lines if line.start.date() == day)


@dataclass(frozen=True, slots=True)
class HallTable:
    """A table in the plan of the hall."""

    number: str
    zone: str = ""


@dataclass(frozen=True, slots=True)
class SchedulesView:
    """The document `schedules`: sheets in the order in which they are printed."""

    event: EventHead
    days: tuple[date, ...]
    tables: tuple[HallTable, ...]
    sheets: tuple[PersonSheet, ...]
    order: Order = Order.ALPHABET
    """In which the sheets follow each other: bookmarks are grouped by it."""
