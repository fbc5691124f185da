"""One meeting goes elsewhere so that another one gets its slot."""

from dataclasses import dataclass
from typing import ClassVar

from eccp_desktop.actions.move_meeting import MoveMeeting
from eccp_desktop.actions.seat_meeting import SeatMeeting
from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.ids import MeetingId, SlotId, TableId
from eccp_desktop.store.unit import Unit


@dataclass(frozen=True, slots=True)
class MakeRoom:
    """Move `blocker` to its new slot and table, then seat `meeting`, in one step; answers both numbers.

    Refuses as moving and seating do, and then neither happens.
    """

    title: ClassVar[str] = N_("Make room for meeting")
    meeting: MeetingId
    slot: SlotId
    table: TableId
    blocker: MeetingId
    new_slot: SlotId
    new_table: TableId

    def apply(self, unit: Unit) -> tuple[int, int]:
        moved = MoveMeeting(self.blocker, self.new_slot, self.new_table).apply(unit)
        seated = SeatMeeting(self.meeting, self.slot, self.table).apply(unit)
        return seated, moved
