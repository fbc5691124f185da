"""Latin readings: what people read who do not know the script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eccp_desktop.documents.fonts import drawable
from eccp_desktop.documents.latin import readable
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
    ("name", "reading"),
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
def test_other_scripts_are_transliterated(name: str, reading: str) -> None:
    assert readable(name) == reading


@given(names())
def test_every_name_has_a_reading(name: str) -> None:
    assert readable(name)


@given(st.text(max_size=60))
def test_a_reading_of_any_text_at_all_is_drawn_in_the_font_of_the_sheet(text: str) -> None:
    assert set(readable(text)) <= drawable()
