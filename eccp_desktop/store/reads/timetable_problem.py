"""What a timetable is made from: the hall, who wants to meet whom, and the event's limits."""

from dataclasses import dataclass

from sqlalchemy import select

from eccp_desktop.domain.hall import Hall
from eccp_desktop.domain.ids import ParticipantId
from eccp_desktop.domain.vocabulary import Priority, RequestState
from eccp_desktop.store.hall import read_hall
from eccp_desktop.store.reads import Reading
from eccp_desktop.store.rows import Event, Request


@dataclass(frozen=True, slots=True)
class Ask:
    """A request as it stands."""

    sender: ParticipantId
    receiver: ParticipantId
    priority: Priority
    state: RequestState


@dataclass(frozen=True, slots=True)
class TimetableFacts:
    """Everything that the engine is asked about, in the store's own words. `asks` are in the order in which they came."""

    hall: Hall
    asks: tuple[Ask, ...]
    zone: str
    most_meetings_per_day: int | None
    most_meetings_in_a_row: int | None
    slots_between_zones: int


def timetable_facts(reading: Reading) -> TimetableFacts:
    """The event as it stands, over one consistent state of the file."""
    event = reading.execute(
        select(Event.zone, Event.most_meetings_per_day, Event.most_meetings_in_a_row, Event.slots_between_zones)
    ).one_or_none()
    query = select(Request.sender_id, Request.receiver_id, Request.priority, Request.state).order_by(Request.id)
    asks = tuple(
        Ask(
            ParticipantId(row.sender_id),
            ParticipantId(row.receiver_id),
            Priority(row.priority),
            RequestState(row.state),
        )
        for row in reading.execute(query)
    )
    return TimetableFacts(
        hall=read_hall(reading),
        asks=asks,
        zone=event.zone if event is not None else "UTC",
        most_meetings_per_day=event.most_meetings_per_day if event is not None else None,
        most_meetings_in_a_row=event.most_meetings_in_a_row if event is not None else None,
        slots_between_zones=event.slots_between_zones if event is not None else 0,
    )
