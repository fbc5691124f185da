"""Hebrew and Arabic stand from right to left, figures and Latin among them from left to right."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eccp_desktop.documents.reordering import Direction, levels_of, places_of, turned

MIXED = "abcאבגדابتث012٣ ,.()[]-–:%/"
TURNED = str.maketrans("([{", ")]}")


def visual(text: str, base: Direction = "L") -> str:
    """The characters from left to right, on a line of this direction."""
    levels = levels_of(text, base)
    return "".join(turned(text[place], levels[place]) for place in places_of(levels))


@pytest.mark.parametrize(
    ("written", "stands"),
    [
        ("Anna Rossi (Milano) 12", "Anna Rossi (Milano) 12"),
        ("אבג", "גבא"),
        ("אבג (Abg)", "גבא (Abg)"),
        ("Cohen אבג 12", "Cohen 12 גבא"),
        ("אב, גד", "דג ,בא"),
        ("אב (גד)", "(דג) בא"),
        ("אב [גד] Ab", "[דג] בא Ab"),
        ("a (אב) c", "a (בא) c"),
        ("אב 12-34 גד", "דג 12-34 בא"),
        ("אב 12:30", "12:30 בא"),
        ("אב 50%", "50% בא"),
        ("اب 12", "12 با"),
        ("אב.", "בא."),
        ("אב «גד» הו", "וה «דג» בא"),
    ],
)
def test_a_line_that_begins_at_the_left(written: str, stands: str) -> None:
    assert visual(written) == stands


@pytest.mark.parametrize(
    ("written", "stands"),
    [
        ("אבג.", ".גבא"),
        ("אב Rossi גד", "דג Rossi בא"),
        ("אב (Rossi)", "(Rossi) בא"),
        ("Rossi", "Rossi"),
        ("אב 12", "12 בא"),
    ],
)
def test_a_line_that_begins_at_the_right(written: str, stands: str) -> None:
    assert visual(written, "R") == stands


@given(st.text(MIXED, max_size=30), st.sampled_from(("L", "R")))
def test_nothing_is_lost(text: str, base: str) -> None:
    drawn = visual(text, base)  # type: ignore[arg-type]  # sampled from its two values
    assert Counter(drawn.translate(TURNED)) == Counter(text.translate(TURNED))


@given(st.text("abc 012,.()-–:%/", max_size=30))
def test_a_line_without_them_stays_as_it_is(text: str) -> None:
    assert visual(text) == text


@given(st.text("אבגד ", max_size=30))
def test_hebrew_alone_is_turned_round(text: str) -> None:
    assert visual(text.strip()) == text.strip()[::-1]


@given(st.text("אבגד", min_size=1), st.text("0123456789", min_size=1))
def test_figures_are_read_from_the_left(word: str, figures: str) -> None:
    assert figures in visual(f"{word} {figures} {word}")
