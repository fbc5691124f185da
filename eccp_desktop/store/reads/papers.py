"""The event as paper needs it: everything that any sheet shows, read at once."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from eccp_desktop.domain.ids import MeetingId, ParticipantId, SessionId, SlotId, TableId
from eccp_desktop.domain.names import full_name, list_name
from eccp_desktop.domain.roll_call import meeting_type
from eccp_desktop.domain.vocabulary import (
    SEATED_STATES,
    MeetingRole,
    OrganisationKind,
    ParticipantState,
    Presence,
    SessionKind,
)
from eccp_desktop.store.reads import Reading
from eccp_desktop.store.reads.logos import logos
from eccp_desktop.store.rows import (
    Absence,
    Event,
    FormerCode,
    HallTable,
    Meeting,
    MeetingPerson,
    Organisation,
    Participant,
    ParticipantLanguage,
    Session,
    SessionPerson,
    Side,
    Slot,
    TableClosure,
)


@dataclass(frozen=True, slots=True)
class PaperFrame:
    """The event itself. `zone` is IANA, `language` ISO 639-1."""

    name: str
    edition: str
    venue: str
    city: str
    organiser: str
    zone: str
    language: str
    accent: str = ""
    """`#RRGGBB`."""
    logos: tuple[bytes, ...] = ()
    """PNG, JPEG or SVG files: the event's, then the organiser's, as far as they are set."""


@dataclass(frozen=True, slots=True)
class PaperPerson:
    """A registered person. Times are naive wall times at the venue; `away` are spans in which they are not free."""

    id: ParticipantId
    code: str
    given_name: str
    family_name: str
    name_on_badge: str
    organisation: str
    kind: OrganisationKind
    country: str
    side: str
    box: str
    box_position: int | None
    presence: Presence
    interpreter: str
    """Language that they asked to have interpreted into."""
    interprets: bool
    languages: tuple[str, ...]
    away: tuple[tuple[datetime, datetime], ...]

    @property
    def name(self) -> str:
        return full_name(self.given_name, self.family_name)

    @property
    def list_name(self) -> str:
        return list_name(self.given_name, self.family_name)

    @property
    def interpreter_needed(self) -> str:
        return self.interpreter


@dataclass(frozen=True, slots=True)
class PaperSession:
    """A session of the programme that is not cut into slots; `people` are tied to it and not free meanwhile."""

    id: SessionId
    start: datetime
    end: datetime
    title: str
    kind: SessionKind
    room: str
    speakers: str
    people: frozenset[ParticipantId]


@dataclass(frozen=True, slots=True)
class PaperSlot:
    """A slot of a matchmaking session."""

    id: SlotId
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class PaperTable:
    """A table of the hall; `closed` are slots in which nobody may sit there."""

    id: TableId
    number: int
    zone: str
    owner: str
    open: bool
    closed: frozenset[SlotId]


@dataclass(frozen=True, slots=True)
class PaperMeeting:
    """A seated meeting; the host comes first. Who interprets is not among its people."""

    id: MeetingId
    number: int
    slot: SlotId
    table: TableId
    type: str
    people: tuple[ParticipantId, ...]
    interpreters: tuple[ParticipantId, ...] = ()

    @property
    def everybody(self) -> tuple[ParticipantId, ...]:
        """Who is at the table."""
        return (*self.people, *self.interpreters)


@dataclass(frozen=True, slots=True)
class PaperEvent:
    """What sheets are made of. Slots are in the order of time, tables of numbers."""

    frame: PaperFrame
    days: tuple[date, ...]
    people: dict[ParticipantId, PaperPerson]
    """Whoever is registered, and whoever else is seated."""
    registered: tuple[ParticipantId, ...]
    sessions: tuple[PaperSession, ...]
    slots: dict[SlotId, PaperSlot]
    tables: dict[TableId, PaperTable]
    meetings: tuple[PaperMeeting, ...]
    former_codes: dict[str, ParticipantId]
    """Who had which badge code in a record of before a merge."""


def paper_event(reading: Reading) -> PaperEvent | None:
    """The event, None in a file that has none yet."""
    row = reading.execute(select(Event.__table__)).first()
    if row is None:
        return None
    frame = PaperFrame(
        name=row.name,
        edition=row.edition or "",
        venue=row.venue or "",
        city=row.city or "",
        organiser=row.organiser or "",
        zone=row.zone,
        language=row.language,
        accent=row.accent or "",
        logos=tuple(logos(reading).values()),
    )
    people, registered = _people(reading, OrganisationKind(row.default_kind))
    days = reading.execute(select(Session.day).distinct().order_by(Session.day)).scalars()
    return PaperEvent(
        frame=frame,
        days=tuple(days),
        people=people,
        registered=registered,
        sessions=_sessions(reading),
        slots=_slots(reading),
        tables=_tables(reading),
        meetings=_meetings(reading, people),
        former_codes={
            code: ParticipantId(person)
            for code, person in reading.execute(select(FormerCode.code, FormerCode.participant_id))
        },
    )


def slot_days(reading: Reading) -> tuple[date, ...]:
    """The days on which there are slots."""
    return tuple(sorted({start.date() for start in reading.execute(select(Slot.start)).scalars()}))


def _people(
    reading: Reading, default_kind: OrganisationKind
) -> tuple[dict[ParticipantId, PaperPerson], tuple[ParticipantId, ...]]:
    spoken: dict[str, list[str]] = defaultdict(list)
    for person, language in reading.execute(select(ParticipantLanguage.participant_id, ParticipantLanguage.language)):
        spoken[person].append(language)
    away: dict[str, list[tuple[datetime, datetime]]] = defaultdict(list)
    for person, start, end in reading.execute(select(Absence.participant_id, Absence.start, Absence.end)):
        away[person].append((start, end))
    query = (
        select(
            Participant.id,
            Participant.code,
            Participant.given_name,
            Participant.family_name,
            Participant.name_on_badge,
            Participant.box,
            Participant.box_position,
            Participant.state,
            Participant.presence,
            Participant.interpreter_needed,
            Participant.interprets,
            Participant.arrival,
            Participant.departure,
            Organisation.name.label("organisation"),
            Organisation.kind,
            Organisation.country,
            Side.name.label("side"),
        )
        .outerjoin(Organisation, Organisation.id == Participant.organisation_id)
        .outerjoin(Side, Side.id == Organisation.side_id)
        .order_by(Participant.id)
    )
    people: dict[ParticipantId, PaperPerson] = {}
    registered = []
    for row in reading.execute(query):
        person = ParticipantId(row.id)
        if row.state == ParticipantState.REGISTERED:
            registered.append(person)
        people[person] = PaperPerson(
            id=person,
            code=row.code,
            given_name=row.given_name,
            family_name=row.family_name,
            name_on_badge=row.name_on_badge or "",
            organisation=row.organisation or "",
            kind=OrganisationKind(row.kind) if row.kind else default_kind,
            country=row.country or "",
            side=row.side or "",
            box=row.box or "",
            box_position=row.box_position,
            presence=Presence(row.presence),
            interpreter=row.interpreter_needed or "",
            interprets=bool(row.interprets),
            languages=tuple(sorted(spoken[row.id])),
            away=(*sorted(away[row.id]), *_outside(row.arrival, row.departure)),
        )
    return people, tuple(registered)


def _outside(arrival: datetime | None, departure: datetime | None) -> list[tuple[datetime, datetime]]:
    before = [(datetime.min, arrival)] if arrival else []
    after = [(departure, datetime.max)] if departure else []
    return before + after


def _sessions(reading: Reading) -> tuple[PaperSession, ...]:
    tied: dict[str, set[ParticipantId]] = defaultdict(set)
    for session, person in reading.execute(select(SessionPerson.session_id, SessionPerson.participant_id)):
        tied[session].add(ParticipantId(person))
    query = select(Session.__table__).where(Session.kind != SessionKind.MATCHMAKING).order_by(Session.start, Session.id)
    return tuple(
        PaperSession(
            id=SessionId(row.id),
            start=row.start,
            end=row.end,
            title=row.title or "",
            kind=SessionKind(row.kind),
            room=row.room or "",
            speakers=row.speakers or "",
            people=frozenset(tied[row.id]),
        )
        for row in reading.execute(query)
    )


def _slots(reading: Reading) -> dict[SlotId, PaperSlot]:
    query = select(Slot.id, Slot.start, Slot.end).order_by(Slot.start, Slot.id)
    return {SlotId(row.id): PaperSlot(SlotId(row.id), row.start, row.end) for row in reading.execute(query)}


def _tables(reading: Reading) -> dict[TableId, PaperTable]:
    closed: dict[str, set[SlotId]] = defaultdict(set)
    for table, slot in reading.execute(select(TableClosure.table_id, TableClosure.slot_id)):
        closed[table].add(SlotId(slot))
    query = (
        select(HallTable.id, HallTable.number, HallTable.zone, HallTable.open, Organisation.name.label("owner"))
        .outerjoin(Organisation, Organisation.id == HallTable.organisation_id)
        .order_by(HallTable.number, HallTable.id)
    )
    return {
        TableId(row.id): PaperTable(
            TableId(row.id), row.number, row.zone or "", row.owner or "", row.open, frozenset(closed[row.id])
        )
        for row in reading.execute(query)
    }


def _meetings(reading: Reading, people: dict[ParticipantId, PaperPerson]) -> tuple[PaperMeeting, ...]:
    taking_part: dict[str, list[ParticipantId]] = defaultdict(list)
    interpreting: dict[str, list[ParticipantId]] = defaultdict(list)
    roles = select(MeetingPerson.meeting_id, MeetingPerson.participant_id, MeetingPerson.role).order_by(
        MeetingPerson.role != MeetingRole.HOST, MeetingPerson.participant_id
    )
    for meeting, person, role in reading.execute(roles):
        part = interpreting if role == MeetingRole.INTERPRETER else taking_part
        part[meeting].append(ParticipantId(person))
    query = select(Meeting.id, Meeting.number, Meeting.slot_id, Meeting.table_id, Meeting.type).where(
        Meeting.state.in_(sorted(SEATED_STATES))
    )
    found = []
    for id, number, slot, table, kind in reading.execute(query.order_by(Meeting.number, Meeting.id)):
        members = tuple(taking_part[id])
        shown_kind = kind or meeting_type([people[person].kind for person in members])
        voices = tuple(interpreting[id])
        seat = SlotId(slot or ""), TableId(table or "")
        found.append(PaperMeeting(MeetingId(id), number, *seat, shown_kind, members, voices))
    return tuple(found)
