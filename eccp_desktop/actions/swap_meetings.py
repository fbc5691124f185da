"""Two meetings change places."""

from dataclasses import dataclass
from typing import ClassVar

from eccp_desktop.actions.interpreters import bring_interpreters
from eccp_desktop.actions.seat_meeting import take_seat
from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.ids import MeetingId, SlotId, TableId
from eccp_desktop.domain.moving import released, swap_refusal
from eccp_desktop.domain.vocabulary import MeetingState
from eccp_desktop.domain.walking import hurrying
from eccp_desktop.store.unit import Unit


@dataclass(frozen=True, slots=True)
class SwapMeetings:
    """Give each of two meetings the slot and the table of the other; answers both numbers.

    Refuses where one of them could not sit there, is locked or has begun; unless `meant`, where a slot is over or one of them
    was called; unless `hurried`, where somebody has no time to walk. Who comes to a seat that was called is called.
    """

    title: ClassVar[str] = N_("Swap meetings")
    meeting: MeetingId
    other: MeetingId
    meant: bool = False
    hurried: bool = False

    def apply(self, unit: Unit) -> tuple[int, int]:
        one, other = unit.meetings.get(self.meeting), unit.meetings.get(self.other)
        hall = hurrying(unit.hall()) if self.hurried else unit.hall()
        refusal = swap_refusal(hall, self.meeting, self.other, None if self.meant else unit.venue_now)
        if refusal is not None:
            raise refusal
        first, second = _seat(one.slot_id, one.table_id), _seat(other.slot_id, other.table_id)
        states = MeetingState(one.state), MeetingState(other.state)
        called = tuple(state is MeetingState.CALLED for state in states)
        cleared = released(hall, self.meeting, self.other)
        unit.vacate((one, other))
        bring_interpreters(unit, cleared, self.other, first[0])
        bring_interpreters(unit, cleared, self.meeting, second[0])
        take_seat(unit, other, *first, self.meant, state=states[0], was_called=called[1])
        take_seat(unit, one, *second, self.meant, state=states[1], was_called=called[0])
        return one.number, other.number


def _seat(slot: str | None, table: str | None) -> tuple[SlotId, TableId]:
    assert slot is not None
    assert table is not None
    return SlotId(slot), TableId(table)
