"""Meetings whose slots are over and of which nobody said how they went."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select

from eccp_desktop.domain.ids import MeetingId, SlotId
from eccp_desktop.domain.vocabulary import OPEN_STATES, MeetingState
from eccp_desktop.store.reads import Reading
from eccp_desktop.store.reads.now_board import BoardPerson, people_of
from eccp_desktop.store.rows import HallTable, Meeting, Slot


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A meeting without an answer; `start` is naive wall time of the venue. The host comes first."""

    id: MeetingId
    number: int
    state: MeetingState
    start: datetime
    table: int
    people: tuple[BoardPerson, ...]


def unanswered(reading: Reading, now: datetime, ended: SlotId | None = None) -> tuple[Unanswered, ...]:
    """Those of slots that are over at a wall time of the venue, in the order of time and tables; a slot that was `ended`
    before its time is over too."""
    query = (
        select(Meeting.id, Meeting.number, Meeting.state, Slot.start, HallTable.number.label("table"))
        .join(Slot, Slot.id == Meeting.slot_id)
        .join(HallTable, HallTable.id == Meeting.table_id)
        .where(Meeting.state.in_(OPEN_STATES), or_(Slot.end <= now, Slot.id == (ended or "")))
        .order_by(Slot.start, HallTable.number)
    )
    rows = reading.execute(query).all()
    people = people_of(reading, [row.id for row in rows])
    return tuple(
        Unanswered(MeetingId(row.id), row.number, MeetingState(row.state), row.start, row.table, tuple(people[row.id]))
        for row in rows
    )
