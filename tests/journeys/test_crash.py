"""The laptop dies in the middle of the morning."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from eccp_desktop.app import Program
from eccp_desktop.domain.vocabulary import Presence
from eccp_desktop.store.checking import problems
from eccp_desktop.store.reads.desk_list import desk_people
from tests.journeys.sudden_death import work_until_killed
from tests.journeys.volunteer import open_window

SCANS = 12


def test_what_was_saved_is_there_after_a_crash_and_can_be_undone(
    program: Program, event_copy: Path, qtbot: QtBot
) -> None:
    acknowledged = work_until_killed(event_copy, SCANS)
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
