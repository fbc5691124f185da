"""A table that cannot be used any more today, and one that can be used again."""

from dataclasses import dataclass, replace
from typing import ClassVar

from eccp_desktop.actions.falling_out import FallenOut, line_of
from eccp_desktop.actions.gone_for_today import later_meetings
from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.hall import Hall, HallPlace
from eccp_desktop.domain.ids import MeetingId, SlotId, TableId
from eccp_desktop.domain.moving import released, reseated
from eccp_desktop.domain.reasons import MeetingReason
from eccp_desktop.domain.seating import legal_tables
from eccp_desktop.store.unit import HallTable, Slot, TableClosure, Unit


@dataclass(frozen=True, slots=True)
class LeftTable:
    """A meeting that leaves the table: to the one with the number `to`, or to the tray where that is None."""

    line: FallenOut
    to: int | None


@dataclass(frozen=True, slots=True)
class TableClosed:
    """What becomes of the meetings of a table that is closed, in the order of time."""

    table: int
    left: tuple[LeftTable, ...]

    @property
    def moved(self) -> tuple[tuple[int, int], ...]:
        """Numbers of meetings, each with that of its other table."""
        return tuple((one.line.number, one.to) for one in self.left if one.to is not None)

    @property
    def fallen(self) -> tuple[int, ...]:
        """Numbers of meetings that lie in the tray."""
        return tuple(one.line.number for one in self.left if one.to is None)


@dataclass(frozen=True, slots=True)
class CloseTable:
    """Close a table for the rest of the day: its meetings that are not begun move to tables that are free in their slots.

    Those without one, and all of them without `move`, fall to the tray with the reason. The rest of the day begins now, or
    with the slot `since`. A meeting that runs goes on.
    """

    title: ClassVar[str] = N_("Close table")
    table: TableId
    since: SlotId | None = None
    move: bool = True
    reason: str = ""

    def apply(self, unit: Unit) -> TableClosed:
        table = unit.tables.get(self.table)
        falling = later_meetings(unit, [meeting.id for meeting in unit.meetings.where(table_id=table.id)], self.since)
        states = {meeting.id: meeting.state for meeting, _ in falling}
        hall = unit.hall()
        lines = {meeting.id: line_of(hall, hall.meetings[MeetingId(meeting.id)]) for meeting, _ in falling}
        unit.vacate(meeting for meeting, _ in falling)
        shut = self._shut(unit, table)
        hall = _shut_in(released(hall, *map(MeetingId, lines)), TableId(table.id), shut)
        left = []
        for meeting, slot in falling:
            place = _free_table(hall, MeetingId(meeting.id), SlotId(slot.id)) if self.move else None
            left.append(LeftTable(lines[meeting.id], place.number if place is not None else None))
            if place is None:
                meeting.locked = False
                facts = {"table": table.number, "slot": slot.start, "words": self.reason}
                meeting.reason = MeetingReason("table_closed", facts).stored()
                continue
            meeting.slot_id, meeting.table_id, meeting.state = slot.id, place.id, states[meeting.id]
            hall = reseated(hall, MeetingId(meeting.id), SlotId(slot.id), place.id)
        unit.about(table)
        return TableClosed(table.number, tuple(left))

    def _shut(self, unit: Unit, table: HallTable) -> frozenset[SlotId]:
        closed = {closure.slot_id for closure in unit.closures.where(table_id=table.id)}
        rest = frozenset(SlotId(slot.id) for slot in rest_of_day(unit, self.since))
        for slot in sorted(rest - closed):
            unit.closures.add(TableClosure(table_id=table.id, slot_id=slot, reason=self.reason or None))
        unit.flush()
        return rest


@dataclass(frozen=True, slots=True)
class ReopenTable:
    """Use a table again for the rest of the day. Meetings that left it stay where they are now."""

    title: ClassVar[str] = N_("Reopen table")
    table: TableId
    since: SlotId | None = None

    def apply(self, unit: Unit) -> None:
        table = unit.tables.get(self.table)
        rest = [slot.id for slot in rest_of_day(unit, self.since)]
        for closure in unit.closures.where(table_id=table.id, slot_id=rest):
            unit.closures.delete(closure)
        table.open = True
        unit.about(table)


def _shut_in(hall: Hall, table: TableId, slots: frozenset[SlotId]) -> Hall:
    place = hall.tables[table]
    return replace(hall, tables={**hall.tables, table: replace(place, closed_slots=place.closed_slots | slots)})


def _free_table(hall: Hall, meeting: MeetingId, slot: SlotId) -> HallPlace | None:
    return next(legal_tables(hall, hall.meetings[meeting].people, slot, meeting), None)


def rest_of_day(unit: Unit, since: SlotId | None) -> list[Slot]:
    """The slots of today that are not over, or those of its day from a slot on."""
    moment = unit.slots.get(since).start if since is not None else unit.venue_now
    return [slot for slot in unit.slots.all() if slot.start.date() == moment.date() and slot.end > moment]
