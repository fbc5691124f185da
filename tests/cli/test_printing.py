"""`print` on the command line."""

import json
from pathlib import Path

import pytest
from pypdf import PdfReader

from eccp_desktop.base.clock import HeldClock
from eccp_desktop.cli import run
from eccp_desktop.documents.catalogue import CATALOGUE
from tests.event_day import Guests, Seat, event_desk

DOCUMENTS = ", ".join(entry.id for entry in CATALOGUE[:8])


@pytest.fixture
def event(tmp_path: Path, clock: HeldClock) -> Path:
    desk = event_desk(tmp_path, clock)
    people = list(desk.do(Guests(("Anna Rossi", "Emily Ross", "Zofia Żak", "Liam Byrne"))).values())
    desk.do(Seat(people[0], people[1], slot=0, table=1))
    desk.do(Seat(people[2], people[3], slot=1, table=2))
    desk.close()
    return desk.file.path


def test_it_answers_with_the_files_it_made(event: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["print", str(event), "all", "--out", str(tmp_path / "out"), "--json"]) == 0
    files = json.loads(capsys.readouterr().out)["files"]
    assert [one["document"] for one in files] == [entry.id for entry in CATALOGUE]
    assert [one["sheets"] for one in files[:4]] == [4, 2, 4, 1]
    assert all(len(PdfReader(one["path"]).pages) == one["pages"] for one in files)


def test_only_changed_prints_nothing_where_nothing_changed(
    event: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["print", str(event), "schedules", "--out", str(tmp_path / "out")]
    assert run(arguments) == 0
    capsys.readouterr()
    assert run([*arguments, "--changed"]) == 0
    assert capsys.readouterr().out == "Nothing changed since it was printed.\n"


def test_papers_speak_the_language_asked_for(event: Path, tmp_path: Path) -> None:
    assert run(["print", str(event), "attendance", "--lang", "fr", "--out", str(tmp_path)]) == 0
    assert "Liste de présence" in PdfReader(tmp_path / "attendance.pdf").pages[0].extract_text()


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (["poster"], f"There is no document poster. There are: {DOCUMENTS} and 7 more.\n"),
        (["badges", "--who", "ZZZZZZ"], "Nobody here has the badge code ZZZZZZ. Search by name instead.\n"),
        (["badges", "--paper", "A5"], "badges cannot be printed on A5. Papers: A4.\n"),
    ],
)
def test_what_cannot_be_printed_is_one_sentence(
    event: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], more: list[str], sentence: str
) -> None:
    assert run(["print", str(event), *more, "--out", str(tmp_path / "out")]) == 1
    assert capsys.readouterr().err == sentence
    assert not (tmp_path / "out").exists()


def pages(path: Path) -> list[str]:
    return [page.extract_text() for page in PdfReader(path).pages]


def test_sheets_and_signs_of_certain_tables(event: Path, tmp_path: Path) -> None:
    arguments = ["print", str(event), "tables", "table-signs", "--out", str(tmp_path)]
    assert run([*arguments, "--table", "2", "--table", "3-4"]) == 0
    (sheet,) = pages(tmp_path / "tables.pdf")
    assert "Liam Byrne" in sheet
    signs = pages(tmp_path / "table-signs.pdf")
    assert [set(text.split()) & {"1", "2", "3", "4"} for text in signs] == [{"2"}, {"3"}, {"4"}]


def test_a_table_at_which_nobody_sits_has_no_sheet(event: Path, tmp_path: Path) -> None:
    assert run(["print", str(event), "tables", "--table", "4", "--out", str(tmp_path)]) == 0
    (page,) = pages(tmp_path / "tables.pdf")
    assert "Nobody is seated at these tables yet." in page


@pytest.mark.parametrize("document", ["hall-plan", "grid"])
def test_a_document_of_certain_slots_only(event: Path, tmp_path: Path, document: str) -> None:
    print_ = ["print", str(event), document, "--out", str(tmp_path), "--slots"]
    path = tmp_path / f"{document}.pdf"
    assert run([*print_, "09:25"]) == 0
    assert "Zofia" in " ".join(pages(path))
    assert "09:00" not in " ".join(pages(path)).replace(",", "").split("printed")[0]
    assert run([*print_, "2016-04-26"]) == 0
    assert "Nobody has a meeting in these slots yet." in " ".join(pages(path))


@pytest.mark.parametrize(
    "more",
    [["tables", "--table", "x"], ["grid", "--table", "3"], ["badges", "--slots", "10:00"], ["grid", "--slots", "soon"]],
)
def test_what_no_document_goes_by_is_a_usage_error(event: Path, tmp_path: Path, more: list[str]) -> None:
    assert run(["print", str(event), *more, "--out", str(tmp_path)]) == 2
    assert not list(tmp_path.glob("*.pdf"))


def test_a_table_that_is_not_there_is_named(event: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["print", str(event), "table-signs", "--table", "9", "--out", str(tmp_path)]) == 1
    assert capsys.readouterr().err == "There is no single table 9: check the name or number.\n"
    assert not list(tmp_path.glob("*.pdf"))
