"""What steps set, as far as a reader of the journal on paper asks: seats, states, presence, names."""

import json
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from eccp_desktop.store.reads import Reading
from eccp_desktop.store.rows import Change, HallTable, Slot

TOLD = {
    "meeting": ("slot_id", "table_id", "state"),
    "participant": ("presence", "state", "name_on_badge"),
    "hall_table": ("open",),
}
"""Fields that are told, by table."""

Told = datetime | str | None


@dataclass(frozen=True, slots=True)
class StepDetail:
    """A field that a step set. Slots are their start in wall time at the venue, tables their number; None is nothing."""

    table: str
    field: str
    before: Told
    after: Told


def step_details(reading: Reading, units: Collection[str]) -> dict[str, tuple[StepDetail, ...]]:
    """What these steps set, by unit, in the order in which they set it; fields that nobody asks for are left out."""
    query = select(Change.unit_id, Change.position, Change.table_name, Change.field, Change.value, Change.saw).where(
        Change.table_name.in_(list(TOLD)), Change.field.in_({field for fields in TOLD.values() for field in fields})
    )
    rows = reading.execute(query.order_by(Change.unit_id, Change.position)).all()
    values = {f"{row.unit_id}/{row.position}": row.value for row in rows}
    slots = {row.id: row.start for row in reading.execute(select(Slot.id, Slot.start))}
    tables = {row.id: str(row.number) for row in reading.execute(select(HallTable.id, HallTable.number))}

    def told(field: str, value: str | None) -> Told:
        plain = None if value is None else json.loads(value)
        if field == "slot_id":
            return slots.get(plain)
        return tables.get(plain) if field == "table_id" else None if plain is None else str(plain)

    found: dict[str, list[StepDetail]] = defaultdict(list)
    wanted = frozenset(units)
    for row in rows:
        if row.unit_id in wanted and row.field in TOLD[row.table_name]:
            seen = values.get(row.saw.split()[-1]) if row.saw else None
            detail = StepDetail(row.table_name, row.field, told(row.field, seen), told(row.field, row.value))
            if detail.before != detail.after:
                found[row.unit_id].append(detail)
    return {unit: tuple(details) for unit, details in found.items()}
