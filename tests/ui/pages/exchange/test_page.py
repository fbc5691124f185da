"""Lists come in by the window: looked at first, taken in as one step, refused rows given back; and go out again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.backup_schedule import backups_of
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.importing import WHY
from eccp_desktop.store.reads.people import people_rows
from eccp_desktop.ui.commands import find
from eccp_desktop.ui.pages.exchange import ExchangePage
from eccp_desktop.ui.signals import DeskSignals
from tests.exchange.files import csv_file, xlsx_file

PEOPLE = [
    ("First name", "Last name", "E-mail", "Company", "Country", "Shoe size"),
    ("Anna", "Rossi", "anna@x.example", "Smart Grid Hub", "Italy", "38"),
    ("", "", "nobody@x.example", "", "DE", ""),
    ("Emily", "Ross", "emily@y.example", "Water Alliance", "USA", "40"),
]
REQUESTS = [("From", "To"), ("anna@x.example", "emily@y.example")]
NAMES = [("First name", "Last name", "Company"), ("Anna", "Lefèvre", "Water Hub")]


@pytest.fixture
def page(desk: Desk, signals: DeskSignals, clock: HeldClock, qtbot: QtBot) -> Iterator[ExchangePage]:
    page = ExchangePage(desk, signals, clock)
    page.undo = desk.submit_undo
    qtbot.addWidget(page)
    page.build()
    page.resize(1200, 760)
    with qtbot.waitExposed(page):
        page.show()
    page.focus_first()
    yield page
    qtbot.waitUntil(lambda: not page.incoming._job.running and not page.outgoing._job.running)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    return [csv_file(tmp_path / "requests.csv", REQUESTS), xlsx_file(tmp_path / "people.xlsx", PEOPLE)]


def look(qtbot: QtBot, page: ExchangePage, files: list[Path]) -> None:
    """Choose the files and wait for what they would change."""
    page.incoming.look_at(files)
    qtbot.waitUntil(lambda: not page.incoming._job.running)


def names(desk: Desk) -> set[str]:
    return {row.list_name for row in desk.read(people_rows)}


def test_an_empty_page_asks_for_files(page: ExchangePage, qtbot: QtBot) -> None:
    assert page.incoming.empty.button.hasFocus()
    assert not page.import_button.isVisible()


def test_what_files_would_change_is_shown_and_nothing_is_changed(
    page: ExchangePage, desk: Desk, files: list[Path], qtbot: QtBot
) -> None:
    look(qtbot, page, files)
    tables = page.incoming.tables.rows_model
    shown = [[column.words(row) for column in tables.columns] for row in tables.rows]
    assert shown == [
        ["requests.csv", "Requests", "1", "1", "–", "–", "–", "–"],
        ["people.xlsx, sheet Participants", "People", "3", "2", "–", "–", "–", "1"],
    ]
    assert page.import_button.isVisible()
    assert page.import_button.text() == "Import 3 rows"
    assert names(desk) == set()


def test_refused_rows_and_columns_that_are_passed_over_are_said_of_the_chosen_file(
    page: ExchangePage, files: list[Path], qtbot: QtBot
) -> None:
    look(qtbot, page, files)
    assert not page.incoming.notes.rows_model.rows
    page.incoming.tables.select_line(1)
    (note,) = page.incoming.notes.rows_model.rows
    assert (note.word, note.row, note.reason) == ("refused", 3, "The row has no name.")
    assert page.incoming.words.text() == "Columns that are passed over: “Shoe size”."


def test_import_is_one_step_with_a_backup_before_it(
    page: ExchangePage, desk: Desk, files: list[Path], qtbot: QtBot
) -> None:
    look(qtbot, page, files)
    before = len(backups_of(desk))
    find(page.commands(), "exchange.import").run()
    qtbot.waitUntil(lambda: page.notices.sentence == "Imported: 3 new, 1 refused.")
    assert names(desk) == {"Rossi, Anna", "Ross, Emily"}
    assert len(backups_of(desk)) == before + 1
    assert not page.incoming.shows
    page.notices.press()
    qtbot.waitUntil(lambda: names(desk) == set())


def test_the_same_files_again_change_nothing(page: ExchangePage, files: list[Path], qtbot: QtBot) -> None:
    for said in ("Imported: 3 new, 1 refused.", "Imported: 3 as before, 1 refused."):
        look(qtbot, page, files)
        page.incoming.take_in()
        qtbot.waitUntil(lambda said=said: page.notices.sentence == said)


def test_dropped_files_are_looked_at(page: ExchangePage, files: list[Path], qtbot: QtBot) -> None:
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, dropped, button, keys)
    page.incoming.dropEvent(event)
    qtbot.waitUntil(lambda: page.import_button.isVisible())
    assert len(page.incoming.tables.rows_model.rows) == 2


def test_refused_rows_are_given_back_with_the_reason(
    page: ExchangePage, files: list[Path], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look(qtbot, page, files)
    asked = tmp_path / "refused rows"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(asked), ""))
    page.incoming.save.click()
    qtbot.waitUntil(lambda: page.notices.sentence.startswith("refused rows.xlsx: the refused rows"))
    sheet = load_workbook(asked.with_suffix(".xlsx"), read_only=True).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][-1] == WHY
    assert rows[1][-1] == "The row has no name."


def test_a_file_that_cannot_be_read_is_refused_in_a_sentence_and_can_be_read_otherwise(
    page: ExchangePage, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    path = csv_file(tmp_path / "people.csv", NAMES, encoding="cp1252")
    look(qtbot, page, [path])
    assert "choose the encoding" in page.incoming.words.text()
    assert not page.import_button.isVisible()
    page.incoming.encoding.setCurrentIndex(page.incoming.encoding.findData("cp1252"))
    page.incoming.encoding.activated.emit(page.incoming.encoding.currentIndex())
    qtbot.waitUntil(lambda: page.import_button.isVisible())
    page.incoming.take_in()
    qtbot.waitUntil(lambda: names(desk) == {"Lefèvre, Anna"})


def test_nothing_is_offered_where_the_file_is_no_list(page: ExchangePage, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "letter.csv"
    path.write_text("Dear Sir,\nplease find enclosed\n", encoding="utf-8")
    look(qtbot, page, [path])
    assert page.incoming.words.text().startswith("letter.csv")
    assert not page.incoming.shows


@pytest.mark.parametrize("form", ["xlsx", "csv", "json"])
def test_the_event_goes_out_and_says_where(
    page: ExchangePage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    asked = tmp_path / "lists" / "fair"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(asked), ""))
    page.tabs.choose("export")
    find(page.commands(), f"exchange.save-{form}").run()
    qtbot.waitUntil(lambda: page.notices.sentence.startswith(f"fair.{form}"))
    assert asked.with_suffix(f".{form}").stat().st_size > 0


def test_names_stay_here_when_numbers_stand_in_their_place(
    page: ExchangePage, files: list[Path], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look(qtbot, page, files)
    page.incoming.take_in()
    qtbot.waitUntil(lambda: page.notices.sentence.startswith("Imported"))
    asked = tmp_path / "masked.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(asked), ""))
    page.outgoing.masked.setChecked(True)
    page.outgoing.export("csv")
    qtbot.waitUntil(lambda: page.notices.sentence.startswith("masked.csv"))
    assert "Rossi" not in asked.read_text(encoding="utf-8-sig")
