"""Lists say once what they are divided by, go on under their headings, and fill their pages."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from eccp_desktop.documents import attendance, feedback, grid, hall_plan, impact, interpreters
from eccp_desktop.documents.attendance_view import AttendanceView
from eccp_desktop.documents.catalogue import Order
from eccp_desktop.documents.hall_plan_view import HallPlanView, SeatedTable, SlotPlan
from eccp_desktop.documents.impact_view import ImpactFigure, ImpactView
from eccp_desktop.documents.interpreters_view import InterpretedMeeting, InterpretersView
from tests.documents.examples import CHOICE, HEAD, at, attendee, partner
from tests.documents.further_examples import views
from tests.documents.reading import pages_of


def test_a_list_by_country_names_each_country_once() -> None:
    people = tuple(attendee(4) for _ in range(5))
    page = pages_of(attendance.render(AttendanceView(HEAD, people, Order.COUNTRY), CHOICE))[0]
    assert page.count("United States") == 1
    assert "country" not in page
    page = pages_of(attendance.render(AttendanceView(HEAD, people), CHOICE))[0]
    assert page.count("United States") == 5


def test_a_timetable_by_country_names_each_country_once() -> None:
    view = views("Anna Rossi", "Smart Grid Hub")["grid"]
    paper = replace(CHOICE, paper="A3")
    assert pages_of(grid.render(view, paper))[0].count("North Macedonia") == 3  # type: ignore[arg-type]  # one dictionary
    by_country = replace(view, order=Order.COUNTRY)  # type: ignore[type-var]  # as above
    assert pages_of(grid.render(by_country, paper))[0].count("North Macedonia") == 1


@pytest.mark.parametrize(("language", "words"), [("en", "continued"), ("fr", "suite"), ("de", "Fortsetzung")])
def test_the_interpreters_of_an_hour_go_on_under_it(language: str, words: str) -> None:
    start, end = at("09:20"), at("09:40")
    meetings = tuple(
        InterpretedMeeting(start, end, str(number), number, ("bg",), (partner(6),), (partner(4),), ("Rayna Stoilkova",))
        for number in range(1, 40)
    )
    pages = pages_of(interpreters.render(InterpretersView(HEAD, meetings), replace(CHOICE, language=language)))
    assert len(pages) > 1
    assert f"09:20–09:40 – {words}" not in pages[0]
    assert all(f"09:20–09:40 – {words}" in page for page in pages[1:])


def test_a_small_hall_fills_paper_that_lies_across() -> None:
    seated = tuple(SeatedTable(str(number), people=(partner(1), partner(2))) for number in range(1, 21))
    view = HallPlanView(HEAD, (SlotPlan(at("09:20"), at("09:40"), seated),), ())
    pages = PdfReader(BytesIO(hall_plan.render(view, replace(CHOICE, paper="A3")))).pages
    sizes: list[float] = []
    pages[0].extract_text(visitor_text=lambda _t, _c, _m, _font, size: sizes.append(size))
    assert len(pages) == 1
    assert max(sizes) > 20


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_all_figures_stand_on_the_first_page(paper: str) -> None:
    figures = tuple(ImpactFigure("meetings held", number) for number in range(24))
    view = ImpactView(HEAD, figures[:6], figures, (), (), (), (), (0, 0, 0, 0, 0), 0)
    assert len(pages_of(impact.render(view, replace(CHOICE, paper=paper)))) == 1


@pytest.mark.parametrize(("paper", "pages"), [("A4", 1), ("Letter", 1), ("A5", 2)])
def test_four_forms_stand_on_a_page_of_either_continent(paper: str, pages: int) -> None:
    view = views("Anna Rossi", "Smart Grid Hub")["feedback"]
    (sheet,) = view.sheets  # type: ignore[attr-defined]  # one dictionary for all views
    four = replace(view, sheets=(replace(sheet, meetings=sheet.meetings[:4]),))  # type: ignore[type-var]  # as above
    assert len(pages_of(feedback.render(four, replace(CHOICE, paper=paper)))) == pages
