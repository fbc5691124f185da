"""The frame of an event: the event itself, sides, sessions, slots, tables."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from eccp_desktop.store.rows.base import STRICT, Happened, Journaled, Membership, Planned, owned_by, refers_to


class Event(Journaled, kw_only=True):
    """The event; a file holds exactly one."""

    __tablename__ = "event"
    __table_args__ = STRICT

    name: Mapped[str]
    zone: Mapped[str]
    """IANA time zone of the venue."""
    edition: Mapped[str | None] = mapped_column(default=None)
    series: Mapped[str | None] = mapped_column(default=None)
    venue: Mapped[str | None] = mapped_column(default=None)
    city: Mapped[str | None] = mapped_column(default=None)
    country: Mapped[str | None] = mapped_column(default=None)
    """ISO 3166-1 alpha-2."""
    organiser: Mapped[str | None] = mapped_column(default=None)
    pairing: Mapped[str] = mapped_column(default="anyone")
    """`vocabulary.Pairing`; the pairs of sides are worked out from it."""
    default_kind: Mapped[str] = mapped_column(default="cluster organisation")
    language: Mapped[str] = mapped_column(default="en")
    """Language of papers where a person's is not known, ISO 639-1."""
    most_meetings_per_day: Mapped[int | None] = mapped_column(default=None)
    most_meetings_in_a_row: Mapped[int | None] = mapped_column(default=None)
    slots_between_zones: Mapped[int] = mapped_column(default=0)
    accent: Mapped[str | None] = mapped_column(default=None)
    """Colour of the event on paper, `#RRGGBB`."""
    consent_version: Mapped[str | None] = mapped_column(default=None)
    consent_text: Mapped[str | None] = mapped_column(default=None)


class EventLanguage(Membership, kw_only=True):
    """A language of the event, ISO 639-1."""

    __tablename__ = "event_language"
    __table_args__ = STRICT
    named_by = ("event_id", "language")

    event_id: Mapped[str] = mapped_column(owned_by("event.id"))
    language: Mapped[str]


class Logo(Membership, kw_only=True):
    """A picture that stands on papers: the event's, or the organiser's.

    It has a table of its own, so that nothing else carries it about.
    """

    __tablename__ = "logo"
    __table_args__ = STRICT
    named_by = ("whose",)

    whose: Mapped[str]
    """`vocabulary.LogoOwner`."""
    picture: Mapped[str]
    """A PNG, JPEG or SVG file, base64."""


class Staff(Journaled, kw_only=True):
    """Somebody who works at the desk; the initials are the actor of their steps."""

    __tablename__ = "staff"
    __table_args__ = STRICT

    initials: Mapped[str]
    name: Mapped[str | None] = mapped_column(default=None)


class Side(Journaled, kw_only=True):
    """EU, US, ...: what "who may meet whom" is written in."""

    __tablename__ = "side"
    __table_args__ = STRICT

    name: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)


class Session(Journaled, kw_only=True):
    """A block of the programme on one day."""

    __tablename__ = "session"
    __table_args__ = STRICT

    kind: Mapped[str]
    """`vocabulary.SessionKind`."""
    day: Mapped[date]
    start: Mapped[Planned]
    end: Mapped[Planned]
    title: Mapped[str | None] = mapped_column(default=None)
    room: Mapped[str | None] = mapped_column(default=None)
    speakers: Mapped[str | None] = mapped_column(default=None)
    slot_minutes: Mapped[int | None] = mapped_column(default=None)
    gap_minutes: Mapped[int | None] = mapped_column(default=None)


class SessionPerson(Membership, kw_only=True):
    """A participant who is tied to a session and therefore not free for meetings while it lasts."""

    __tablename__ = "session_person"
    __table_args__ = STRICT
    named_by = ("session_id", "participant_id")

    session_id: Mapped[str] = mapped_column(owned_by("session.id"), index=True)
    participant_id: Mapped[str] = mapped_column(owned_by("participant.id"), index=True)


class Slot(Journaled, kw_only=True):
    """A start and an end inside a matchmaking session."""

    __tablename__ = "slot"
    __table_args__ = STRICT

    session_id: Mapped[str] = mapped_column(owned_by("session.id"), index=True)
    start: Mapped[Planned]
    end: Mapped[Planned]


class HallTable(Journaled, kw_only=True):
    """A numbered table of the hall."""

    __tablename__ = "hall_table"
    __table_args__ = STRICT

    number: Mapped[int]
    zone: Mapped[str | None] = mapped_column(default=None)
    seats: Mapped[int] = mapped_column(default=4)
    open: Mapped[bool] = mapped_column(default=True)
    organisation_id: Mapped[str | None] = mapped_column(refers_to("organisation.id"), default=None)
    """The organisation whose booth it is."""


class TableClosure(Membership, kw_only=True):
    """A slot in which a table is closed."""

    __tablename__ = "table_closure"
    __table_args__ = STRICT
    named_by = ("table_id", "slot_id")

    table_id: Mapped[str] = mapped_column(owned_by("hall_table.id"), index=True)
    slot_id: Mapped[str] = mapped_column(owned_by("slot.id"), index=True)
    reason: Mapped[str | None] = mapped_column(default=None)


class Brief(Journaled, kw_only=True):
    """A country page: plain text with headings."""

    __tablename__ = "brief"
    __table_args__ = STRICT

    country: Mapped[str]
    title: Mapped[str]
    text: Mapped[str] = mapped_column(default="")
    checked_at: Mapped[Happened | None] = mapped_column(default=None)


__all__ = [
    "Brief",
    "Event",
    "EventLanguage",
    "HallTable",
    "Logo",
    "Session",
    "SessionPerson",
    "Side",
    "Slot",
    "Staff",
    "TableClosure",
]
