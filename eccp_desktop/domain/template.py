"""An event's frame as a value, to start a new event from: a template, or an earlier event. Times are wall times at the venue."""

from dataclasses import dataclass
from datetime import date, time

from eccp_desktop.domain.vocabulary import SessionKind


@dataclass(frozen=True, slots=True)
class TemplateSession:
    """A block of the programme. `people` are e-mail addresses of those who are tied to it once they are registered."""

    kind: SessionKind
    day: date
    start: time
    end: time
    title: str | None = None
    room: str | None = None
    speakers: str | None = None
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TemplateTables:
    """Tables with consecutive numbers in one zone."""

    first: int
    last: int
    zone: str | None = None
    seats: int = 4


@dataclass(frozen=True, slots=True)
class EventTemplate:
    """What an event has before anybody registers. `staff` are initials and names.

    `pairing` is a word of `vocabulary.Pairing`; without one it follows from the sides.
    """

    name: str
    zone: str
    edition: str | None = None
    series: str | None = None
    venue: str | None = None
    city: str | None = None
    country: str | None = None
    organiser: str | None = None
    language: str = "en"
    languages: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    pairing: str | None = None
    most_meetings_per_day: int | None = None
    most_meetings_in_a_row: int | None = None
    slot_minutes: int = 20
    gap_minutes: int = 5
    sessions: tuple[TemplateSession, ...] = ()
    tables: tuple[TemplateTables, ...] = ()
    staff: tuple[tuple[str, str], ...] = ()
