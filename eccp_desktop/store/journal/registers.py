"""What the journal knows of the fields of rows: which change stands, and what it replaced."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import Connection, select

from eccp_desktop.store.recorder import Image, Value
from eccp_desktop.store.rows import Change, JournalUnit

DELETED = "deleted"
"""The field of a row that says whether it is gone. No table has a column of this name."""

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A change as the journal holds it, with the unit that made it."""

    reference: str
    """`unit/position`, as later changes name it in `saw`."""
    unit: str
    clock: int
    action: str
    table: str
    row: str
    field: str
    value: Value


Registers = Mapping[str, Mapping[str, list[FieldChange]]]
"""Of each row, of each of its fields, the changes made to it, oldest first."""


def changes_of_rows(connection: Connection, rows: Iterable[str]) -> Registers:
    """Every change ever made to these rows, in the order of the hybrid clock. A row that the journal does not know is left out."""
    found: dict[str, dict[str, list[FieldChange]]] = defaultdict(lambda: defaultdict(list))
    for chunk in _chunks(rows):
        query = (
            select(
                Change.unit_id,
                Change.position,
                Change.table_name,
                Change.row_id,
                Change.field,
                Change.value,
                JournalUnit.clock,
                JournalUnit.action,
            )
            .join(JournalUnit, JournalUnit.id == Change.unit_id)
            .where(Change.row_id.in_(chunk))
            .order_by(JournalUnit.clock, JournalUnit.device_id, Change.position)
        )
        for unit, position, table, row, field, value, clock, action in connection.execute(query):
            decoded = None if value is None else json.loads(value)
            found[row][field].append(FieldChange(f"{unit}/{position}", unit, clock, action, table, row, field, decoded))
    return found


def standing(changes: list[FieldChange]) -> FieldChange:
    """The change that is shown: the one with the latest clock, which has seen all that it follows."""
    return changes[-1]


def image_before(fields: Mapping[str, list[FieldChange]], unit: str) -> Image | None:
    """A row as it stood before a unit that touched it; None where it did not exist."""
    moment = _moment(fields, unit)
    return _image({field: [change for change in changes if change.clock < moment] for field, changes in fields.items()})


def image_after(fields: Mapping[str, list[FieldChange]], unit: str) -> Image | None:
    """A row as a unit that touched it left it; None where it went."""
    moment = _moment(fields, unit)
    return _image(
        {field: [change for change in changes if change.clock <= moment] for field, changes in fields.items()}
    )


def _moment(fields: Mapping[str, list[FieldChange]], unit: str) -> int:
    return min(change.clock for changes in fields.values() for change in changes if change.unit == unit)


def image_now(fields: Mapping[str, list[FieldChange]]) -> Image | None:
    """A row as it stands; None where it is gone."""
    return _image(fields)


def _image(fields: Mapping[str, list[FieldChange]]) -> Image | None:
    values = {field: standing(changes).value for field, changes in fields.items() if changes}
    if not values or values.pop(DELETED, False):
        return None
    return values


def _chunks(rows: Iterable[str]) -> Iterator[list[str]]:
    iterator = iter(rows)
    while chunk := list(islice(iterator, _CHUNK)):
        yield chunk
