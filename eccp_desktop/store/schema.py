"""What makes a file an event file: its application id, the number of its schema, and the way from an older one."""

import os
import shutil
from pathlib import Path

from sqlalchemy import Connection, Engine

from eccp_desktop.base.resources import database_path
from eccp_desktop.base.trouble import Trouble
from eccp_desktop.store.connection import RawConnection, SqliteError, connect, writing_engine

APPLICATION_ID = 0x45434350
"""`ECCP` in ASCII."""

SCHEMA_VERSION = 4
"""Number of the latest migration; kept in `user_version`."""


def schema_version(path: Path) -> int:
    """The number of a file's schema. Raises Trouble where it is no event file, damaged, or newer than this program."""
    if not path.is_file():
        raise Trouble(
            f"There is no file {path.name} in {path.resolve().parent}.", "", "Check the name, or start a new event."
        )
    try:
        connection = connect(path, writable=False)
        try:
            application = connection.execute("PRAGMA application_id").fetchone()[0]
            version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        finally:
            connection.close()
    except SqliteError as error:
        raise _no_event_file(path) from error
    if application != APPLICATION_ID:
        raise _no_event_file(path)
    if version > SCHEMA_VERSION:
        raise Trouble(
            f"{path.name} was written by a newer ECCP Desk.",
            "Nothing in it was changed.",
            "Install the newer program on this laptop, or open the file on the laptop that wrote it.",
        )
    return version


def _no_event_file(path: Path) -> Trouble:
    """The trouble of a file that is something else, or too damaged to tell."""
    return Trouble(
        f"{path.name} is not an event file, or it is damaged.",
        "Nothing in it was changed.",
        "Open another file, or the latest backup of this event.",
    )


def create_schema(path: Path) -> None:
    """Make an empty event file. The file must not exist."""
    _migrate(path)
    _stamp(path)


def migrate_in_place(path: Path) -> None:
    """Bring an older file to this schema: on a copy that is checked and then put in its place; the older one is kept beside it.

    Raises Trouble where rows would be lost; the file is then as it was.
    """
    older = schema_version(path)
    copy = path.with_name(path.name + ".migrating")
    shutil.copyfile(path, copy)
    before = _row_counts(copy)
    _migrate(copy)
    _stamp(copy)
    after = _row_counts(copy)
    lost = [table for table, count in before.items() if after.get(table, count) < count]
    if lost:
        copy.unlink()
        raise Trouble(
            f"{path.name} could not be brought to the format of this program: rows of {', '.join(lost)} would be lost.",
            "The file is as it was.",
            "Open it with the program that wrote it, and send us the report.",
        )
    kept = path.with_name(f"{path.stem}.format-{older}.eccp")
    shutil.copyfile(path, kept)
    os.replace(copy, path)


def lay_schema(engine: Engine) -> None:
    """Run the migrations on a database, from wherever it is to the latest."""
    # Alembic is loaded by the files that need it: a new one, or one of an older schema.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(database_path("migrations")).replace("%", "%%"))
    with engine.connect() as connection:
        # Outside a transaction, where alone the pragma acts. Batch operations rebuild tables: with foreign keys on, that
        # deleted every child row.
        _set_foreign_keys(connection, "OFF")
        with connection.begin():
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
        _set_foreign_keys(connection, "ON")


def _set_foreign_keys(connection: Connection, state: str) -> None:
    """Switch foreign keys `ON` or `OFF` on a connection that has no open transaction."""
    raw: RawConnection = connection.connection.driver_connection
    raw.execute(f"PRAGMA foreign_keys = {state}")


def _migrate(path: Path) -> None:
    engine = writing_engine(path)
    lay_schema(engine)
    engine.dispose()


def _stamp(path: Path) -> None:
    connection = connect(path, writable=True)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    connection.close()


def _row_counts(path: Path) -> dict[str, int]:
    connection: RawConnection = connect(path, writable=False)
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    counts = {name: int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]) for name in names}
    connection.close()
    return counts
