"""What a change of the frame takes from its seat: it goes to the tray with the reason, and is listed for whoever asks."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from eccp_desktop.domain.hall import Hall, HallMeeting
from eccp_desktop.domain.reasons import MeetingReason
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.vocabulary import MeetingState
from eccp_desktop.store.unit import Unit

FALLING = frozenset({MeetingState.SCHEDULED, MeetingState.CALLED})
"""A meeting that runs or is settled keeps its slot and table: they are history."""


@dataclass(frozen=True, slots=True)
class FallenOut:
    """A meeting that loses its seat. `start` is naive wall time of the venue, `people` their names."""

    number: int
    start: datetime
    table: int
    people: tuple[str, ...]


def fall_out(
    unit: Unit, wanted: Callable[[HallMeeting], bool], reason: str, *, before: Hall | None = None, **facts: object
) -> tuple[FallenOut, ...]:
    """Put the seated meetings that are wanted into the tray, in the order of time; the reason keeps where each one sat.

    With `before` they are answered with the times and tables that they had in that hall. Raises Refusal
    `meeting_has_begun` where one of them runs or is settled: its slot and table are history.
    """
    hall = unit.hall()
    found = [meeting for meeting in hall.meetings.values() if meeting.seated and wanted(meeting)]
    check_not_begun(found)
    rows = [unit.meetings.get(meeting.id) for meeting in found]
    unit.vacate(rows)
    for row, meeting in zip(rows, found, strict=True):
        left = line_of(hall, meeting)
        row.locked = False
        row.reason = MeetingReason(reason, {"slot": left.start, "table": left.table, **facts}).stored()
    unit.flush()
    shown = before or hall
    return tuple(sorted((line_of(shown, meeting) for meeting in found), key=lambda line: (line.start, line.table)))


def check_not_begun(meetings: Iterable[HallMeeting]) -> None:
    """Raise Refusal `meeting_has_begun` where one of these seated meetings runs or is settled."""
    for meeting in meetings:
        if meeting.state not in FALLING:
            raise Refusal("meeting_has_begun", meeting=meeting.number, state=meeting.state)


def line_of(hall: Hall, meeting: HallMeeting) -> FallenOut:
    """A seated meeting as a line of what loses its seat."""
    assert meeting.slot is not None
    assert meeting.table is not None
    return FallenOut(
        number=meeting.number,
        start=hall.slots[meeting.slot].span.start,
        table=hall.tables[meeting.table].number,
        people=tuple(hall.diaries[person].name for person in meeting.people),
    )
