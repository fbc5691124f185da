"""Erasing with a net: a backup is made before, and the copies that still hold what was erased are named and deleted on demand."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from eccp_desktop.actions.erase_people import ERASED, EraseAllPersonal, ErasePeople
from eccp_desktop.desk.backup_schedule import back_up_into, backup_folder
from eccp_desktop.desk.desk import Desk
from eccp_desktop.store.copies_of_event import copies_of_event, delete_copies, holds_people
from eccp_desktop.store.reads.erased import nameless


@dataclass(frozen=True, slots=True)
class Erased:
    """How many people were erased, the backup that was made before, and the copies that still hold them, that one first."""

    people: int
    backup: Path
    holding: tuple[Path, ...]


def erase(desk: Desk, intent: ErasePeople | EraseAllPersonal) -> Erased:
    """Make a backup that is read back, then erase. Nothing is erased where that cannot be done.

    Raises the Refusal of the intent, before the backup is made, and the Trouble of the backup.
    """
    desk.rehearse(intent)
    backup = back_up_into(desk)
    people = desk.do(intent)
    return Erased(people, backup, holding(desk))


def holding(desk: Desk) -> tuple[Path, ...]:
    """The copies known of that still say who somebody was who is erased in the event."""
    people = desk.read(nameless, ERASED)
    path = desk.file.path
    copies = copies_of_event(path, (backup_folder(path),)) if people else []
    return tuple(copy for copy in copies if holds_people(copy, people, ERASED))


def forget_copies(desk: Desk, copies: Sequence[Path]) -> Path:
    """Delete copies for good; answers the backup without the erased data that was made first, so that there is one.

    Raises Trouble where the backup cannot be made (then nothing is deleted) or a copy cannot be deleted.
    """
    fresh = back_up_into(desk)
    delete_copies(copy for copy in copies if copy != fresh)
    return fresh
