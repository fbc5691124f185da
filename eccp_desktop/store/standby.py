"""What readers get while a step is on its way to a slow disk."""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from time import monotonic

from sqlalchemy import Connection, Engine

from eccp_desktop.store.connection import RawConnection, SqliteError, shared_copy, shared_copy_engine

SLOW = 0.1
"""Seconds of a COMMIT from which on a disk counts as slow: longer than a window may stand still."""

WATCHED = 20
"""Steps of which the slowest says what has to be expected: a stick that stalled once will stall again."""

WORTH = 2
"""How many times as long as the copy a COMMIT has to take: who waits for the step waits for the copy too."""

FORGOTTEN = 0.9
"""What remains after a step of how long the last copy took: the laptop may have been busy then."""


class Standby:
    """SQLite keeps everybody from reading between the first and the last sync of a COMMIT, which on a slow disk is long.

    Where that has to be expected, the file is copied into memory before COMMIT, and whoever begins to read meanwhile reads
    the copy: the state before the step, which nobody was told of yet. How a step gets to the disk does not depend on it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._commits: deque[float] = deque([0.0], maxlen=WATCHED)
        self._copying = 0.0
        self._engine: Engine | None = None
        self._guard = Lock()

    def connect(self) -> Connection | None:
        """A connection to the copy; None where nobody has to read it."""
        with self._guard:
            return None if self._engine is None else self._engine.connect()

    @contextmanager
    def during_commit(self) -> Iterator[None]:
        """Inside, readers get the copy if a slow COMMIT has to be expected. For the thread that writes, in its transaction."""
        worth = max(self._commits) > max(SLOW, WORTH * self._copying)
        self._copying *= FORGOTTEN
        copy = self._copy() if worth else None
        began = monotonic()
        try:
            yield
        finally:
            self._commits.append(monotonic() - began)
            with self._guard:
                self._engine = None
                if copy is not None:
                    copy.close()  # who reads it at this moment keeps it until the end of the read

    def _copy(self) -> RawConnection | None:
        began = monotonic()
        try:
            name, copy = shared_copy(self._path)
        except (SqliteError, MemoryError):
            return None  # readers wait, as without a copy
        self._copying = monotonic() - began
        with self._guard:
            self._engine = shared_copy_engine(name)
        return copy
