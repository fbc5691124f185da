"""The shared sample files are read as their README says: nothing lost, nothing invented."""

import json
from pathlib import Path

import pytest

from eccp_desktop.domain.incoming import FileKind, IncomingPerson
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.vocabulary import ParticipantState
from eccp_desktop.exchange.reading import read_file
from tests.exchange.files import FRAME, SAMPLES, needs_samples, one_table, people_of

SETS = ("normal", "large", "pretix", "eventbrite", "indico", "nasty-xlsx", "nasty-csv")

pytestmark = needs_samples


def people_file(name: str) -> Path:
    return next((SAMPLES / name).glob("people.*"))


@pytest.mark.parametrize("name", SETS)
def test_every_file_is_known_for_what_it_lists(name: str) -> None:
    folder = SAMPLES / name
    kinds = [one_table(path).kind for path in (people_file(name), folder / "requests.csv", folder / "availability.csv")]
    assert kinds == [FileKind.PEOPLE, FileKind.REQUESTS, FileKind.AVAILABILITY]


@pytest.mark.parametrize("name", SETS)
def test_organisations_sides_and_countries_are_as_expected(name: str) -> None:
    expected = json.loads((SAMPLES / name / "expected.json").read_text())
    organisations = {
        one.organisation.name: one.organisation for one in people_of(people_file(name)) if one.organisation
    }
    assert len(organisations) == expected["organisations"]
    for side in ("EU", "US"):
        of_side = [one for one in organisations.values() if one.side == side]
        assert len(of_side) == expected["sides"][side]
        assert len({one.country for one in of_side}) == expected["countries"][side]


def test_who_does_not_attend_is_not_expected() -> None:
    states = [one.state for one in people_of(people_file("eventbrite"))]
    assert states.count(ParticipantState.CANCELLED) == 2


@pytest.mark.parametrize("name", ["nasty-xlsx", "nasty-csv"])
def test_the_bad_rows_are_named(name: str) -> None:
    table = one_table(people_file(name))
    assert [note.reason for note in table.refused] == ["The row has no name."]
    assert [note.value for note in table.warnings] == ["not an address"]
    broken = [one for one in table.records if isinstance(one, IncomingPerson) and one.given_name == "Broken"]
    assert [one.email for one in broken] == [None]


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("binary.csv", "holds binary data"),
        ("claims-a-million-rows.xlsx", "larger than an import file can be"),
        ("empty.csv", "is empty"),
        ("header-only.csv", "no rows below it"),
        ("not-a-workbook.xlsx", "far more than any list needs"),
        ("really-a-pdf.csv", "is a PDF"),
        ("truncated.xlsx", "cut off or damaged"),
    ],
)
def test_what_no_import_can_take_is_refused_in_one_sentence(file: str, said: str) -> None:
    with pytest.raises(Refusal) as refusal:
        read_file(SAMPLES / "broken" / file, FRAME)
    sentence = str(refusal.value.facts["sentence"])
    assert sentence.startswith(file)
    assert said in sentence
    assert "\n" not in sentence


def test_western_names_without_a_word_on_their_encoding_are_read() -> None:
    assert [one.name for one in people_of(SAMPLES / "broken" / "cp1252.csv")] == ["Jürgen Groß", "François Lefèvre"]


def test_a_nul_refuses_its_row_and_formulas_are_text() -> None:
    table = one_table(SAMPLES / "broken" / "nul-and-formula.csv")
    assert [note.row for note in table.refused] == [2]
    assert [one.name for one in table.records if isinstance(one, IncomingPerson)] == ["+49 Plus"]
