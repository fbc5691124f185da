"""The roll-call of a slot: call it, start its meetings, settle them table by table, end it."""

from dataclasses import dataclass
from typing import ClassVar

from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.frame import Span
from eccp_desktop.domain.ids import MeetingId, SlotId
from eccp_desktop.domain.reasons import MeetingReason
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.roll_call import check_follows, roll_call_refusal
from eccp_desktop.domain.vocabulary import MeetingRole, MeetingState, Presence
from eccp_desktop.store.unit import Meeting, Unit

SETTLED = frozenset(
    {MeetingState.HELD, MeetingState.HOST_MISSING, MeetingState.GUEST_MISSING, MeetingState.BOTH_MISSING}
)


@dataclass(frozen=True, slots=True)
class CallSlot:
    """Call every scheduled meeting of a slot to its table; answers how many.

    Refuses `nothing_to_call`, and, unless `meant`, `roll_call_over` (`domain.roll_call.roll_call_refusal`), as all of these do.
    """

    title: ClassVar[str] = N_("Call slot")
    slot: SlotId
    meant: bool = False

    def apply(self, unit: Unit) -> int:
        slot = unit.slots.get(self.slot)
        reason = _afterwards(unit, slot.id, self.meant)
        meetings = unit.meetings.where(slot_id=slot.id, state=MeetingState.SCHEDULED)
        if not meetings:
            raise Refusal("nothing_to_call", slot=slot.start)
        for meeting in meetings:
            meeting.state = MeetingState.CALLED
            meeting.reason = reason or meeting.reason
        unit.about(slot)
        return len(meetings)


@dataclass(frozen=True, slots=True)
class StartMeeting:
    """Both are at the table and it begins; whoever of them was still expected is here."""

    title: ClassVar[str] = N_("Start meeting")
    meeting: MeetingId
    meant: bool = False

    def apply(self, unit: Unit) -> None:
        meeting = unit.meetings.get(self.meeting)
        if meeting.state == MeetingState.RUNNING:
            return
        check_follows(meeting.number, MeetingState(meeting.state), MeetingState.RUNNING)
        meeting.reason = _afterwards(unit, meeting.slot_id, self.meant)
        meeting.state = MeetingState.RUNNING
        meeting.started_at = unit.now
        meeting.ended_at = None
        _arrive(unit, meeting, set())
        unit.about(meeting)


@dataclass(frozen=True, slots=True)
class SettleMeeting:
    """Say how a meeting went: held, or who of host and guest is missing. May be corrected as often as it is wrong.

    Who came is here from now on if they were still expected. Refuses `not_a_settled_state` and `state_cannot_follow`.
    """

    title: ClassVar[str] = N_("Roll-call")
    meeting: MeetingId
    state: MeetingState
    meant: bool = False

    def apply(self, unit: Unit) -> None:
        state = MeetingState(self.state)
        if state not in SETTLED:
            raise Refusal("not_a_settled_state", state=state)
        meeting = unit.meetings.get(self.meeting)
        if meeting.state == state:
            return
        check_follows(meeting.number, MeetingState(meeting.state), state)
        meeting.reason = _afterwards(unit, meeting.slot_id, self.meant) or meeting.reason
        meeting.state = state
        meeting.ended_at = unit.now if state is MeetingState.HELD else None
        if state is not MeetingState.HELD:
            meeting.started_at = None
        _arrive(unit, meeting, _missing_roles(state))
        unit.about(meeting)


@dataclass(frozen=True, slots=True)
class EndSlot:
    """The bell: every running meeting of a slot was held; answers how many. Refuses `nothing_is_running`."""

    title: ClassVar[str] = N_("End slot")
    slot: SlotId
    meant: bool = False

    def apply(self, unit: Unit) -> int:
        slot = unit.slots.get(self.slot)
        reason = _afterwards(unit, slot.id, self.meant)
        meetings = unit.meetings.where(slot_id=slot.id, state=MeetingState.RUNNING)
        if not meetings:
            raise Refusal("nothing_is_running", slot=slot.start)
        for meeting in meetings:
            meeting.state = MeetingState.HELD
            meeting.ended_at = unit.now
            meeting.reason = reason or meeting.reason
        unit.about(slot)
        return len(meetings)


def _afterwards(unit: Unit, slot: str | None, meant: bool) -> str | None:
    """What is kept with a meeting that is settled long after its slot, by somebody who means it; None in time.

    Raises Refusal `roll_call_over` where it is not meant.
    """
    found = unit.slots.find(slot or "")
    if found is None or found.end > unit.venue_now:
        return None
    spans = [Span(other.start, other.end) for other in unit.slots.all()]
    refusal = roll_call_refusal(Span(found.start, found.end), spans, unit.venue_now)
    if refusal is None:
        return None
    if not meant:
        raise refusal
    return MeetingReason("settled_in_the_past", {"at": unit.venue_now}).stored()


def _missing_roles(state: MeetingState) -> set[str]:
    sides = {str(role) for role in MeetingRole} - {MeetingRole.INTERPRETER}
    return {
        MeetingState.HELD: set(),
        MeetingState.HOST_MISSING: {str(MeetingRole.HOST)},
        MeetingState.GUEST_MISSING: sides - {MeetingRole.HOST},
        MeetingState.BOTH_MISSING: sides,
    }[state]


def _arrive(unit: Unit, meeting: Meeting, missing: set[str]) -> None:
    """Whoever sits at the table is in the building, also if nobody saw them at the desk. The roll-call says nothing of who
    interprets."""
    unseen = {*missing, str(MeetingRole.INTERPRETER)}
    seated = [
        part.participant_id for part in unit.meeting_people.where(meeting_id=meeting.id) if part.role not in unseen
    ]
    slot = unit.slots.find(meeting.slot_id or "")
    over = slot is not None and slot.end <= unit.venue_now
    for person in unit.participants.where(id=seated):
        if over and person.presence == Presence.GONE:
            continue  # they went home since
        if person.presence != Presence.HERE:
            person.presence = Presence.HERE
            person.presence_since = unit.now
            person.late_until = None
