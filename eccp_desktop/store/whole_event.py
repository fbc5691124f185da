"""Every row of an event, out of a file and into one, as the columns are stored."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, select
from sqlalchemy.exc import DBAPIError

from eccp_desktop.domain.outgoing import StoredValue, WholeEvent
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.store.rows import ThisCopy, journaled_tables, recorded_columns

_EVENT = "event"
"""Stands for the event's own id: two files never share one, also where one came from the other's export."""

_LEFT_OUT = {"event": frozenset({"bell"})}
"""Columns of earlier schemas, as exports of then still hold them."""


def whole_event(connection: Connection) -> WholeEvent:
    """The rows of every table of nouns, owners before what they own, by id; the journal stays behind."""
    own = _own_id(connection)
    return {
        table.name: tuple(
            {name: _said(table.name, name, value, own, _EVENT) for name, value in row.items()}
            for row in connection.exec_driver_sql(_select(table.name, ["id", *recorded_columns(table)])).mappings()
        )
        for table in journaled_tables()
    }


def replace_event(connection: Connection, event: WholeEvent) -> None:
    """Put these rows in the place of what the file holds. Raises Refusal `export_damaged` where they do not fit together."""
    own = _own_id(connection)
    tables = {table.name: table for table in journaled_tables()}
    if set(event) - set(tables):
        raise Refusal(
            "export_damaged", what=f"tables that this program does not know: {', '.join(set(event) - set(tables))}"
        )
    if len(event.get(_EVENT, ())) != 1:
        raise Refusal("export_damaged", what="not exactly one event")
    try:
        for name in reversed(tables):
            connection.exec_driver_sql(f'DELETE FROM "{name}"')
        for name, table in tables.items():
            columns = ["id", *recorded_columns(table)]
            rows = [
                {
                    key: _said(name, key, value, _EVENT, own)
                    for key, value in row.items()
                    if key not in _LEFT_OUT.get(name, ())
                }
                for row in event.get(name, ())
            ]
            _insert(connection, name, columns, rows)
    except DBAPIError as error:
        raise Refusal("export_damaged", what="rows that do not fit together") from error


def _insert(
    connection: Connection, table: str, columns: Sequence[str], rows: Sequence[Mapping[str, StoredValue]]
) -> None:
    unknown = {key for row in rows for key in row} - set(columns)
    if unknown:
        raise Refusal("export_damaged", what=f"fields that this program does not know: {', '.join(sorted(unknown))}")
    if any("\0" in value for row in rows for value in row.values() if isinstance(value, str)):
        raise Refusal("export_damaged", what="a NUL character")
    if rows:
        names = ", ".join(f'"{column}"' for column in columns)
        places = ", ".join("?" for _ in columns)
        values = [tuple(row.get(column) for column in columns) for row in rows]
        connection.exec_driver_sql(f'INSERT INTO "{table}" ({names}) VALUES ({places})', values)


def _said(table: str, column: str, value: StoredValue, before: str, after: str) -> StoredValue:
    """The event's id by its other name, where a column holds it."""
    if value is None or not isinstance(value, str):
        return value
    if (table, column) == ("event", "id") or column == "event_id":
        return after if value == before else value
    if table == "event_language" and column == "id":
        return f"{after}{value.removeprefix(before)}" if value.startswith(f"{before}/") else value
    return value


def _select(table: str, columns: Sequence[str]) -> str:
    names = ", ".join(f'"{column}"' for column in columns)
    return f'SELECT {names} FROM "{table}" ORDER BY "id"'


def _own_id(connection: Connection) -> str:
    return connection.execute(select(ThisCopy.event_id)).scalar_one()
