"""Hashes that make the journal tamper-evident and still let a value be erased.

A change is bound by sha256(salt + value): when value and salt are erased, the commitment stays and the chain of unit hashes
still verifies, while the value can no longer be guessed from it.
"""

import hashlib
import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UnitHeader:
    """What of a unit is bound by its hash."""

    id: str
    device: str
    seq: int
    clock: int
    actor: str
    action: str
    title: str
    subject: str | None
    undoes: str | None
    previous: str


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One field that a unit set. `value` is JSON text."""

    position: int
    table: str
    row: str
    field: str
    saw: str | None
    value: str | None
    salt: str | None
    commitment: str

    @property
    def intact(self) -> bool:
        """Whether the value is the one that was committed to; an erased value is."""
        return self.erased or self.commitment == commit(self.salt or "", self.value or "")

    @property
    def erased(self) -> bool:
        return self.value is None and self.salt is None


def new_salt() -> str:
    """128 random bits."""
    return secrets.token_hex(16)


def commit(salt: str, value: str) -> str:
    """sha256 of salt and value, as hexadecimal text."""
    return hashlib.sha256((salt + value).encode()).hexdigest()


def unit_hash(header: UnitHeader, changes: Iterable[ChangeLine]) -> str:
    """sha256 over the header and, of each change, its place and commitment."""
    lines: list[object] = [
        [header.id, header.device, header.seq, header.clock, header.actor, header.action, header.title],
        [header.subject, header.undoes, header.previous],
    ]
    lines.extend([line.position, line.table, line.row, line.field, line.saw, line.commitment] for line in changes)
    return hashlib.sha256(json.dumps(lines, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()
