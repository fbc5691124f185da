"""One writing program per file: an operating-system lock beside it that names who has it, and that a crash releases."""

import json
import os
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

_LOCKED_BYTE = 1 << 30
"""Far behind the text, because Windows keeps others from reading a locked byte."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a file open for writing. `since` is local wall time of that laptop, for people to read."""

    device: str
    actor: str
    since: str


class FileLock:
    """The lock of an event file; taken by `take`, given back by `release` or by the end of the process."""

    def __init__(self, event_file: Path) -> None:
        self.path = event_file.with_name(event_file.name + ".lock")
        self._file: IO[str] | None = None

    def take(self, holder: Holder) -> Holder | None:
        """Take the lock and answer None, or answer who has it."""
        file = open(self.path, "a+", encoding="utf-8")  # noqa: SIM115  the lock lives as long as the file is open
        if not _try_lock(file):
            file.seek(0)
            text = file.read()
            file.close()
            return _read_holder(text)
        file.seek(0)
        file.truncate()
        file.write(json.dumps(asdict(holder)))
        file.flush()
        self._file = file
        return None

    def release(self) -> None:
        """Give the lock back. The file beside the event goes where nobody else has taken it meanwhile."""
        if self._file is None:
            return
        if sys.platform != "win32":
            # While we still hold it: nobody else's lock file can be meant.
            self.path.unlink(missing_ok=True)
        self._file.close()
        self._file = None
        if sys.platform == "win32":
            try:
                self.path.unlink(missing_ok=True)
            except PermissionError:
                return


def _read_holder(text: str) -> Holder:
    try:
        found = json.loads(text)
        return Holder(str(found["device"]), str(found["actor"]), str(found["since"]))
    except (ValueError, KeyError, TypeError):
        return Holder("another program", "", "")


if sys.platform == "win32":
    import msvcrt

    def _try_lock(file: IO[str]) -> bool:
        file.seek(_LOCKED_BYTE)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(file: IO[str]) -> bool:
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        # Somebody may have unlinked the name between our open and our lock.
        try:
            return os.fstat(file.fileno()).st_ino == os.stat(file.name).st_ino
        except FileNotFoundError:
            return False
