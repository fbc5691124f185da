"""Writes a unit and its changes from what the recorder caught."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from eccp_desktop.base.clock import Clock
from eccp_desktop.base.ids import new_id
from eccp_desktop.store.changes import ChangeSet
from eccp_desktop.store.journal.commitments import ChangeLine, UnitHeader, commit, new_salt, unit_hash
from eccp_desktop.store.journal.hybrid_clock import tick
from eccp_desktop.store.journal.registers import DELETED, FieldChange, Registers, changes_of_rows, standing
from eccp_desktop.store.recorder import RowChange, Value
from eccp_desktop.store.rows import Change, JournalUnit


@dataclass(frozen=True, slots=True)
class Step:
    """What a unit says of itself before it is written."""

    actor: str
    action: str
    title: str
    subject: str | None = None
    undoes: str | None = None


def write_unit(connection: Connection, device: str, step: Step, changes: list[RowChange], clock: Clock) -> ChangeSet:
    """Append a unit for these changes, which are not empty, to the device's chain; the caller commits."""
    last = connection.execute(
        select(JournalUnit.seq, JournalUnit.hash)
        .where(JournalUnit.device_id == device)
        .order_by(JournalUnit.seq.desc())
        .limit(1)
    ).one_or_none()
    latest_clock = connection.exec_driver_sql("SELECT max(clock) FROM unit").scalar() or 0
    header = UnitHeader(
        id=new_id(),
        device=device,
        seq=1 if last is None else last.seq + 1,
        clock=tick(clock.now(), latest_clock),
        actor=step.actor,
        action=step.action,
        title=step.title,
        subject=step.subject,
        undoes=step.undoes,
        previous="" if last is None else last.hash,
    )
    known = changes_of_rows(connection, [change.row for change in changes])
    lines = list(_lines(changes, known))
    connection.execute(
        insert(JournalUnit).values(
            id=header.id,
            device_id=header.device,
            seq=header.seq,
            clock=header.clock,
            actor=header.actor,
            action=header.action,
            title=header.title,
            subject=header.subject,
            undoes=header.undoes,
            previous=header.previous,
            hash=unit_hash(header, lines),
        )
    )
    connection.execute(insert(Change), [_row(header.id, line) for line in lines])
    rows: dict[str, set[str]] = {}
    for change in changes:
        rows.setdefault(change.table, set()).add(change.row)
    return ChangeSet(header.id, header.title, {table: frozenset(ids) for table, ids in rows.items()})


def _lines(changes: list[RowChange], known: Registers) -> Iterator[ChangeLine]:
    position = 0
    for change in changes:
        fields = known.get(change.row, {})
        for field, value in _set_fields(change, fields).items():
            position += 1
            text = json.dumps(value, ensure_ascii=False)
            salt = new_salt()
            yield ChangeLine(
                position=position,
                table=change.table,
                row=change.row,
                field=field,
                # Everything that arrived in this file was known to the writer; the latest has seen all before it.
                saw=standing(fields[field]).reference if field in fields else None,
                value=text,
                salt=salt,
                commitment=commit(salt, text),
            )


def _set_fields(change: RowChange, fields: Mapping[str, list[FieldChange]]) -> Mapping[str, Value]:
    if change.after is None:
        return {DELETED: True}
    if change.before is not None:
        return {name: value for name, value in change.after.items() if change.before.get(name) != value}
    if not fields:
        return {name: value for name, value in change.after.items() if value is not None}
    # A row comes back: what it had before it went must not shine through where it differs now.
    differing = {
        name: value
        for name, value in change.after.items()
        if (standing(fields[name]).value if name in fields else None) != value
    }
    return {DELETED: False, **differing}


def _row(unit: str, line: ChangeLine) -> dict[str, object]:
    return {
        "unit_id": unit,
        "position": line.position,
        "table_name": line.table,
        "row_id": line.row,
        "field": line.field,
        "saw": line.saw,
        "value": line.value,
        "salt": line.salt,
        "commitment": line.commitment,
    }
