"""Takes a unit back by writing the old values again, or refuses and says who changed them since."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, select

from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.store.images import write_images
from eccp_desktop.store.journal.hybrid_clock import instant_of
from eccp_desktop.store.journal.registers import (
    DELETED,
    FieldChange,
    changes_of_rows,
    image_after,
    image_before,
    image_now,
    standing,
)
from eccp_desktop.store.recorder import RowChange
from eccp_desktop.store.rows import Change, JournalUnit


def write_back(connection: Connection, unit: str) -> frozenset[tuple[str, str]]:
    """Set every field that a unit changed to what it was before; answers the (table, row) pairs that may change.

    Raises Refusal `changed_since` where a later step changed one of them again.
    """
    query = select(Change.table_name, Change.row_id).where(Change.unit_id == unit).order_by(Change.position)
    rows = list(dict.fromkeys((table, row) for table, row in connection.execute(query)))
    registers = changes_of_rows(connection, [row for _, row in rows])
    for _, row in rows:
        later = _changed_since(registers[row], unit)
        if later is not None:
            raise _refusal(connection, later)
    images = {(table, row): image_before(registers[row], unit) for table, row in rows}
    existing = {(table, row) for table, row in rows if image_now(registers[row]) is not None}
    write_images(connection, images, existing)
    return frozenset(rows)


def refuse_if_others_went(changes: Iterable[RowChange], expected: frozenset[tuple[str, str]]) -> None:
    """Raise Refusal `others_depend` where writing back also deleted or emptied what later steps made."""
    for change in changes:
        if (change.table, change.row) not in expected:
            raise Refusal("others_depend", table=change.table, row=change.row)


def _changed_since(fields: Mapping[str, list[FieldChange]], unit: str) -> FieldChange | None:
    """The change that stands in the way: a row made or taken away since, or a field with another value than the unit left."""
    before, after, now = image_before(fields, unit), image_after(fields, unit), image_now(fields)
    if (after is None) != (now is None):
        return standing(fields[DELETED])
    if after is None or now is None:
        return None
    touched = {field for field, changes in fields.items() if any(change.unit == unit for change in changes)}
    # A row that was made here goes as a whole: nothing that was entered in it since may go with it.
    concerned = fields.keys() - {DELETED} if before is None else touched - {DELETED}
    differing = [field for field in concerned if after.get(field) != now.get(field)]
    return standing(fields[min(differing)]) if differing else None


def _refusal(connection: Connection, latest: FieldChange) -> Refusal:
    query = select(JournalUnit.title, JournalUnit.subject, JournalUnit.clock, JournalUnit.actor)
    unit = connection.execute(query.where(JournalUnit.id == latest.unit)).one()
    return Refusal(
        "changed_since",
        title=unit.title,
        subject=unit.subject,
        table=latest.table,
        row=latest.row,
        field=latest.field,
        at=instant_of(unit.clock),
        actor=unit.actor,
    )
