"""All that the desk shows of one person."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import select

from eccp_desktop.domain.copies import in_hand
from eccp_desktop.domain.ids import MeetingId, ParticipantId
from eccp_desktop.domain.names import full_name
from eccp_desktop.domain.vocabulary import (
    MISSING_STATES,
    OPEN_STATES,
    SEATED_STATES,
    MeetingRole,
    MeetingState,
    Presence,
)
from eccp_desktop.store.reads import Reading
from eccp_desktop.store.reads.desk_list import DeskPerson, desk_people, venue_time, venue_zone
from eccp_desktop.store.rows import (
    Change,
    Device,
    HallTable,
    JournalUnit,
    Meeting,
    MeetingPerson,
    Organisation,
    Participant,
    ParticipantLanguage,
    Print,
    Session,
    SessionPerson,
    Side,
    Slot,
)


@dataclass(frozen=True, slots=True)
class Partner:
    """Whom one meets."""

    name: str
    organisation: str
    country: str
    side: str
    presence: Presence


@dataclass(frozen=True, slots=True)
class CardMeeting:
    """A seated meeting of the person; wall times at the venue."""

    id: MeetingId
    number: int
    start: datetime
    end: datetime
    table: int
    zone: str
    state: MeetingState
    partners: tuple[Partner, ...]
    interpreters: tuple[str, ...] = ()
    """Names of those who interpret."""
    helping: bool = False
    """Whether the person is one of them, and not one of those who meet."""

    @property
    def open(self) -> bool:
        """Whether it is still to be settled."""
        return self.state in OPEN_STATES


@dataclass(frozen=True, slots=True)
class CardSession:
    """A session that the person is tied to; wall times at the venue."""

    start: datetime
    end: datetime
    title: str
    room: str


@dataclass(frozen=True, slots=True)
class Printed:
    """The copy of a document that the person has in hand (`domain.copies.in_hand`); wall times at the venue."""

    version: int
    at: datetime
    handed_out: datetime | None
    ready: int = 0
    """The version that was printed after it and waits to be handed out; 0 where there is none."""


@dataclass(frozen=True, slots=True)
class DeskCard:
    """A person with the day that matters: today, or the next day on which they have something, or the last one."""

    person: DeskPerson
    job_title: str
    email: str
    phone: str
    notes: str
    interpreter: str
    """Language to interpret into, ISO 639-1; empty: none needed."""
    languages: tuple[str, ...]
    interprets: bool
    laptop: str
    """Letter of the laptop that set the presence; empty where it was never set."""
    day: date | None
    meetings: tuple[CardMeeting, ...]
    sessions: tuple[CardSession, ...]
    next: CardMeeting | None
    """The first open meeting of any day that is not over."""
    then: CardMeeting | None
    """Where that one has begun: the first open one that has not."""
    meetings_in_all: int
    unscheduled: int
    printed: dict[str, Printed]
    """By the id of the document."""

    @property
    def missed(self) -> tuple[CardMeeting, ...]:
        """The open meetings that begin before a late person comes, on the day on which they come."""
        until = self.person.late_until if self.person.presence is Presence.LATE else None
        if until is None:
            return ()
        return tuple(m for m in self.meetings if m.open and m.start < until and m.start.date() == until.date())

    def given_up(self, now: datetime) -> CardMeeting | None:
        """The meeting that should run now (wall time at the venue) and in which somebody was found missing, while one of the
        others is in the building and may still wait."""
        return next(
            (
                meeting
                for meeting in self.meetings
                if meeting.state in MISSING_STATES
                and meeting.start <= now < meeting.end
                and not meeting.helping
                and any(partner.presence is Presence.HERE for partner in meeting.partners)
            ),
            None,
        )

    def leaving(self, now: datetime) -> tuple[CardMeeting, ...]:
        """The meetings of today that change when the person goes now (wall time at the venue): those that are freed, and
        those in which somebody else has to interpret (`helping`)."""
        waiting = (MeetingState.SCHEDULED, MeetingState.CALLED)
        return tuple(m for m in self.meetings if m.state in waiting and m.end > now and m.start.date() == now.date())


def desk_card(reading: Reading, person: ParticipantId, now: datetime) -> DeskCard | None:
    """The card of a person, None where there is none; `now` is the wall time at the venue."""
    found = desk_people(reading, [person])
    if not found:
        return None
    more = reading.execute(
        select(
            Participant.job_title,
            Participant.email,
            Participant.phone,
            Participant.notes,
            Participant.interpreter_needed,
            Participant.interprets,
        ).where(Participant.id == person)
    ).one()
    spoken = select(ParticipantLanguage.language).where(ParticipantLanguage.participant_id == person)
    states = (
        select(Meeting.state)
        .join(MeetingPerson, MeetingPerson.meeting_id == Meeting.id)
        .where(MeetingPerson.participant_id == person, MeetingPerson.role != MeetingRole.INTERPRETER)
    )
    meetings = _meetings(reading, person)
    sessions = _sessions(reading, person)
    day = _day(now.date(), {m.start.date() for m in meetings} | {s.start.date() for s in sessions})
    following = next((m for m in meetings if m.open and m.end > now), None)
    return DeskCard(
        person=found[0],
        job_title=more.job_title or "",
        email=more.email or "",
        phone=more.phone or "",
        notes=more.notes or "",
        interpreter=more.interpreter_needed or "",
        languages=tuple(sorted(reading.execute(spoken).scalars())),
        interprets=bool(more.interprets),
        laptop=_laptop(reading, person),
        day=day,
        meetings=tuple(m for m in meetings if m.start.date() == day),
        sessions=tuple(s for s in sessions if s.start.date() == day),
        next=following,
        then=(
            next((m for m in meetings if m.open and m.start > now), None)
            if following is not None and following.start <= now
            else None
        ),
        meetings_in_all=len(meetings),
        unscheduled=list(reading.execute(states).scalars()).count(MeetingState.UNSCHEDULED),
        printed=_printed(reading, person),
    )


def _day(today: date, days: Iterable[date]) -> date | None:
    ordered = sorted(days)
    return next((day for day in ordered if day >= today), ordered[-1] if ordered else None)


def _meetings(reading: Reading, person: ParticipantId) -> list[CardMeeting]:
    mine = select(MeetingPerson.meeting_id).where(MeetingPerson.participant_id == person)
    partners = _partners(reading, person)
    helping, interpreters = _interpreters(reading, person)
    query = (
        select(
            Meeting.id,
            Meeting.number,
            Meeting.state,
            Slot.start,
            Slot.end,
            HallTable.number.label("table"),
            HallTable.zone,
        )
        .join(Slot, Slot.id == Meeting.slot_id)
        .join(HallTable, HallTable.id == Meeting.table_id)
        .where(Meeting.id.in_(mine), Meeting.state.in_(sorted(SEATED_STATES)))
        .order_by(Slot.start, Meeting.number)
    )
    return [
        CardMeeting(
            id=MeetingId(row.id),
            number=row.number,
            start=row.start,
            end=row.end,
            table=row.table,
            zone=row.zone or "",
            state=MeetingState(row.state),
            partners=tuple(partners[row.id]),
            interpreters=tuple(interpreters[row.id]),
            helping=row.id in helping,
        )
        for row in reading.execute(query)
    ]


def _partners(reading: Reading, person: ParticipantId) -> dict[str, list[Partner]]:
    mine = select(MeetingPerson.meeting_id).where(MeetingPerson.participant_id == person)
    query = (
        select(
            MeetingPerson.meeting_id,
            Participant.given_name,
            Participant.family_name,
            Participant.presence,
            Organisation.name.label("organisation"),
            Organisation.country,
            Side.name.label("side"),
        )
        .join(Participant, Participant.id == MeetingPerson.participant_id)
        .outerjoin(Organisation, Organisation.id == Participant.organisation_id)
        .outerjoin(Side, Side.id == Organisation.side_id)
        .where(
            MeetingPerson.meeting_id.in_(mine),
            MeetingPerson.participant_id != person,
            MeetingPerson.role != MeetingRole.INTERPRETER,
        )
        .order_by(MeetingPerson.id)
    )
    partners: dict[str, list[Partner]] = defaultdict(list)
    for row in reading.execute(query):
        partners[row.meeting_id].append(
            Partner(
                name=full_name(row.given_name, row.family_name),
                organisation=row.organisation or "",
                country=row.country or "",
                side=row.side or "",
                presence=Presence(row.presence),
            )
        )
    return partners


def _interpreters(reading: Reading, person: ParticipantId) -> tuple[set[str], dict[str, list[str]]]:
    """The meetings in which a person interprets, and the names of all who do so in theirs, by meeting."""
    mine = select(MeetingPerson.meeting_id).where(MeetingPerson.participant_id == person)
    query = (
        select(MeetingPerson.meeting_id, Participant.id, Participant.given_name, Participant.family_name)
        .join(Participant, Participant.id == MeetingPerson.participant_id)
        .where(MeetingPerson.meeting_id.in_(mine), MeetingPerson.role == MeetingRole.INTERPRETER)
    )
    helping: set[str] = set()
    names: dict[str, list[str]] = defaultdict(list)
    for row in reading.execute(query):
        names[row.meeting_id].append(full_name(row.given_name, row.family_name))
        if row.id == person:
            helping.add(row.meeting_id)
    return helping, names


def _sessions(reading: Reading, person: ParticipantId) -> list[CardSession]:
    query = (
        select(Session.start, Session.end, Session.title, Session.kind, Session.room)
        .join(SessionPerson, SessionPerson.session_id == Session.id)
        .where(SessionPerson.participant_id == person)
        .order_by(Session.start)
    )
    return [CardSession(row.start, row.end, row.title or row.kind, row.room or "") for row in reading.execute(query)]


def _laptop(reading: Reading, person: ParticipantId) -> str:
    query = (
        select(Device.letter)
        .join(JournalUnit, JournalUnit.device_id == Device.id)
        .join(Change, Change.unit_id == JournalUnit.id)
        .where(Change.row_id == person, Change.field == "presence")
        .order_by(JournalUnit.clock.desc())
        .limit(1)
    )
    return reading.execute(query).scalar() or ""


def _printed(reading: Reading, person: ParticipantId) -> dict[str, Printed]:
    zone = venue_zone(reading)
    query = (
        select(Print.document, Print.version, Print.printed_at, Print.handed_out_at)
        .where(Print.participant_id == person)
        .order_by(Print.version, Print.printed_at)
    )
    copies: dict[str, list[Printed]] = defaultdict(list)
    for row in reading.execute(query):
        at = venue_time(row.printed_at, zone) or row.printed_at
        copies[row.document].append(Printed(row.version, at, venue_time(row.handed_out_at, zone)))
    return {
        document: replace(held, ready=printed[-1].version if printed[-1].version > held.version else 0)
        for document, printed in copies.items()
        if (held := in_hand(printed)) is not None
    }
