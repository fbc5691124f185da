"""Which paper is offered first where an event takes place."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from eccp_desktop.actions.edit_event import EditEvent
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.papers import Papers, PrintJob
from tests.desk.paper_scene import GUESTS, Event
from tests.event_day import Guests, Seat, event_desk


@pytest.fixture
def event(tmp_path: Path, clock: HeldClock) -> Iterator[Event]:
    desk = event_desk(tmp_path, clock)
    people = desk.do(Guests(GUESTS))
    desk.do(Seat(people["Anna Rossi"], people["Emily Ross"], slot=0, table=1))
    yield Event(desk, Papers(desk), people)
    desk.close()


def hold_in(event: Event, country: str) -> None:
    event.desk.do(EditEvent("Fair 2016", "Europe/Berlin", country=country))


def inches(pdf: bytes) -> tuple[float, float]:
    box = PdfReader(BytesIO(pdf)).pages[0].mediabox
    return round(float(box.width) / 72, 1), round(float(box.height) / 72, 1)


@pytest.mark.parametrize("country", ["US", "CA", "MX", "CL", "PH"])
def test_where_offices_print_on_letter_every_document_begins_with_it(event: Event, country: str) -> None:
    hold_in(event, country)
    first = {entry.id: entry.papers[0] for entry in event.papers.catalogue}
    assert first["schedules"] == "Letter"
    assert first["grid"] == first["hall-plan"].replace("Letter", "Tabloid") == "Tabloid"
    assert first["certificates"] == "Letter landscape"
    assert {paper.split()[0] for id, paper in first.items() if id != "badges"} == {"Letter", "Tabloid"}
    badges = next(entry for entry in event.papers.catalogue if entry.id == "badges")
    assert "Letter" in badges.options[0].values[0][1]


@pytest.mark.parametrize("country", ["", "DE", "BR", "JP"])
def test_elsewhere_it_is_the_a_series(event: Event, country: str) -> None:
    hold_in(event, country)
    papers = {entry.papers[0].split()[0] for entry in event.papers.catalogue}
    assert papers == {"A3", "A4", "A5"}


def test_a_job_that_names_no_paper_is_drawn_on_the_countrys(event: Event) -> None:
    hold_in(event, "US")
    assert inches(event.papers.draw(PrintJob("schedules")).pdf) == (8.5, 11)
    assert inches(event.papers.draw(PrintJob("grid")).pdf) == (17, 11)
    assert inches(event.papers.draw(PrintJob("badges")).pdf) == (8.5, 11)
    assert inches(event.papers.draw(PrintJob("schedules", paper="A4")).pdf) == (8.3, 11.7)
