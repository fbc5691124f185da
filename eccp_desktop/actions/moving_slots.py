"""Slots that move in time and take their meetings along."""

from collections.abc import Sequence

from eccp_desktop.actions.falling_out import FallenOut, check_not_begun, fall_out
from eccp_desktop.actions.interpreters import release_interpreter
from eccp_desktop.domain.frame import Span
from eccp_desktop.domain.hall import Hall, HallMeeting
from eccp_desktop.domain.ids import ParticipantId
from eccp_desktop.domain.seating import person_refusal
from eccp_desktop.store.unit import Slot, Unit

_KEPT_AWAY = frozenset({"person_not_arrived", "person_departed", "person_busy"})
"""Refusals that come from the time. Who is late or gone today has that said of today, wherever the slot lies."""


def move_slots(unit: Unit, moves: Sequence[tuple[Slot, Span]]) -> tuple[FallenOut, ...]:
    """Give slots other times; answers the meetings of people who are not free then, with the times that they had.

    Who interprets and is not free then is replaced, or nobody interprets: the meeting keeps its seat.

    Raises Refusal `meeting_has_begun` where a meeting in one of the slots runs or is settled.
    """
    if not moves:
        return ()
    before = unit.hall()
    moving = {slot.id for slot, _ in moves}
    check_not_begun(meeting for meeting in before.meetings.values() if meeting.seated and meeting.slot in moving)
    for slot, span in moves:
        slot.start, slot.end = span.start, span.end
    unit.flush()
    after = unit.hall()
    fallen = fall_out(
        unit,
        lambda meeting: meeting.slot in moving and _keeps_somebody_away(after, meeting),
        "slot_moved",
        before=before,
    )
    for meeting in unit.hall().meetings.values():
        if meeting.seated and meeting.slot in moving:
            for interpreter in meeting.interpreters:
                if _is_away(after, meeting, interpreter):
                    release_interpreter(unit, unit.participants.get(interpreter), [meeting.id])
    return fallen


def _keeps_somebody_away(hall: Hall, meeting: HallMeeting) -> bool:
    return any(_is_away(hall, meeting, person) for person in meeting.people)


def _is_away(hall: Hall, meeting: HallMeeting, person: ParticipantId) -> bool:
    assert meeting.slot is not None
    refusal = person_refusal(hall, hall.diaries[person], hall.slots[meeting.slot], meeting.id)
    return refusal is not None and refusal.code in _KEPT_AWAY
