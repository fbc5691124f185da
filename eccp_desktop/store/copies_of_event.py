"""Copies of an event file that lie about, and whether they still hold what was erased in it."""

import json
from collections.abc import Collection, Iterable
from pathlib import Path

from eccp_desktop.base.trouble import Trouble
from eccp_desktop.store.backups import backups
from eccp_desktop.store.connection import RawConnection, SqliteError, connect

_AT_ONCE = 500


def copies_of_event(path: Path, folders: Iterable[Path]) -> list[Path]:
    """The backups of an event in these folders, latest first, and what a restore or a newer format left beside it."""
    found = [copy for folder in folders for _, copy in backups(path, folder)]
    beside = (*path.parent.glob("*.replaced-*.eccp"), *path.parent.glob("*.format-*.eccp"))
    return [*found, *sorted(copy for copy in beside if copy.name.startswith(f"{path.stem}."))]


def holds_people(copy: Path, people: Collection[str], erased: str) -> bool:
    """Whether a copy says who one of these people (ids) is or was; `erased` is what stands for the name of one who is erased.

    A copy that cannot be read may hold anybody.
    """
    try:
        connection = connect(copy, writable=False)
        try:
            return any(_holds(connection, ids, json.dumps(erased)) for ids in _batches(sorted(people)))
        finally:
            connection.close()
    except SqliteError:
        return True


def delete_copies(copies: Iterable[Path]) -> list[Path]:
    """Delete copies for good; answers them. Raises Trouble where one cannot be deleted."""
    deleted: list[Path] = []
    for copy in copies:
        try:
            copy.unlink()
        except OSError as error:
            raise Trouble(
                f"{copy.name} cannot be deleted ({error.strerror or error}).",
                f"The event itself is safe; {len(deleted)} copies were deleted before it.",
                f"Close whatever has it open, or delete it in {copy.parent}.",
            ) from error
        deleted.append(copy)
    return deleted


def _holds(connection: RawConnection, people: list[str], erased: str) -> bool:
    marks = ", ".join("?" * len(people))
    query = f"SELECT 1 FROM change WHERE row_id IN ({marks}) AND field = 'family_name' AND value <> ? LIMIT 1"
    return connection.execute(query, (*people, erased)).fetchone() is not None


def _batches(people: list[str]) -> list[list[str]]:
    return [people[at : at + _AT_ONCE] for at in range(0, len(people), _AT_ONCE)]
