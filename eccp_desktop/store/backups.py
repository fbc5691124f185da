"""Backups through SQLite's own backup call: opened and verified before they count, thinned as they age."""

import os
from datetime import UTC, datetime, timedelta
from errno import ENOSPC
from pathlib import Path

from eccp_desktop.base.clock import Clock
from eccp_desktop.base.trouble import Trouble
from eccp_desktop.store.connection import SqliteError, connect, copy_gently
from eccp_desktop.store.schema import APPLICATION_ID, schema_version

LATEST_KEPT = 20
DAYS_KEPT = 14
WEEKS_KEPT = 26

_STAMP = "%Y%m%dT%H%M%S%f"


def back_up(path: Path, folder: Path, clock: Clock) -> Path:
    """Copy an event file into a folder under a name with the UTC time; answers the copy.

    Safe while the file is being written. Raises Trouble where the folder cannot be written or the copy does not verify; a
    copy that does not verify is not kept.
    """
    stem = f"{path.stem}.{clock.now().astimezone(UTC).strftime(_STAMP)}"
    target = folder / f"{stem}.eccp"
    part = folder / f"{stem}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        source = connect(path, writable=False)
        # The whole copy goes to the disk below; until then nobody who writes the event waits for a slow stick.
        copy = connect(part, writable=True, pragmas={"synchronous": "OFF"})
        try:
            copy_gently(source, copy)
        finally:
            copy.close()
            source.close()
        _verify(part)
        _sync(part)
        os.replace(part, target)
    except (SqliteError, OSError) as error:
        if part.is_file():
            part.unlink()
        stick = "Put in the stick again, or see whether the folder can be written."
        raise Trouble(
            f"No backup could be made in {folder} ({error}).",
            f"{path.name} itself is safe.",
            "Make room on that disk." if _is_full(error) else stick,
        ) from error
    _thin(path.stem, folder)
    return target


def _is_full(error: Exception) -> bool:
    return "disk is full" in str(error) or (isinstance(error, OSError) and error.errno == ENOSPC)


def backups(path: Path, folder: Path) -> list[tuple[datetime, Path]]:
    """The backups of an event file in a folder with the UTC times of their making, latest first."""
    found = []
    for copy in folder.glob(f"{_escaped(path.stem)}.*.eccp"):
        made = _made(copy)
        if made is not None and copy.name == f"{path.stem}.{made.strftime(_STAMP)}.eccp":
            found.append((made, copy))
    return sorted(found, reverse=True)


def restore(backup: Path, path: Path, clock: Clock) -> Path | None:
    """Put a backup in the place of an event file that nobody has open; answers where the replaced file was put, if there was one.

    The restored file belongs to no incarnation: whoever writes it next does so under a new one.
    """
    schema_version(backup)
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    source = connect(backup, writable=False)
    copy = connect(part, writable=True)
    source.backup(copy)
    copy.execute("UPDATE this_copy SET device_id = NULL")
    copy.close()
    source.close()
    _verify(part)
    _sync(part)
    aside = None
    if path.exists():
        aside = path.with_name(f"{path.stem}.replaced-{clock.now().astimezone(UTC).strftime(_STAMP)}.eccp")
        os.replace(path, aside)
    os.replace(part, path)
    return aside


def _verify(copy: Path) -> None:
    connection = connect(copy, writable=False)
    try:
        sound = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        ours = connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    finally:
        connection.close()
    if not (sound and ours):
        raise OSError("the copy does not read back")


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _thin(stem: str, folder: Path) -> None:
    """Keep the latest, the first of each of the last days, and the first of each of the last weeks."""
    found = backups(folder / f"{stem}.eccp", folder)
    keep = {copy for _, copy in found[:LATEST_KEPT]}
    if found:
        latest = found[0][0]
        first_of_day: dict[object, Path] = {}
        first_of_week: dict[object, Path] = {}
        for made, copy in found:
            if latest - made <= timedelta(days=DAYS_KEPT):
                first_of_day[made.date()] = copy
            if latest - made <= timedelta(weeks=WEEKS_KEPT):
                first_of_week[made.isocalendar()[:2]] = copy
        keep |= set(first_of_day.values()) | set(first_of_week.values())
    for _, copy in found:
        if copy not in keep:
            copy.unlink(missing_ok=True)


def _made(copy: Path) -> datetime | None:
    try:
        return datetime.strptime(copy.name.split(".")[-2], _STAMP).replace(tzinfo=UTC)
    except (ValueError, IndexError):
        return None


def _escaped(stem: str) -> str:
    return "".join(f"[{character}]" if character in "*?[" else character for character in stem)
