"""The grid itself: its lines, its filter, what it remembers, what it says to screen readers."""

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QSpinBox, QTableView
from pytestqt.qtbot import QtBot

from eccp_desktop.actions.close_table_in_slots import CloseTableInSlots
from eccp_desktop.actions.create_event import CreateEvent
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.opening import new_desk
from eccp_desktop.ui.appearance import Appearance
from eccp_desktop.ui.memory import Memory
from eccp_desktop.ui.pages.timetable.day_grid import Axis
from eccp_desktop.ui.pages.timetable.grid_headers import table_count_words
from eccp_desktop.ui.signals import DeskSignals
from tests.ui.pages.timetable.screen import Screen, opened


def test_the_grid_has_a_line_for_everybody_and_a_column_for_every_slot_of_the_day(screen: Screen) -> None:
    model = screen.view.grid_model
    assert model.rowCount() == 24
    assert model.columnCount() == 12
    assert model.headerData(0, Qt.Orientation.Horizontal) == "09:00"
    assert "meeting" in str(model.headerData(0, Qt.Orientation.Vertical))


def test_the_filter_finds_a_line_and_enter_goes_there(screen: Screen) -> None:
    screen.press(Qt.Key.Key_Slash)
    screen.bot.keyClicks(screen.page.bar.filter, "muller")
    screen.bot.waitUntil(lambda: screen.view.grid_model.rowCount() < 24)
    assert screen.view.grid_model.day is not None
    assert all("müller" in line.title.lower() for line in screen.view.grid_model.day.lines)
    screen.bot.keyClick(screen.page.bar.filter, Qt.Key.Key_Return)
    assert screen.view.hasFocus()


def test_day_zoom_and_lines_are_remembered(
    screen: Screen, desk: Desk, signals: DeskSignals, clock: HeldClock, memory: Memory
) -> None:
    screen.page.bar.step_day(1)
    screen.page.bar.set_zoom(0)
    screen.page.bar.turn()
    day = screen.page.bar.day
    screen.page.close()
    clock.advance(timedelta(days=-3))
    again = opened(screen.bot, desk, signals, clock, memory)
    assert again.page.bar.axis is Axis.TABLES
    assert again.view.zoom_step == 0
    assert again.page.bar.day == day


def test_an_event_without_slots_says_what_to_do_first(
    qtbot: QtBot, tmp_path: Path, clock: HeldClock, memory: Memory, appearance: Appearance
) -> None:
    bare = new_desk(tmp_path / "bare.eccp", clock, "MK")
    bare.do(CreateEvent("Bare", "Europe/Berlin"))
    screen = opened(qtbot, bare, DeskSignals(bare), clock, memory)
    with qtbot.waitSignal(screen.page.wanted) as asked:
        qtbot.mouseClick(screen.page.empty.button, Qt.MouseButton.LeftButton)
    assert asked.args == ["event", None]
    bare.close()


def test_every_control_has_a_name_for_screen_readers(screen: Screen) -> None:
    kinds = (QAbstractButton, QLineEdit, QSpinBox, QComboBox, QTableView)
    for tab in (screen.page.to_tray, screen.page.to_generate):
        tab()
        for kind in kinds:
            for control in screen.page.findChildren(kind):
                used = control.isVisible() and control.focusPolicy() != Qt.FocusPolicy.NoFocus
                text = control.text() if isinstance(control, QAbstractButton) else ""
                assert not used or control.accessibleName() or text, control


def test_a_head_says_which_tables_are_closed_in_its_slot(screen: Screen) -> None:
    day = screen.view.grid_model.day
    assert day is not None
    used = [table for table in day.grid.hall.tables.values() if table.open]
    shut = sum(not table.is_open(day.slots[0].id) for table in used)
    free = next(day.grid.hall.free_tables(day.slots[0].id))
    screen.page.desk.do(CloseTableInSlots(free.id, (day.slots[0].id,)))
    screen.page.refresh()
    screen.bot.waitUntil(lambda: len(screen.page.grid.hall.tables[free.id].closed_slots) == 1)
    day = screen.view.grid_model.day
    assert day is not None
    closed = shut + 1
    assert table_count_words(day, 0)[0] == f"{day.taken(0)} of {len(used) - closed} tables, {closed} closed"
