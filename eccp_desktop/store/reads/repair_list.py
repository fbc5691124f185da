"""Partners for somebody who is stranded, and the later meetings of somebody who may be gone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, or_, select

from eccp_desktop.domain.hall import Hall
from eccp_desktop.domain.ids import ParticipantId, SlotId, TableId
from eccp_desktop.domain.repair import Asking, Partner, partners
from eccp_desktop.domain.vocabulary import OPEN_STATES, Priority, RequestState
from eccp_desktop.store.hall import read_hall
from eccp_desktop.store.reads import Reading
from eccp_desktop.store.rows import HallTable, Meeting, MeetingPerson, Organisation, Participant, Request, Slot


@dataclass(frozen=True, slots=True)
class RepairOption:
    """A legal partner in words for the screen; `table` and `waits_at` are numbers of tables."""

    partner: Partner
    name: str
    organisation: str
    country: str
    table: int
    waits_at: int | None
    asker: str


@dataclass(frozen=True, slots=True)
class RepairList:
    """The partners for one slot; empty where there are none in any slot that was asked for."""

    slot: SlotId
    options: tuple[RepairOption, ...]


@dataclass(frozen=True, slots=True)
class LaterMeeting:
    """A meeting that a person still has on a day; wall time at the venue."""

    start: datetime
    table: int


def repair_list(
    reading: Reading, person: ParticipantId, slots: Sequence[SlotId], table: TableId | None, limit: int = 3
) -> RepairList:
    """Up to `limit` legal partners for a stranded person, best first (`domain.repair`), in the first slot that has any."""
    hall = read_hall(reading, _about(reading, person, slots))
    askings = _askings(reading, person)
    for slot in slots:
        found = partners(hall, askings, person, slot, table, limit)
        if found:
            return RepairList(slot, _options(reading, hall, found))
    return RepairList(slots[0], ())


def _about(reading: Reading, person: ParticipantId, slots: Sequence[SlotId]) -> ColumnElement[bool]:
    """The meetings that matter for partners: those of the person, and everybody's on the days of the slots."""
    starts = {row.id: row.start for row in reading.execute(select(Slot.id, Slot.start))}
    days = {starts[slot].date() for slot in slots if slot in starts}
    that_day = [slot for slot, start in starts.items() if start.date() in days]
    mine = select(MeetingPerson.meeting_id).where(MeetingPerson.participant_id == person)
    return or_(Meeting.slot_id.in_(that_day), Meeting.id.in_(mine))


def _options(reading: Reading, hall: Hall, found: list[Partner]) -> tuple[RepairOption, ...]:
    countries = _countries(reading, [partner.person for partner in found])
    return tuple(
        RepairOption(
            partner=partner,
            name=hall.diaries[partner.person].name,
            organisation=hall.diaries[partner.person].organisation_name,
            country=countries.get(partner.person, ""),
            table=hall.tables[partner.table].number,
            waits_at=hall.tables[partner.waits_at].number if partner.waits_at is not None else None,
            asker=hall.diaries[partner.asker].name if partner.asker is not None else "",
        )
        for partner in found
    )


def later_meetings(
    reading: Reading, people: Sequence[ParticipantId], since: SlotId
) -> dict[ParticipantId, tuple[LaterMeeting, ...]]:
    """The unsettled meetings of people on the day of a slot, after that slot, in the order of time."""
    start = reading.execute(select(Slot.start).where(Slot.id == since)).scalar_one()
    query = (
        select(MeetingPerson.participant_id, Slot.start, HallTable.number)
        .join(Meeting, Meeting.id == MeetingPerson.meeting_id)
        .join(Slot, Slot.id == Meeting.slot_id)
        .join(HallTable, HallTable.id == Meeting.table_id)
        .where(MeetingPerson.participant_id.in_(people), Meeting.state.in_(OPEN_STATES), Slot.start > start)
        .order_by(Slot.start)
    )
    found: dict[ParticipantId, tuple[LaterMeeting, ...]] = dict.fromkeys(people, ())
    for person, moment, table in reading.execute(query):
        if moment.date() == start.date():
            found[ParticipantId(person)] += (LaterMeeting(moment, table),)
    return found


def _askings(reading: Reading, person: ParticipantId) -> list[Asking]:
    query = select(Request.sender_id, Request.receiver_id, Request.priority, Request.state).where(
        or_(Request.sender_id == person, Request.receiver_id == person)
    )
    return [
        Asking(
            ParticipantId(row.sender_id),
            ParticipantId(row.receiver_id),
            Priority(row.priority),
            RequestState(row.state),
        )
        for row in reading.execute(query)
    ]


def _countries(reading: Reading, people: list[ParticipantId]) -> dict[str, str]:
    query = (
        select(Participant.id, Organisation.country)
        .join(Organisation, Organisation.id == Participant.organisation_id)
        .where(Participant.id.in_(people))
    )
    return {row.id: row.country or "" for row in reading.execute(query)}
