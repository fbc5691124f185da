"""A meeting loses its seat and waits for another one."""

from dataclasses import dataclass
from typing import ClassVar

from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.ids import MeetingId
from eccp_desktop.domain.moving import handling_refusal
from eccp_desktop.domain.reasons import MeetingReason
from eccp_desktop.domain.roll_call import check_follows
from eccp_desktop.domain.vocabulary import MeetingState
from eccp_desktop.store.unit import Unit


@dataclass(frozen=True, slots=True)
class UnscheduleMeeting:
    """Put a meeting into the tray; answers its number. `because` is said there, in the organiser's words.

    Refuses where it is locked or has begun, and, unless `meant`, where its slot is over or it was called.
    """

    title: ClassVar[str] = N_("Take meeting off the timetable")
    meeting: MeetingId
    because: str = ""
    meant: bool = False

    def apply(self, unit: Unit) -> int:
        meeting = unit.meetings.get(self.meeting)
        hall = unit.hall()
        refusal = handling_refusal(hall, self.meeting, None if self.meant else unit.venue_now)
        if refusal is not None:
            raise refusal
        if meeting.state == MeetingState.UNSCHEDULED:
            return meeting.number
        check_follows(meeting.number, MeetingState(meeting.state), MeetingState.UNSCHEDULED)
        unit.vacate([meeting])
        meeting.locked = False
        meeting.reason = self.because.strip() or MeetingReason("taken_off_by_hand").stored()
        unit.about(meeting)
        return meeting.number
