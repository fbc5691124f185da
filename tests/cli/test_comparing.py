"""`compare`: what differs between two versions of the timetable, in words and as JSON."""

import json
from pathlib import Path

import pytest

from eccp_desktop.actions.unschedule_meeting import UnscheduleMeeting
from eccp_desktop.base.clock import SystemClock
from eccp_desktop.cli.program import REFUSED, run
from eccp_desktop.store.reads.hall import hall
from tests.fairs import FillFair, fair


@pytest.fixture
def event(tmp_path: Path) -> Path:
    """A fair of which a meeting was put into the tray after its timetable was made."""
    path = tmp_path / "fair.eccp"
    desk = fair(path, SystemClock(), FillFair(people=24, meetings=40, waiting=4))
    meeting = next(one for one in desk.read(hall).meetings.values() if one.seated and not one.locked)
    desk.do(UnscheduleMeeting(meeting.id, meant=True))
    desk.close()
    return path


def test_the_moments_are_listed(event: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", str(event)]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert listed[0].split() == ["0", "Now"]
    assert any("after: Fill fair" in line for line in listed)


def test_a_moment_is_compared_with_now(event: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["compare", str(event), "--json"])
    moments = json.loads(capsys.readouterr().out)["moments"]
    after = next(moment["number"] for moment in moments if "after: Fill fair" in moment["title"])
    assert run(["compare", str(event), "--then", str(after), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [one["fate"] for one in found["differences"]] == ["cancelled"]
    assert (found["unchanged"], len(found["people"])) == (39, 2)
    assert run(["compare", str(event), "--then", str(after)]) == 0
    assert "1 cancelled; 39 as they were." in capsys.readouterr().out


def test_a_number_that_is_not_in_the_list_is_refused(event: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", str(event), "--then", "99"]) == REFUSED
    assert "There is no moment 99" in capsys.readouterr().err
