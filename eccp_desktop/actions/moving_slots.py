"""Slots that move in time and take their meetings along."""

from collections.abc import Sequence

from eccp_desktop.actions.falling_out import FallenOut, check_not_begun, fall_out
from eccp_desktop.domain.frame import Span
from eccp_desktop.domain.hall import Hall, HallMeeting
from eccp_desktop.domain.seating import person_refusal
from eccp_desktop.store.unit import Slot, Unit

_KEPT_AWAY = frozenset({"person_not_arrived", "person_departed", "person_busy"})
"""Refusals that come from the time. Who is late or gone today has that said of today, wherever the slot lies."""


def move_slots(unit: Unit, moves: Sequence[tuple[Slot, Span]]) -> tuple[FallenOut, ...]:
    """Give slots other times; answers the meetings of people who are not free then, with the times that they had.

    Raises Refusal `meeting_has_begun` where a meeting in one of the slots runs or is settled.
    """
    before = unit.hall()
    moving = {slot.id for slot, _ in moves}
    check_not_begun(meeting for meeting in before.meetings.values() if meeting.seated and meeting.slot in moving)
    for slot, span in moves:
        slot.start, slot.end = span.start, span.end
    unit.flush()
    after = unit.hall()
    return fall_out(
        unit,
        lambda meeting: meeting.slot in moving and _keeps_somebody_away(after, meeting),
        "slot_moved",
        before=before,
    )


def _keeps_somebody_away(hall: Hall, meeting: HallMeeting) -> bool:
    assert meeting.slot is not None
    refusals = (
        person_refusal(hall, hall.diaries[person], hall.slots[meeting.slot], meeting.id) for person in meeting.people
    )
    return any(refusal is not None and refusal.code in _KEPT_AWAY for refusal in refusals)
