"""Sheets at the Desk: printed, saved where there is no printer, handed out, and noticed when they no longer hold."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QLabel,
)
from pytestqt.qtbot import QtBot

from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.papers import Papers, PrintJob
from eccp_desktop.domain.ids import ParticipantId
from eccp_desktop.store.reads.prints import copies
from eccp_desktop.ui.pages.desk import DeskPage
from tests.actions.rows import Alter
from tests.ui.pages.desk.at_the_desk import enter, person_of, says, search


def test_without_a_printer_a_sheet_goes_into_a_file_and_into_the_hand(
    qtbot: QtBot, page: DeskPage, people: dict[str, ParticipantId], desk: Desk
) -> None:
    search(qtbot, page, "carter")
    enter(qtbot, page)
    says(qtbot, page, "Emily Carter is here.")
    qtbot.keyClick(page.finder.field, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    says(qtbot, page, "No printer is set up: Sheet v1 of Emily Carter was saved in fair sheets/schedules Carter")
    assert list(desk.file.path.with_name("fair sheets").glob("schedules Carter *.pdf"))
    qtbot.waitUntil(lambda: page._card is not None and "schedules" in page._card.printed)
    assert page._card is not None
    assert page._card.printed["schedules"].handed_out == datetime(2016, 4, 25, 9, 0)
    assert desk.undo().title == "Print", "one step"
    qtbot.waitUntil(lambda: page._card is not None and "schedules" not in page._card.printed)
    assert desk.undo().title == "Check in"


def test_a_sheet_from_the_morning_is_handed_out(
    qtbot: QtBot, page: DeskPage, people: dict[str, ParticipantId], desk: Desk, tmp_path: Path
) -> None:
    anna = people["Anna"]
    Papers(desk).save(PrintJob("schedules"), tmp_path / "all.pdf")
    qtbot.waitUntil(lambda: page._index.get(anna) is not None)
    page.show_thing(anna)
    qtbot.waitUntil(lambda: page._card is not None and "schedules" in page._card.printed)
    assert desk.read(copies, "schedules")[anna].latest.handed_out is None
    qtbot.keyClick(page.finder.field, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.notices.sentence == "Anna Rossi has the sheet.")
    assert desk.read(copies, "schedules")[anna].latest.handed_out is not None
    qtbot.waitUntil(lambda: not page._lies_ready())
    desk.undo()
    qtbot.waitUntil(page._lies_ready)


def test_a_sheet_that_no_longer_holds_is_noticed(
    qtbot: QtBot, page: DeskPage, people: dict[str, ParticipantId], desk: Desk
) -> None:
    search(qtbot, page, "carter")
    page.printing.print_sheet("schedules", person_of(desk, people["Emily"]))
    says(qtbot, page, "was saved in")
    desk.do(Alter("participants", people["Emily"], {"family_name": "Carter-Hart"}))
    qtbot.waitUntil(lambda: "v2 is current" in card_words(page))


def card_words(page: DeskPage) -> str:
    return " | ".join(label.text() for label in page.panels.card.findChildren(QLabel) if label.isVisibleTo(page))
