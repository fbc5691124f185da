"""New sheets that lie ready are handed out with one key."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from eccp_desktop.actions.edit_event import EditEvent
from eccp_desktop.actions.record_print import HandOut
from eccp_desktop.actions.walk_in import RegisterWalkIn
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.papers import Papers, PrintJob
from eccp_desktop.ui.appearance import Appearance
from eccp_desktop.ui.pages.print import PrintPage
from eccp_desktop.ui.signals import DeskSignals


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
    qtbot.waitUntil(lambda: printing.stale_words.text() == "2 sheets are out of date")
    assert not printing.ready_button.isVisible()
    papers.save(PrintJob("schedules", changed=True), tmp_path / "changed.pdf")
    qtbot.waitUntil(lambda: printing.stale_words.text().endswith("the new ones lie ready"))
    printing.ready_button.click()
    qtbot.waitUntil(lambda: not printing.stale_card.isVisible())
    assert printing.notices.sentence == "2 sheets are handed out."
    assert papers.stale_sheets() == ()
    signals.sheets.wait()
    printing.close()
