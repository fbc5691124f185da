"""What people read of names in any script: never a black box, never nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eccp_desktop.documents.fonts import face, is_transliterated, readable
from eccp_desktop.documents.look import Weight
from tests.documents.names import names


@pytest.mark.parametrize(
    "name",
    [
        "Ģirts Bērziņš",
        "Pádraig O'Sullivan",
        "Κωνσταντίνος Παπαδόπουλος",
        "Мария Стоянова",
        "Łukasz Żółć",
        "Țăran Gheorghe",
    ],
)
def test_european_names_are_drawn_as_they_are_written(name: str) -> None:
    assert readable(name) == name


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("王伟", "Wang Wei"),
        ("Wei 王伟", "Wei Wang Wei"),
        ("Anna 😀 Rossi", "Anna Rossi"),
        ("😀", ":grinning:"),
        ("🚀, Emma", "Emma"),
        ("محمد عبد الرحمن", "Mhmd Bd Lrhmn"),
        ("Bjo\u0308rn", "Björn"),
        ("Anna\u202fRossi\u2011Bianchi", "Anna Rossi-Bianchi"),
    ],
)
def test_what_the_font_lacks_is_replaced_readably(name: str, shown: str) -> None:
    assert readable(name) == shown


def test_reading_software_is_told_of_another_script() -> None:
    assert is_transliterated("王伟")
    assert not is_transliterated("Παπαδόπουλος")


@given(names())
def test_every_character_shown_has_a_glyph(name: str) -> None:
    shown = readable(name)
    assert shown
    assert all(ord(character) in face(weight).charToGlyph for character in shown for weight in Weight)


@given(st.text(max_size=60))
def test_any_text_at_all_can_be_drawn(text: str) -> None:
    assert all(ord(character) in face(Weight.REGULAR).charToGlyph for character in readable(text))
