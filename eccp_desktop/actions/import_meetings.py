"""Meetings that were agreed elsewhere, seated where the file says and the seat is free."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from eccp_desktop.actions.import_addressees import EventAddressees
from eccp_desktop.actions.import_ledger import Ledger
from eccp_desktop.domain.incoming import IncomingMeeting, RowState
from eccp_desktop.domain.vocabulary import SEATED_STATES, MeetingRole, MeetingSource, MeetingState
from eccp_desktop.store.unit import HallTable, Meeting, MeetingPerson, Slot, Unit

_TAKEN = "The meeting comes in without a seat: "


def take_meetings(unit: Unit, ledgers: Sequence[Ledger]) -> None:
    """Add the meetings that these tables name; two people who have a meeting already get no second one."""
    people = EventAddressees.of(unit)
    hall = _Hall.of(unit)
    number = unit.next_meeting_number()
    made: list[MeetingPerson] = []
    for ledger in ledgers:
        for record in ledger.table.records:
            if not isinstance(record, IncomingMeeting):
                continue
            host = people.one(ledger, record.row, "host", record.host)
            guest = people.one(ledger, record.row, "guest", record.guest) if host else None
            if host is None or guest is None:
                continue
            if host == guest:
                ledger.refuse_cell(record.row, "guest", record.guest, "Host and guest are the same person.")
            elif frozenset({host, guest}) in hall.pairs:
                ledger.settle(record.row, RowState.SAME)
            else:
                meeting = unit.meetings.add(_made(hall, ledger, record, (host, guest), number))
                number += 1
                made.append(MeetingPerson(meeting_id=meeting.id, participant_id=host, role=MeetingRole.HOST))
                made.append(MeetingPerson(meeting_id=meeting.id, participant_id=guest, role=MeetingRole.GUEST))
                ledger.settle(record.row, RowState.NEW)
    unit.flush()
    unit.meeting_people.add_all(made)
    unit.flush()


@dataclass(slots=True)
class _Hall:
    """What is seated where, while rows are added to it."""

    slots: dict[datetime, Slot]
    tables: dict[str, HallTable]
    pairs: set[frozenset[str]] = field(default_factory=set)
    busy: set[tuple[str, str]] = field(default_factory=set)
    """Slot with a table or a person that is taken in it."""

    @classmethod
    def of(cls, unit: Unit) -> "_Hall":
        hall = cls(
            {slot.start: slot for slot in unit.slots.all()},
            {str(table.number): table for table in unit.tables.all()},
        )
        people: dict[str, set[str]] = {}
        everybody: dict[str, set[str]] = {}
        for part in unit.meeting_people.all():
            everybody.setdefault(part.meeting_id, set()).add(part.participant_id)
            if part.role != MeetingRole.INTERPRETER:
                people.setdefault(part.meeting_id, set()).add(part.participant_id)
        for meeting in unit.meetings.all():
            if meeting.state != MeetingState.CANCELLED:
                hall.pairs.add(frozenset(people.get(meeting.id, ())))
            if meeting.state in SEATED_STATES and meeting.slot_id and meeting.table_id:
                hall.busy |= {(meeting.slot_id, one) for one in (meeting.table_id, *everybody.get(meeting.id, ()))}
        return hall


def _made(hall: _Hall, ledger: Ledger, record: IncomingMeeting, people: tuple[str, str], number: int) -> Meeting:
    """A meeting in its seat, or without one and with a warning that says why."""
    hall.pairs.add(frozenset(people))
    state = record.state or MeetingState.SCHEDULED
    meeting = Meeting(number=number, state=str(MeetingState.UNSCHEDULED), source=str(MeetingSource.IMPORT))
    if state not in SEATED_STATES or record.day is None or record.start is None:
        meeting.state = str(state if state is MeetingState.CANCELLED else MeetingState.UNSCHEDULED)
        return meeting
    slot = hall.slots.get(datetime.combine(record.day, record.start))
    table = hall.tables.get((record.table or "").lower().removeprefix("table").strip())
    if slot is None:
        ledger.warn(record.row, "time", f"{record.start:%H:%M}", f"{_TAKEN}no slot begins then.")
    elif table is None:
        ledger.warn(record.row, "table", record.table or "", f"{_TAKEN}there is no such table.")
    elif (slot.id, table.id) in hall.busy:
        ledger.warn(record.row, "table", record.table or "", f"{_TAKEN}the table is taken then.")
    elif any((slot.id, person) in hall.busy for person in people):
        ledger.warn(record.row, "time", f"{record.start:%H:%M}", f"{_TAKEN}one of the two has another meeting then.")
    else:
        hall.busy |= {(slot.id, one) for one in (table.id, *people)}
        meeting.state, meeting.slot_id, meeting.table_id = str(state), slot.id, table.id
    return meeting
