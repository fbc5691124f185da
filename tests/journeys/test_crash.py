"""The laptop dies in the middle of the morning."""

import os
import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from eccp_desktop.app import Program
from eccp_desktop.domain.vocabulary import Presence
from eccp_desktop.store.checking import problems
from eccp_desktop.store.reads.desk_list import desk_people
from tests.journeys.volunteer import open_window

ROOT = Path(__file__).resolve().parent.parent.parent
SCANS = 12


def test_what_was_saved_is_there_after_a_crash_and_can_be_undone(
    program: Program, event_copy: Path, qtbot: QtBot
) -> None:
    acknowledged = work_until_killed(event_copy)
    volunteer = open_window(program, event_copy, qtbot)
    assert not volunteer.desk.file.read_only, "nobody holds the file any more"
    lines = volunteer.history
    assert set(acknowledged) <= {line.unit for line in lines}
    assert volunteer.desk.read(problems) == []
    scans = [line for line in lines if line.title == "Check in"]
    assert len(scans) in (SCANS, SCANS + 1), "one may have been saved that nobody was told of any more"
    here = [person for person in volunteer.desk.read(desk_people) if person.presence is Presence.HERE]
    assert {person.name for person in here} == {line.about for line in scans}
    for _ in scans:
        volunteer.undoes()
    assert all(person.presence is Presence.EXPECTED for person in volunteer.desk.read(desk_people))


def work_until_killed(event: Path) -> list[str]:
    """Let a window of its own process work, and kill it at a step; answers the units that it said were saved."""
    command = [sys.executable, "-m", "tests.journeys.living_window", str(event)]
    acknowledged = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, text=True, env=os.environ) as window:
        assert window.stdout is not None
        for line in window.stdout:
            acknowledged.append(line.strip())
            if len(acknowledged) == SCANS:
                window.kill()
                break
    assert len(acknowledged) == SCANS, "the window ended by itself"
    return acknowledged
