"""With whom somebody could sit down soon, and when: people who are here, free at the same time, and worth meeting."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.search import PeopleIndex
from eccp_desktop.domain.hall import Hall
from eccp_desktop.domain.ids import ParticipantId
from eccp_desktop.domain.making_room import free_seats
from eccp_desktop.domain.seating import pairing_refusal
from eccp_desktop.domain.vocabulary import MeetingState, Presence
from eccp_desktop.store.reads.desk_list import DeskPerson
from eccp_desktop.store.reads.organisations import organisation_rows

MOST_OFFERED = 8


@dataclass(frozen=True, slots=True)
class SitDown:
    """An offer: somebody, from when (wall time at the venue), at which table, and the sectors that both work in."""

    person: DeskPerson
    start: datetime
    table: int
    shared: tuple[str, ...]


def sectors_of(desk: Desk) -> Mapping[str, frozenset[str]]:
    """The sectors of each organisation."""
    return {row.id: frozenset(row.sectors) for row in desk.read(organisation_rows)}


def sit_down_with(
    who: ParticipantId, people: PeopleIndex, hall: Hall, sectors: Mapping[str, frozenset[str]], now: datetime
) -> tuple[SitDown, ...]:
    """Who is here, may meet them, and has no meeting with them, by the first slot in which both and a table are free.

    Among equal ones those with most sectors in common come first. `now` is naive wall time at the venue.
    """
    met = {
        person
        for meeting in hall.meetings.values()
        if who in meeting.people and meeting.state is not MeetingState.CANCELLED
        for person in meeting.people
    }
    here = (one for one in people.people if one.presence is Presence.HERE and not one.cancelled and one.id not in met)
    offers = list(soonest_with(who, here, hall, sectors, now))
    offers.sort(key=lambda offer: (offer.start, -len(offer.shared), offer.person.list_name))
    return tuple(offers[:MOST_OFFERED])


def soonest_with(
    who: ParticipantId, others: Iterable[DeskPerson], hall: Hall, sectors: Mapping[str, frozenset[str]], now: datetime
) -> tuple[SitDown, ...]:
    """When they could sit down with each of the others whom they may meet, here or not; the others keep their order."""
    mine = hall.diaries.get(who)
    if mine is None:
        return ()
    own = sectors.get(mine.organisation or "", frozenset())
    offers = []
    for person in others:
        other = hall.diaries.get(person.id)
        if other is None or person.id == who:
            continue
        if pairing_refusal(hall.pairing, mine, other) is not None:
            continue
        seat = next(free_seats(hall, (who, person.id), now), None)
        if seat is not None:
            shared = tuple(sorted(own & sectors.get(person.organisation_id or "", frozenset())))
            offers.append(SitDown(person, hall.slots[seat.slot].span.start, hall.tables[seat.table].number, shared))
    return tuple(offers)
