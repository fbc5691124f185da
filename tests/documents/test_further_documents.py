"""The documents of the whole event, the forms and the certificates."""

from dataclasses import dataclass, replace
from importlib import import_module

import pytest
from hypothesis import given, settings

from eccp_desktop.documents.blocks import Gap
from eccp_desktop.documents.catalogue import document, renderer
from eccp_desktop.documents.charts import Bar, as_svg, bars
from eccp_desktop.documents.feedback_form import RESULTS, meeting_code
from eccp_desktop.documents.flow import Entry, Flow, Section, pages_of
from eccp_desktop.documents.sheet import Sheet
from eccp_desktop.domain.vocabulary import ContactResult
from tests.documents.examples import CHOICE, HEAD
from tests.documents.further_examples import views
from tests.documents.names import names
from tests.documents.reading import bookmarks_of, faults, measured
from tests.documents.reading import pages_of as texts_of

IDS = sorted(views("Anna Rossi", "Smart Grid Hub Forlì"))


@pytest.mark.parametrize("id", IDS)
@settings(max_examples=12, deadline=None)
@given(text=names(), other=names())
def test_documents_hold_any_text(id: str, text: str, other: str) -> None:
    entry = document(id)
    draw = import_module(f"eccp_desktop.documents.{entry.module}").draw
    for paper in entry.papers:
        sheet = measured()
        draw(sheet, views(text, other)[id], replace(CHOICE, paper=paper, language="de"))
        assert faults(sheet) == []


@pytest.mark.parametrize("id", IDS)
def test_the_same_view_gives_the_same_bytes(id: str) -> None:
    render, choice = renderer(document(id)), replace(CHOICE, paper=document(id).papers[0])
    view = views("Anna Rossi", "Smart Grid Hub Forlì")[id]
    assert render(view, choice) == render(view, choice)


@pytest.mark.parametrize("id", IDS)
def test_every_page_says_what_it_belongs_to(id: str) -> None:
    view = views("Anna Rossi", "Smart Grid Hub Forlì")[id]
    pdf = renderer(document(id))(view, replace(CHOICE, paper=document(id).papers[0]))
    assert all("EU-US Cluster Matchmaking 2016" in page for page in texts_of(pdf))
    assert bookmarks_of(pdf)


def test_the_index_of_the_catalogue_names_the_page_of_each_profile() -> None:
    view = views("Aqua Cluster Akron", "Offers")["catalogue"]
    many = replace(view, profiles=view.profiles * 9)
    many = replace(many, profiles=tuple(replace(one, name=f"Cluster {n:02}") for n, one in enumerate(many.profiles)))
    pages = texts_of(renderer(document("catalogue"))(many, CHOICE))
    index = next(number for number, page in enumerate(pages) if "Index" in page)
    for number in range(18):
        page = int(" ".join(pages[index:]).split(f"Cluster {number:02} North Macedonia ")[1].split()[0])
        assert f"Cluster {number:02}" in pages[page - 1]


def test_a_form_can_be_scanned_and_offers_the_five_results() -> None:
    assert meeting_code(12) == "M12"
    assert list(RESULTS) == [result.value for result in ContactResult]


@dataclass(frozen=True, slots=True)
class Box:
    """Something of a height."""

    height: float

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        sheet.frame(left, top, 10, self.height)


def test_no_page_begins_with_white_space() -> None:
    flow = Flow(HEAD, CHOICE)
    entries = (Entry(Box(flow.room() - 5)), Entry(Gap(30)), Entry(Box(30)))
    pages = flow.laid([Section("List", entries)])
    assert [entry.block.height for entry, _, _ in pages[1].placed] == [30]


def test_entries_that_stay_together_begin_a_page_together() -> None:
    flow = Flow(HEAD, CHOICE)
    room = flow.room()
    entries = (Entry(Box(room - 50), key="a"), Entry(Box(30), keep=True, key="b"), Entry(Box(30), key="c"))
    assert pages_of(flow.laid([Section("List", entries)])) == {"a": 1, "b": 2, "c": 2}


def test_an_entry_may_begin_a_column() -> None:
    flow = Flow(HEAD, CHOICE)
    pages = flow.laid([Section("List", (Entry(Box(30)), Entry(Box(30), breaks=True)), columns=2)])
    (_, first, top), (_, second, again) = pages[0].placed
    assert len(pages) == 1
    assert (second > first, again == top) == (True, True)


@given(label=names())
def test_charts_stay_inside_their_width(label: str) -> None:
    drawing = bars((Bar(label, 1700), Bar("Germany", 0)), 400)
    left, bottom, right, top = drawing.getBounds()
    assert (left >= -0.1, bottom >= -0.1, right <= 400.1, top <= drawing.height + 0.1) == (True,) * 4


def test_a_chart_is_also_an_svg() -> None:
    assert "<svg" in as_svg(bars((Bar("Germany", 3),), 300))


def test_the_event_s_colour_is_drawn() -> None:
    render = renderer(document("impact"))
    view = views("Anna", "Rossi")["impact"]
    assert render(view, CHOICE) != render(replace(view, event=replace(HEAD, accent="#AA2200")), CHOICE)
