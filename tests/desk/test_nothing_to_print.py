"""Every document says why there is nothing on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.papers import Papers, PrintJob
from tests.desk.page_texts import texts
from tests.event_day import Guests, event_desk

EMPTY = {
    "schedules": "Nobody is registered yet.",
    "tables": "Nobody is seated at these tables yet.",
    "badges": "Nobody is registered yet.",
    "attendance": "Nobody is registered yet.",
    "hall-plan": "Nobody has a meeting in these slots yet.",
    "grid": "Nobody has a meeting in these slots yet.",
    "interpreters": "Nobody who has a meeting needs an interpreter.",
    "catalogue": "Nobody is registered yet.",
    "brief": "No country page is written yet.",
    "feedback": "Nobody has a meeting to tell about.",
    "certificates": "Nobody has been here yet.",
}


@pytest.fixture
def papers(tmp_path: Path, clock: HeldClock) -> Iterator[Papers]:
    desk = event_desk(tmp_path, clock)
    yield Papers(desk)
    desk.close()


@pytest.mark.parametrize("document", EMPTY)
def test_an_event_without_people(papers: Papers, document: str) -> None:
    entry = next(one for one in papers.catalogue if one.id == document)
    for paper in entry.papers:
        (page,) = texts(papers.draw(PrintJob(document, paper=paper)).pdf)
        assert page.endswith(EMPTY[document])


def test_what_was_asked_for_is_what_is_missing(papers: Papers) -> None:
    (page,) = texts(papers.draw(PrintJob("certificates", options={"whom": "all"})).pdf)
    assert page.endswith("Nobody is registered yet.")
    (page,) = texts(papers.draw(PrintJob("catalogue", options={"which": "all"})).pdf)
    assert page.endswith("There is no organisation yet.")


@pytest.mark.parametrize("document", ["impact", "journal", "programme", "table-signs"])
def test_what_is_there_without_people_is_printed(papers: Papers, document: str) -> None:
    assert all(texts(papers.draw(PrintJob(document)).pdf))


def test_one_person_without_meetings_has_a_sheet(papers: Papers) -> None:
    papers._desk.do(Guests(("Anna Rossi",)))
    (page,) = texts(papers.draw(PrintJob("schedules")).pdf)
    assert "Anna Rossi" in page
    assert "no meetings" in page


def test_the_journal_of_a_new_event_does_not_tell_that_its_tables_are_open(papers: Papers) -> None:
    (page,) = texts(papers.draw(PrintJob("journal")).pdf)
    assert "Create event" in page
    assert "Open" not in page
    assert "open" not in page
