"""The day ends early, or nobody called the roll: what is left is cancelled in one step, what is past is settled in one."""

from dataclasses import dataclass
from typing import ClassVar

from eccp_desktop.actions.close_table import rest_of_day
from eccp_desktop.actions.falling_out import FALLING, FallenOut, line_of
from eccp_desktop.actions.roll_call import SettleMeeting
from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.ids import MeetingId, SlotId
from eccp_desktop.domain.reasons import MeetingReason
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.vocabulary import OPEN_STATES, MeetingState
from eccp_desktop.store.unit import Unit


@dataclass(frozen=True, slots=True)
class CancelRestOfDay:
    """Cancel every meeting of the rest of the day that has not begun, locked ones too, or put them `to_tray`.

    The rest of the day begins now, or with the slot `since`; a slot that runs belongs to it, a meeting that runs goes on.
    `because` is kept with them. Answers what was cancelled, in the order of time and tables. Refuses `nothing_left`.
    """

    title: ClassVar[str] = N_("Cancel what is left of the day")
    since: SlotId | None = None
    to_tray: bool = False
    because: str = ""

    def apply(self, unit: Unit) -> tuple[FallenOut, ...]:
        slots = [slot.id for slot in rest_of_day(unit, self.since)]
        rows = unit.meetings.where(slot_id=slots, state=tuple(FALLING)) if slots else []
        if not rows:
            raise Refusal("nothing_left")
        hall = unit.hall()
        lines = {row.id: line_of(hall, hall.meetings[MeetingId(row.id)]) for row in rows}
        if self.to_tray:
            unit.vacate(rows)
        for row in rows:
            row.locked = False
            row.state = MeetingState.UNSCHEDULED if self.to_tray else MeetingState.CANCELLED
            left = {"slot": lines[row.id].start, "table": lines[row.id].table}
            row.reason = self.because.strip() or MeetingReason("day_ended_early", left).stored()
        unit.flush()
        return tuple(sorted(lines.values(), key=lambda line: (line.start, line.table)))


@dataclass(frozen=True, slots=True)
class SettlePast:
    """Say how meetings went whose slots are over and that nobody answered: all of them, or only `meetings`.

    A slot that was `ended` before its time is over too. Answers how many. As in `SettleMeeting`, whoever came is here if they
    were still expected.
    """

    title: ClassVar[str] = N_("Answer for past slots")
    state: MeetingState = MeetingState.HELD
    meetings: tuple[MeetingId, ...] = ()
    ended: SlotId | None = None

    def apply(self, unit: Unit) -> int:
        over = [slot.id for slot in unit.slots.all() if slot.end <= unit.venue_now or slot.id == self.ended]
        rows = unit.meetings.where(slot_id=over, state=tuple(OPEN_STATES)) if over else []
        wanted = [row.id for row in rows if not self.meetings or row.id in self.meetings]
        if not wanted:
            raise Refusal("all_answered")
        for meeting in wanted:
            SettleMeeting(MeetingId(meeting), self.state, meant=True).apply(unit)
        return len(wanted)
