"""The journal as it was written: every unit with its changes, in the order of each device, and whether the chain holds."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select

from eccp_desktop.store.journal.commitments import ChangeLine, UnitHeader, unit_hash
from eccp_desktop.store.rows import Change, JournalUnit


@dataclass(frozen=True, slots=True)
class WrittenUnit:
    """A unit as it lies in the file."""

    header: UnitHeader
    hash: str
    changes: tuple[ChangeLine, ...]


def _written_units(connection: Connection) -> Iterator[WrittenUnit]:
    """All units, device by device, each device's in the order of its steps."""
    lines: dict[str, list[ChangeLine]] = defaultdict(list)
    for row in connection.execute(select(Change.__table__).order_by(Change.unit_id, Change.position)).mappings():
        lines[row["unit_id"]].append(
            ChangeLine(
                position=row["position"],
                table=row["table_name"],
                row=row["row_id"],
                field=row["field"],
                saw=row["saw"],
                value=row["value"],
                salt=row["salt"],
                commitment=row["commitment"],
            )
        )
    query = select(JournalUnit.__table__).order_by(JournalUnit.device_id, JournalUnit.seq)
    for row in connection.execute(query).mappings():
        header = UnitHeader(
            id=row["id"],
            device=row["device_id"],
            seq=row["seq"],
            clock=row["clock"],
            actor=row["actor"],
            action=row["action"],
            title=row["title"],
            subject=row["subject"],
            undoes=row["undoes"],
            previous=row["previous"],
        )
        yield WrittenUnit(header, row["hash"], tuple(lines.get(row["id"], ())))


def chain_problems(connection: Connection) -> Iterator[str]:
    """Units that do not hash to what they say, do not follow the one before, or come after a gap; one sentence each."""
    before: dict[str, tuple[int, str]] = {}
    for unit in _written_units(connection):
        header = unit.header
        seq, previous = before.get(header.device, (0, ""))
        name = f"step {header.seq} ({header.title})"
        if header.seq != seq + 1:
            yield f"{name}: steps {seq + 1} to {header.seq - 1} of its laptop are missing"
        elif header.previous != previous:
            yield f"{name} does not follow the step before it"
        if unit_hash(header, unit.changes) != unit.hash:
            yield f"{name} was changed after it was written"
        for change in unit.changes:
            if not change.intact:
                yield f"{name}: the value of {change.table}.{change.field} was changed after it was written"
        before[header.device] = (header.seq, unit.hash)
