"""`eccp-desktop import` and `export`: sentences, JSON, exit codes."""

import json
from pathlib import Path

import pytest

from eccp_desktop.cli import run
from tests.exchange.files import SAMPLES, csv_file, needs_samples

PEOPLE = [
    ("First name", "Last name", "E-mail", "Company", "Country"),
    ("Anna", "Rossi", "anna@x.example", "Smart Grid Hub", "Italy"),
    ("", "", "", "", "DE"),
    ("Emily", "Ross", "not an address", "Water Alliance", "USA"),
]


@pytest.fixture
def event(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "fair.eccp"
    days = ["--day", "2016-04-25", "--day", "2016-04-26", "--session", "09:00-12:30", "--session", "14:00-17:30"]
    assert run(["new", str(path), "--name", "Fair", "--zone", "Europe/Berlin", *days, "--sides", "EU,US"]) == 0
    capsys.readouterr()
    return path


@pytest.fixture
def people(tmp_path: Path) -> Path:
    return csv_file(tmp_path / "people.csv", PEOPLE)


def test_it_says_what_came_in_and_what_did_not(event: Path, people: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", str(event), str(people)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "people.csv: 3 rows of people: 2 new, 1 refused.",
        "  row 3, Last name: The row has no name.",
        "  Note: row 4, E-mail “not an address”: This is not an e-mail address; the person comes in without one.",
    ]


def test_with_json_it_prints_one_object(
    event: Path, people: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        run(["import", str(event), str(people), "--json", "--dry-run", "--errors", str(tmp_path / "errors.csv")]) == 0
    )
    said = json.loads(capsys.readouterr().out)
    (file,) = said["files"]
    assert {key: file[key] for key in ("kind", "rows", "new", "same", "changed", "conflict", "refused")} == {
        "kind": "people",
        "rows": 3,
        "new": 2,
        "same": 0,
        "changed": 0,
        "conflict": 0,
        "refused": 1,
    }
    assert file["file"] == str(people)
    assert file["errors"] == [{"row": 3, "column": "Last name", "value": "", "reason": "The row has no name."}]
    assert [note["row"] for note in file["warnings"]] == [4]
    assert said["dry_run"] is True
    assert (tmp_path / "errors.csv").exists()


def test_a_file_that_cannot_be_taken_is_one_sentence_and_exit_1(
    event: Path, people: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "scan.csv").write_bytes(b"%PDF-1.4\n")
    before = event.read_bytes()
    assert run(["import", str(event), str(people), str(tmp_path / "scan.csv")]) == 1
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "scan.csv is a PDF, not a table: export the list as XLSX or CSV.\n")
    assert event.read_bytes() == before


def test_a_file_that_is_not_there_is_refused(event: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", str(event), "nowhere.csv"]) == 1
    assert capsys.readouterr().err == "nowhere.csv does not exist here.\n"


def test_the_kind_and_the_encoding_can_be_told(event: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = csv_file(tmp_path / "list.csv", [("Name",), ("Lefèvre",)], encoding="cp1252")
    assert run(["import", str(event), str(path)]) == 1
    assert "--encoding" in capsys.readouterr().err
    assert run(["import", str(event), str(path), "--encoding", "cp1252", "--kind", "people"]) == 0
    assert run(["import", str(event), str(path), "--kind", "recipes"]) == 2


def test_an_export_says_what_it_wrote(
    event: Path, people: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["import", str(event), str(people)])
    capsys.readouterr()
    assert run(["export", str(event), "--format", "json", "--out", str(tmp_path / "fair.json"), "--json"]) == 0
    (file,) = json.loads(capsys.readouterr().out)["files"]
    assert file["path"] == str(tmp_path / "fair.json")
    assert run(["export", str(event), "--format", "xlsx", "--out", str(tmp_path / "fair.xlsx")]) == 0
    assert run(["export", str(event), "--format", "docx", "--out", str(tmp_path / "fair.docx")]) == 2


@needs_samples
@pytest.mark.parametrize(
    "file",
    [
        "binary.csv",
        "claims-a-million-rows.xlsx",
        "empty.csv",
        "header-only.csv",
        "not-a-workbook.xlsx",
        "really-a-pdf.csv",
        "truncated.xlsx",
    ],
)
def test_broken_files_leave_the_event_as_it_was(event: Path, capsys: pytest.CaptureFixture[str], file: str) -> None:
    before = event.read_bytes()
    assert run(["import", str(event), str(SAMPLES / "broken" / file)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    assert event.read_bytes() == before


@needs_samples
def test_the_figures_of_the_programme_are_counted_from_an_import(
    event: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = SAMPLES / "normal"
    assert run(["import", str(event), str(folder / "people.xlsx"), str(folder / "requests.csv")]) == 0
    capsys.readouterr()
    assert run(["report", str(event), "--json"]) == 0
    counts = json.loads(capsys.readouterr().out)["counts"]
    assert counts["organisations"] == 100
    assert counts["clusters_by_side"] == {"EU": 51, "US": 49}
    assert counts["countries_by_side"] == {"EU": 15, "US": 1}
    assert counts["participants"]["registered"] == 110
    assert counts["meetings"]["requested"] == 420
