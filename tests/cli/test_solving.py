"""`solve`: files of problems, without an event."""

import json
from pathlib import Path

import pytest

from eccp_desktop.cli import run
from eccp_desktop.timetable.problem import Person, Problem, Slot, Table, Wanted
from eccp_desktop.timetable.problem_json import to_json
from tests.timetable.test_brokerage import INSTANCE


def test_an_instance_is_solved(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, out = tmp_path / "small.dzn", tmp_path / "answer.json"
    path.write_text(INSTANCE.replace("[{}, {}, {1, 2}]", "[{}, {}, {}]"))
    assert run(["solve", str(path), "--json", "--out", str(out), "--seconds", "20"]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert (facts["status"], facts["objective"], facts["bound"]) == ("optimal", 1, 1)
    assert facts["slots"][:2] == [2, 3]
    assert json.loads(out.read_text()) == facts


def test_a_problem_in_json_is_solved(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    slots = (Slot("s", "2016-04-25", "am", 540, 560),)
    wanted = (Wanted("m", ("a", "b"), weight=3), Wanted("n", ("a", "c"), weight=1))
    path = tmp_path / "small.json"
    path.write_text(to_json(Problem(slots, (Table("t"),), (Person("a"), Person("b"), Person("c")), wanted)))
    assert run(["solve", str(path), "--json"]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert (facts["status"], facts["objective"], facts["slots"]) == ("optimal", 3, [1, 0])


def test_what_holds_no_problem_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty.dzn").write_text("")
    (tmp_path / "picture.json").write_bytes(b"\x89PNG\xff")
    for name in ("empty.dzn", "picture.json", "missing.dzn"):
        assert run(["solve", str(tmp_path / name)]) == 1
        assert len(capsys.readouterr().err.splitlines()) == 1
