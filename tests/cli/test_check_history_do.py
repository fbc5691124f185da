"""`check`, `history` and `do`: whether a file is whole, what was done, and doing it from a script."""

import json
from pathlib import Path

import pytest

from eccp_desktop.cli import run
from eccp_desktop.store.connection import connect
from tests.cli.small_fair import NEW


@pytest.fixture
def event(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "fair.eccp"
    assert run(["new", str(path), *NEW, "--tables", "3"]) == 0
    for name, organisation, side in (
        ("Anna Rossi", "Smart Grid Hub Forlì", "EU"),
        ("Emily Ross", "Battery Cluster Akron", "US"),
    ):
        words = [f"name={name}", f"organisation={organisation}", f"side={side}"]
        assert run(["do", str(path), "register-walk-in", *words]) == 0
    capsys.readouterr()
    return path


def codes(event: Path) -> list[str]:
    connection = connect(event, writable=False)
    found = [code for (code,) in connection.execute("SELECT code FROM participant ORDER BY id")]
    connection.close()
    return found


def test_a_whole_file_is_whole(event: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(event), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"ok": True, "problems": []}


def test_tables_that_were_changed_past_the_program_are_found_and_mended_from_the_journal(
    event: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    connection = connect(event, writable=True)
    connection.execute("UPDATE participant SET family_name = 'Verdi'")
    connection.execute("DELETE FROM slot")
    connection.close()
    assert run(["check", str(event), "--json"]) == 3
    assert not json.loads(capsys.readouterr().out)["ok"]
    assert run(["check", str(event), "--repair", "--json"]) == 0
    assert run(["check", str(event)]) == 0
    connection = connect(event, writable=False)
    assert connection.execute("SELECT family_name FROM participant ORDER BY id").fetchone() == ("Rossi",)
    connection.close()


def test_two_people_are_seated_from_a_script_and_history_tells_it(
    event: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    people = ",".join(codes(event))
    assert (
        run(["do", str(event), "seat-people", f"people={people}", "slot=2016-04-25 09:25", "table=2", "meant=yes"]) == 0
    )
    assert run(["do", str(event), "lock-meeting", "meeting=1"]) == 0
    capsys.readouterr()
    assert run(["history", str(event), "--meeting", "1", "--json"]) == 0
    steps = json.loads(capsys.readouterr().out)["steps"]
    assert [step["action"] for step in steps] == ["lock-meeting", "seat-people"]
    assert run(["history", str(event), "--who", codes(event)[0]]) == 0
    assert "Register walk-in (Anna Rossi)" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["dance"], "There is no action dance"),
        (["check-in"], "check-in needs who"),
        (["check-in", "who=ZZZZZZ"], "ZZZZZZ"),
        (["check-in", "who"], "who"),
        (["check-in", "whom=K7Q2M4"], "whom"),
        (["set-tables", "tables=many"], "many"),
        (["lock-meeting", "meeting=12"], "12"),
    ],
)
def test_what_cannot_be_done_is_refused_in_a_sentence(
    event: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    before = event.read_bytes()
    assert run(["do", str(event), *words]) == 1
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1
    assert event.read_bytes() == before


def test_every_action_is_listed_with_its_fields(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["do", "--list", "--json"]) == 0
    actions = json.loads(capsys.readouterr().out)
    assert actions["check-in"][0] == "who"
    assert {"edit-participant", "cancel-participation", "make-room"} <= actions.keys()
    assert len(actions) > 30


def test_a_file_that_is_no_event_is_a_trouble(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    notes = tmp_path / "notes.eccp"
    notes.write_text("not an event")
    assert run(["check", str(notes)]) == 3
    assert "is not an event file" in capsys.readouterr().err
