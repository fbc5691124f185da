"""What may be done by hand to a meeting that has a seat: move, swap, take away. Drag feedback and intents ask the same functions.

Each rule answers None or the Refusal that stands in the way. `now` is the venue's wall time, naive; None leaves the past and
meetings that were called to their tables unguarded, for somebody who means it.
"""

from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from eccp_desktop.domain.hall import Hall, HallMeeting
from eccp_desktop.domain.ids import MeetingId, ParticipantId, SlotId, TableId
from eccp_desktop.domain.interpreting import following
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.seating import legal_tables, no_table_refusal, person_refusal, seating_refusal
from eccp_desktop.domain.vocabulary import MeetingState

MOVABLE_STATES = frozenset({MeetingState.SCHEDULED, MeetingState.CALLED})
"""A meeting that began stays where it took place."""

WAITING_STATES = frozenset({MeetingState.UNSCHEDULED, MeetingState.CANCELLED})
"""States in which a meeting has no seat and can be given one."""


def handling_refusal(hall: Hall, meeting: MeetingId, now: datetime | None = None) -> Refusal | None:
    """What keeps a meeting from being picked up at all, wherever it should go: a lock, its state, its slot that is over, a call."""
    found = hall.meetings.get(meeting)
    if found is None:
        return Refusal("gone", table="meeting", row=meeting)
    if found.state in WAITING_STATES:
        return None
    if found.locked:
        return Refusal("meeting_locked", meeting=found.number)
    if found.state not in MOVABLE_STATES:
        return Refusal("meeting_has_begun", meeting=found.number, state=found.state)
    if found.slot is None:
        return None
    return slot_over_refusal(hall, found.slot, now) or _called_refusal(hall, found, now)


def _called_refusal(hall: Hall, meeting: HallMeeting, now: datetime | None) -> Refusal | None:
    """What keeps a meeting at the table to which its people were called: they may sit there by now."""
    if now is None or meeting.state is not MeetingState.CALLED or meeting.slot is None or meeting.table is None:
        return None
    start, table = hall.slots[meeting.slot].span.start, hall.tables[meeting.table].number
    return Refusal("meeting_called", meeting=meeting.number, slot=start, table=table)


def slot_over_refusal(hall: Hall, slot: SlotId, now: datetime | None) -> Refusal | None:
    """What keeps a slot from being changed: it is over."""
    found = hall.slots.get(slot)
    if found is None:
        return Refusal("gone", table="slot", row=slot)
    if now is not None and found.span.end <= now:
        return Refusal("slot_over", slot=found.span.start)
    return None


def move_refusal(
    hall: Hall, meeting: MeetingId, slot: SlotId, table: TableId, now: datetime | None = None
) -> Refusal | None:
    """What keeps a meeting, seated or waiting, from this table in this slot."""
    refusal = handling_refusal(hall, meeting, now) or slot_over_refusal(hall, slot, now)
    return (
        refusal
        or seating_refusal(hall, hall.meetings[meeting].people, slot, table, meeting)
        or _voice_refusal(hall, hall.meetings[meeting], slot)
    )


def slot_refusal(hall: Hall, meeting: MeetingId, slot: SlotId, now: datetime | None = None) -> Refusal | None:
    """What keeps a meeting from a slot, at whichever table."""
    refusal = handling_refusal(hall, meeting, now) or slot_over_refusal(hall, slot, now)
    if refusal is not None:
        return refusal
    found = hall.meetings[meeting]
    for person in found.people:
        refusal = person_refusal(hall, hall.diaries[person], hall.slots[slot], meeting)
        if refusal is not None:
            return refusal
    refusal = _voice_refusal(hall, found, slot)
    if refusal is not None:
        return refusal
    if best_table(hall, meeting, slot) is None:
        return no_table_refusal(hall, found.people, slot, meeting)
    return None


def best_table(hall: Hall, meeting: MeetingId, slot: SlotId) -> TableId | None:
    """The table for a meeting in a slot: its own where that is legal, otherwise the legal one with the lowest number."""
    found = hall.meetings[meeting]
    legal = [table.id for table in legal_tables(hall, found.people, slot, meeting)]
    return found.table if found.table in legal else next(iter(legal), None)


def swap_refusal(hall: Hall, one: MeetingId, other: MeetingId, now: datetime | None = None) -> Refusal | None:
    """What keeps two seated meetings from taking each other's slot and table."""
    for meeting in (one, other):
        refusal = handling_refusal(hall, meeting, now)
        if refusal is not None:
            return refusal
    first, second = hall.meetings[one], hall.meetings[other]
    for found in (first, second):
        if not found.seated:
            return Refusal("not_seated", meeting=found.number)
    if one == other:
        return Refusal("same_meeting", meeting=first.number)
    cleared = released(hall, one, other)
    refusal = _seat_of(cleared, first, second)
    if refusal is not None:
        return refusal
    # The second is judged as it would be: where one person is in both, the first has gone to its new seat.
    assert second.slot is not None
    assert second.table is not None
    return _seat_of(reseated(cleared, one, second.slot, second.table), second, first)


def released(hall: Hall, *meetings: MeetingId) -> Hall:
    """The hall as if these meetings had no seat."""
    gone = set(meetings)
    people: set[ParticipantId] = {person for meeting in gone for person in hall.meetings[meeting].everybody}
    diaries = dict(hall.diaries)
    for person in people & diaries.keys():
        kept = {slot: meeting for slot, meeting in diaries[person].meetings.items() if meeting not in gone}
        diaries[person] = replace(diaries[person], meetings=MappingProxyType(kept))
    seats = dict(hall.at_table)
    for meeting in gone:
        found = hall.meetings[meeting]
        if found.seated and found.slot is not None and found.table is not None:
            seats.pop((found.slot, found.table), None)
    return replace(hall, diaries=diaries, at_table=seats)


def reseated(hall: Hall, meeting: MeetingId, slot: SlotId, table: TableId) -> Hall:
    """The hall as if this meeting had that seat, and not the one that it has."""
    cleared = released(hall, meeting)
    found = replace(hall.meetings[meeting], state=MeetingState.SCHEDULED, slot=slot, table=table)
    diaries = dict(cleared.diaries)
    for person in found.everybody:
        if person in diaries:
            diaries[person] = replace(
                diaries[person], meetings=MappingProxyType({**diaries[person].meetings, slot: meeting})
            )
    return replace(
        cleared,
        diaries=diaries,
        meetings={**cleared.meetings, meeting: found},
        at_table={**cleared.at_table, (slot, table): meeting},
    )


def _seat_of(hall: Hall, mover: HallMeeting, owner: HallMeeting) -> Refusal | None:
    assert owner.slot is not None
    assert owner.table is not None
    refusal = seating_refusal(hall, mover.people, owner.slot, owner.table, mover.id)
    return refusal or _voice_refusal(hall, mover, owner.slot)


def _voice_refusal(hall: Hall, meeting: HallMeeting, slot: SlotId) -> Refusal | None:
    """What keeps a seated meeting from a slot because nobody could interpret in it there."""
    found = following(hall, meeting, slot) if meeting.seated and meeting.interpreters else ()
    return found if isinstance(found, Refusal) else None
