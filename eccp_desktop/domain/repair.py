"""Who could sit down with somebody whose partner did not come: legal partners for a slot, the best reason first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from eccp_desktop.domain.hall import Diary, Hall, HallSlot
from eccp_desktop.domain.ids import MeetingId, ParticipantId, SlotId, TableId
from eccp_desktop.domain.seating import legal_tables, pairing_refusal, person_refusal
from eccp_desktop.domain.stranded import waiting_meeting, without_waiting
from eccp_desktop.domain.vocabulary import MeetingState, Presence, Priority, RequestState

_DEAD_REQUESTS = frozenset({RequestState.WITHDRAWN, RequestState.EXPIRED})
_MET_STATES = frozenset({MeetingState.SCHEDULED, MeetingState.CALLED, MeetingState.RUNNING, MeetingState.HELD})
_URGENCY = {Priority.MUST: 0, Priority.WISH: 1, Priority.MAYBE: 2}


@dataclass(frozen=True, slots=True)
class Asking:
    """A request, as far as repair asks for it."""

    sender: ParticipantId
    receiver: ParticipantId
    priority: Priority
    state: RequestState


class Why(StrEnum):
    """Why somebody is a good partner, best first."""

    BOTH_MUST = "both must"
    BOTH_ASKED = "both asked"
    ASKED = "asked"
    IN_TRAY = "in tray"
    WAITING_TOO = "waiting too"
    FREE = "free"


_RANK = {why: rank for rank, why in enumerate(Why)}


@dataclass(frozen=True, slots=True)
class Partner:
    """Somebody who could sit down with the stranded person.

    `asker` sent the request that speaks for the two (where `why` is ASKED) and `priority` is its priority. `free_until`
    is the start of the partner's next meeting on that day. `meeting` waits unscheduled between the two.
    """

    person: ParticipantId
    why: Why
    table: TableId
    asker: ParticipantId | None = None
    priority: Priority | None = None
    free_until: datetime | None = None
    meeting: MeetingId | None = None
    waits_at: TableId | None = None
    other_side: bool = False
    meetings_that_day: int = field(default=0, compare=False)


def partners(
    hall: Hall,
    askings: Iterable[Asking],
    stranded: ParticipantId,
    slot: SlotId,
    table: TableId | None = None,
    limit: int = 3,
) -> list[Partner]:
    """Up to `limit` people who are in the building, free in the slot, and may meet the stranded person, best first.

    Sorted by what speaks for the two (`Why`), then by the urgency of the request, the other side, and who has fewest meetings
    that day. A refused request forbids, and so does a meeting that the two had or still have. The stranded person's
    own `table` is kept where it may be.
    """
    moment, own = hall.slots[slot], hall.diaries[stranded]
    if person_refusal(hall, own, moment, waiting_meeting(hall, stranded, slot)) is not None:
        return []
    between = _between(askings, stranded)
    tray, met = _meetings_between(hall, stranded)
    found = []
    for diary in hall.diaries.values():
        if diary.presence is not Presence.HERE or diary.id in met or pairing_refusal(hall.pairing, own, diary):
            continue
        waiting = waiting_meeting(hall, diary.id, slot)
        if person_refusal(hall, diary, moment, waiting) is not None:
            continue
        asked = between.get(diary.id, ())
        if any(asking.state is RequestState.DECLINED for asking in asked):
            continue
        found.append(_partner(hall, own, diary, moment, asked, tray.get(diary.id), waiting))
    found.sort(key=_order)
    return _with_tables(hall, stranded, slot, table, found, limit)


def free_until(hall: Hall, diary: Diary, slot: HallSlot) -> datetime | None:
    """The start of the person's next meeting or absence on the day of a slot; None where the rest of the day is free."""
    day, end = slot.span.start.date(), slot.span.end
    starts = [hall.slots[taken].span.start for taken in diary.meetings if taken in hall.slots]
    starts += [busy.span.start for busy in diary.busy]
    if diary.departure is not None:
        starts.append(diary.departure)
    return min((start for start in starts if start.date() == day and start >= end), default=None)


