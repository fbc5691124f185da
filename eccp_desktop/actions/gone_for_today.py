"""Somebody goes home: their later meetings of the day are freed in one step."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from eccp_desktop.actions.falling_out import FALLING
from eccp_desktop.actions.interpreters import InterpreterChange, release_interpreter
from eccp_desktop.actions.who import name_of, participant
from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.ids import MeetingId, ParticipantId, SlotId
from eccp_desktop.domain.reasons import MeetingReason
from eccp_desktop.domain.vocabulary import MeetingRole, Presence
from eccp_desktop.store.unit import Meeting, Slot, Unit


@dataclass(frozen=True, slots=True)
class Freed:
    """Somebody who has a hole in their diary now; `start` is naive wall time of the venue."""

    person: ParticipantId
    name: str
    meeting: int
    start: datetime
    table: int


@dataclass(frozen=True, slots=True)
class GoneForToday:
    """Mark somebody (id or badge code) gone and put their later meetings of that day into the tray, with the reason.

    Later are those that are not over now, or with `since` those of its day from that slot on. Meetings of other days stay,
    and so do those that run or are settled. Meetings in which they interpret keep their seats: somebody else who is free
    and able interprets, or nobody. Answers who was freed, then what became of those meetings, each in the order of time.
    """

    title: ClassVar[str] = N_("Gone for today")
    who: str
    since: SlotId | None = None

    def apply(self, unit: Unit) -> tuple[Freed | InterpreterChange, ...]:
        person = participant(unit, self.who)
        parts = unit.meeting_people.where(participant_id=person.id)
        helping = [part.meeting_id for part in parts if part.role == MeetingRole.INTERPRETER]
        own = [part.meeting_id for part in parts if part.role != MeetingRole.INTERPRETER]
        meetings = later_meetings(unit, own, self.since)
        tables = {table.id: table.number for table in unit.tables.all()}
        freed: list[Freed] = []
        for meeting, slot in meetings:
            table = tables[meeting.table_id or ""]
            freed += _partners(unit, meeting, slot, table, person.id)
            unit.vacate([meeting])
            meeting.locked = False
            meeting.reason = MeetingReason(
                "person_gone", {"person": name_of(person), "slot": slot.start, "table": table}
            ).stored()
        interpreted = [MeetingId(meeting.id) for meeting, _ in later_meetings(unit, helping, self.since)]
        changed = release_interpreter(unit, person, interpreted)
        if person.presence != Presence.GONE:
            person.presence = Presence.GONE
            person.presence_since = unit.now
        person.late_until = None
        unit.about(person)
        return (*freed, *changed)


def later_meetings(unit: Unit, meetings: list[str], since: SlotId | None) -> list[tuple[Meeting, Slot]]:
    """Of these meetings, those that can still fall on this day: not begun, and not over now (or from a slot on)."""
    slots = {slot.id: slot for slot in unit.slots.all()}
    moment = slots[since].start if since is not None else unit.venue_now
    open_ones = unit.meetings.where(id=meetings, state=FALLING)
    found = [(meeting, slots[meeting.slot_id or ""]) for meeting in open_ones]
    return sorted(
        (pair for pair in found if pair[1].start.date() == moment.date() and pair[1].end > moment),
        key=lambda pair: pair[1].start,
    )


def _partners(unit: Unit, meeting: Meeting, slot: Slot, table: int, leaving: str) -> list[Freed]:
    others = [
        part.participant_id
        for part in unit.meeting_people.where(meeting_id=meeting.id)
        if part.participant_id != leaving and part.role != MeetingRole.INTERPRETER
    ]
    return [
        Freed(ParticipantId(other.id), name_of(other), meeting.number, slot.start, table)
        for other in unit.participants.where(id=others)
    ]
