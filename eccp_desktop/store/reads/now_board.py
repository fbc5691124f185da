"""A slot as the hall sees it: who sits where, who is missing, who waits, and who is expected but not in the building."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from eccp_desktop.domain.frame import Span
from eccp_desktop.domain.hall import HallSlot
from eccp_desktop.domain.ids import MeetingId, ParticipantId, SlotId, TableId
from eccp_desktop.domain.names import full_name
from eccp_desktop.domain.reasons import reason_of
from eccp_desktop.domain.vocabulary import (
    MISSING_STATES,
    OPEN_STATES,
    SEATED_STATES,
    MeetingRole,
    MeetingState,
    Presence,
)
from eccp_desktop.store.reads import Reading
from eccp_desktop.store.reads.desk_list import venue_time, venue_zone
from eccp_desktop.store.rows import (
    Event,
    HallTable,
    Meeting,
    MeetingPerson,
    Organisation,
    Participant,
    Slot,
    TableClosure,
)


@dataclass(frozen=True, slots=True)
class SlotFigures:
    """A slot with the number of its seated meetings, and how many of them are not settled."""

    slot: HallSlot
    meetings: int
    open: int


@dataclass(frozen=True, slots=True)
class NowFrame:
    """What a clock needs of the event. `slots` are in the order of time; `bell` says whether a sound is wanted."""

    event: str
    zone: str
    bell: bool
    slots: tuple[SlotFigures, ...]


@dataclass(frozen=True, slots=True)
class BoardPerson:
    """Somebody at a table. `since` and `late_until` are wall times at the venue, `country` is ISO 3166-1 alpha-2."""

    id: ParticipantId
    name: str
    family_name: str
    organisation: str
    country: str
    phone: str
    presence: Presence
    since: datetime | None
    late_until: datetime | None
    host: bool = False


@dataclass(frozen=True, slots=True)
class BoardMeeting:
    """A meeting of the slot; `people` begin with the host."""

    id: MeetingId
    number: int
    state: MeetingState
    people: tuple[BoardPerson, ...]
    locked: bool

    @property
    def missing(self) -> tuple[BoardPerson, ...]:
        """Who did not come, as the roll-call says."""
        return tuple(person for person in self.people if self._is_missing(person))

    @property
    def waiting(self) -> tuple[BoardPerson, ...]:
        """Who came in vain."""
        if self.state not in MISSING_STATES:
            return ()
        return tuple(person for person in self.people if not self._is_missing(person))

    def _is_missing(self, person: BoardPerson) -> bool:
        if self.state is MeetingState.BOTH_MISSING:
            return True
        return self.state is (MeetingState.HOST_MISSING if person.host else MeetingState.GUEST_MISSING)


@dataclass(frozen=True, slots=True)
class BoardTable:
    """A table in the slot, with the meeting that takes it up."""

    id: TableId
    number: int
    zone: str
    open: bool
    meeting: BoardMeeting | None


@dataclass(frozen=True, slots=True)
class Stranded:
    """Somebody in the building who has nobody to meet in the slot. `without` are the names of who did not come or left."""

    person: BoardPerson
    table: TableId | None
    table_number: int | None
    without: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NowBoard:
    """A slot with its tables in the order of their numbers, and who is stranded in it."""

    slot: SlotId
    tables: tuple[BoardTable, ...]
    stranded: tuple[Stranded, ...]

    def count(self, *states: MeetingState) -> int:
        """How many meetings are in one of these states."""
        return sum(table.meeting is not None and table.meeting.state in states for table in self.tables)

    @property
    def meetings(self) -> int:
        return sum(table.meeting is not None for table in self.tables)


@dataclass(frozen=True, slots=True)
class Awaited:
    """Somebody with a meeting in a slot who is not in the building."""

    person: BoardPerson
    table: int
    partners: tuple[str, ...]


def now_frame(reading: Reading) -> NowFrame:
    """The event's clockwork."""
    event = reading.execute(select(Event.name, Event.zone, Event.bell)).first()
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    states = select(Meeting.slot_id, Meeting.state, func.count()).group_by(Meeting.slot_id, Meeting.state)
    for slot, state, count in reading.execute(states):
        counts[slot or ""][state] = count
    query = select(Slot.id, Slot.session_id, Slot.start, Slot.end).order_by(Slot.start, Slot.id)
    figures = tuple(
        SlotFigures(
            HallSlot(SlotId(row.id), row.session_id, Span(row.start, row.end)),
            _sum(counts[row.id], SEATED_STATES),
            _sum(counts[row.id], OPEN_STATES),
        )
        for row in reading.execute(query)
    )
    return NowFrame(
        event=event.name if event else "",
        zone=event.zone if event else "UTC",
        bell=bool(event and event.bell),
        slots=figures,
    )


