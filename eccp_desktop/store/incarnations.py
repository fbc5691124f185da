"""Which installation writes: an id kept in the file and, beside it, on the laptop.

Only where both agree does a laptop go on under its id. A restored backup, a copied or a moved file becomes a new incarnation,
so that two histories never run under one id.
"""

import json
import socket
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, insert, select, update

from eccp_desktop.base.clock import Clock
from eccp_desktop.base.ids import new_id
from eccp_desktop.store.rows import Device, JournalUnit, ThisCopy

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Incarnation:
    """A device id under which this laptop may write into this file."""

    id: str
    letter: str
    name: str


class Incarnations:
    """What this laptop remembers of the files that it wrote: one small file an incarnation, under its config folder."""

    def __init__(self, folder: Path, device_name: str | None = None) -> None:
        self._folder = folder / "incarnations"
        self.device_name = device_name or socket.gethostname() or "laptop"

    def agree(self, device: str, path: Path, last_seq: int) -> bool:
        """Whether this laptop wrote this very file last under this id, and the file is not older than that."""
        try:
            known = json.loads(self._file(device).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return False
        return bool(known.get("path") == str(path.resolve()) and known.get("seq", 0) <= last_seq)

    def remember(self, device: str, path: Path, last_seq: int) -> None:
        """Note how far this incarnation has come in this file.

        Where the note cannot be written it is let be: the step itself is on the disk already, and a note that lags behind
        or is missing costs a new letter at most.
        """
        target = self._file(device)
        scratch = target.with_suffix(".part")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            scratch.write_text(json.dumps({"path": str(path.resolve()), "seq": last_seq}), encoding="utf-8")
            scratch.replace(target)
        except OSError:
            return

    def _file(self, device: str) -> Path:
        return self._folder / f"{device}.json"


def incarnation_for(connection: Connection, path: Path, incarnations: Incarnations, clock: Clock) -> Incarnation:
    """The incarnation to write under: the one in the file where both sides agree, else a new one."""
    current = connection.execute(select(ThisCopy.device_id)).scalar_one()
    if current is not None:
        found = connection.execute(select(Device.id, Device.letter, Device.name).where(Device.id == current)).one()
        if incarnations.agree(found.id, path, last_seq(connection, found.id)):
            return Incarnation(found.id, found.letter, found.name)
    return _new(connection, incarnations, clock)


def last_seq(connection: Connection, device: str) -> int:
    """Number of the device's latest unit, 0 before its first."""
    query = select(JournalUnit.seq).where(JournalUnit.device_id == device).order_by(JournalUnit.seq.desc()).limit(1)
    return connection.execute(query).scalar() or 0


def _new(connection: Connection, incarnations: Incarnations, clock: Clock) -> Incarnation:
    letters = set(connection.execute(select(Device.letter)).scalars())
    free = [letter for letter in _LETTERS if letter not in letters]
    letter = free[0] if free else f"Z{len(letters)}"
    made = Incarnation(new_id(), letter, incarnations.device_name)
    connection.execute(insert(Device).values(id=made.id, letter=made.letter, name=made.name, since=clock.now()))
    connection.execute(update(ThisCopy).values(device_id=made.id))
    return made
