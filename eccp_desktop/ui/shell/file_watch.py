"""Notices when another program wrote into the event that this window only reads."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

INTERVAL = 2_000
"""Milliseconds between two looks. Qt's own watcher loses a file that is replaced, and says nothing on network drives."""


class FileWatch(QObject):
    """Calls back when the file's time or size is another one."""

    def __init__(self, path: Path, seen: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._seen = seen
        self._state = self._look()
        self._timer = QTimer(self, interval=INTERVAL)
        self._timer.timeout.connect(self.check)
        self._timer.start()

    def check(self) -> None:
        """Look now."""
        state = self._look()
        if state is not None and state != self._state:
            self._state = state
            self._seen()

    def _look(self) -> tuple[int, int] | None:
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size
