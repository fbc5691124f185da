"""Proves that a file is whole: the database, the chain of the journal, the replay, and the rules."""

from collections.abc import Iterator

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from eccp_desktop.store.hall import read_hall
from eccp_desktop.store.journal.chain import chain_problems
from eccp_desktop.store.journal.replay import differences, dump, replayed


def problems(connection: Connection) -> list[str]:
    """Everything that is wrong with a file, one sentence each; empty where it is whole."""
    damage = list(_integrity(connection))
    if damage:
        # What follows would only repeat in other words that the pages cannot be read.
        return damage
    return [*_references(connection), *chain_problems(connection), *_replay(connection), *_rules(connection)]


def _integrity(connection: Connection) -> Iterator[str]:
    try:
        for (line,) in connection.exec_driver_sql("PRAGMA integrity_check"):
            if line != "ok":
                yield f"database: {line}"
    except DBAPIError as error:
        yield f"database: {error.orig}"


def _references(connection: Connection) -> Iterator[str]:
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"{table} row {row} names a {parent} that does not exist"


def _replay(connection: Connection) -> Iterator[str]:
    try:
        expected = replayed(connection)
    except Exception as error:  # whatever the database refuses is the finding
        yield f"the journal cannot be replayed: {error}"
        return
    yield from differences(dump(connection), expected)


def _rules(connection: Connection) -> Iterator[str]:
    """Nobody twice in a slot and no table twice, counted here and not by the indexes that guard them."""
    hall = read_hall(connection)
    people: dict[tuple[str, str], int] = {}
    tables: dict[tuple[str, str], int] = {}
    for meeting in hall.meetings.values():
        if not meeting.seated:
            continue
        if meeting.slot is None or meeting.table is None:
            yield f"meeting {meeting.number} is {meeting.state} and has no seat"
            continue
        if len(meeting.people) < 2:
            yield f"meeting {meeting.number} has fewer than two people"
        for person in meeting.everybody:
            other = people.setdefault((person, meeting.slot), meeting.number)
            if other != meeting.number:
                yield f"{hall.diaries[person].name} is in meetings {other} and {meeting.number} at once"
        other = tables.setdefault((meeting.table, meeting.slot), meeting.number)
        if other != meeting.number:
            yield f"table {hall.tables[meeting.table].number} holds meetings {other} and {meeting.number} at once"
