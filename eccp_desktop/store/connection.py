"""Connections to an event file, all through one SQLite: the one in the sqlcipher3 wheel.

Never a second SQLite library on a live file in one process: closing its handle would drop our POSIX locks.
"""

from pathlib import Path, PurePath
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import NullPool, QueuePool, StaticPool
from sqlcipher3 import dbapi2

from eccp_desktop.base.ids import new_id

BUSY_MILLISECONDS = 5_000

WRITING = {
    "journal_mode": "DELETE",
    # EXTRA syncs the folder after the rollback journal is deleted; FULL lost acknowledged steps in power-loss images.
    "synchronous": "EXTRA",
    "secure_delete": "ON",
    # An import holds its pages in memory until COMMIT, so that readers are kept out for milliseconds only.
    "cache_spill": "OFF",
    "foreign_keys": "ON",
    "temp_store": "MEMORY",
}
READING = {"query_only": "ON", "foreign_keys": "ON"}

COPYING = {"cache_size": "10"}
"""Pages that are read once need no cache: making room for them takes longer than reading them."""

COPIED_AT_ONCE = 1_000
"""Pages after which a copy lets the writer in."""

RawConnection = Any  # Any: sqlcipher3 carries no types
SqliteError = dbapi2.DatabaseError


def connect(path: Path | str, *, writable: bool, pragmas: dict[str, str] | None = None) -> RawConnection:
    """A bare connection in autocommit mode; `writable` also creates the file. Errors are sqlcipher3's.

    One that only reads still opens the file for writing where the system lets it: after a crash the first to come rolls the
    unfinished step back. `query_only` (READING) keeps it from writing anything else.
    """
    if str(path) == ":memory:":
        return _opened(":memory:", pragmas)
    mode = "rwc" if writable else "rw"
    return _opened(f"{address_of(Path(path).resolve())}?mode={mode}", pragmas)


def address_of(path: PurePath) -> str:
    """The SQLite URI of an absolute path. SQLite takes no host in it, so the server of a shared folder goes into the path."""
    address = path.as_uri()
    return address if address.startswith("file:///") else address.replace("file://", "file:////", 1)


def _opened(address: str, pragmas: dict[str, str] | None) -> RawConnection:
    """`address` is an SQLite URI, or `:memory:`."""
    connection = dbapi2.connect(address, uri=True, isolation_level=None, check_same_thread=False)
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
    for name, value in (pragmas or {}).items():
        connection.execute(f"PRAGMA {name} = {value}")
    return connection


def writing_engine(path: Path | str) -> Engine:
    """An engine over one single connection whose every transaction begins IMMEDIATE."""
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: connect(path, writable=True, pragmas=WRITING),
        poolclass=StaticPool,
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:  # Any: SQLAlchemy's event signature
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        # Rows of one step may arrive in any order; the keys are checked at COMMIT.
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")

    return engine


def reading_engine(path: Path) -> Engine:
    """An engine over a few read-only connections; a transaction sees one state of the file from its first read on."""
    return _whole_reads(
        create_engine(
            "sqlite://",
            module=dbapi2,
            creator=lambda: connect(path, writable=False, pragmas=READING),
            poolclass=QueuePool,
            pool_size=4,
            max_overflow=4,
        )
    )


def shared_copy(path: Path) -> tuple[str, RawConnection]:
    """A copy of the file in memory that other connections of this program can open by its name (`shared_copy_engine`), and
    the connection that keeps it alive."""
    name = f"file:/{new_id()}?vfs=memdb"
    copy = _opened(name, COPYING)
    source = connect(path, writable=False, pragmas=COPYING)
    try:
        source.backup(copy)
    finally:
        source.close()
    return name, copy


def shared_copy_engine(name: str) -> Engine:
    """An engine over read-only connections to a shared copy, each closed after its use."""
    return _whole_reads(
        create_engine("sqlite://", module=dbapi2, creator=lambda: _opened(name, READING), poolclass=NullPool)
    )


def _whole_reads(engine: Engine) -> Engine:
    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:  # Any: SQLAlchemy's event signature
        connection.exec_driver_sql("BEGIN")

    return engine


def copying_engine(path: Path) -> Engine:
    """An engine whose every connection is a copy of the file in memory, as the file is when it is opened."""
    return create_engine("sqlite://", module=dbapi2, creator=lambda: _copy_of(path), poolclass=NullPool)


def copy_gently(source: RawConnection, target: RawConnection) -> None:
    """Copy a database through SQLite's own call, piece by piece, so that a step is never kept from the disk for long."""
    source.backup(target, pages=COPIED_AT_ONCE, sleep=0.002)


def _copy_of(path: Path) -> RawConnection:
    copy = connect(":memory:", writable=True)
    source = connect(path, writable=False, pragmas=COPYING)
    try:
        copy_gently(source, copy)
    finally:
        source.close()
    return copy
