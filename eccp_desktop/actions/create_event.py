"""A new event."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import ClassVar
from zoneinfo import ZoneInfo

from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.frame import Span, check_no_overlap, slots_of
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.vocabulary import Pairing, SessionKind
from eccp_desktop.store.unit import Event, HallTable, Session, Side, Slot, Unit


@dataclass(frozen=True, slots=True)
class CreateEvent:
    """Lay down the event and its frame: days x sessions, slots, tables, sides. Times are local wall times at the venue."""

    title: ClassVar[str] = N_("Create event")
    name: str
    zone: str
    days: tuple[date, ...] = ()
    sessions: tuple[tuple[time, time], ...] = ()
    slot_minutes: int = 20
    gap_minutes: int = 5
    tables: int = 15
    sides: tuple[str, ...] = ()
    series: str | None = None

    def apply(self, unit: Unit) -> None:
        if unit.events.count():
            raise Refusal("event_exists", name=unit.event.name)
        if not self.name.strip():
            raise Refusal("name_missing", noun="event")
        zone = _zone(self.zone)
        pairing = Pairing.DIFFERENT_SIDES if len(self.sides) >= 2 else Pairing.ANYONE
        event = unit.events.add(
            Event(id=unit.event_id, name=self.name.strip(), zone=self.zone, series=self.series, pairing=pairing)
        )
        unit.about(event)
        for position, side in enumerate(self.sides):
            unit.sides.add(Side(name=side, position=position))
        for number in range(1, self.tables + 1):
            unit.tables.add(HallTable(number=number))
        check_no_overlap(
            [Span(datetime.combine(date.min, start), datetime.combine(date.min, end)) for start, end in self.sessions]
        )
        for day in sorted(set(self.days)):
            for start, end in sorted(self.sessions):
                slots = slots_of(day, start, end, self.slot_minutes, self.gap_minutes, zone)
                session = unit.sessions.add(
                    Session(
                        kind=SessionKind.MATCHMAKING,
                        day=day,
                        start=slots.start,
                        end=slots.end,
                        slot_minutes=self.slot_minutes,
                        gap_minutes=self.gap_minutes,
                    )
                )
                unit.slots.add_all(Slot(session_id=session.id, start=slot.start, end=slot.end) for slot in slots.slots)


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise Refusal("zone_unknown", zone=name) from error
