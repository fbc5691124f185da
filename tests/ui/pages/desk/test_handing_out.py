"""A sheet that was printed beforehand is handed out with one key, and that can be taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from eccp_desktop.actions.edit_event import EditEvent
from eccp_desktop.actions.record_print import HandOut
from eccp_desktop.actions.walk_in import RegisterWalkIn
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.papers import Papers, PrintJob
from eccp_desktop.store.reads.prints import copies
from eccp_desktop.ui.appearance import Appearance
from eccp_desktop.ui.pages.desk import DeskPage
from eccp_desktop.ui.pages.print import PrintPage
from eccp_desktop.ui.signals import DeskSignals

PATIENCE = 20_000
"""Milliseconds."""


@pytest.fixture
def page(
    qtbot: QtBot, appearance: Appearance, desk: Desk, signals: DeskSignals, clock: HeldClock
) -> Iterator[DeskPage]:
    page = DeskPage(desk, signals, clock)
    qtbot.addWidget(page)
    page.build()
    page.show()
    yield page
    signals.sheets.wait()
    page.close()


def test_a_sheet_from_the_morning_is_handed_out(qtbot: QtBot, page: DeskPage, desk: Desk, tmp_path: Path) -> None:
    anna = desk.do(RegisterWalkIn("Anna Rossi", "Smart Grid Hub Forlì", "IT", "EU"))
    Papers(desk).save(PrintJob("schedules"), tmp_path / "all.pdf")
    qtbot.waitUntil(lambda: page._index.get(anna) is not None, timeout=PATIENCE)
    page.show_thing(anna)
    qtbot.waitUntil(lambda: page._card is not None and "schedules" in page._card.printed, timeout=PATIENCE)
    assert desk.read(copies, "schedules")[anna].latest.handed_out is None
    qtbot.keyClick(page.finder.field, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.notices.sentence == "Anna Rossi has the sheet.", timeout=PATIENCE)
    assert desk.read(copies, "schedules")[anna].latest.handed_out is not None
    qtbot.waitUntil(lambda: not page._lies_ready(), timeout=PATIENCE)
    desk.undo()
    qtbot.waitUntil(page._lies_ready, timeout=PATIENCE)


def test_new_sheets_that_lie_ready_are_handed_out_together(
    qtbot: QtBot, appearance: Appearance, desk: Desk, signals: DeskSignals, clock: HeldClock, tmp_path: Path
) -> None:
    people = [desk.do(RegisterWalkIn(name, "Smart Grid Hub Forlì", "IT", "EU")) for name in ("Anna Rossi", "Ugo Bo")]
    papers = Papers(desk)
    papers.save(PrintJob("schedules"), tmp_path / "morning.pdf")
    for person in people:
        desk.do(HandOut(person))
    desk.do(EditEvent("Another fair", "Europe/Berlin"))
    printing = PrintPage(desk, signals, clock)
    qtbot.addWidget(printing)
    printing.build()
    printing.show()
    qtbot.waitUntil(lambda: printing.stale_words.text() == "2 sheets are out of date", timeout=PATIENCE)
    assert not printing.ready_button.isVisible()
    papers.save(PrintJob("schedules", changed=True), tmp_path / "changed.pdf")
    qtbot.waitUntil(lambda: printing.stale_words.text().endswith("the new ones lie ready"), timeout=PATIENCE)
    printing.ready_button.click()
    qtbot.waitUntil(lambda: not printing.stale_card.isVisible(), timeout=PATIENCE)
    assert printing.notices.sentence == "2 sheets are handed out."
    assert papers.stale_sheets() == ()
    signals.sheets.wait()
    printing.close()
