"""A table that is closed for some slots."""

from dataclasses import dataclass
from typing import ClassVar

from eccp_desktop.actions.falling_out import FallenOut, fall_out
from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.ids import SlotId, TableId
from eccp_desktop.store.unit import TableClosure, Unit


@dataclass(frozen=True, slots=True)
class CloseTableInSlots:
    """Close a table in exactly these slots and open it in all others; none opens it throughout.

    Answers the meetings that sat there in slots that are closed now: they wait. Refuses where one of them has begun.
    """

    title: ClassVar[str] = N_("Change when a table is closed")
    table: TableId
    slots: tuple[SlotId, ...] = ()
    reason: str = ""

    def apply(self, unit: Unit) -> tuple[FallenOut, ...]:
        table = unit.tables.get(self.table)
        wanted = {unit.slots.get(slot).id for slot in self.slots}
        present = {closure.slot_id: closure for closure in unit.closures.where(table_id=table.id)}
        new = wanted - present.keys()
        fallen = fall_out(
            unit,
            lambda meeting: meeting.table == table.id and meeting.slot in new,
            "table_shut",
            table=table.number,
            words=self.reason.strip(),
        )
        for slot, closure in present.items():
            if slot not in wanted:
                unit.closures.delete(closure)
        reason = self.reason.strip() or None
        unit.closures.add_all(TableClosure(table_id=table.id, slot_id=slot, reason=reason) for slot in sorted(new))
        unit.flush()
        unit.about(table)
        return fallen
