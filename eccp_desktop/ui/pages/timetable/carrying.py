"""A meeting that was picked up, and what each cell says to it. No Qt here."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from eccp_desktop.actions.move_meeting import MoveMeeting
from eccp_desktop.actions.seat_meeting import SeatMeeting
from eccp_desktop.actions.swap_meetings import SwapMeetings
from eccp_desktop.domain.hall import Hall, HallMeeting
from eccp_desktop.domain.ids import MeetingId, ParticipantId, SlotId, TableId
from eccp_desktop.domain.moving import best_table, move_refusal, slot_refusal, swap_refusal
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.walking import hurrying
from eccp_desktop.ui.pages.timetable.day_grid import Axis


class Fit(Enum):
    """What dropping here would do."""

    HERE = auto()
    LEGAL = auto()
    SWAP = auto()
    NO = auto()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a cell says: the seat that the meeting would get, the meeting it would change places with, or why not."""

    fit: Fit
    slot: SlotId
    table: TableId | None = None
    other: MeetingId | None = None
    refusal: Refusal | None = None


class Carrying:
    """A meeting on its way. `now` is the venue's wall time.

    Somebody who `meant` it may change slots that are over; those who sit at it may have to be `hurried` from zone to zone.
    """

    def __init__(
        self, hall: Hall, meeting: MeetingId, now: datetime, *, meant: bool = False, hurried: bool = False
    ) -> None:
        self.hall = hurrying(hall) if hurried else hall
        self.hurried = hurried
        self.meeting: HallMeeting = hall.meetings[meeting]
        self.meant = meant
        self._now = None if meant else now
        self._verdicts: dict[tuple[Axis, str, SlotId], Verdict] = {}

    def verdict(self, axis: Axis, key: str, slot: SlotId) -> Verdict:
        """What the cell of a person or table (`key`) in a slot says; the rules are asked once for each cell."""
        cell = (axis, key, slot)
        if cell not in self._verdicts:
            judge = self._at_person if axis is Axis.PEOPLE else self._at_table
            self._verdicts[cell] = judge(key, slot)
        return self._verdicts[cell]

    def intent(self, verdict: Verdict) -> MoveMeeting | SwapMeetings | SeatMeeting | None:
        """What to do when the meeting is dropped on a cell with this verdict; None where there is nothing to do."""
        if verdict.fit is Fit.SWAP and verdict.other is not None:
            return SwapMeetings(self.meeting.id, verdict.other, self.meant, self.hurried)
        if verdict.fit is Fit.LEGAL and verdict.table is not None:
            if self.meeting.seated:
                return MoveMeeting(self.meeting.id, verdict.slot, verdict.table, self.meant, self.hurried)
            return SeatMeeting(self.meeting.id, verdict.slot, verdict.table, self.meant, self.hurried)
        return None

    def first_legal(self, slots: tuple[SlotId, ...]) -> SlotId | None:
        """The first of these slots in which the meeting could sit."""
        return next((slot for slot in slots if slot_refusal(self.hall, self.meeting.id, slot, self._now) is None), None)

    def _at_person(self, key: str, slot: SlotId) -> Verdict:
        if key not in self.meeting.people:
            names = tuple(self.hall.diaries[person].name for person in self.meeting.people)
            name = self.hall.diaries[ParticipantId(key)].name
            refusal = Refusal("not_theirs", person=name, meeting=self.meeting.number, names=" or ".join(names))
            return Verdict(Fit.NO, slot, refusal=refusal)
        if self.meeting.seated and slot == self.meeting.slot:
            return Verdict(Fit.HERE, slot, self.meeting.table)
        other = self._of_person(key, slot)
        if other is not None and self.meeting.seated:
            return self._swap(other, slot)
        refused = slot_refusal(self.hall, self.meeting.id, slot, self._now)
        if refused is not None:
            return Verdict(Fit.NO, slot, refusal=refused)
        return Verdict(Fit.LEGAL, slot, best_table(self.hall, self.meeting.id, slot))

    def _at_table(self, key: str, slot: SlotId) -> Verdict:
        table = TableId(key)
        if self.meeting.seated and (slot, table) == (self.meeting.slot, self.meeting.table):
            return Verdict(Fit.HERE, slot, table)
        other = self.hall.at_table.get((slot, table))
        if other is not None and other != self.meeting.id and self.meeting.seated:
            return self._swap(other, slot)
        refusal = move_refusal(self.hall, self.meeting.id, slot, table, self._now)
        return Verdict(Fit.LEGAL if refusal is None else Fit.NO, slot, table, refusal=refusal)

    def _swap(self, other: MeetingId, slot: SlotId) -> Verdict:
        refusal = swap_refusal(self.hall, self.meeting.id, other, self._now)
        fit = Fit.SWAP if refusal is None else Fit.NO
        return Verdict(fit, slot, self.hall.meetings[other].table, other, refusal)

    def _of_person(self, key: str, slot: SlotId) -> MeetingId | None:
        found = self.hall.diaries[ParticipantId(key)].meetings.get(slot)
        return None if found == self.meeting.id else found
