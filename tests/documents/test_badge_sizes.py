"""Badges in sizes of one's own, and the page to test a printer with."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from eccp_desktop.documents import badges
from eccp_desktop.documents.badge_presets import PRESETS, preset_of
from eccp_desktop.documents.badge_view import BadgesView
from eccp_desktop.documents.look import MM
from tests.documents.examples import CHOICE, HEAD, badge
from tests.documents.reading import faults, measured, pages_of

VIEW = BadgesView(HEAD, tuple(badge(index) for index in range(9)))


@pytest.mark.parametrize(("size", "columns", "rows"), [("74x105", 2, 2), ("100x60", 2, 4), ("85.6x53.98", 2, 5)])
def test_a4_holds_as_many_of_a_size_as_go_on_it(size: str, columns: int, rows: int) -> None:
    preset = preset_of(size)
    assert preset is not None
    assert (preset.columns, preset.rows) == (columns, rows)
    assert preset.left >= 5 - 1e-9
    assert preset.top >= 5 - 1e-9


@pytest.mark.parametrize("size", ["", "big", "74", "10x10", "300x90", "label:", "74x105x2"])
def test_what_is_no_size_is_not_taken(size: str) -> None:
    assert preset_of(size) is None


def test_a_label_is_a_page_of_its_own_size() -> None:
    pdf = badges.render(VIEW, replace(CHOICE, options={"preset": "label:89x36"}))
    pages = PdfReader(BytesIO(pdf)).pages
    assert len(pages) == 9
    width, height = (float(side) / MM for side in pages[0].mediabox[2:])
    assert (round(width, 1), round(height, 1)) == (89.0, 36.0)


@pytest.mark.parametrize("size", [*sorted(PRESETS), "74x105", "label:89x36"])
def test_a_test_page_shows_the_outlines_and_comes_first(size: str) -> None:
    sheet = measured()
    choice = replace(CHOICE, options={"preset": size, "test": "yes"})
    badges.draw(sheet, VIEW, choice)
    assert faults(sheet) == []
    preset = preset_of(size)
    assert preset is not None
    first = pages_of(badges.render(VIEW, choice))[0]
    assert f"{preset.across:g} × {preset.down:g} mm" in first
