"""Meetings that stay where they are, whoever makes the next timetable."""

from dataclasses import dataclass
from typing import ClassVar

from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.ids import MeetingId
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.vocabulary import SEATED_STATES, MeetingState
from eccp_desktop.store.unit import Unit


@dataclass(frozen=True, slots=True)
class LockMeeting:
    """Keep a seated meeting in its slot and at its table; answers its number. Refuses where it has no seat."""

    title: ClassVar[str] = N_("Lock meeting")
    meeting: MeetingId

    def apply(self, unit: Unit) -> int:
        meeting = unit.meetings.get(self.meeting)
        if MeetingState(meeting.state) not in SEATED_STATES:
            raise Refusal("not_seated", meeting=meeting.number)
        meeting.locked = True
        unit.about(meeting)
        return meeting.number


@dataclass(frozen=True, slots=True)
class UnlockMeeting:
    """Let a meeting be moved again; answers its number."""

    title: ClassVar[str] = N_("Unlock meeting")
    meeting: MeetingId

    def apply(self, unit: Unit) -> int:
        meeting = unit.meetings.get(self.meeting)
        meeting.locked = False
        unit.about(meeting)
        return meeting.number
