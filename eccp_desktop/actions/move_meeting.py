"""A meeting goes to another slot or table."""

from dataclasses import dataclass
from typing import ClassVar

from eccp_desktop.actions.interpreters import bring_interpreters
from eccp_desktop.actions.seat_meeting import take_seat
from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.ids import MeetingId, SlotId, TableId
from eccp_desktop.domain.moving import move_refusal
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.vocabulary import MeetingState
from eccp_desktop.domain.walking import hurrying
from eccp_desktop.store.unit import Unit


@dataclass(frozen=True, slots=True)
class MoveMeeting:
    """Seat a meeting elsewhere; answers its number.

    Refuses where a person or the table is taken, where the meeting is locked or has begun, and, unless `meant`, where it
    was called or the slot it leaves or goes to is over; unless `hurried`, where somebody has no time to walk.
    A meeting that was called is called at another table of its slot too, and only scheduled in another slot.
    Who interprets comes along, or is replaced by somebody who is free then; where nobody is, that is refused too.
    """

    title: ClassVar[str] = N_("Move meeting")
    meeting: MeetingId
    slot: SlotId
    table: TableId
    meant: bool = False
    hurried: bool = False

    def apply(self, unit: Unit) -> int:
        meeting = unit.meetings.get(self.meeting)
        hall = hurrying(unit.hall()) if self.hurried else unit.hall()
        if not hall.meetings[self.meeting].seated:
            raise Refusal("not_seated", meeting=meeting.number)
        refusal = move_refusal(hall, self.meeting, self.slot, self.table, None if self.meant else unit.venue_now)
        if refusal is not None:
            raise refusal
        if (meeting.slot_id, meeting.table_id) != (self.slot, self.table):
            bring_interpreters(unit, hall, self.meeting, self.slot)
            called = hall.meetings[self.meeting].state is MeetingState.CALLED
            state = MeetingState.CALLED if called and meeting.slot_id == self.slot else MeetingState.SCHEDULED
            take_seat(unit, meeting, self.slot, self.table, self.meant, state=state, was_called=called)
        return meeting.number
