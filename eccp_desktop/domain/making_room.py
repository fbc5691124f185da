"""What would help a meeting that has no seat: a slot in which all are free, or one other meeting that could go elsewhere."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from eccp_desktop.domain.hall import Diary, Hall
from eccp_desktop.domain.ids import MeetingId, ParticipantId, SlotId, TableId
from eccp_desktop.domain.moving import best_table, handling_refusal, reseated, slot_refusal
from eccp_desktop.domain.seating import legal_tables, person_refusal


@dataclass(frozen=True, slots=True)
class Seat:
    """A slot and a table."""

    slot: SlotId
    table: TableId


@dataclass(frozen=True, slots=True)
class Room:
    """The seat that a meeting gets when `blocker` goes to its `new_seat`."""

    seat: Seat
    blocker: MeetingId
    new_seat: Seat


def free_seats(hall: Hall, people: tuple[ParticipantId, ...], now: datetime | None = None) -> Iterator[Seat]:
    """For each slot, in the order of time, in which all of these people are free: the slot and its first legal table.

    `now` is the venue's wall time, naive; slots that ended by then are left out.
    """
    diaries = [hall.diaries[person] for person in people]
    for slot in hall.slots.values():
        if now is not None and slot.span.end <= now:
            continue
        if all(person_refusal(hall, diary, slot) is None for diary in diaries):
            table = next(legal_tables(hall, people, slot.id), None)
            if table is not None:
                yield Seat(slot.id, table.id)


def rooms(hall: Hall, people: tuple[ParticipantId, ...], now: datetime | None = None) -> Iterator[Room]:
    """Slots in which exactly one meeting of these people is in the way, and could be held at another time as well."""
    for slot in hall.slots.values():
        diaries = [hall.diaries[person] for person in people]
        if now is not None and slot.span.end <= now:
            continue
        in_the_way = {diary.meetings[slot.id] for diary in diaries if slot.id in diary.meetings}
        if len(in_the_way) != 1 or any(person_refusal(hall, _empty(diary), slot) is not None for diary in diaries):
            continue
        (blocker,) = in_the_way
        new_seat = _elsewhere(hall, blocker, slot.id, now)
        if new_seat is None:
            continue
        moved = reseated(hall, blocker, new_seat.slot, new_seat.table)
        table = next(legal_tables(moved, people, slot.id), None)
        if table is not None:
            yield Room(Seat(slot.id, table.id), blocker, new_seat)


def _elsewhere(hall: Hall, meeting: MeetingId, but: SlotId, now: datetime | None) -> Seat | None:
    if handling_refusal(hall, meeting, now) is not None:
        return None
    for slot in hall.slots:
        if slot != but and slot_refusal(hall, meeting, slot, now) is None:
            table = best_table(hall, meeting, slot)
            if table is not None:
                return Seat(slot, table)
    return None


def _empty(diary: Diary) -> Diary:
    return replace(diary, meetings={})
