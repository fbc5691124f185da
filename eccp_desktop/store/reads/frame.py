"""The frame of the event for the Event page: the event, its sides, sessions and tables, with what hangs on each."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select

from eccp_desktop.domain.ids import OrganisationId, SessionId, SideId, TableId
from eccp_desktop.domain.vocabulary import SEATED_STATES, OrganisationKind, Pairing, SessionKind
from eccp_desktop.store.reads import Reading
from eccp_desktop.store.rows import (
    Event,
    EventLanguage,
    HallTable,
    Meeting,
    Organisation,
    Session,
    SessionPerson,
    Side,
    Slot,
    TableClosure,
)


@dataclass(frozen=True, slots=True)
class EventDetails:
    """The event itself; country is ISO 3166-1 alpha-2, languages ISO 639-1."""

    name: str
    zone: str
    edition: str
    series: str
    venue: str
    city: str
    country: str
    organiser: str
    pairing: Pairing
    default_kind: OrganisationKind
    most_meetings_per_day: int | None
    most_meetings_in_a_row: int | None
    slots_between_zones: int
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FrameSide:
    """A side and how many organisations are on it."""

    id: SideId
    name: str
    organisations: int


@dataclass(frozen=True, slots=True)
class FrameSession:
    """A session with how many slots it has, how many meetings have a seat in them, and how many people are tied to it."""

    id: SessionId
    kind: SessionKind
    day: date
    start: datetime
    end: datetime
    title: str
    room: str
    speakers: str
    slot_minutes: int
    gap_minutes: int
    slots: int
    meetings: int
    people: int


@dataclass(frozen=True, slots=True)
class FrameTable:
    """A table with how many meetings have a seat at it and in how many slots it is closed."""

    id: TableId
    number: int
    zone: str
    seats: int
    open: bool
    organisation_id: OrganisationId | None
    organisation: str
    meetings: int
    closed_slots: int


@dataclass(frozen=True, slots=True)
class Frame:
    """All of the frame; sessions in the order of time, tables in that of their numbers."""

    event: EventDetails
    sides: tuple[FrameSide, ...]
    sessions: tuple[FrameSession, ...]
    tables: tuple[FrameTable, ...]


def frame(reading: Reading) -> Frame | None:
    """The frame of the event, None in a file that holds none yet."""
    event = reading.execute(select(Event.__table__)).first()
    if event is None:
        return None
    languages = reading.execute(select(EventLanguage.language).order_by(EventLanguage.language)).scalars()
    return Frame(
        event=EventDetails(
            name=event.name,
            zone=event.zone,
            edition=event.edition or "",
            series=event.series or "",
            venue=event.venue or "",
            city=event.city or "",
            country=event.country or "",
            organiser=event.organiser or "",
            pairing=Pairing(event.pairing),
            default_kind=OrganisationKind(event.default_kind),
            most_meetings_per_day=event.most_meetings_per_day,
            most_meetings_in_a_row=event.most_meetings_in_a_row,
            slots_between_zones=event.slots_between_zones,
            languages=tuple(sorted(languages, key=lambda language: (language != event.language, language))),
        ),
        sides=_sides(reading),
        sessions=_sessions(reading),
        tables=_tables(reading),
    )


def _sides(reading: Reading) -> tuple[FrameSide, ...]:
    query = (
        select(Side.id, Side.name, func.count(Organisation.id).label("organisations"))
        .outerjoin(Organisation, Organisation.side_id == Side.id)
        .group_by(Side.id)
        .order_by(Side.position, Side.name)
    )
    return tuple(FrameSide(SideId(row.id), row.name, row.organisations) for row in reading.execute(query))


def _sessions(reading: Reading) -> tuple[FrameSession, ...]:
    slots = select(Slot.session_id, func.count().label("n")).group_by(Slot.session_id).subquery()
    meetings = (
        select(Slot.session_id, func.count(Meeting.id).label("n"))
        .join(Meeting, Meeting.slot_id == Slot.id)
        .where(Meeting.state.in_(sorted(SEATED_STATES)))
        .group_by(Slot.session_id)
        .subquery()
    )
    people = select(SessionPerson.session_id, func.count().label("n")).group_by(SessionPerson.session_id).subquery()
    query = (
        select(Session.__table__, slots.c.n.label("slots"), meetings.c.n.label("meetings"), people.c.n.label("people"))
        .outerjoin(slots, slots.c.session_id == Session.id)
        .outerjoin(meetings, meetings.c.session_id == Session.id)
        .outerjoin(people, people.c.session_id == Session.id)
        .order_by(Session.start, Session.id)
    )
    return tuple(
        FrameSession(
            id=SessionId(row.id),
            kind=SessionKind(row.kind),
            day=row.day,
            start=row.start,
            end=row.end,
            title=row.title or "",
            room=row.room or "",
            speakers=row.speakers or "",
            slot_minutes=row.slot_minutes or 0,
            gap_minutes=row.gap_minutes or 0,
            slots=row.slots or 0,
            meetings=row.meetings or 0,
            people=row.people or 0,
        )
        for row in reading.execute(query)
    )


def _tables(reading: Reading) -> tuple[FrameTable, ...]:
    meetings = (
        select(Meeting.table_id, func.count().label("n"))
        .where(Meeting.state.in_(sorted(SEATED_STATES)))
        .group_by(Meeting.table_id)
        .subquery()
    )
    closures = select(TableClosure.table_id, func.count().label("n")).group_by(TableClosure.table_id).subquery()
    query = (
        select(
            HallTable.__table__,
            Organisation.name.label("organisation"),
            meetings.c.n.label("meetings"),
            closures.c.n.label("closed_slots"),
        )
        .outerjoin(Organisation, Organisation.id == HallTable.organisation_id)
        .outerjoin(meetings, meetings.c.table_id == HallTable.id)
        .outerjoin(closures, closures.c.table_id == HallTable.id)
        .order_by(HallTable.number)
    )
    return tuple(
        FrameTable(
            id=TableId(row.id),
            number=row.number,
            zone=row.zone or "",
            seats=row.seats,
            open=row.open,
            organisation_id=row.organisation_id,
            organisation=row.organisation or "",
            meetings=row.meetings or 0,
            closed_slots=row.closed_slots or 0,
        )
        for row in reading.execute(query)
    )
