"""Time to walk: where zones lie apart, nobody sits in one of them in a slot and in another one in the slot beside it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from types import MappingProxyType

from eccp_desktop.domain.hall import Diary, Hall, HallPlace, HallSlot
from eccp_desktop.domain.ids import MeetingId, SlotId
from eccp_desktop.domain.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Beside:
    """Where somebody sits in a slot beside the one that is asked about."""

    person: Diary
    slot: HallSlot
    place: HallPlace


def slots_beside(slots: Iterable[HallSlot], slots_between_zones: int) -> Mapping[SlotId, tuple[SlotId, ...]]:
    """For each slot the slots of its session, right before and after it, from which nobody can come from another zone.

    `slots` are in the order of time. Empty where people need no slot to walk.
    """
    found: dict[SlotId, tuple[SlotId, ...]] = {}
    if slots_between_zones > 0:
        for one, other in pairwise(slots):
            if one.session == other.session and one.span.start.date() == other.span.start.date():
                found[one.id] = (*found.get(one.id, ()), other.id)
                found[other.id] = (*found.get(other.id, ()), one.id)
    return MappingProxyType(found)


def hurrying(hall: Hall) -> Hall:
    """The hall as somebody sees it who means it: people hurry from zone to zone."""
    return replace(hall, beside=MappingProxyType({})) if hall.beside else hall


def seats_beside(hall: Hall, diaries: Iterable[Diary], slot: SlotId, meeting: MeetingId | None) -> tuple[Beside, ...]:
    """Where these people sit right before and after a slot; their own `meeting`, which will move, does not count."""
    return tuple(_seats(hall, diaries, slot, meeting)) if hall.beside else ()


def _seats(hall: Hall, diaries: Iterable[Diary], slot: SlotId, meeting: MeetingId | None) -> Iterator[Beside]:
    for other in hall.beside.get(slot, ()):
        for diary in diaries:
            taken = diary.meetings.get(other)
            found = hall.meetings.get(taken) if taken is not None and taken != meeting else None
            if found is not None and found.table is not None and found.table in hall.tables:
                yield Beside(diary, hall.slots[other], hall.tables[found.table])


def walk_refusal(hall: Hall, beside: Iterable[Beside], slot: HallSlot, place: HallPlace) -> Refusal | None:
    """What the way from a seat beside to this table, or from here to there, takes too long for."""
    seats = tuple(beside)
    far = next((seat for seat in seats if not within_reach(seat, place)), None)
    if far is None:
        return None
    first, second = sorted(((far.slot, far.place), (slot, place)), key=lambda stop: stop[0].span.start)
    near = tuple(
        table.number
        for table in hall.free_tables(slot.id)
        if table.owner is None and all(within_reach(seat, table) for seat in seats)
    )
    return Refusal(
        "no_time_to_walk",
        person=far.person.name,
        first=first[1].number,
        first_zone=first[1].zone or "",
        start=first[0].span.start,
        second=second[1].number,
        second_zone=second[1].zone or "",
        end=second[0].span.start,
        free=near,
    )


def within_reach(seat: Beside, place: HallPlace) -> bool:
    """Whether there is time to walk between a seat beside and a table: both stand in one zone."""
    return (seat.place.zone or "") == (place.zone or "")