def _partner(
    hall: Hall,
    own: Diary,
    diary: Diary,
    moment: HallSlot,
    asked: Sequence[Asking],
    tray: MeetingId | None,
    waiting: MeetingId | None,
) -> Partner:
    day = moment.span.start.date()
    strongest = min(asked, key=lambda asking: _URGENCY[asking.priority], default=None)
    waits_at = hall.meetings[waiting].table if waiting is not None else None
    return Partner(
        person=diary.id,
        why=_why(asked, tray, waiting),
        table=TableId(""),
        asker=strongest.sender if strongest is not None else None,
        priority=strongest.priority if strongest is not None else None,
        free_until=free_until(hall, diary, moment),
        meeting=tray,
        waits_at=waits_at,
        other_side=own.side is not None and diary.side is not None and own.side != diary.side,
        meetings_that_day=sum(
            slot in hall.slots and hall.slots[slot].span.start.date() == day for slot in diary.meetings
        ),
    )


def _why(asked: Sequence[Asking], tray: MeetingId | None, waiting: MeetingId | None) -> Why:
    senders = {asking.sender for asking in asked}
    if len(senders) == 2:
        must = {asking.sender for asking in asked if asking.priority is Priority.MUST}
        return Why.BOTH_MUST if len(must) == 2 else Why.BOTH_ASKED
    if senders:
        return Why.ASKED
    if tray is not None:
        return Why.IN_TRAY
    return Why.WAITING_TOO if waiting is not None else Why.FREE


def _order(partner: Partner) -> tuple[int, int, bool, int, str]:
    urgency = _URGENCY[partner.priority] if partner.priority is not None else len(_URGENCY)
    return _RANK[partner.why], urgency, not partner.other_side, partner.meetings_that_day, partner.person


def _between(askings: Iterable[Asking], person: ParticipantId) -> dict[ParticipantId, list[Asking]]:
    found: dict[ParticipantId, list[Asking]] = {}
    for asking in askings:
        if person in (asking.sender, asking.receiver) and asking.state not in _DEAD_REQUESTS:
            other = asking.receiver if asking.sender == person else asking.sender
            found.setdefault(other, []).append(asking)
    return found


def _meetings_between(hall: Hall, person: ParticipantId) -> tuple[dict[ParticipantId, MeetingId], set[ParticipantId]]:
    """Of a person: whom an unscheduled meeting waits with, and whom they met or will meet."""
    tray: dict[ParticipantId, MeetingId] = {}
    met: set[ParticipantId] = set()
    for meeting in hall.meetings.values():
        if person not in meeting.people:
            continue
        others = [other for other in meeting.people if other != person]
        if meeting.state in _MET_STATES:
            met.update(others)
        elif meeting.state is MeetingState.UNSCHEDULED and len(others) == 1:
            tray.setdefault(others[0], meeting.id)
    return tray, met


def _with_tables(
    hall: Hall, stranded: ParticipantId, slot: SlotId, table: TableId | None, found: list[Partner], limit: int
) -> list[Partner]:
    """The first `limit` for whom there is a table: the stranded person's own, else the partner's, else any."""
    seated: list[Partner] = []
    # Of all that is taken only this slot counts, and looking for it again for each of many partners takes long.
    taken = {place: meeting for place, meeting in hall.at_table.items() if place[0] == slot}
    hall = replace(hall, at_table=taken)
    full = not any(place.is_open(slot) and (slot, place.id) not in taken for place in hall.tables.values())
    alone = full and waiting_meeting(hall, stranded, slot) is None
    for partner in found:
        if alone and partner.waits_at is None:
            continue
        people = (stranded, partner.person)
        legal = legal_tables(without_waiting(hall, people, slot), people, slot)
        wishes = [wish for wish in (table, partner.waits_at) if wish is not None]
        place = _preferred([place.id for place in legal], wishes)
        if place is not None:
            seated.append(replace(partner, table=place))
        if len(seated) == limit:
            break
    return seated


def _preferred(legal: list[TableId], wishes: list[TableId]) -> TableId | None:
    return next((wish for wish in wishes if wish in legal), next(iter(legal), None))
