"""Takes values out of the journal for good. Their commitments stay, so that the chain of units still verifies."""

import json
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, select, update

from eccp_desktop.store.rows import Change


def erase_values(connection: Connection, row: str, fields: Iterable[str]) -> None:
    """Forget every value that these fields of a row have had so far, and the salts that bound them.

    What is written into them afterwards, in the same transaction too, stays. With `secure_delete` SQLite overwrites the
    bytes.
    """
    forgotten = update(Change).where(Change.row_id == row, Change.field.in_(list(fields)))
    connection.execute(forgotten.values(value=None, salt=None))


def erase_table(connection: Connection, table: str, fields: Iterable[str]) -> None:
    """The same for every row that a table ever had, those that were taken away included."""
    forgotten = update(Change).where(Change.table_name == table, Change.field.in_(list(fields)))
    connection.execute(forgotten.values(value=None, salt=None))


def rows_ever(connection: Connection, table: str, values: Mapping[str, str]) -> frozenset[str]:
    """Rows of a table, gone ones too, of which each of these fields once had this value."""
    found: frozenset[str] | None = None
    for field, value in values.items():
        query = select(Change.row_id).where(Change.table_name == table, Change.field == field)
        written = [json.dumps(value, ensure_ascii=False), json.dumps(value)]
        rows = frozenset(connection.execute(query.where(Change.value.in_(written))).scalars())
        found = rows if found is None else found & rows
    return found or frozenset()
