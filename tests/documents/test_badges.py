"""Badges: measured against their presets, and readable."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from eccp_desktop.documents import badges
from eccp_desktop.documents.badge_presets import PRESETS
from eccp_desktop.documents.badge_view import BadgesView
from tests.documents.examples import CHOICE, HEAD, badge
from tests.documents.reading import measured, pages_of

MM = 72 / 25.4


def test_a_badge_shows_name_organisation_country_box_and_code() -> None:
    (text,) = pages_of(badges.render(BadgesView(HEAD, (badge(4),)), CHOICE))
    assert all(part in text for part in ("Emily", "Ross", "Water Alliance Akron", "United States · EU", "A 5 · K7Q2M4"))


@pytest.mark.parametrize("preset", PRESETS.values(), ids=PRESETS)
def test_a_page_holds_what_the_preset_says(preset: object) -> None:
    count = preset.places + 1
    pdf = badges.render(BadgesView(HEAD, (badge(4),) * count), replace(CHOICE, options={"preset": preset.id}))
    pages = PdfReader(BytesIO(pdf)).pages
    assert len(pages) == 2
    assert float(pages[0].mediabox.width) / MM == pytest.approx(preset.page_across, abs=0.1)
    assert float(pages[0].mediabox.height) / MM == pytest.approx(preset.page_down, abs=0.1)


@pytest.mark.parametrize("preset", PRESETS.values(), ids=PRESETS)
def test_no_text_of_a_badge_leaves_its_cell(preset: object) -> None:
    sheet = measured()
    badges.draw(sheet, BadgesView(HEAD, (badge(7),) * preset.places), replace(CHOICE, options={"preset": preset.id}))
    cells = [(left * MM, top * MM) for left, top in preset.cells()]
    for box in sheet.boxes:
        assert any(
            left < box.left
            and box.left + box.room < left + preset.across * MM
            and top < box.top
            and box.bottom < top + preset.down * MM
            for left, top in cells
        ), box


@pytest.mark.parametrize(("id", "left", "top"), [("2x4", 15, 28.5), ("2x5", 15, 13.5), ("a6", 0, 0), ("62x100", 0, 0)])
def test_the_first_badge_begins_where_the_label_does(id: str, left: float, top: float) -> None:
    assert next(PRESETS[id].cells()) == pytest.approx((left, top))


def test_a_folded_badge_shows_the_name_on_both_sides() -> None:
    (text,) = pages_of(badges.render(BadgesView(HEAD, (badge(4),)), replace(CHOICE, options={"preset": "a6"})))
    assert text.count("Emily") == 2
