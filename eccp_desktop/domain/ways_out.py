"""What would make room for a meeting that waits although nothing is free for it: a table, an absence, a lock."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from eccp_desktop.domain.hall import Hall, HallPlace, HallSlot
from eccp_desktop.domain.ids import MeetingId, ParticipantId, SlotId, TableId
from eccp_desktop.domain.moving import released
from eccp_desktop.domain.seating import legal_tables, no_table_refusal, person_refusal

NEW_TABLE = TableId("new table")
"""Stands for a table that is not there yet."""

MOST_EACH = 2


class Way(StrEnum):
    """What is changed. A daily maximum is known to the engine only, so `ways_out` never answers RAISE_MAXIMUM."""

    OPEN_TABLE = "open table"
    ADD_TABLE = "add table"
    FREE_PERSON = "free person"
    UNLOCK = "unlock"
    RAISE_MAXIMUM = "raise maximum"


@dataclass(frozen=True, slots=True)
class WayOut:
    """A change that could make room, with what it is about."""

    way: Way
    slot: SlotId | None = None
    table: TableId | None = None
    person: ParticipantId | None = None
    meeting: MeetingId | None = None


def ways_out(hall: Hall, people: tuple[ParticipantId, ...], now: datetime | None = None) -> tuple[WayOut, ...]:
    """Changes that would let these people meet in a slot that is not over, the earliest first, at most MOST_EACH of a kind."""
    found: list[WayOut] = []
    for slot in hall.slots.values():
        if now is None or slot.span.end > now:
            for way in _in_slot(hall, people, slot):
                if sum(other.way is way.way for other in found) < MOST_EACH and way not in found:
                    found.append(way)
    return tuple(found)


def _in_slot(hall: Hall, people: tuple[ParticipantId, ...], slot: HallSlot) -> Iterator[WayOut]:
    blocked = [
        (person, refusal)
        for person in people
        if (refusal := person_refusal(hall, hall.diaries[person], slot)) is not None
    ]
    if not blocked:
        if next(legal_tables(hall, people, slot.id), None) is None:
            yield from _table(hall, people, slot)
        return
    taken = {
        hall.diaries[person].meetings[slot.id] for person, _ in blocked if slot.id in hall.diaries[person].meetings
    }
    if len(taken) == 1 and all(refusal.code == "person_taken" for _, refusal in blocked):
        (meeting,) = taken
        room = hall.meetings[meeting].locked and next(legal_tables(released(hall, meeting), people, slot.id), None)
        if room:
            yield WayOut(Way.UNLOCK, meeting=meeting)
    elif len(blocked) == 1 and blocked[0][1].code == "person_busy":
        person = blocked[0][0]
        diary = hall.diaries[person]
        there = replace(diary, busy=tuple(busy for busy in diary.busy if not busy.away))
        if person_refusal(hall, there, slot) is None:
            free = replace(hall, diaries={**hall.diaries, person: there})
            if next(legal_tables(free, people, slot.id), None) is not None:
                yield WayOut(Way.FREE_PERSON, slot.id, person=person)


def _table(hall: Hall, people: tuple[ParticipantId, ...], slot: HallSlot) -> Iterator[WayOut]:
    for place in hall.tables.values():
        if place.open and slot.id in place.closed_slots:
            opened = {**hall.tables, place.id: replace(place, closed_slots=place.closed_slots - {slot.id})}
            legal = legal_tables(replace(hall, tables=opened), people, slot.id)
            if any(table.id == place.id for table in legal):
                yield WayOut(Way.OPEN_TABLE, slot.id, place.id)
                break
    if no_table_refusal(hall, people, slot.id).code != "no_table_free":
        return
    number = max((place.number for place in hall.tables.values()), default=0) + 1
    more = replace(hall, tables={**hall.tables, NEW_TABLE: HallPlace(NEW_TABLE, number)})
    if any(table.id == NEW_TABLE for table in legal_tables(more, people, slot.id)):
        yield WayOut(Way.ADD_TABLE)
