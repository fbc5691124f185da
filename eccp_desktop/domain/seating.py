"""Who may sit where and when: the rules that drag feedback, intents and merges share.

Each rule answers None or the Refusal that stands in the way; `check_seating` raises it.
"""

from collections.abc import Iterator

from eccp_desktop.domain.hall import Diary, Hall, HallMeeting, HallPlace, HallSlot
from eccp_desktop.domain.ids import MeetingId, ParticipantId, SlotId, TableId
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.vocabulary import Pairing, ParticipantState, Presence
from eccp_desktop.domain.walking import Beside, hurrying, seats_beside, walk_refusal, within_reach


def check_seating(
    hall: Hall, people: tuple[ParticipantId, ...], slot: SlotId, table: TableId, meeting: MeetingId | None = None
) -> None:
    """Raise the Refusal that keeps these people from this table in this slot; their own `meeting` does not count."""
    refusal = seating_refusal(hall, people, slot, table, meeting)
    if refusal is not None:
        raise refusal


def seating_refusal(
    hall: Hall, people: tuple[ParticipantId, ...], slot: SlotId, table: TableId, meeting: MeetingId | None = None
) -> Refusal | None:
    """What keeps these people from this table in this slot, if anything."""
    if slot not in hall.slots:
        return Refusal("gone", table="slot", row=slot)
    if table not in hall.tables:
        return Refusal("gone", table="hall_table", row=table)
    moment, place = hall.slots[slot], hall.tables[table]
    diaries = [hall.diaries[person] for person in people]
    for diary in diaries:
        refusal = person_refusal(hall, diary, moment, meeting)
        if refusal is not None:
            return refusal
    return _table_refusal(hall, diaries, moment, place, meeting, seats_beside(hall, diaries, slot, meeting))


def person_refusal(hall: Hall, diary: Diary, slot: HallSlot, meeting: MeetingId | None = None) -> Refusal | None:
    """What keeps a person from meeting in a slot, if anything."""
    start = slot.span.start
    if diary.state is ParticipantState.CANCELLED:
        return Refusal("person_cancelled", person=diary.name)
    if diary.presence is Presence.GONE:
        return Refusal("person_gone", person=diary.name)
    if diary.late_until is not None and start < diary.late_until and diary.late_until.date() == start.date():
        return Refusal("person_late", person=diary.name, until=diary.late_until, slot=start)
    if diary.arrival is not None and start < diary.arrival:
        return Refusal("person_not_arrived", person=diary.name, arrival=diary.arrival, slot=start)
    if diary.departure is not None and slot.span.end > diary.departure:
        return Refusal("person_departed", person=diary.name, departure=diary.departure, slot=start)
    for busy in diary.busy:
        if busy.span.overlaps(slot.span):
            return Refusal("person_busy", person=diary.name, slot=start, until=busy.span.end, reason=busy.reason)
    taken = diary.meetings.get(slot.id)
    if taken is not None and taken != meeting:
        return Refusal("person_taken", person=diary.name, slot=start, **_meeting_facts(hall, taken))
    return None


def pairing_refusal(pairing: Pairing, one: Diary, other: Diary) -> Refusal | None:
    """What keeps two people from meeting at all, if anything."""
    if one.id == other.id:
        return Refusal("same_person", person=one.name)
    if one.organisation is not None and one.organisation == other.organisation:
        return Refusal("same_organisation", one=one.name, other=other.name, organisation=one.organisation_name)
    if pairing is Pairing.DIFFERENT_SIDES and one.side is not None and one.side == other.side:
        return Refusal("same_side", one=one.name, other=other.name)
    return None


def legal_tables(
    hall: Hall, people: tuple[ParticipantId, ...], slot: SlotId, meeting: MeetingId | None = None
) -> Iterator[HallPlace]:
    """Tables at which these people may sit in a slot."""
    diaries = [hall.diaries[person] for person in people]
    beside = seats_beside(hall, diaries, slot, meeting)
    for place in hall.tables.values():
        # A table that is out of the question costs no refusal, whose facts walk over all tables.
        if not place.is_open(slot) or hall.at_table.get((slot, place.id), meeting) != meeting:
            continue
        if beside and not all(within_reach(seat, place) for seat in beside):
            continue
        if _objection(hall, diaries, place) is None:
            yield place


def no_table_refusal(
    hall: Hall, people: tuple[ParticipantId, ...], slot: SlotId, meeting: MeetingId | None = None
) -> Refusal:
    """Why there is no legal table for these people in a slot: the way to the tables that are free, or none is."""
    diaries = [hall.diaries[person] for person in people]
    far = next(legal_tables(hurrying(hall), people, slot, meeting), None) if hall.beside else None
    if far is not None:
        refusal = walk_refusal(hall, seats_beside(hall, diaries, slot, meeting), hall.slots[slot], far)
        if refusal is not None:
            return refusal
    return Refusal("no_table_free", slot=hall.slots[slot].span.start)


def _table_refusal(
    hall: Hall,
    diaries: list[Diary],
    slot: HallSlot,
    place: HallPlace,
    meeting: MeetingId | None,
    beside: tuple[Beside, ...],
) -> Refusal | None:
    start = slot.span.start
    if not place.is_open(slot.id):
        return Refusal("table_closed", table=place.number, slot=start, free=_free_numbers(hall, slot))
    taken = hall.at_table.get((slot.id, place.id))
    if taken is not None and taken != meeting:
        return Refusal(
            "table_taken", table=place.number, slot=start, free=_free_numbers(hall, slot), **_meeting_facts(hall, taken)
        )
    match _objection(hall, diaries, place):
        case "table_too_small":
            return Refusal("table_too_small", table=place.number, seats=place.seats, people=len(diaries))
        case "table_is_a_booth":
            return Refusal("table_is_a_booth", table=place.number, slot=start, free=_free_numbers(hall, slot))
        case "person_has_fixed_table":
            stays = _staying(hall, diaries)[0]
            assert stays.fixed_table is not None
            return Refusal("person_has_fixed_table", person=stays.name, table=hall.tables[stays.fixed_table].number)
    return walk_refusal(hall, beside, slot, place) if beside else None


def _objection(hall: Hall, diaries: list[Diary], place: HallPlace) -> str | None:
    """What speaks against these people at a table that is free and near, as the code of the refusal."""
    if len(diaries) > place.seats:
        return "table_too_small"
    if place.owner is not None and place.owner not in {diary.organisation for diary in diaries}:
        return "table_is_a_booth"
    staying = _staying(hall, diaries)
    if staying and all(diary.fixed_table != place.id for diary in staying):
        # Of two people who both stay at a table of their own, one has to walk.
        return "person_has_fixed_table"
    return None


def _staying(hall: Hall, diaries: list[Diary]) -> list[Diary]:
    return [diary for diary in diaries if diary.fixed_table is not None and diary.fixed_table in hall.tables]


def _free_numbers(hall: Hall, slot: HallSlot) -> tuple[int, ...]:
    return tuple(place.number for place in hall.free_tables(slot.id) if place.owner is None)


def _meeting_facts(hall: Hall, meeting: MeetingId) -> dict[str, object]:
    found: HallMeeting | None = hall.meetings.get(meeting)
    if found is None:
        return {"meeting": None, "names": ()}
    names = tuple(hall.diaries[person].name for person in found.people if person in hall.diaries)
    return {"meeting": found.number, "names": names}
