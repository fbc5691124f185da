"""`schedule`: what it says, and that it keeps the contract of its keys."""

import json
from pathlib import Path

import pytest

from eccp_desktop.cli import run

PEOPLE = """First name,Last name,Email,Organisation,Country
Anna,Rossi,anna@grid.example,Smart Grid Hub,IT
Emily,Ross,emily@bio.example,Bio Cluster,US
Liam,Cole,liam@wood.example,Timber Alliance,US
Zoé,Lefèvre,zoe@photonics.example,Photonics Valley,FR
"""
REQUESTS = """From,To,Priority,Status
anna@grid.example,emily@bio.example,must,accepted
emily@bio.example,anna@grid.example,wish,open
zoe@photonics.example,liam@wood.example,wish,accepted
anna@grid.example,liam@wood.example,maybe,open
"""


@pytest.fixture
def event(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "fair.eccp"
    frame = ["--day", "2016-04-25", "--session", "09:00-09:45", "--slot", "20", "--gap", "5", "--tables", "1"]
    assert run(["new", str(path), "--name", "Fair", "--zone", "Europe/Berlin", *frame, "--sides", "EU,US"]) == 0
    for name, text in (("people.csv", PEOPLE), ("requests.csv", REQUESTS)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert run(["import", str(path), str(tmp_path / name)]) == 0
    capsys.readouterr()
    return path


def test_the_object_has_the_keys_of_the_contract(event: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schedule", str(event), "--json", "--seconds", "5"]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert (facts["placed"], facts["wanted"], facts["bound"], facts["proven"]) == (2, 3, 2, True)
    assert facts["breaks"] == facts["moved"] == 0
    (gap,) = facts["unplaced"]
    assert gap["people"] == ["Anna Rossi", "Liam Cole"]
    assert gap["meeting"] == 3
    assert gap["remedy"].startswith("One more table at 2016-04-25 09:")
    assert {"table_changes", "seconds"} <= facts.keys()


def test_scheduling_again_moves_nobody(event: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schedule", str(event), "--seconds", "5"]) == 0
    assert "2 of 3 meetings placed (no timetable places more weight)." in capsys.readouterr().out
    assert run(["schedule", str(event), "--json", "--mode", "repair"]) == 0
    again = json.loads(capsys.readouterr().out)
    assert (again["placed"], again["new"], again["moved"], again["cancelled"]) == (2, 0, 0, 0)


def test_a_dry_run_changes_nothing(event: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schedule", str(event), "--dry-run", "--seconds", "5"]) == 0
    assert run(["report", str(event), "--json"]) == 0
    text = capsys.readouterr().out
    counts = json.loads(text[text.index("{") :])["counts"]
    assert counts["meetings"]["scheduled"] == 0


def test_an_event_without_tables_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "bare.eccp"
    new = ["new", str(path), "--name", "Fair", "--zone", "Europe/Berlin", "--day", "2016-04-25"]
    assert run([*new, "--session", "09:00-10:00", "--tables", "0"]) == 0
    assert run(["schedule", str(path)]) == 1
    assert "no tables yet" in capsys.readouterr().err
