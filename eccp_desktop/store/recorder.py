"""Catches every change of a journaled row while a unit is written: ORM writes, bulk statements and cascades alike.

Temporary triggers on the writing connection put an image of the row before and after into a temporary table. `INSERT OR
REPLACE` would delete invisibly; nothing in this program uses it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, Table

from eccp_desktop.store.connection import RawConnection
from eccp_desktop.store.rows import journaled_tables, recorded_columns

Value = str | int | float | None
Image = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class RowChange:
    """What a unit did to one row, in sum. `before` is empty for a new row, `after` for a deleted one."""

    table: str
    row: str
    before: Image | None
    after: Image | None


def attach(connection: RawConnection) -> None:
    """Make the recorder's temporary table and triggers on a writing connection."""
    connection.execute(
        "CREATE TEMP TABLE recorded (position INTEGER PRIMARY KEY, table_name TEXT, row_id TEXT, before TEXT, after TEXT)"
    )
    for table in journaled_tables():
        for statement in _triggers(table):
            connection.execute(statement)


def drain(connection: Connection) -> list[RowChange]:
    """Take what was recorded, one entry a row in the order of its first change; rows that end as they began are left out."""
    first: dict[tuple[str, str], Image | None] = {}
    last: dict[tuple[str, str], Image | None] = {}
    rows = connection.exec_driver_sql("SELECT table_name, row_id, before, after FROM recorded ORDER BY position")
    for table, row, before, after in rows:
        key = (table, row)
        if key not in first:
            first[key] = None if before is None else json.loads(before)
        last[key] = None if after is None else json.loads(after)
    connection.exec_driver_sql("DELETE FROM recorded")
    return [RowChange(*key, first[key], last[key]) for key in first if first[key] != last[key]]


def _triggers(table: Table) -> list[str]:
    columns = recorded_columns(table)
    old = "json_object(" + ", ".join(f"'{name}', OLD.\"{name}\"" for name in columns) + ")"
    new = old.replace("OLD.", "NEW.")
    watched = ", ".join(f'"{name}"' for name in columns)
    into = "INSERT INTO recorded (table_name, row_id, before, after) VALUES"
    name = table.name
    on = f'ON main."{name}"'
    return [
        f"CREATE TEMP TRIGGER recorded_{name}_insert AFTER INSERT {on} BEGIN {into} ('{name}', NEW.id, NULL, {new}); END",
        f"CREATE TEMP TRIGGER recorded_{name}_update AFTER UPDATE OF {watched} {on} "
        f"BEGIN {into} ('{name}', NEW.id, {old}, {new}); END",
        f"CREATE TEMP TRIGGER recorded_{name}_delete AFTER DELETE {on} BEGIN {into} ('{name}', OLD.id, {old}, NULL); END",
    ]
