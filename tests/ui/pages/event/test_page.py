"""The Event page shows the frame, and says what falls out before it changes it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import eccp_desktop.ui
from eccp_desktop.actions.edit_staff import AddStaff
from eccp_desktop.actions.edit_tables import SetTables
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.store.reads.frame import Frame, frame
from eccp_desktop.ui.kit.sheet import Sheet
from eccp_desktop.ui.kit.table_view import TableView
from eccp_desktop.ui.pages.event.fall_out_sheet import FallOutSheet
from eccp_desktop.ui.pages.event.page import EventPage
from eccp_desktop.ui.pages.event.session_sheet import SessionSheet
from tests.fairs import FillFair, fair


@pytest.fixture
def desk(tmp_path: Path, clock: HeldClock) -> Iterator[Desk]:
    desk = fair(tmp_path / "fair.eccp", clock, FillFair(people=20, meetings=30, waiting=1))
    yield desk
    desk.close()


def the_frame(desk: Desk) -> Frame:
    found = desk.read(frame)
    assert found is not None
    return found


def test_every_tab_shows_its_part(page: EventPage) -> None:
    assert page.details._name.text() == "Hannover 2016"
    assert page.programme._table.rows_model.rowCount() == 5
    assert page.tables._table.rows_model.rowCount() == 24
    assert page.sides._table.rows_model.rowCount() == 2


def test_saving_needs_a_change_and_says_what_happened(qtbot: QtBot, page: EventPage, desk: Desk) -> None:
    assert not page.details._save.isEnabled()
    page.details._city.setText("Hannover")
    page.details._save.click()
    qtbot.waitUntil(lambda: page.notices.sentence == "Hannover 2016 is saved.")
    assert the_frame(desk).event.city == "Hannover"
    assert not page.details._save.isEnabled()


def test_what_is_being_typed_survives_a_change_from_elsewhere(qtbot: QtBot, page: EventPage, desk: Desk) -> None:
    page.details._venue.setText("Hall 7")
    desk.do(SetTables(25))
    qtbot.waitUntil(lambda: page.tables._table.rows_model.rowCount() == 25)
    assert page.details._venue.text() == "Hall 7"


def test_fewer_tables_ask_first_and_then_do_it(qtbot: QtBot, page: EventPage, desk: Desk) -> None:
    page.change_frame(SetTables(1), "The hall has 1 table.")
    qtbot.waitUntil(lambda: any(isinstance(w, FallOutSheet) for w in QApplication.topLevelWidgets()))
    assert len(the_frame(desk).tables) == 24
    sheet = next(w for w in QApplication.topLevelWidgets() if isinstance(w, FallOutSheet))
    sheet.accept()
    qtbot.waitUntil(lambda: page.notices.sentence.startswith("The hall has 1 table."))
    assert page.notices.sentence.endswith("wait in the tray.")
    assert len(the_frame(desk).tables) == 1


def test_more_tables_are_there_at_once(qtbot: QtBot, page: EventPage) -> None:
    page.change_frame(SetTables(30), "The hall has 30 tables.")
    qtbot.waitUntil(lambda: page.notices.sentence == "The hall has 30 tables.")


def test_limits_of_the_timetable_are_set_at_once_and_undone(qtbot: QtBot, page: EventPage, desk: Desk) -> None:
    limits = page.sides.limits
    limits.walking.click()
    qtbot.waitUntil(lambda: the_frame(desk).event.slots_between_zones == 1)
    limits.per_day.setValue(8)
    limits.per_day.editingFinished.emit()
    qtbot.waitUntil(lambda: the_frame(desk).event.most_meetings_per_day == 8)
    assert the_frame(desk).event.slots_between_zones == 1
    desk.undo()
    desk.undo()
    qtbot.waitUntil(lambda: limits.per_day.value() == 0 and not limits.walking.isChecked())
    assert limits.per_day.text() == "no limit"


def double_click(qtbot: QtBot, table: TableView[Any]) -> None:
    """As a hand does it: both clicks, on the first line."""
    place = table.visualRect(table.rows_model.index(0, 0)).center() + QPoint(4, 0)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def open_sheets() -> list[Sheet]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, Sheet) and one.isVisible()]


def test_a_double_click_opens_one_sheet_on_every_tab(qtbot: QtBot, page: EventPage, desk: Desk) -> None:
    desk.do(AddStaff("AB", "Ada Berg"))
    qtbot.waitUntil(lambda: page.staff._table.rows_model.rowCount() == 1)
    opened = {}
    for tab in ("event", "programme", "tables", "sides", "papers", "staff", "pages", "copies"):
        page.open_tab(tab)
        for table in page.findChildren(TableView):
            if table.isVisible() and table.rows_model.rowCount():
                double_click(qtbot, table)
                opened[tab] = len(open_sheets())
                for sheet in open_sheets():
                    sheet.reject()
    assert opened["programme"] == opened["staff"] == 1
    assert max(opened.values()) == 1


def test_no_table_is_opened_twice_by_one_double_click() -> None:
    """What a table says when a line is opened is said by Enter and by a double-click: nobody listens to a second signal."""
    sources = (Path(eccp_desktop.ui.__file__).parent).rglob("*.py")
    assert not [source.name for source in sources if "doubleClicked.connect" in source.read_text(encoding="utf-8")]


def test_longer_meetings_say_only_what_has_no_slot_any_more(qtbot: QtBot, page: EventPage, desk: Desk) -> None:
    page.open_tab("programme")
    table = page.programme._table
    afternoon = next(one for one in table.rows_model.rows if one.slots and one.start.hour >= 13)
    table.select_key(afternoon.id)
    page.programme.change()
    (sheet,) = open_sheets()
    assert isinstance(sheet, SessionSheet)
    sheet._slot.setValue(30)
    sheet._accept()
    qtbot.waitUntil(lambda: any(isinstance(one, FallOutSheet) for one in open_sheets()))
    lost = next(one for one in open_sheets() if isinstance(one, FallOutSheet)).findChildren(TableView)[0]
    starts = {f"{line.start:%H:%M}" for line in lost.rows_model.rows}
    assert starts
    assert f"{afternoon.start:%H:%M}" not in starts, "it starts as before"
    for one in open_sheets():
        one.reject()
