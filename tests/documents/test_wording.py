"""Papers speak four languages."""

import string
from datetime import date, datetime
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po

from eccp_desktop.base.i18n import LANGUAGES, words
from eccp_desktop.base.resources import resource_path
from eccp_desktop.documents import wording
from eccp_desktop.documents.wording import Wording, speaks
from eccp_desktop.domain.indicators import INDICATORS

PACKAGE = Path(wording.__file__).parent
SOURCES = (
    *sorted(PACKAGE.glob("*.py")),
    *sorted((PACKAGE.parent / "desk").glob("paper_*.py")),
    *sorted((PACKAGE.parent / "actions").glob("*.py")),
)
"""What papers say, and what the steps are called that the paper of changes lists."""
FOREIGN = [language for language in LANGUAGES if language != "en"]


def _marked() -> list[str]:
    return [
        text
        for source in SOURCES
        for _, text, _, _ in extract_from_file("python", str(source), keywords={"N_": None})
        if isinstance(text, str)
    ] + [indicator.counts for indicator in INDICATORS]


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def _source(language: str) -> Path:
    return resource_path("i18n", language, "LC_MESSAGES", "eccp_desktop.po")


@pytest.mark.parametrize("language", FOREIGN)
def test_no_word_of_a_paper_is_left_in_english(language: str) -> None:
    with _source(language).open("rb") as file:
        catalogue = read_po(file, locale=language)
    assert [text for text in _marked() if text not in catalogue or not catalogue[text].string] == []


@pytest.mark.parametrize("language", FOREIGN)
def test_translations_keep_the_facts_in_their_sentences(language: str) -> None:
    translated = words(language)
    assert [text for text in _marked() if _fields(translated(text)) != _fields(text)] == []


@pytest.mark.parametrize("language", FOREIGN)
def test_compiled_translations_are_those_of_the_source(language: str) -> None:
    with _source(language).open("rb") as file:
        catalogue = read_po(file, locale=language)
    translated = words(language)
    assert {entry.id: translated(entry.id) for entry in catalogue if entry.id} == {
        entry.id: entry.string for entry in catalogue if entry.id
    }


@pytest.mark.parametrize(
    ("language", "day", "country", "table"),
    [
        ("en", "Monday, 25 April 2016", "Germany", "table 7"),
        ("fr", "Lundi 25 avril 2016", "Allemagne", "table 7"),
        ("de", "Montag, 25. April 2016", "Deutschland", "Tisch 7"),
        ("es", "Lunes, 25 de abril de 2016", "Alemania", "mesa 7"),
    ],
)
def test_days_countries_and_words_are_in_one_language(language: str, day: str, country: str, table: str) -> None:
    speaking = Wording(language)
    assert speaking.day(date(2016, 4, 25)) == day
    assert speaking.country("DE") == country
    assert speaking.say("table {table}", table=7) == table


def test_times_are_on_24_hours_in_every_language() -> None:
    assert all(Wording(language).moment(datetime(2016, 4, 25, 21, 5)).endswith(", 21:05") for language in LANGUAGES)


@pytest.mark.parametrize(
    ("language", "within", "across"),
    [
        ("en", "25 to 28 April 2016", "30 April to 2 May 2016"),
        ("fr", "du 25 au 28 avril 2016", "du 30 avril au 2 mai 2016"),
        ("de", "25. bis 28. April 2016", "30. April bis 2. Mai 2016"),
        ("es", "del 25 al 28 de abril de 2016", "del 30 de abril al 2 de mayo de 2016"),
    ],
)
def test_days_in_a_row_name_month_and_year_once(language: str, within: str, across: str) -> None:
    speaking = Wording(language)
    assert speaking.days(date(2016, 4, 25), date(2016, 4, 28)) == within
    assert speaking.days(date(2016, 4, 30), date(2016, 5, 2)) == across
    assert speaking.days(date(2016, 4, 25), date(2016, 4, 25)) == speaking.long_day(date(2016, 4, 25))
    assert speaking.days(date(2016, 12, 31), date(2017, 1, 1)).count("201") == 2


def test_two_days_are_named_both() -> None:
    both = [Wording(language).days(date(2016, 4, 25), date(2016, 4, 26)) for language in ("en", "fr", "de", "es")]
    assert both == [
        "25 and 26 April 2016",
        "les 25 et 26 avril 2016",
        "25. und 26. April 2016",
        "25 y 26 de abril de 2016",
    ]


def test_the_first_of_a_month_is_an_ordinal_in_french() -> None:
    french, first = Wording("fr"), date(2016, 5, 1)
    assert french.day(first) == "Dimanche 1er mai 2016"
    assert french.short_day(first) == "dim. 1er mai"
    assert french.days(first, date(2016, 5, 11)) == "du 1er au 11 mai 2016"
    assert french.days(date(2016, 4, 30), first) == "les 30 avril et 1er mai 2016"
    assert french.day(date(2016, 1, 11)) == "Lundi 11 janvier 2016"


def test_short_days_are_written_as_the_language_writes_them() -> None:
    short = [Wording(language).short_day(date(2016, 4, 25)) for language in ("en", "fr", "de", "es")]
    assert short == ["Mon 25 Apr", "lun. 25 avr.", "Mo. 25. Apr.", "lun 25 abr"]


def test_an_unknown_language_speaks_english() -> None:
    assert Wording("xx").day(date(2016, 4, 25)) == "Monday, 25 April 2016"
    assert not speaks("xx")
    assert all(map(speaks, LANGUAGES))
