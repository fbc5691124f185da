"""The frame is changed from a script by plain words: sessions by start or title, sides by name, staff by initials."""

import json
from pathlib import Path

import pytest

from eccp_desktop.base.clock import SystemClock
from eccp_desktop.cli import run
from eccp_desktop.desk.opening import open_desk
from eccp_desktop.store.reads.frame import Frame, frame
from tests.cli.small_fair import NEW


@pytest.fixture
def event(tmp_path: Path) -> Path:
    path = tmp_path / "fair.eccp"
    assert run(["new", str(path), *NEW, "--tables", "3"]) == 0
    return path


def do(event: Path, *words: str) -> int:
    return run(["do", str(event), *words])


def the_frame(event: Path) -> Frame:
    desk = open_desk(event, SystemClock(), read_only=True)
    found = desk.read(frame)
    desk.close()
    assert found is not None
    return found


def test_a_session_is_added_changed_and_removed_by_words(event: Path) -> None:
    assert do(event, "add-session", "kind=matchmaking", "day=2016-04-25", "start=14:00", "end=16:00") == 0
    seminar = ("kind=seminar", "day=2016-04-25", "start=13:00", "end=13:45", "name=Policy seminar", "room=R2")
    assert do(event, "add-session", *seminar) == 0
    assert do(event, "change-session", "session=2016-04-25 14:00", "slot_minutes=30", "gap_minutes=0") == 0
    assert do(event, "change-session", "session=policy seminar", "end=13:50") == 0
    _, found, afternoon = the_frame(event).sessions
    assert (found.title, found.room, f"{found.end:%H:%M}") == ("Policy seminar", "R2", "13:50"), "the rest stays"
    assert (afternoon.slots, afternoon.slot_minutes) == (4, 30)
    assert do(event, "remove-session", "session=Policy seminar") == 0
    assert len(the_frame(event).sessions) == 2


def test_a_day_moves_and_a_table_closes_by_words(event: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert do(event, "move-day", "day=2016-04-25", "to=2016-05-02", "--json") == 0
    assert json.loads(capsys.readouterr().out)["answer"] == []
    slots = "slots=2016-05-02 09:00,2016-05-02 09:25"
    assert do(event, "close-table-in-slots", "table=2", slots, "reason=No light") == 0
    assert [table.closed_slots for table in the_frame(event).tables] == [0, 2, 0]
    assert run(["check", str(event)]) == 0


def test_sides_and_staff_go_by_their_names(event: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert do(event, "rename-side", "side=eu", "name=Europe") == 0
    assert [side.name for side in the_frame(event).sides] == ["Europe", "US"]
    assert do(event, "add-staff", "initials=mk", "name=Maja Kos") == 0
    assert do(event, "remove-staff", "initials=XX") == 1
    assert "Nobody at the desk has the initials XX" in capsys.readouterr().err


def test_a_session_that_two_words_mean_is_refused(event: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert do(event, "change-session", "session=2016-04-25 10:00", "end=12:00") == 1
    assert "There is no single session 2016-04-25 10:00" in capsys.readouterr().err
