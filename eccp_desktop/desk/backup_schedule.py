"""When backups are made: at start, at close, every quarter of an hour if something changed, and before danger.

They bear the true time, also in a rehearsal: the latest one has to be the latest one.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from eccp_desktop.base.clock import unmoved
from eccp_desktop.base.trouble import Trouble
from eccp_desktop.desk.desk import Desk
from eccp_desktop.store.backups import back_up, backups
from eccp_desktop.store.changes import ChangeSet

INTERVAL = timedelta(minutes=15)


def backup_folder(path: Path) -> Path:
    """The folder beside an event file in which its backups lie."""
    return path.parent / f"{path.stem} backups"


def backups_of(desk: Desk) -> list[tuple[datetime, Path]]:
    """The backups beside an event with the UTC times of their making, latest first."""
    return backups(desk.file.path, backup_folder(desk.file.path))


def back_up_into(desk: Desk, folder: Path | None = None) -> Path:
    """Make a backup now, beside the event or in another folder (on a stick); answers the copy. Raises Trouble as `back_up`."""
    return back_up(desk.file.path, folder or backup_folder(desk.file.path), unmoved(desk.file.clock))


class BackupSchedule:
    """Keeps the backups of an open event in one or several folders (a stick, where there is one)."""

    def __init__(self, desk: Desk, folders: Sequence[Path] | None = None) -> None:
        self._desk = desk
        self._clock = unmoved(desk.file.clock)
        self.folders = tuple(folders) if folders is not None else (backup_folder(desk.file.path),)
        self._changed = False
        self._looked: int | None = None
        """When the folder was changed last that was looked into, in nanoseconds."""
        self._last: datetime | None = None
        desk.listen(self._note)

    @property
    def last(self) -> datetime | None:
        """When the latest backup was made (UTC), or None; one that somebody made by hand counts."""
        folder = self.folders[0]
        try:
            changed = folder.stat().st_mtime_ns
        except OSError:
            changed = None  # there is no folder before the first backup
        if changed != self._looked:
            self._looked = changed
            self._last = max((made for made, _ in backups(self._desk.file.path, folder)), default=None)
        return self._last

    def make(self) -> list[Path]:
        """Make a backup in every folder, now. Raises Trouble where none of them could be written."""
        made, trouble = [], None
        for folder in self.folders:
            try:
                made.append(back_up(self._desk.file.path, folder, self._clock))
            except Trouble as error:
                trouble = error
        if not made and trouble is not None:
            raise trouble
        self._changed, self._looked = False, None
        return made

    def make_if_due(self) -> list[Path]:
        """Make a backup where something changed and the latest is a quarter of an hour old."""
        now = self._clock.now()
        due = self.last is None or now - self.last >= INTERVAL
        return self.make() if self._changed and due else []

    def make_if_changed(self) -> list[Path]:
        """Make a backup where something changed since the latest, as at the close."""
        return self.make() if self._changed or self.last is None else []

    def _note(self, _: ChangeSet) -> None:
        self._changed = True
