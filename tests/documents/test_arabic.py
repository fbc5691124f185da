"""Arabic letters take the form that their neighbours ask for."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eccp_desktop.documents.arabic import joinable, joined
from tests.documents.names import SCRIPTS

LETTERS = SCRIPTS["arabic"].strip() + "ءآأؤإئةى" + SCRIPTS["persian"].replace("\u200c", "").strip()


def places(text: str) -> list[str]:
    """Where each letter stands in its stretch, by the form that it took."""
    return [unicodedata.decomposition(character).split("<")[-1].split(">")[0] for character in joined(text)]


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("ب", ["isolated"]),
        ("محمد", ["initial", "medial", "medial", "final"]),
        ("دار", ["isolated", "isolated", "isolated"]),
        ("باب", ["initial", "final", "isolated"]),
        ("چای", ["initial", "final", "isolated"]),
        ("جزء", ["initial", "final", "isolated"]),
    ],
)
def test_letters_join_to_those_beside_them(word: str, forms: list[str]) -> None:
    assert places(word) == forms


def test_lam_and_alef_are_one() -> None:
    assert joined("لا") == "\ufefb"
    assert joined("سلام") == "\ufeb3\ufefc\ufee1"
    assert joined("لأ") == "\ufef7"


def test_a_stroke_joins_to_both_sides() -> None:
    assert places("بـب")[::2] == ["initial", "final"]


def test_what_keeps_letters_apart_is_not_drawn() -> None:
    assert joined("نرم\u200cافزار") == joined("نرم") + joined("افزار")


def test_other_scripts_digits_and_punctuation_stay_as_they_are() -> None:
    assert joined("Rossi 12, ١٢، ؟ אב") == "Rossi 12, ١٢، ؟ אב"


def test_letters_without_forms_are_known() -> None:
    assert all(joinable(letter) for letter in LETTERS if letter != " ")
    assert not joinable("\u069a")  # of Pashto


@given(st.text(LETTERS + " ", max_size=30))
def test_the_letters_of_a_text_stay_what_they_are(text: str) -> None:
    assert unicodedata.normalize("NFKC", joined(text)) == unicodedata.normalize("NFKC", text)


@given(st.text(LETTERS + " ", max_size=30))
def test_a_letter_joins_back_exactly_where_the_one_before_joins_on(text: str) -> None:
    found = ["isolated", *places(text), "isolated"]
    for before, after in pairwise(found):
        assert (before in ("initial", "medial")) == (after in ("medial", "final"))
