"""Seats given by hand: to a meeting that waits in the tray or was cancelled, or to people who want to meet."""

from dataclasses import dataclass
from itertools import combinations
from typing import ClassVar

from eccp_desktop.actions.interpreters import find_interpreters
from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.hall import Hall
from eccp_desktop.domain.ids import MeetingId, ParticipantId, SlotId, TableId
from eccp_desktop.domain.moving import WAITING_STATES, slot_over_refusal
from eccp_desktop.domain.reasons import MeetingReason
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.seating import check_seating, pairing_refusal
from eccp_desktop.domain.vocabulary import (
    OPEN_STATES,
    MeetingRole,
    MeetingSource,
    MeetingState,
    RequestState,
)
from eccp_desktop.domain.walking import hurrying
from eccp_desktop.store.unit import Meeting, MeetingPerson, Unit


@dataclass(frozen=True, slots=True)
class SeatMeeting:
    """Give a meeting from the tray, or a cancelled one, a slot and a table; answers its number.

    Refuses where somebody or the table is not free, where it has a seat already; unless `meant`, a slot that is over; unless
    `hurried`, a table to which somebody has no time to walk. Where somebody has to interpret, one who is free and able does.
    """

    title: ClassVar[str] = N_("Seat meeting")
    meeting: MeetingId
    slot: SlotId
    table: TableId
    meant: bool = False
    hurried: bool = False

    def apply(self, unit: Unit) -> int:
        meeting = unit.meetings.get(self.meeting)
        hall = hurrying(unit.hall()) if self.hurried else unit.hall()
        found = hall.meetings[self.meeting]
        if found.state not in WAITING_STATES:
            raise Refusal("seated_already", meeting=found.number)
        _check_slot(unit, hall, self.slot, self.meant)
        check_seating(hall, found.people, self.slot, self.table, self.meeting)
        find_interpreters(unit, self.meeting, self.slot)
        take_seat(unit, meeting, self.slot, self.table, self.meant)
        return meeting.number


@dataclass(frozen=True, slots=True)
class SeatPeople:
    """Seat people who want to meet, the host first; answers the meeting's number.

    A meeting of exactly these people that waits in the tray is the one that gets the seat; otherwise a new one is made.
    Refuses where they may not meet or meet already, where somebody or the table is not free; unless `meant`, a slot that
    is over; unless `hurried`, a table to which somebody has no time to walk.
    """

    title: ClassVar[str] = N_("Seat people")
    people: tuple[ParticipantId, ...]
    slot: SlotId
    table: TableId
    source: MeetingSource = MeetingSource.HAND
    meant: bool = False
    hurried: bool = False

    def apply(self, unit: Unit) -> int:
        if len(self.people) < 2:
            raise Refusal("too_few_people")
        for person in self.people:
            unit.participants.get(person)
        hall = hurrying(unit.hall()) if self.hurried else unit.hall()
        _check_may_meet(unit, hall, self.people)
        _check_slot(unit, hall, self.slot, self.meant)
        check_seating(hall, self.people, self.slot, self.table)
        meeting = _waiting_meeting(unit, hall, self.people) or _new_meeting(unit, self.people, self.source)
        find_interpreters(unit, MeetingId(meeting.id), self.slot)
        take_seat(unit, meeting, self.slot, self.table, self.meant)
        return meeting.number


def take_seat(
    unit: Unit,
    meeting: Meeting,
    slot: SlotId,
    table: TableId,
    meant: bool = False,
    *,
    state: MeetingState = MeetingState.SCHEDULED,
    was_called: bool = False,
) -> None:
    """Write a seat that was checked; `state` is called where the people of that seat were called already.

    A slot that was over by then, or that the meeting `was_called` at another table, is kept with it as the reason.
    """
    over = slot_over_refusal(unit.hall(), slot, unit.venue_now)
    meeting.slot_id = slot
    meeting.table_id = table
    meeting.state = state
    code = "seated_in_the_past" if over else "moved_after_call" if was_called else None
    meeting.reason = MeetingReason(code, {"at": unit.venue_now}).stored() if code and meant else None
    unit.about(meeting)
    unit.flush()


def _check_slot(unit: Unit, hall: Hall, slot: SlotId, meant: bool) -> None:
    """Raise Refusal `slot_over`, or `gone`, where a slot should be left as it is."""
    refusal = slot_over_refusal(hall, slot, None if meant else unit.venue_now)
    if refusal is not None:
        raise refusal


def _check_may_meet(unit: Unit, hall: Hall, people: tuple[ParticipantId, ...]) -> None:
    """Raise the Refusal that keeps these people from meeting at all, now or later."""
    host, guest = hall.diaries[people[0]], hall.diaries[people[1]]
    refusal = pairing_refusal(hall.pairing, host, guest)
    if refusal is not None:
        raise refusal
    for one, other in combinations(people, 2):
        if one == other:
            raise Refusal("same_person", person=hall.diaries[one].name)
    for request in unit.requests.where(sender_id=people[:2], receiver_id=people[:2], state=RequestState.DECLINED):
        sender, receiver = (hall.diaries[ParticipantId(side)].name for side in (request.sender_id, request.receiver_id))
        raise Refusal("said_no", person=receiver, other=sender)
    for meeting in hall.meetings.values():
        if meeting.state in OPEN_STATES and set(meeting.people) == set(people) and meeting.slot is not None:
            raise Refusal(
                "meet_already",
                one=host.name,
                other=guest.name,
                meeting=meeting.number,
                slot=hall.slots[meeting.slot].span.start,
                table=hall.tables[meeting.table].number if meeting.table is not None else None,
            )


def _waiting_meeting(unit: Unit, hall: Hall, people: tuple[ParticipantId, ...]) -> Meeting | None:
    for meeting in hall.meetings.values():
        if meeting.state is MeetingState.UNSCHEDULED and set(meeting.people) == set(people):
            return unit.meetings.get(meeting.id)
    return None


def _new_meeting(unit: Unit, people: tuple[ParticipantId, ...], source: MeetingSource) -> Meeting:
    meeting = unit.meetings.add(Meeting(number=unit.next_meeting_number(), source=source))
    unit.flush()
    roles = (MeetingRole.HOST, MeetingRole.GUEST, *(MeetingRole.OTHER for _ in people[2:]))
    for person, role in zip(people, roles, strict=True):
        unit.meeting_people.add(MeetingPerson(meeting_id=meeting.id, participant_id=person, role=role))
    unit.flush()
    return meeting
