"""A country page as a booklet: folded, its pages follow each other."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eccp_desktop.documents import brief_pages
from eccp_desktop.documents.booklet import PAGES, sides
from tests.documents.every_document import every_view
from tests.documents.examples import CHOICE
from tests.documents.reading import faults, measured, pages_of


def folded(pile: list[tuple[int, int]]) -> list[int]:
    """Page by page as somebody turns them: right halves of the fronts and left halves of the backs, then back again."""
    first = [side[1] if index % 2 == 0 else side[0] for index, side in enumerate(pile)]
    last = [side[0] if index % 2 == 0 else side[1] for index, side in enumerate(pile)]
    return first + last[::-1]


@given(st.integers(1, 80))
def test_pages_follow_each_other_once_folded(pages: int) -> None:
    read = folded(sides(pages))
    assert len(read) % 4 == 0
    assert read[:pages] == list(range(1, pages + 1))
    assert set(read[pages:]) <= {0}
    assert len(read) - pages < 4


@pytest.mark.parametrize("paper", PAGES)
def test_two_pages_stand_on_each_side_and_stay_in_their_halves(paper: str) -> None:
    view = every_view()["brief"]
    page = view.briefs[0]
    long = replace(view, briefs=(replace(page, text="# Landscape\n" + "Clusters and more clusters. " * 900),))
    sheet = measured()
    brief_pages.draw(sheet, long, replace(CHOICE, paper=paper))
    assert faults(sheet) == []
    halves = {(box.page, box.left + box.room > box.paper.width / 2 + 1) for box in sheet.boxes}
    assert all(
        box.left >= box.paper.width / 2 or box.left + box.room <= box.paper.width / 2 + 0.5 for box in sheet.boxes
    )
    assert len(halves) > 4


@pytest.mark.parametrize("paper", ["A5", *PAGES])
def test_a_booklet_says_the_same_as_its_pages(paper: str) -> None:
    view = every_view()["brief"]
    text = " ".join(pages_of(brief_pages.render(view, replace(CHOICE, paper=paper))))
    assert "page 1 of 2" in text
    assert "page 2 of 2" in text
    assert "Contents" in text
