"""What the timetable page shows: everybody's diary by slot, every table by slot, and the tray of meetings without a seat."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import select

from eccp_desktop.domain.hall import Hall
from eccp_desktop.domain.ids import MeetingId, OrganisationId, ParticipantId
from eccp_desktop.domain.matching import plain
from eccp_desktop.domain.names import list_name
from eccp_desktop.domain.vocabulary import MeetingState, ParticipantState, Presence, Priority, RequestState
from eccp_desktop.store.hall import read_hall
from eccp_desktop.store.reads import Reading
from eccp_desktop.store.rows import Event, Meeting, Organisation, Participant, Request, Side

_ordered = lru_cache(maxsize=4096)(plain)  # the same names are sorted after every commit
_RANK = {Priority.MUST: 0, Priority.WISH: 1, Priority.MAYBE: 2}


@dataclass(frozen=True, slots=True)
class GridPerson:
    """A row of the grid: somebody who is not cancelled, or still has a meeting. `country` is ISO 3166-1 alpha-2."""

    id: ParticipantId
    name: str
    organisation: str
    country: str
    side: str
    presence: Presence


@dataclass(frozen=True, slots=True)
class Waiting:
    """A meeting without a seat. `reason` is as the meeting keeps it: JSON of a code and facts, plain words, or empty."""

    id: MeetingId
    number: int
    state: MeetingState
    people: tuple[ParticipantId, ...]
    priority: Priority | None
    reason: str


@dataclass(frozen=True, slots=True)
class TimetableGrid:
    """The timetable as it stands. `people` are in the order of the alphabet, `waiting` the most wanted first.

    `wishes` counts pairs of people of whom one asked the other (open or accepted) and who have no meeting of any state.
    """

    zone: str
    hall: Hall
    people: tuple[GridPerson, ...]
    waiting: tuple[Waiting, ...]
    families: Mapping[ParticipantId, str]
    """Everybody's family name, for where there is no room for more."""
    booths: Mapping[OrganisationId, str]
    wishes: int


def timetable_grid(reading: Reading) -> TimetableGrid:
    """The whole timetable as it stands."""
    hall = read_hall(reading)
    wanted = _wanted(reading)
    met = {frozenset(meeting.people) for meeting in hall.meetings.values()}
    owners = [place.owner for place in hall.tables.values() if place.owner is not None]
    return TimetableGrid(
        zone=reading.execute(select(Event.zone)).scalar() or "UTC",
        hall=hall,
        people=_people(reading, hall),
        waiting=_waiting(reading, hall, wanted),
        families=_families(reading),
        booths=_names(reading, owners),
        wishes=sum(pair not in met for pair in wanted),
    )


def _people(reading: Reading, hall: Hall) -> tuple[GridPerson, ...]:
    query = (
        select(
            Participant.id,
            Participant.given_name,
            Participant.family_name,
            Participant.state,
            Participant.presence,
            Organisation.name.label("organisation"),
            Organisation.country,
            Side.name.label("side"),
        )
        .outerjoin(Organisation, Organisation.id == Participant.organisation_id)
        .outerjoin(Side, Side.id == Organisation.side_id)
    )
    people = [
        GridPerson(
            id=ParticipantId(row.id),
            name=list_name(row.given_name, row.family_name),
            organisation=row.organisation or "",
            country=row.country or "",
            side=row.side or "",
            presence=Presence(row.presence),
        )
        for row in reading.execute(query)
        if row.state != ParticipantState.CANCELLED or hall.diaries[ParticipantId(row.id)].meetings
    ]
    return tuple(sorted(people, key=lambda person: (_ordered(person.name), person.organisation, person.id)))


def _waiting(reading: Reading, hall: Hall, wanted: Mapping[frozenset[ParticipantId], Priority]) -> tuple[Waiting, ...]:
    query = select(Meeting.id, Meeting.number, Meeting.state, Meeting.reason).where(
        Meeting.state.in_([MeetingState.UNSCHEDULED, MeetingState.CANCELLED])
    )
    waiting = [
        Waiting(
            id=MeetingId(row.id),
            number=row.number,
            state=MeetingState(row.state),
            people=people,
            priority=wanted.get(frozenset(people)),
            reason=row.reason or "",
        )
        for row in reading.execute(query)
        for people in (hall.meetings[MeetingId(row.id)].people,)
    ]
    last = len(_RANK)
    return tuple(
        sorted(
            waiting,
            key=lambda meeting: (
                meeting.state is MeetingState.CANCELLED,
                last if meeting.priority is None else _RANK[meeting.priority],
                meeting.number,
            ),
        )
    )


def _wanted(reading: Reading) -> dict[frozenset[ParticipantId], Priority]:
    """How much each pair of people wants to meet: the stronger wish of the two."""
    asked: dict[frozenset[ParticipantId], list[Priority]] = defaultdict(list)
    query = select(Request.sender_id, Request.receiver_id, Request.priority).where(
        Request.state.in_([RequestState.OPEN, RequestState.ACCEPTED])
    )
    for sender, receiver, priority in reading.execute(query):
        asked[frozenset((ParticipantId(sender), ParticipantId(receiver)))].append(Priority(priority))
    return {pair: min(priorities, key=lambda priority: _RANK[priority]) for pair, priorities in asked.items()}


def _families(reading: Reading) -> dict[ParticipantId, str]:
    query = select(Participant.id, Participant.family_name, Participant.given_name)
    return {ParticipantId(row.id): row.family_name or row.given_name for row in reading.execute(query)}


def _names(reading: Reading, organisations: Iterable[OrganisationId]) -> dict[OrganisationId, str]:
    query = select(Organisation.id, Organisation.name).where(Organisation.id.in_(list(organisations)))
    return {OrganisationId(row.id): row.name for row in reading.execute(query)}
