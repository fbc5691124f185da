"""Who is in the building in a slot and has nobody to meet, although a meeting was planned."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import or_, select

from eccp_desktop.domain.ids import SlotId, TableId
from eccp_desktop.domain.reasons import reason_of
from eccp_desktop.domain.vocabulary import SEATED_STATES, MeetingSource, MeetingState, Presence
from eccp_desktop.store.reads import Reading
from eccp_desktop.store.reads.now_board import BoardMeeting, BoardPerson, BoardTable, NowBoard, people_of
from eccp_desktop.store.rows import Meeting, MeetingPerson, Slot


@dataclass(frozen=True, slots=True)
class Stranded:
    """Somebody in the building who has nobody to meet in the slot. `without` are the names of who did not come or left;
    `missing` are those of them who did not come to the table.
    """

    person: BoardPerson
    table: TableId | None
    table_number: int | None
    without: tuple[str, ...]
    missing: tuple[BoardPerson, ...] = ()


def stranded_in(reading: Reading, board: NowBoard) -> tuple[Stranded, ...]:
    """Who waits in vain at the tables of a board, and whose partner went home.

    Somebody who got a meeting at the desk in the slot after it is no longer stranded.
    """
    repaired = _repaired(reading, board.slot)
    return (*_waiting(board.tables, repaired), *_left_alone(reading, board.slot, board.tables, repaired))


def _repaired(reading: Reading, slot: SlotId) -> set[str]:
    start = select(Slot.start).where(Slot.id == slot).scalar_subquery()
    following = select(Slot.id).where(Slot.start > start).order_by(Slot.start).limit(1).scalar_subquery()
    query = (
        select(MeetingPerson.participant_id)
        .join(Meeting, Meeting.id == MeetingPerson.meeting_id)
        .where(Meeting.slot_id == following, Meeting.source == MeetingSource.DESK, Meeting.state.in_(SEATED_STATES))
    )
    return set(reading.execute(query).scalars())


def _waiting(tables: Iterable[BoardTable], repaired: set[str]) -> Iterable[Stranded]:
    for table in tables:
        if table.meeting is not None:
            without = tuple(person.name for person in table.meeting.missing)
            for person in table.meeting.waiting:
                if person.presence is Presence.HERE and person.id not in repaired:
                    yield Stranded(person, table.id, table.number, without, table.meeting.missing)


def _at(meeting: BoardMeeting) -> tuple[BoardPerson, ...]:
    return (*meeting.people, *meeting.interpreters)


def _left_alone(
    reading: Reading, slot: SlotId, tables: tuple[BoardTable, ...], repaired: set[str]
) -> Iterable[Stranded]:
    """Whose partner went home or has cancelled, so that their meeting of this slot lies in the tray."""
    start = reading.execute(select(Slot.start).where(Slot.id == slot)).scalar()
    busy = {person.id for table in tables if table.meeting is not None for person in _at(table.meeting)} | repaired
    query = select(Meeting.id, Meeting.reason).where(
        Meeting.state == MeetingState.UNSCHEDULED,
        or_(Meeting.reason.contains('"person_gone"'), Meeting.reason.contains('"person_cancelled"')),
    )
    reasons = {meeting: reason_of(stored) for meeting, stored in reading.execute(query)}
    here = [meeting for meeting, reason in reasons.items() if reason and reason.moment("slot") == start]
    people = people_of(reading, here)
    numbers = {table.number: table.id for table in tables}
    for meeting in here:
        reason = reasons[meeting]
        assert reason is not None
        gone = str(reason.facts.get("person", ""))
        number = reason.facts.get("table")
        for person in people[meeting]:
            if person.presence is Presence.HERE and person.id not in busy and person.name != gone:
                table = number if isinstance(number, int) else None
                yield Stranded(person, numbers.get(table) if table else None, table, (gone,))
