"""`check` finds what the database alone does not: changed values, broken chains, tables that differ from the journal."""

from pathlib import Path

import pytest

from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.opening import new_desk, open_desk
from eccp_desktop.store.checking import problems
from eccp_desktop.store.connection import connect
from tests.store.conftest import FAIR
from tests.store.walking import AddPerson, Rename


def tampered(path: Path, clock: HeldClock, statement: str) -> list[str]:
    desk = new_desk(path, clock)
    desk.do(FAIR)
    desk.do(AddPerson("Rossi"))
    desk.do(Rename(0, "Rossini"))
    desk.close()
    connection = connect(path, writable=True)
    connection.execute(statement)
    connection.close()
    desk = open_desk(path, clock)
    found = desk.read(problems)
    desk.close()
    return found


def test_a_whole_file_has_no_problems(desk: Desk) -> None:
    desk.do(AddPerson("Rossi"))
    assert desk.read(problems) == []


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("UPDATE participant SET family_name = 'Verdi'", "differs from the journal"),
        ("DELETE FROM participant", "is in the journal and not in the table"),
        ("""UPDATE change SET value = '"Verdi"' WHERE field = 'family_name'""", "was changed after it was written"),
        ("UPDATE change SET commitment = 'x' WHERE field = 'family_name'", "was changed after it was written"),
        ("UPDATE unit SET actor = 'XX'", "was changed after it was written"),
        ("DELETE FROM unit WHERE seq = 2", "are missing"),
        ("UPDATE hall_table SET number = number + 1", "differs from the journal"),
    ],
)
def test_what_was_changed_past_the_program_is_found(
    path: Path, clock: HeldClock, statement: str, sentence: str
) -> None:
    found = tampered(path, clock, statement)
    assert any(sentence in problem for problem in found), found


def test_an_erased_value_leaves_the_chain_whole(path: Path, clock: HeldClock) -> None:
    found = tampered(path, clock, "UPDATE change SET value = NULL, salt = NULL WHERE field = 'given_name'")
    assert not any("after it was written" in problem for problem in found)
