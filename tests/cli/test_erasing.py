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
    assert json.loads(capsys.readouterr().out)["erased"] == 1
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
