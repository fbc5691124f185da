"""Replays the journal into an empty file: what the tables must be equal to, row by row."""

from collections.abc import Iterator, Mapping

from sqlalchemy import Connection, select

from eccp_desktop.store.connection import writing_engine
from eccp_desktop.store.images import Key, write_images
from eccp_desktop.store.journal.registers import changes_of_rows, image_now
from eccp_desktop.store.recorder import Image
from eccp_desktop.store.rows import Change, journaled_tables
from eccp_desktop.store.schema import lay_schema

Dump = Mapping[str, Mapping[str, tuple[object, ...]]]
"""Of each table, of each row id, all columns as they lie in the file."""


def replayed(connection: Connection) -> Dump:
    """The tables as the journal makes them, derived columns included. Raises what the database says where it breaks a rule."""
    engine = writing_engine(":memory:")
    lay_schema(engine)
    with engine.begin() as scratch:
        write_images(scratch, dict(journal_images(connection)), frozenset())
    with engine.connect() as scratch:
        found = dump(scratch)
    engine.dispose()
    return found


def dump(connection: Connection) -> Dump:
    """The journaled tables as they lie in the file, derived columns included."""
    tables = {}
    for table in journaled_tables():
        rows = connection.exec_driver_sql(f'SELECT id, * FROM "{table.name}" ORDER BY id')
        tables[table.name] = {row[0]: tuple(row) for row in rows}
    return tables


def differences(stored: Dump, expected: Dump) -> Iterator[str]:
    """Where the tables are not what the journal says, in words, one line a row."""
    for table, rows in stored.items():
        for row in rows.keys() | expected[table].keys():
            if row not in expected[table]:
                yield f"{table} {row} is in the table and not in the journal"
            elif row not in rows:
                yield f"{table} {row} is in the journal and not in the table"
            elif rows[row] != expected[table][row]:
                yield f"{table} {row} differs from the journal"


def journal_images(connection: Connection) -> Iterator[tuple[Key, Image]]:
    """Every row that stands, as the journal makes it."""
    known = {table.name for table in journaled_tables()}
    rows = connection.execute(select(Change.row_id, Change.table_name).distinct()).all()
    registers = changes_of_rows(connection, [row for row, _ in rows])
    for row, table in rows:
        image = image_now(registers[row])
        if image is not None and table in known:
            yield (table, row), image


def stored_keys(connection: Connection) -> set[Key]:
    """Table and id of every row in the journaled tables."""
    return {(table, row) for table, rows in dump(connection).items() for row in rows}
