"""Which step the next undo and the next redo mean. It is read off the journal, so it survives a restart."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from eccp_desktop.store.rows import JournalUnit

FINAL = frozenset({"erase-people", "erase-all-personal"})
"""Intents that cannot be undone; older steps still can, as far as what they changed was not erased."""


@dataclass(frozen=True, slots=True)
class UndoableUnit:
    """A unit that can be undone (or, itself an undo, redone)."""

    id: str
    title: str
    subject: str | None


@dataclass(frozen=True, slots=True)
class _Standing:
    unit: UndoableUnit
    depth: int
    """0 a step, 1 its undo, 2 the redo of that, ..."""
    final: bool
    """Whether it took values out of the journal, so that nothing is there to be written back."""


def next_undo(connection: Connection) -> UndoableUnit | None:
    """The latest step, or redo of one, that still stands and can be taken back."""
    standing = _standing_units(connection)
    return next((entry.unit for entry in standing if entry.depth % 2 == 0 and not entry.final), None)


def next_redo(connection: Connection) -> UndoableUnit | None:
    """The latest undo that still stands, unless a step was made since."""
    for entry in _standing_units(connection):
        if entry.depth == 0:
            return None
        if entry.depth % 2 == 1:
            return entry.unit
    return None


def _standing_units(connection: Connection) -> list[_Standing]:
    """Units that no standing unit undoes, latest first."""
    rows = connection.execute(
        select(JournalUnit.id, JournalUnit.title, JournalUnit.subject, JournalUnit.undoes, JournalUnit.action).order_by(
            JournalUnit.number
        )
    ).all()
    depth: dict[str, int] = {}
    for row in rows:
        depth[row.id] = 0 if row.undoes is None else depth.get(row.undoes, 0) + 1
    undone: set[str] = set()
    found = []
    for row in reversed(rows):
        if row.id in undone:
            continue
        if row.undoes is not None:
            undone.add(row.undoes)
        found.append(_Standing(UndoableUnit(row.id, row.title, row.subject), depth[row.id], row.action in FINAL))
    return found
