"""What is exported can be imported: tables for people, and the whole event to the last field."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from eccp_desktop.base.clock import HeldClock
from eccp_desktop.base.trouble import Trouble
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.exporting import ExportFormat, export_event
from eccp_desktop.desk.importing import import_files
from eccp_desktop.desk.opening import new_desk
from eccp_desktop.domain.incoming import RowState
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.store.reads.export import export_tables
from eccp_desktop.store.whole_event import whole_event
from tests.event_day import FRAME
from tests.exchange.files import csv_file

PEOPLE = [
    (
        "First name",
        "Last name",
        "E-mail",
        "Phone",
        "Company",
        "Country",
        "Sectors",
        "Target countries",
        "Languages",
        "Status",
        "Notes",
    ),
    (
        "Anna",
        "Rossi",
        "anna@x.example",
        "+39 1",
        "Smart Grid Hub",
        "Italy",
        "Food;Water",
        "US;CA",
        "it;en",
        "paid",
        "a\nb",
    ),
    ("=1+1", "Ελένη", "", "", 'Water, "Alliance"', "USA", "", "", "", "cancelled", ""),
    ("Jo", "van der Berg", "jo@y.example", "", "", "", "", "", "", "", ""),
]
REQUESTS = [
    ("From", "To", "Priority", "Status", "Message"),
    ("anna@x.example", "jo@y.example", "must", "accepted", "Hello; there"),
]
ABSENCES = [
    ("Email", "Day", "Unavailable from", "Unavailable to", "Reason"),
    ("anna@x.example", "2016-04-25", "14:00", "", "flight"),
]
MEETINGS = [("Host", "Guest", "Day", "Start", "Table"), ("anna@x.example", "jo@y.example", "2016-04-25", "09:00", "2")]


@pytest.fixture
def desk(tmp_path: Path, clock: HeldClock) -> Iterator[Desk]:
    desk = new_desk(tmp_path / "fair.eccp", clock, "MK")
    desk.do(FRAME)
    tables = {"people": PEOPLE, "requests": REQUESTS, "absences": ABSENCES, "meetings": MEETINGS}
    import_files(desk, [csv_file(tmp_path / f"{name}.csv", rows) for name, rows in tables.items()])
    yield desk
    desk.close()


@pytest.fixture
def empty(tmp_path: Path, clock: HeldClock) -> Iterator[Desk]:
    desk = new_desk(tmp_path / "other.eccp", clock, "MK")
    desk.do(FRAME)
    yield desk
    desk.close()


def test_a_complete_export_gives_the_same_tables_in_an_empty_event(desk: Desk, empty: Desk, tmp_path: Path) -> None:
    export_event(desk, ExportFormat.JSON, tmp_path / "fair.json")
    import_files(empty, [tmp_path / "fair.json"])
    assert empty.read(whole_event) == desk.read(whole_event)
    export_event(empty, ExportFormat.JSON, tmp_path / "again.json")
    assert (tmp_path / "again.json").read_bytes() == (tmp_path / "fair.json").read_bytes()


def test_taking_over_an_event_is_one_step(desk: Desk, empty: Desk, tmp_path: Path) -> None:
    before = empty.read(whole_event)
    export_event(desk, ExportFormat.JSON, tmp_path / "fair.json")
    import_files(empty, [tmp_path / "fair.json"])
    empty.undo()
    assert empty.read(whole_event) == before


def test_an_event_with_people_is_not_overwritten(desk: Desk, tmp_path: Path) -> None:
    export_event(desk, ExportFormat.JSON, tmp_path / "fair.json")
    with pytest.raises(Refusal) as refusal:
        import_files(desk, [tmp_path / "fair.json"])
    assert refusal.value.code == "event_not_empty"


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: {**content, "format": "something else"},
        lambda content: {**content, "version": 99},
        lambda content: {**content, "tables": {**content["tables"], "spaceship": []}},
        lambda content: {**content, "tables": {**content["tables"], "event": []}},
        lambda content: {**content, "tables": {**content["tables"], "side": [{"id": "1", "speed": 3}]}},
        lambda content: {**content, "tables": {**content["tables"], "request": [{"id": "1", "sender_id": "nobody"}]}},
        lambda content: {**content, "tables": {**content["tables"], "organisation": [{"id": "1", "name": "a\0b"}]}},
        lambda content: {**content, "tables": {**content["tables"], "organisation": [["a"]]}},
        lambda content: {**content, "tables": []},
    ],
)
def test_a_damaged_export_is_refused_and_changes_nothing(
    desk: Desk, empty: Desk, tmp_path: Path, damage: Callable[[dict[str, dict[str, object]]], object]
) -> None:
    export_event(desk, ExportFormat.JSON, tmp_path / "fair.json")
    content = json.loads((tmp_path / "fair.json").read_text(encoding="utf-8"))
    (tmp_path / "fair.json").write_text(json.dumps(damage(content)), encoding="utf-8")
    before = empty.read(whole_event)
    with pytest.raises(Refusal):
        import_files(empty, [tmp_path / "fair.json"])
    assert empty.read(whole_event) == before


def test_a_cut_export_is_refused(desk: Desk, empty: Desk, tmp_path: Path) -> None:
    export_event(desk, ExportFormat.JSON, tmp_path / "fair.json")
    whole = (tmp_path / "fair.json").read_bytes()
    (tmp_path / "fair.json").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(Refusal) as refusal:
        import_files(empty, [tmp_path / "fair.json"])
    assert "not valid JSON" in str(refusal.value.facts["sentence"])


def tables(desk: Desk) -> dict[str, tuple[tuple[object, ...], ...]]:
    return {table.title: table.rows for table in desk.read(export_tables)}


def test_a_workbook_brings_everything_back_that_people_see(desk: Desk, empty: Desk, tmp_path: Path) -> None:
    export_event(desk, ExportFormat.XLSX, tmp_path / "fair.xlsx")
    done = import_files(empty, [tmp_path / "fair.xlsx"])
    assert done.count(RowState.REFUSED) == 0
    assert tables(empty) == tables(desk)


@pytest.mark.parametrize("out", ["folder", "fair.csv"])
def test_csv_files_bring_it_back_too(desk: Desk, empty: Desk, tmp_path: Path, out: str) -> None:
    written = export_event(desk, ExportFormat.CSV, tmp_path / out)
    titles = ("participants", "requests", "availability", "meetings")
    chosen = [path for path in written if path.name == "fair.csv" or path.stem.split("-")[-1] in titles]
    assert len(chosen) == 4
    import_files(empty, chosen)
    assert tables(empty) == tables(desk)


def test_an_export_imported_into_its_own_event_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    export_event(desk, ExportFormat.XLSX, tmp_path / "fair.xlsx")
    before = desk.read(whole_event)
    import_files(desk, [tmp_path / "fair.xlsx"])
    assert desk.read(whole_event) == before


def test_a_place_that_cannot_be_written_is_trouble(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, no folder")
    with pytest.raises(Trouble):
        export_event(desk, ExportFormat.JSON, tmp_path / "taken" / "fair.json")
