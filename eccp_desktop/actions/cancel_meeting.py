"""A meeting will not take place."""

from dataclasses import dataclass
from typing import ClassVar

from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.ids import MeetingId
from eccp_desktop.domain.moving import slot_over_refusal
from eccp_desktop.domain.reasons import MeetingReason, reason_of
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.roll_call import check_follows
from eccp_desktop.domain.vocabulary import MeetingState
from eccp_desktop.store.unit import Unit


@dataclass(frozen=True, slots=True)
class CancelMeeting:
    """Cancel a meeting; its people and its table are free then. Answers its number. `because` is kept with it.

    Refuses where it is locked or was held, and, unless `meant`, where its slot is over.
    """

    title: ClassVar[str] = N_("Cancel meeting")
    meeting: MeetingId
    because: str = ""
    meant: bool = False

    def apply(self, unit: Unit) -> int:
        meeting = unit.meetings.get(self.meeting)
        hall = unit.hall()
        found = hall.meetings[self.meeting]
        if found.state is MeetingState.CANCELLED:
            return meeting.number
        if found.locked and found.seated:
            raise Refusal("meeting_locked", meeting=found.number)
        check_follows(found.number, found.state, MeetingState.CANCELLED)
        over = None if found.slot is None or self.meant else slot_over_refusal(hall, found.slot, unit.venue_now)
        if over is not None:
            raise over
        meeting.state = MeetingState.CANCELLED
        meeting.reason = self.because.strip() or MeetingReason("cancelled_by_hand", _last_seat(meeting.reason)).stored()
        unit.about(meeting)
        return meeting.number


def _last_seat(reason: str | None) -> dict[str, object]:
    """The seat that a meeting had before it fell into the tray: it counts as scheduled, and cancelled."""
    fallen = reason_of(reason)
    return {name: value for name, value in fallen.facts.items() if name in ("slot", "table")} if fallen else {}
