"""Who people are is erased for good, and no figure changes by it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from eccp_desktop.actions.edit_people import EditParticipant
from eccp_desktop.actions.edit_staff import AddStaff
from eccp_desktop.actions.edit_tables import SetTables
from eccp_desktop.actions.erase_people import ERASED, EraseAllPersonal, ErasePeople
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.papers import Papers, PrintJob
from eccp_desktop.desk.reporting import report_on
from eccp_desktop.domain.ids import ParticipantId
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.store.checking import problems
from eccp_desktop.store.reads.hall import hall
from eccp_desktop.store.reads.indicators import reported_event
from tests.fairs import FillFair, fair


@pytest.fixture
def desk(tmp_path: Path, clock: HeldClock) -> Iterator[Desk]:
    desk = fair(tmp_path / "fair.eccp", clock, FillFair(people=16, meetings=20, waiting=2))
    Papers(desk).save(PrintJob("schedules"), tmp_path / "schedules.pdf")
    yield desk
    desk.close()


def figures(desk: Desk) -> dict[str, object]:
    return report_on([desk.read(reported_event)]).counts


def names(desk: Desk) -> list[str]:
    return [diary.name for diary in desk.read(hall).diaries.values()]


def seated(desk: Desk) -> ParticipantId:
    """Somebody who has a meeting."""
    return next(meeting.people[0] for meeting in desk.read(hall).meetings.values() if meeting.seated)


def test_somebody_is_nobody_afterwards_in_every_byte_of_the_file(desk: Desk) -> None:
    person = seated(desk)
    name = desk.read(hall).diaries[person].name
    desk.do(EditParticipant(person, "Wilhelmina", "Achterberg", email="mina@achterberg.example", phone="+31 555 0199"))
    desk.do(EditParticipant(person, "Wilhelmina", "Achterberg", notes="Sits near the door"))
    before = figures(desk)
    assert b"Achterberg" in desk.file.path.read_bytes()
    assert desk.do(ErasePeople((person,))) == 1
    content = desk.file.path.read_bytes()
    for word in ("Achterberg", "Wilhelmina", "achterberg.example", "555 0199", "near the door", name):
        assert word.encode() not in content, word
    assert desk.read(hall).diaries[person].name == ERASED
    assert figures(desk) == before
    assert desk.read(problems) == []


def test_it_is_not_undone_and_what_was_done_before_still_is(desk: Desk) -> None:
    person = seated(desk)
    desk.do(SetTables(30))
    desk.do(ErasePeople((person,)))
    assert desk.undo().title == "Change number of tables"
    assert desk.read(hall).diaries[person].name == ERASED
    assert desk.redo().title == "Change number of tables"


def test_a_step_whose_values_are_gone_is_refused(desk: Desk) -> None:
    person = seated(desk)
    desk.do(EditParticipant(person, "Wilhelmina", "Achterberg"))
    desk.do(ErasePeople((person,)))
    with pytest.raises(Refusal, match="changed_since"):
        desk.undo()
    assert desk.read(problems) == []


def test_everybody_is_erased_and_the_figures_stay(desk: Desk) -> None:
    before, people = figures(desk), names(desk)
    desk.do(AddStaff("MKO", "Majastina Kosmatka"))
    assert desk.do(EraseAllPersonal()) == 16
    assert set(names(desk)) == {ERASED}
    content = desk.file.path.read_bytes()
    for name in (*people, "Majastina"):
        assert name.encode() not in content, name
    assert figures(desk) == before
    assert desk.read(problems) == []


def test_erasing_nobody_is_refused(desk: Desk) -> None:
    with pytest.raises(Refusal, match="nobody_to_erase"):
        desk.do(ErasePeople(()))
    with pytest.raises(Refusal, match="nobody_has_code"):
        desk.do(ErasePeople(("ZZZZZZ",)))
