"""Files become people, requests and absences in one call; what cannot be taken changes nothing."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from eccp_desktop.actions.create_event import CreateEvent
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.base.progress import Progress
from eccp_desktop.base.trouble import Trouble
from eccp_desktop.desk.backup_schedule import backup_folder
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.importing import WHY, import_files, write_error_file
from eccp_desktop.desk.opening import new_desk
from eccp_desktop.domain.incoming import RowState
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.store.backups import backups
from eccp_desktop.store.reads.export import export_tables
from eccp_desktop.store.whole_event import whole_event
from tests.event_day import FRAME
from tests.exchange.files import SAMPLES, csv_file, needs_samples, xlsx_file

SETS = ("normal", "large", "pretix", "eventbrite", "indico", "nasty-xlsx", "nasty-csv")
PEOPLE = [
    ("First name", "Last name", "E-mail", "Company", "Country"),
    ("Anna", "Rossi", "anna@x.example", "Smart Grid Hub", "Italy"),
    ("", "", "", "", "DE"),
    ("Emily", "Ross", "emily@y.example", "Water Alliance", "USA"),
]
REQUESTS = [("From", "To"), ("anna@x.example", "emily@y.example"), ("nobody@z.example", "emily@y.example")]


@pytest.fixture
def desk(tmp_path: Path, clock: HeldClock) -> Iterator[Desk]:
    desk = new_desk(tmp_path / "fair.eccp", clock, "MK")
    desk.do(FRAME)
    yield desk
    desk.close()


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    return [csv_file(tmp_path / "requests.csv", REQUESTS), xlsx_file(tmp_path / "people.xlsx", PEOPLE)]


def counts(desk: Desk) -> dict[str, int]:
    return {table.title: len(table.rows) for table in desk.read(export_tables)}


def test_several_files_in_one_step(desk: Desk, files: list[Path]) -> None:
    said: list[Progress] = []
    done = import_files(desk, files, report=said.append)
    assert [(result.file, result.rows, result.count(RowState.NEW)) for result in done.results] == [
        ("requests.csv", 2, 1),
        ("people.xlsx", 3, 2),
    ]
    assert counts(desk)["Participants"] == 2
    assert [progress.words for progress in said] == ["Reading requests.csv", "Reading people.xlsx", "Taking in", "Done"]
    assert desk.undo().title == "Import"
    assert counts(desk)["Participants"] == 0


def test_a_dry_run_says_the_same_and_changes_nothing(desk: Desk, files: list[Path]) -> None:
    before = desk.read(whole_event)
    rehearsed = import_files(desk, files, dry_run=True)
    assert desk.read(whole_event) == before
    assert not backup_folder(desk.file.path).exists()
    assert import_files(desk, files).results == rehearsed.results


def test_a_backup_is_made_before(desk: Desk, files: list[Path]) -> None:
    import_files(desk, files)
    assert len(backups(desk.file.path, backup_folder(desk.file.path))) == 1


def test_one_file_that_cannot_be_taken_refuses_the_whole_call(desk: Desk, files: list[Path], tmp_path: Path) -> None:
    before = desk.read(whole_event)
    (tmp_path / "cut.xlsx").write_bytes(files[1].read_bytes()[:1000])
    with pytest.raises(Refusal):
        import_files(desk, [*files, tmp_path / "cut.xlsx"])
    assert desk.read(whole_event) == before


def test_refused_rows_come_back_as_they_were_with_the_reason(desk: Desk, files: list[Path], tmp_path: Path) -> None:
    done = import_files(desk, files)
    (path,) = write_error_file(tmp_path / "errors.xlsx", done)
    book = load_workbook(path)
    assert [list(row) for row in book["people"].iter_rows(values_only=True)] == [
        [*PEOPLE[0], WHY],
        [None, None, None, None, "DE", "The row has no name."],
    ]
    reason = "Nobody in this event has this e-mail, badge code or name."
    assert [list(row) for row in book["requests"].iter_rows(values_only=True)][1:] == [[*REQUESTS[2], reason]]


def test_an_error_file_as_csv_has_one_table_each(desk: Desk, files: list[Path], tmp_path: Path) -> None:
    done = import_files(desk, files)
    written = write_error_file(tmp_path / "errors.csv", done)
    assert [path.name for path in written] == ["errors.csv", "errors-people.csv"]


def test_a_corrected_error_file_can_be_imported(desk: Desk, files: list[Path], tmp_path: Path) -> None:
    (path,) = write_error_file(tmp_path / "errors.xlsx", import_files(desk, files))
    book = load_workbook(path)
    book["people"]["A2"], book["people"]["B2"], book["people"]["C2"] = "Jo", "Vaz", "nobody@z.example"
    book.save(path)
    done = import_files(desk, [path])
    assert [result.count(RowState.NEW) for result in done.results] == [1, 1]


def test_without_refused_rows_there_is_no_error_file(desk: Desk, tmp_path: Path) -> None:
    done = import_files(desk, [csv_file(tmp_path / "people.csv", PEOPLE[:2])])
    assert write_error_file(tmp_path / "errors.csv", done) == []
    assert not (tmp_path / "errors.csv").exists()


def test_an_error_file_that_cannot_be_written_is_trouble(desk: Desk, files: list[Path], tmp_path: Path) -> None:
    done = import_files(desk, files)
    (tmp_path / "taken").write_text("a file, no folder")
    with pytest.raises(Trouble):
        write_error_file(tmp_path / "taken" / "errors.csv", done)


@needs_samples
@pytest.mark.parametrize("name", SETS)
def test_samples_count_as_expected_and_again_change_nothing(tmp_path: Path, clock: HeldClock, name: str) -> None:
    folder = SAMPLES / name
    expected = json.loads((folder / "expected.json").read_text())
    desk = new_desk(tmp_path / "sample.eccp", clock)
    desk.do(CreateEvent("Fair", "Europe/Berlin", FRAME.days, FRAME.sessions, sides=("EU", "US")))
    paths = [next(folder.glob("people.*")), folder / "requests.csv", folder / "availability.csv"]
    import_files(desk, paths)
    found = counts(desk)
    assert found["Participants"] == expected["people"] + (1 if expected["nasty"] else 0)
    assert found["Organisations"] == expected["organisations"]
    assert found["Requests"] == expected["requests"]
    assert found["Availability"] == expected["availability"]
    before = desk.read(whole_event)
    again = import_files(desk, paths)
    assert again.count(RowState.NEW) == again.count(RowState.CHANGED) == again.count(RowState.CONFLICT) == 0
    assert desk.read(whole_event) == before
    desk.close()
