"""Interpreters in a timetable that is made, and on paper."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from eccp_desktop.actions.interpreters import AssignInterpreter, TakeInterpreterAway
from eccp_desktop.actions.lock_meeting import LockMeeting
from eccp_desktop.actions.presence import MarkGone
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.papers import Papers, PrintJob
from eccp_desktop.desk.timetabling import Mode, Proposal, Timetabling
from eccp_desktop.domain.hall import Hall
from eccp_desktop.domain.ids import MeetingId, ParticipantId
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.store.checking import problems
from eccp_desktop.store.reads.hall import hall as read_hall
from eccp_desktop.store.reads.indicators import reported_event
from eccp_desktop.ui.pages.timetable.difference import change_lines
from eccp_desktop.ui.timetable_texts import why_waiting
from tests.event_day import Ask, Seat, event_desk
from tests.interpreted_fair import Speak, interpreted

OLGA, INES, ELENI, EMILY, MARCO, LIAM = (
    *("Olga Petrou", "Ines Costa", "Eleni Doukas"),
    *("Emily Ross", "Marco Roy", "Liam Byrne"),
)


@pytest.fixture
def desk(tmp_path: Path, clock: HeldClock) -> Iterator[Desk]:
    desk = event_desk(tmp_path, clock)
    yield desk
    assert desk.read(problems) == []
    desk.close()


def hall(desk: Desk) -> Hall:
    return desk.read(read_hall)


def proposed(desk: Desk, mode: Mode = Mode.ALL) -> Proposal:
    return Timetabling(desk).generate(mode, seconds=3)


def voices(desk: Desk) -> dict[frozenset[str], list[str]]:
    found = hall(desk)
    name = {person: diary.name for person, diary in found.diaries.items()}
    return {
        frozenset(name[person] for person in meeting.people): [name[person] for person in meeting.interpreters]
        for meeting in found.meetings.values()
        if meeting.seated
    }


def ask(desk: Desk, people: dict[str, str], *pairs: tuple[str, str]) -> None:
    for one, other in pairs:
        desk.do(Ask(people[one], people[other]))


def test_whoever_shares_no_language_gets_somebody_who_speaks_both(desk: Desk) -> None:
    people = interpreted(desk, INES, OLGA)
    ask(desk, people, (ELENI, EMILY), (MARCO, LIAM), (INES, LIAM))
    proposal = proposed(desk)
    assert {line.words.partition(". ")[2] for line in change_lines(proposal)} == {
        "Interpreter: Olga Petrou",
        "Interpreter: Ines Costa",
        "",
    }
    Timetabling(desk).apply(proposal)
    assert voices(desk) == {
        frozenset({ELENI, EMILY}): [OLGA],
        frozenset({MARCO, LIAM}): [INES],
        frozenset({INES, LIAM}): [],
    }
    desk.undo()
    assert voices(desk) == {}


def test_nobody_waits_for_an_interpreter_whom_the_event_does_not_have(desk: Desk) -> None:
    people = interpreted(desk, INES)
    ask(desk, people, (ELENI, EMILY))
    proposal = proposed(desk)
    assert not proposal.unplaced
    Timetabling(desk).apply(proposal)
    assert voices(desk) == {frozenset({ELENI, EMILY}): []}


def test_an_interpreter_has_one_meeting_at_a_time_their_own_included(desk: Desk) -> None:
    """Olga alone speaks Greek, and three of five meetings she has herself."""
    people = interpreted(desk, OLGA)
    desk.do(Speak(((people[MARCO], "el"),)))
    ask(desk, people, (ELENI, EMILY), (ELENI, LIAM), (OLGA, MARCO), (OLGA, INES), (OLGA, ELENI))
    proposal = proposed(desk)
    assert not proposal.unplaced
    Timetabling(desk).apply(proposal)
    assert sorted(map(len, voices(desk).values())) == [0, 0, 0, 1, 1]
    assert len(hall(desk).diaries[ParticipantId(people[OLGA])].meetings) == 5


def test_where_all_interpreters_are_taken_the_tray_says_so(desk: Desk) -> None:
    people = interpreted(desk, OLGA)
    for slot in range(10):
        meeting = desk.do(Seat(people[MARCO], people[OLGA], slot=slot, table=1))
        desk.do(LockMeeting(MeetingId(meeting)))
    ask(desk, people, (ELENI, EMILY))
    (gap,) = proposed(desk).unplaced
    assert gap.reason is not None
    assert why_waiting(gap.reason) == "No interpreter for Greek and English is free in their common slots."


def test_meetings_that_stay_get_an_interpreter_and_nothing_else_changes(desk: Desk) -> None:
    people = interpreted(desk, OLGA)
    meeting = MeetingId(desk.do(Seat(people[ELENI], people[EMILY], slot=1, table=1)))
    desk.do(LockMeeting(meeting))
    proposal = proposed(desk, Mode.FREE)
    assert [change.meeting for change in proposal.revoiced] == [meeting]
    assert (proposal.new, proposal.moved, proposal.unplaced) == ((), (), ())
    Timetabling(desk).apply(proposal)
    assert voices(desk) == {frozenset({ELENI, EMILY}): [OLGA]}
    assert hall(desk).meetings[meeting].locked
    assert proposed(desk, Mode.FREE).changes_nothing


def test_a_repair_keeps_who_interprets(desk: Desk) -> None:
    people = interpreted(desk, OLGA)
    desk.do(Speak(((people[INES], "el"),), (people[INES],)))
    meeting = MeetingId(desk.do(Seat(people[ELENI], people[EMILY], slot=1, table=1)))
    desk.do(AssignInterpreter(meeting, ParticipantId(people[OLGA])))
    assert proposed(desk, Mode.REPAIR).changes_nothing
    desk.do(MarkGone(people[OLGA]))
    Timetabling(desk).apply(proposed(desk, Mode.REPAIR))
    assert voices(desk) == {frozenset({ELENI, EMILY}): [INES]}


def test_a_proposal_whose_interpreter_was_taken_meanwhile_is_outdated(desk: Desk) -> None:
    people = interpreted(desk, OLGA)
    meeting = MeetingId(desk.do(Seat(people[ELENI], people[EMILY], slot=1, table=1)))
    proposal = proposed(desk, Mode.FREE)
    desk.do(Seat(people[OLGA], people[INES], slot=1, table=2))
    with pytest.raises(Refusal, match="timetable_outdated"):
        Timetabling(desk).apply(proposal)
    assert hall(desk).meetings[meeting].interpreters == ()


def test_who_only_interprets_is_no_participant_of_the_report(desk: Desk) -> None:
    people = interpreted(desk, INES, OLGA)
    desk.do(Seat(people[INES], people[LIAM], slot=1, table=1))
    meeting = desk.do(Seat(people[ELENI], people[EMILY], slot=0, table=1))
    desk.do(AssignInterpreter(MeetingId(meeting), ParticipantId(people[OLGA])))
    assert len(desk.read(reported_event).facts.people) == 5, "Ines meets somebody herself, Olga does not"


def text(papers: Papers, document: str, who: str = "") -> str:
    job = PrintJob(document, (who,) if who else ())
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(papers.render(papers.prepare(job)).pdf)).pages)


def test_sheets_and_lists_say_who_interprets(desk: Desk, tmp_path: Path) -> None:
    people = interpreted(desk, INES, OLGA)
    greek = MeetingId(desk.do(Seat(people[ELENI], people[EMILY], slot=0, table=1)))
    desk.do(Seat(people[MARCO], people[LIAM], slot=0, table=2))
    desk.do(AssignInterpreter(greek, ParticipantId(people[OLGA])))
    papers = Papers(desk)
    assert "interpreter: Olga Petrou" in text(papers, "schedules", people[ELENI])
    own = text(papers, "schedules", people[OLGA])
    assert "you interpret: Greek, English" in own
    assert "Eleni Doukas" in own
    assert "Emily Ross" in own
    listed = text(papers, "interpreters")
    assert "2 meetings, 1 without an interpreter" in listed
    assert "nobody interprets at table 2" in listed
    assert OLGA in listed
    assert "Olga Petrou \nInterpreter" in text(papers, "tables")


def test_sheets_are_printed_again_when_somebody_else_interprets(desk: Desk, tmp_path: Path) -> None:
    people = interpreted(desk, INES, OLGA)
    greek = MeetingId(desk.do(Seat(people[ELENI], people[EMILY], slot=0, table=1)))
    desk.do(AssignInterpreter(greek, ParticipantId(people[OLGA])))
    papers = Papers(desk)
    papers.save(PrintJob("schedules"), tmp_path / "all.pdf")
    assert papers.stale_sheets() == ()
    desk.do(TakeInterpreterAway(greek))
    assert {sheet.person for sheet in papers.stale_sheets()} == {people[ELENI], people[EMILY], people[OLGA]}
    assert "before: interpreter: Olga Petrou" in text(papers, "schedules", people[ELENI])
    desk.undo()
    assert papers.stale_sheets() == ()
