"""A useful meeting for somebody whose partner did not come."""

from dataclasses import dataclass
from typing import ClassVar

from eccp_desktop.actions.seat_meeting import SeatPeople
from eccp_desktop.actions.who import name_of
from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.ids import ParticipantId, SlotId, TableId
from eccp_desktop.domain.reasons import MeetingReason
from eccp_desktop.domain.roll_call import PARTNER_MISSING, check_follows
from eccp_desktop.domain.stranded import waiting_meeting
from eccp_desktop.domain.vocabulary import MeetingRole, MeetingSource, MeetingState
from eccp_desktop.store.unit import Meeting, Unit


@dataclass(frozen=True, slots=True)
class SeatReplacement:
    """Seat a stranded person with a partner in a slot at a table; answers the meeting's number.

    A meeting of the slot in which one of the two waited in vain is cancelled with that reason and gives its table up. Where
    the slot was called, the new meeting is too. Refuses as `SeatPeople` does.
    """

    title: ClassVar[str] = N_("Seat replacement")
    person: ParticipantId
    partner: ParticipantId
    slot: SlotId
    table: TableId
    meant: bool = False

    def apply(self, unit: Unit) -> int:
        called = self._slot_is_called(unit)
        self._give_up_waiting(unit)
        people = (self.person, self.partner)
        number = SeatPeople(people, self.slot, self.table, MeetingSource.DESK, self.meant).apply(unit)
        if called:
            unit.meetings.where(number=number, slot_id=self.slot)[0].state = MeetingState.CALLED
        return number

    def _slot_is_called(self, unit: Unit) -> bool:
        idle = (MeetingState.SCHEDULED, MeetingState.CANCELLED)
        return any(meeting.state not in idle for meeting in unit.meetings.where(slot_id=self.slot))

    def _give_up_waiting(self, unit: Unit) -> None:
        hall = unit.hall()
        for person in (self.person, self.partner):
            waiting = waiting_meeting(hall, person, self.slot) if person in hall.diaries else None
            if waiting is None:
                continue
            meeting = unit.meetings.get(waiting)
            check_follows(meeting.number, MeetingState(meeting.state), MeetingState.CANCELLED)
            meeting.reason = MeetingReason(PARTNER_MISSING, {"missing": _missing(unit, meeting, person)}).stored()
            meeting.state = MeetingState.CANCELLED
        unit.flush()


def _missing(unit: Unit, meeting: Meeting, waiting: str) -> list[str]:
    others = [
        part.participant_id
        for part in unit.meeting_people.where(meeting_id=meeting.id)
        if part.role != MeetingRole.INTERPRETER
    ]
    return [name_of(person) for person in unit.participants.where(id=others) if person.id != waiting]
