"""A slot as the hall sees it: who sits where, who is missing, and who is expected but not in the building."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select

from eccp_desktop.domain.ids import MeetingId, ParticipantId, SlotId, TableId
from eccp_desktop.domain.interpreting import need_of
from eccp_desktop.domain.names import full_name
from eccp_desktop.domain.vocabulary import (
    MISSING_STATES,
    OPEN_STATES,
    SEATED_STATES,
    MeetingRole,
    MeetingState,
    Presence,
)
from eccp_desktop.store.changes import ChangeSet
from eccp_desktop.store.reads import Reading
from eccp_desktop.store.reads.desk_list import venue_time, venue_zone
from eccp_desktop.store.rows import (
    HallTable,
    Meeting,
    MeetingPerson,
    Organisation,
    Participant,
    ParticipantLanguage,
    TableClosure,
)


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
    languages: frozenset[str] = frozenset()
    interpreter_needed: str = ""


@dataclass(frozen=True, slots=True)
class BoardMeeting:
    """A meeting of the slot; `people` begin with the host. Who interprets is not among them."""

    id: MeetingId
    number: int
    state: MeetingState
    people: tuple[BoardPerson, ...]
    locked: bool
    interpreters: tuple[BoardPerson, ...] = ()
    unmet: tuple[tuple[str, ...], ...] = ()
    """Between which languages (ISO 639-1, those of each side) somebody would have to interpret, where nobody does."""

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

    def has(self, people: Collection[str]) -> bool:
        """Whether one of these people sits there, or interprets."""
        return any(person.id in people for person in (*self.people, *self.interpreters))

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
class NowBoard:
    """A slot with its tables in the order of their numbers."""

    slot: SlotId
    tables: tuple[BoardTable, ...]

    def count(self, *states: MeetingState) -> int:
        """How many meetings are in one of these states."""
        return sum(table.meeting is not None and table.meeting.state in states for table in self.tables)

    @property
    def meetings(self) -> int:
        return sum(table.meeting is not None for table in self.tables)

    @property
    def missing(self) -> tuple["Awaited", ...]:
        """Who should sit at a table and does not: they did not come as the roll-call says, or are not in the building."""
        return tuple(
            _awaited(person, table)
            for table in self.tables
            if table.meeting is not None
            for person in table.meeting.people
            if person in table.meeting.missing
            or (table.meeting.state in OPEN_STATES and person.presence is not Presence.HERE)
        )


@dataclass(frozen=True, slots=True)
class Awaited:
    """Somebody with a meeting in a slot who is not in the building, or not at the table as the roll-call says."""

    person: BoardPerson
    table: int
    partners: tuple[str, ...]


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
    return NowBoard(slot, tables)


def followed(reading: Reading, board: NowBoard, meetings: Collection[str], people: Collection[str]) -> NowBoard:
    """The board after a step that changed these meetings and people and nothing else of it; only they are read."""
    touched = {table.meeting.id for table in board.tables if table.meeting is not None and table.meeting.has(people)}
    touched.update(map(MeetingId, meetings))
    now = _meetings(reading, board.slot, touched)
    return NowBoard(
        board.slot,
        tuple(
            replace(table, meeting=now.get(table.id)) if table.meeting is None or table.meeting.id in touched else table
            for table in board.tables
        ),
    )


def meetings_of(change: ChangeSet) -> frozenset[str]:
    """The meetings that a step changed, those among them in which somebody else sits or interprets now."""
    return change.ids("meeting") | {part.partition("/")[0] for part in change.ids("meeting_person")}


def awaited(reading: Reading, slot: SlotId) -> tuple[Awaited, ...]:
    """Who has a meeting in the slot and is not in the building: late ones last, by name."""
    found = [
        _awaited(person, table)
        for table in now_board(reading, slot).tables
        if table.meeting is not None and table.meeting.state in OPEN_STATES
        for person in (*table.meeting.people, *table.meeting.interpreters)
        if person.presence is not Presence.HERE
    ]
    return tuple(sorted(found, key=lambda one: (list(Presence).index(one.person.presence), one.person.name.casefold())))


def _awaited(person: BoardPerson, table: BoardTable) -> Awaited:
    meeting = table.meeting
    others = meeting.people if meeting is not None else ()
    partners = tuple(other.name for other in others if other.id != person.id)
    return Awaited(person, table.number, partners)


def _meetings(reading: Reading, slot: SlotId, only: Collection[str] | None = None) -> dict[str, BoardMeeting]:
    """The seated meetings of a slot by their tables, all or `only` some."""
    query = select(Meeting.id, Meeting.number, Meeting.state, Meeting.table_id, Meeting.locked).where(
        Meeting.slot_id == slot, Meeting.state.in_(SEATED_STATES)
    )
    if only is not None:
        query = query.where(Meeting.id.in_(only))
    rows = reading.execute(query).all()
    people, interpreters = _everybody(reading, [row.id for row in rows])
    staffed = bool(reading.execute(select(Participant.id).where(Participant.interprets.is_(True)).limit(1)).scalar())
    return {
        row.table_id: BoardMeeting(
            MeetingId(row.id),
            row.number,
            MeetingState(row.state),
            tuple(people[row.id]),
            row.locked,
            tuple(interpreters[row.id]),
            () if interpreters[row.id] else _unmet(people[row.id], staffed),
        )
        for row in rows
    }


def _unmet(people: list[BoardPerson], staffed: bool) -> tuple[tuple[str, ...], ...]:
    """Where nobody of the event interprets, only those who asked for it are missing somebody."""
    asked = staffed or any(person.interpreter_needed for person in people)
    return need_of(people).tongues if asked else ()


_People = dict[str, list[BoardPerson]]


def people_of(reading: Reading, meetings: list[str]) -> dict[str, list[BoardPerson]]:
    """The people of these meetings, hosts first."""
    return _everybody(reading, meetings)[0]


def _everybody(reading: Reading, meetings: list[str]) -> tuple[_People, _People]:
    """Who meets, hosts first, and who interprets, by meeting."""
    spoken: dict[str, set[str]] = defaultdict(set)
    languages = select(ParticipantLanguage.participant_id, ParticipantLanguage.language)
    inside = select(MeetingPerson.participant_id).where(MeetingPerson.meeting_id.in_(meetings))
    for person, language in reading.execute(languages.where(ParticipantLanguage.participant_id.in_(inside))):
        spoken[person].add(language)
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
            Participant.interpreter_needed,
            Organisation.name.label("organisation"),
            Organisation.country,
        )
        .join(Participant, Participant.id == MeetingPerson.participant_id)
        .outerjoin(Organisation, Organisation.id == Participant.organisation_id)
        .where(MeetingPerson.meeting_id.in_(meetings))
        .order_by(MeetingPerson.role != MeetingRole.HOST, MeetingPerson.participant_id)
    )
    people: _People = defaultdict(list)
    interpreters: _People = defaultdict(list)
    for row in reading.execute(query):
        role = interpreters if row.role == MeetingRole.INTERPRETER else people
        role[row.meeting_id].append(
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
                languages=frozenset(spoken[row.id]),
                interpreter_needed=row.interpreter_needed or "",
            )
        )
    return people, interpreters
