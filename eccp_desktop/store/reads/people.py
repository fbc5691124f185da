"""The people and organisations of the People page: one row each, and all that is known of one."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Subquery, case, func, or_, select
from sqlalchemy.orm import aliased

from eccp_desktop.domain.ids import MeetingId, OrganisationId, ParticipantId, RequestId
from eccp_desktop.domain.names import full_name, list_name
from eccp_desktop.domain.vocabulary import (
    SEATED_STATES,
    MeetingRole,
    MeetingState,
    ParticipantState,
    Presence,
    Priority,
    RequestState,
)
from eccp_desktop.store.reads import Reading
from eccp_desktop.store.reads.desk_list import venue_time, venue_zone
from eccp_desktop.store.rows import (
    Absence,
    Event,
    HallTable,
    Meeting,
    MeetingPerson,
    Organisation,
    Participant,
    ParticipantLanguage,
    Request,
    Session,
    SessionPerson,
    Side,
    Slot,
)


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person in the table. Country is ISO 3166-1 alpha-2, `since` wall time at the venue; `kind` is the effective one."""

    id: ParticipantId
    code: str
    given_name: str
    family_name: str
    job_title: str
    organisation_id: OrganisationId | None
    organisation: str
    kind: str
    country: str
    side: str
    state: ParticipantState
    presence: Presence
    since: datetime | None
    meetings: int
    unscheduled: int
    requests: int
    consent: bool

    @property
    def list_name(self) -> str:
        return list_name(self.given_name, self.family_name)

    @property
    def name(self) -> str:
        return full_name(self.given_name, self.family_name)

    @property
    def cancelled(self) -> bool:
        return self.state is ParticipantState.CANCELLED


@dataclass(frozen=True, slots=True)
class DiaryLine:
    """Something in a person's diary; wall times at the venue. A meeting has a state; without a seat it has no times."""

    start: datetime | None
    end: datetime | None
    what: str
    """The partners' names, a session's title, an absence's reason."""
    detail: str
    table: int | None = None
    meeting: MeetingId | None = None
    number: int | None = None
    state: MeetingState | None = None
    locked: bool = False
    helping: bool = False
    """Whether the person interprets there."""
    interpreters: tuple[str, ...] = ()
    """Names of those who interpret there."""


@dataclass(frozen=True, slots=True)
class RequestLine:
    """A request from or to a person; `other` is whom they asked, or who asked them."""

    id: RequestId
    outgoing: bool
    other_id: ParticipantId
    other: str
    organisation: str
    priority: Priority
    state: RequestState
    message: str


@dataclass(frozen=True, slots=True)
class PersonDetail:
    """All that the page shows of one person."""

    row: PersonRow
    name_on_badge: str
    email: str
    phone: str
    notes: str
    languages: tuple[str, ...]
    interpreter: str
    interprets: bool
    arrival: datetime | None
    departure: datetime | None
    consent_at: datetime | None
    diary: tuple[DiaryLine, ...]
    requests: tuple[RequestLine, ...]


def people_rows(reading: Reading, person: ParticipantId | None = None) -> tuple[PersonRow, ...]:
    """Everybody, or one person, by family name as it is written."""
    zone = venue_zone(reading)
    default_kind = reading.execute(select(Event.default_kind)).scalar() or ""
    meetings = _meetings_by_person(person)
    requests = _requests_by_person(person)
    query = (
        select(
            Participant.__table__,
            Organisation.name.label("organisation"),
            Organisation.kind,
            Organisation.country,
            Side.name.label("side"),
            meetings.c.seated,
            meetings.c.waiting,
            requests.c.n.label("requests"),
        )
        .outerjoin(Organisation, Organisation.id == Participant.organisation_id)
        .outerjoin(Side, Side.id == Organisation.side_id)
        .outerjoin(meetings, meetings.c.participant_id == Participant.id)
        .outerjoin(requests, requests.c.person == Participant.id)
        .order_by(func.lower(Participant.family_name), func.lower(Participant.given_name), Participant.id)
    )
    if person is not None:
        query = query.where(Participant.id == person)
    return tuple(
        PersonRow(
            id=ParticipantId(row.id),
            code=row.code,
            given_name=row.given_name,
            family_name=row.family_name,
            job_title=row.job_title or "",
            organisation_id=row.organisation_id,
            organisation=row.organisation or "",
            kind=row.kind or (default_kind if row.organisation_id else ""),
            country=row.country or "",
            side=row.side or "",
            state=ParticipantState(row.state),
            presence=Presence(row.presence),
            since=venue_time(row.presence_since, zone),
            meetings=row.seated or 0,
            unscheduled=row.waiting or 0,
            requests=row.requests or 0,
            consent=row.consent_at is not None,
        )
        for row in reading.execute(query)
    )


def person_detail(reading: Reading, person: ParticipantId) -> PersonDetail | None:
    """All of one person, None where there is none."""
    rows = people_rows(reading, person)
    if not rows:
        return None
    more = reading.execute(select(Participant.__table__).where(Participant.id == person)).one()
    spoken = select(ParticipantLanguage.language).where(ParticipantLanguage.participant_id == person)
    diary = [*_meeting_lines(reading, person), *_session_lines(reading, person), *_absence_lines(reading, person)]
    return PersonDetail(
        row=rows[0],
        name_on_badge=more.name_on_badge or "",
        email=more.email or "",
        phone=more.phone or "",
        notes=more.notes or "",
        languages=tuple(sorted(reading.execute(spoken).scalars())),
        interpreter=more.interpreter_needed or "",
        interprets=bool(more.interprets),
        arrival=more.arrival,
        departure=more.departure,
        consent_at=venue_time(more.consent_at, venue_zone(reading)),
        diary=tuple(sorted(diary, key=lambda line: (line.start is None, line.start or datetime.min, line.number or 0))),
        requests=tuple(_request_lines(reading, person)),
    )