def now_board(reading: Reading, slot: SlotId) -> NowBoard:
    """The tables of a slot. A table that is closed is there too."""
    meetings = _meetings(reading, slot)
    closed = set(reading.execute(select(TableClosure.table_id).where(TableClosure.slot_id == slot)).scalars())
    query = select(HallTable.id, HallTable.number, HallTable.zone, HallTable.open)
    tables = tuple(
        BoardTable(
            id=TableId(row.id),
            number=row.number,
            zone=row.zone or "",
            open=row.open and row.id not in closed,
            meeting=meetings.get(row.id),
        )
        for row in reading.execute(query.order_by(HallTable.number, HallTable.id))
    )
    return NowBoard(slot, tables, (*_waiting(tables), *_left_alone(reading, slot, tables)))


def awaited(reading: Reading, slot: SlotId) -> tuple[Awaited, ...]:
    """Who has a meeting in the slot and is not in the building: late ones last, by name."""
    found = [
        Awaited(person, table.number, tuple(other.name for other in table.meeting.people if other.id != person.id))
        for table in now_board(reading, slot).tables
        if table.meeting is not None and table.meeting.state in OPEN_STATES
        for person in table.meeting.people
        if person.presence is not Presence.HERE
    ]
    return tuple(sorted(found, key=lambda one: (list(Presence).index(one.person.presence), one.person.name.casefold())))


def _meetings(reading: Reading, slot: SlotId) -> dict[str, BoardMeeting]:
    query = select(Meeting.id, Meeting.number, Meeting.state, Meeting.table_id, Meeting.locked).where(
        Meeting.slot_id == slot, Meeting.state.in_(SEATED_STATES)
    )
    rows = reading.execute(query).all()
    people = _people(reading, [row.id for row in rows])
    return {
        row.table_id: BoardMeeting(
            MeetingId(row.id), row.number, MeetingState(row.state), tuple(people[row.id]), row.locked
        )
        for row in rows
    }


def _people(reading: Reading, meetings: list[str]) -> dict[str, list[BoardPerson]]:
    zone = venue_zone(reading)
    query = (
        select(
            MeetingPerson.meeting_id,
            MeetingPerson.role,
            Participant.id,
            Participant.given_name,
            Participant.family_name,
            Participant.phone,
            Participant.presence,
            Participant.presence_since,
            Participant.late_until,
            Organisation.name.label("organisation"),
            Organisation.country,
        )
        .join(Participant, Participant.id == MeetingPerson.participant_id)
        .outerjoin(Organisation, Organisation.id == Participant.organisation_id)
        .where(MeetingPerson.meeting_id.in_(meetings))
        .order_by(MeetingPerson.role != MeetingRole.HOST, MeetingPerson.participant_id)
    )
    found: dict[str, list[BoardPerson]] = defaultdict(list)
    for row in reading.execute(query):
        found[row.meeting_id].append(
            BoardPerson(
                id=ParticipantId(row.id),
                name=full_name(row.given_name, row.family_name),
                family_name=row.family_name or row.given_name,
                organisation=row.organisation or "",
                country=row.country or "",
                phone=row.phone or "",
                presence=Presence(row.presence),
                since=venue_time(row.presence_since, zone),
                late_until=row.late_until,
                host=row.role == MeetingRole.HOST,
            )
        )
    return found


def _waiting(tables: Iterable[BoardTable]) -> Iterable[Stranded]:
    for table in tables:
        if table.meeting is not None:
            without = tuple(person.name for person in table.meeting.missing)
            for person in table.meeting.waiting:
                if person.presence is Presence.HERE:
                    yield Stranded(person, table.id, table.number, without)


def _left_alone(reading: Reading, slot: SlotId, tables: tuple[BoardTable, ...]) -> Iterable[Stranded]:
    """Whose partner went home, so that their meeting of this slot lies in the tray."""
    start = reading.execute(select(Slot.start).where(Slot.id == slot)).scalar()
    busy = {person.id for table in tables if table.meeting is not None for person in table.meeting.people}
    query = select(Meeting.id, Meeting.reason).where(
        Meeting.state == MeetingState.UNSCHEDULED, Meeting.reason.contains('"person_gone"')
    )
    reasons = {meeting: reason_of(stored) for meeting, stored in reading.execute(query)}
    here = [meeting for meeting, reason in reasons.items() if reason and reason.moment("slot") == start]
    people = _people(reading, here)
    numbers = {table.number: table.id for table in tables}
    for meeting in here:
        reason = reasons[meeting]
        assert reason is not None
        gone = str(reason.facts.get("person", ""))
        number = reason.facts.get("table")
        for person in people[meeting]:
            if person.presence is Presence.HERE and person.id not in busy and person.name != gone:
                table = number if isinstance(number, int) else None
                yield Stranded(person, numbers.get(table) if table else None, table, (gone,))


def _sum(counts: dict[str, int], states: Iterable[MeetingState]) -> int:
    return sum(counts.get(state, 0) for state in states)
