"""The event as a clock needs it: its zone and its slots, with what is still open in each."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import func, select

from eccp_desktop.domain.frame import Span
from eccp_desktop.domain.hall import HallSlot
from eccp_desktop.domain.ids import SlotId
from eccp_desktop.domain.vocabulary import OPEN_STATES, SEATED_STATES, MeetingState
from eccp_desktop.store.reads import Reading
from eccp_desktop.store.rows import Event, Meeting, Slot


@dataclass(frozen=True, slots=True)
class SlotFigures:
    """A slot with the number of its seated meetings, and how many of them are not settled."""

    slot: HallSlot
    meetings: int
    open: int


@dataclass(frozen=True, slots=True)
class NowFrame:
    """What a clock needs of the event. `slots` are in the order of time."""

    event: str
    zone: str
    slots: tuple[SlotFigures, ...]


def now_frame(reading: Reading) -> NowFrame:
    """The event's clockwork."""
    event = reading.execute(select(Event.name, Event.zone)).first()
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    states = select(Meeting.slot_id, Meeting.state, func.count()).group_by(Meeting.slot_id, Meeting.state)
    for slot, state, count in reading.execute(states):
        counts[slot or ""][state] = count
    query = select(Slot.id, Slot.session_id, Slot.start, Slot.end).order_by(Slot.start, Slot.id)
    figures = tuple(
        SlotFigures(
            HallSlot(SlotId(row.id), row.session_id, Span(row.start, row.end)),
            _sum(counts[row.id], SEATED_STATES),
            _sum(counts[row.id], OPEN_STATES),
        )
        for row in reading.execute(query)
    )
    return NowFrame(
        event=event.name if event else "",
        zone=event.zone if event else "UTC",
        slots=figures,
    )


def _sum(counts: dict[str, int], states: Iterable[MeetingState]) -> int:
    return sum(counts.get(state, 0) for state in states)