def _meetings_by_person(person: ParticipantId | None) -> Subquery:
    seated = func.sum(case((Meeting.state.in_(sorted(SEATED_STATES)), 1), else_=0)).label("seated")
    waiting = func.sum(case((Meeting.state == MeetingState.UNSCHEDULED, 1), else_=0)).label("waiting")
    query = (
        select(MeetingPerson.participant_id, seated, waiting)
        .join(Meeting, Meeting.id == MeetingPerson.meeting_id)
        .where(or_(MeetingPerson.role != MeetingRole.INTERPRETER, Meeting.state.in_(sorted(SEATED_STATES))))
        .group_by(MeetingPerson.participant_id)
    )
    if person is not None:
        query = query.where(MeetingPerson.participant_id == person)
    return query.subquery()


def _requests_by_person(person: ParticipantId | None) -> Subquery:
    sent = select(Request.sender_id.label("person"), Request.state)
    received = select(Request.receiver_id.label("person"), Request.state)
    if person is not None:  # or one person's figures would wait for a count of all requests
        sent, received = sent.where(Request.sender_id == person), received.where(Request.receiver_id == person)
    both = sent.union_all(received).subquery()
    standing = (RequestState.OPEN, RequestState.ACCEPTED)
    counted = select(both.c.person, func.count().label("n")).where(both.c.state.in_(standing))
    return counted.group_by(both.c.person).subquery()


def _meeting_lines(reading: Reading, person: ParticipantId) -> list[DiaryLine]:
    mine = select(MeetingPerson.meeting_id).where(MeetingPerson.participant_id == person)
    partners: dict[str, list[tuple[str, str]]] = defaultdict(list)
    helping = set(
        reading.execute(
            mine.where(MeetingPerson.role == MeetingRole.INTERPRETER, MeetingPerson.participant_id == person)
        ).scalars()
    )
    interpreters: dict[str, list[str]] = defaultdict(list)
    names = (
        select(
            MeetingPerson.meeting_id,
            MeetingPerson.role,
            Participant.given_name,
            Participant.family_name,
            Organisation.name,
        )
        .join(Participant, Participant.id == MeetingPerson.participant_id)
        .outerjoin(Organisation, Organisation.id == Participant.organisation_id)
        .where(MeetingPerson.meeting_id.in_(mine), MeetingPerson.participant_id != person)
    )
    for meeting, role, given, family, organisation in reading.execute(names):
        if role == MeetingRole.INTERPRETER:
            interpreters[meeting].append(full_name(given, family))
        else:
            partners[meeting].append((full_name(given, family), organisation or ""))
    query = (
        select(Meeting.__table__, Slot.start, Slot.end, HallTable.number.label("table"))
        .outerjoin(Slot, Slot.id == Meeting.slot_id)
        .outerjoin(HallTable, HallTable.id == Meeting.table_id)
        .where(Meeting.id.in_(mine))
    )
    return [
        DiaryLine(
            start=row.start,
            end=row.end,
            what=", ".join(name for name, _ in partners[row.id]),
            detail=", ".join(dict.fromkeys(organisation for _, organisation in partners[row.id] if organisation)),
            table=row.table,
            meeting=MeetingId(row.id),
            number=row.number,
            state=MeetingState(row.state),
            locked=row.locked,
            helping=row.id in helping,
            interpreters=tuple(interpreters[row.id]),
        )
        for row in reading.execute(query)
        if row.id not in helping or row.state in SEATED_STATES
    ]


def _session_lines(reading: Reading, person: ParticipantId) -> list[DiaryLine]:
    query = (
        select(Session.start, Session.end, Session.title, Session.kind, Session.room)
        .join(SessionPerson, SessionPerson.session_id == Session.id)
        .where(SessionPerson.participant_id == person)
    )
    return [DiaryLine(row.start, row.end, row.title or row.kind, row.room or "") for row in reading.execute(query)]


def _absence_lines(reading: Reading, person: ParticipantId) -> list[DiaryLine]:
    query = select(Absence.start, Absence.end, Absence.reason).where(Absence.participant_id == person)
    return [DiaryLine(row.start, row.end, "", row.reason or "") for row in reading.execute(query)]


def _request_lines(reading: Reading, person: ParticipantId) -> list[RequestLine]:
    return [
        *_requests(reading, Request.sender_id == person, outgoing=True),
        *_requests(reading, Request.receiver_id == person, outgoing=False),
    ]


def _requests(reading: Reading, criterion: ColumnElement[bool], *, outgoing: bool) -> list[RequestLine]:
    other = aliased(Participant)
    end = Request.receiver_id if outgoing else Request.sender_id
    query = (
        select(Request.__table__, other.id.label("other"), other.given_name, other.family_name, Organisation.name)
        .join(other, other.id == end)
        .outerjoin(Organisation, Organisation.id == other.organisation_id)
        .where(criterion)
        .order_by(other.family_name, other.given_name)
    )
    order = list(Priority)
    lines = [
        RequestLine(
            id=RequestId(row.id),
            outgoing=outgoing,
            other_id=ParticipantId(row.other),
            other=full_name(row.given_name, row.family_name),
            organisation=row.name or "",
            priority=Priority(row.priority),
            state=RequestState(row.state),
            message=row.message or "",
        )
        for row in reading.execute(query)
    ]
    return sorted(lines, key=lambda line: order.index(line.priority))
