"""`erase`: by badge code or everybody, never by accident."""

import json
from pathlib import Path

import pytest

from eccp_desktop.base.clock import SystemClock
from eccp_desktop.cli import run
from eccp_desktop.desk.opening import open_desk
from eccp_desktop.store.reads.desk_list import desk_people
from tests.fairs import FillFair, fair


@pytest.fixture
def event(tmp_path: Path) -> Path:
    path = tmp_path / "fair.eccp"
    fair(path, SystemClock(), FillFair(people=6, meetings=4, waiting=1)).close()
    return path


def people(event: Path) -> dict[str, str]:
    desk = open_desk(event, SystemClock(), read_only=True)
    found = {one.code: one.name for one in desk.read(desk_people)}
    desk.close()
    return found


def test_one_person_is_erased_by_badge_code(event: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, name = next(iter(people(event).items()))
    assert run(["erase", str(event), "--who", code, "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["erased"] == 1
    (backup,) = map(Path, said["holding"])
    assert name in people(backup).values(), "the backup that was made before still holds the name, and that is said"
    assert name.encode() not in event.read_bytes()
    assert sorted(people(event).values()).count("(erased)") == 1
    assert run(["check", str(event)]) == 0


def test_everybody_is_erased_only_when_it_is_said(event: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = event.read_bytes()
    assert run(["erase", str(event)]) == 1
    assert "--all-personal" in capsys.readouterr().err
    assert event.read_bytes() == before
    assert run(["erase", str(event), "--all-personal"]) == 0
    assert "Erased: 6 people." in capsys.readouterr().out
    assert set(people(event).values()) == {"(erased)"}
    assert run(["check", str(event)]) == 0


def test_copies_that_still_hold_names_are_deleted_where_that_is_said(
    event: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (code, name), (other, _) = list(people(event).items())[:2]
    assert run(["erase", str(event), "--who", code]) == 0
    assert "1 copy still holds it" in capsys.readouterr().out
    assert run(["erase", str(event), "--who", other, "--delete-copies", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert len(said["deleted"]) == 2
    (left,) = Path(said["backups"]).glob("*.eccp")
    assert name.encode() not in left.read_bytes()
    assert run(["erase", str(event), "--who", "ZZZZZZ"]) == 1
    assert list(Path(said["backups"]).glob("*.eccp")) == [left], "no backup for what is refused"
