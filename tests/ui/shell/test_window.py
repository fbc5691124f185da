"""The window opens pages, undoes in words, finds things, and takes a scan to the desk."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import ClassVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from eccp_desktop.actions.edit_tables import SetTables
from eccp_desktop.actions.seat_meeting import SeatPeople
from eccp_desktop.actions.walk_in import RegisterWalkIn
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.store.reads.hall import hall
from eccp_desktop.store.unit import Unit
from eccp_desktop.ui.appearance import Appearance
from eccp_desktop.ui.commands import Command, menu
from eccp_desktop.ui.memory import Memory
from eccp_desktop.ui.pages import Page
from eccp_desktop.ui.pages.catalogue import PagePlace
from eccp_desktop.ui.shell.palette import Found, Palette
from eccp_desktop.ui.shell.shortcut_sheet import ShortcutSheet
from eccp_desktop.ui.shell.strip import StripFacts
from eccp_desktop.ui.shell.window import EventWindow
from eccp_desktop.ui.signals import DeskSignals


@dataclass(frozen=True, slots=True)
class Rename:
    title: ClassVar[str] = "Rename the event"
    name: str

    def apply(self, unit: Unit) -> str:
        if not self.name:
            raise Refusal("name_missing", noun="event")
        unit.event.name = self.name
        return self.name


class DeskPage(Page):
    name = "desk"
    title = "Desk"
    icon = "house"

    def _create(self) -> None:
        self.codes: list[str] = []
        self.reloads = 0

    def _reload(self) -> None:
        self.reloads += 1

    def commands(self) -> Sequence[Command]:
        return (Command("desk.badge", "Print a badge", lambda: self.codes.append("badge"), "B"),)

    def scanned(self, code: str) -> None:
        self.codes.append(code)


class EventPage(DeskPage):
    name = "event"
    title = "Event"


PLACES = (
    PagePlace("desk", "Desk", "house", "1", lambda: DeskPage),
    PagePlace("event", "Event", "gear", "0", lambda: EventPage),
)


@pytest.fixture
def window(
    qtbot: QtBot, desk: Desk, signals: DeskSignals, memory: Memory, clock: HeldClock, appearance: Appearance
) -> EventWindow:
    def facts() -> StripFacts:
        return StripFacts("Fair", "Europe/Berlin", "Laptop A", "MK", backup=datetime(2016, 4, 25, 6, 57, tzinfo=UTC))

    def provider(letters: str) -> Sequence[Found]:
        return [Found("Anna Rossi", "Smart Grid Hub", lambda: None)] if "rossi".startswith(letters) else []

    window = EventWindow(desk, signals, PLACES, facts, provider, clock, memory, appearance)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(window)
    window.open_page("desk")
    window.show()
    window.activateWindow()
    return window


def page_of(window: EventWindow) -> DeskPage:
    assert isinstance(window.page, DeskPage)
    return window.page


def said(window: EventWindow) -> Callable[[], str]:
    return lambda: page_of(window).notices.sentence


def test_the_strip_says_the_time_at_the_venue(window: EventWindow) -> None:
    assert window.strip._time.text() == "09:00 Europe/Berlin"
    assert window.strip._backup.text() == "backup 3 min ago"


def test_ctrl_and_a_digit_open_a_page(qtbot: QtBot, window: EventWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert page_of(window).name == "event"


def test_a_step_is_said_and_its_undo_takes_exactly_it_back(qtbot: QtBot, window: EventWindow, desk: Desk) -> None:
    page_of(window).do(Rename("Summit"), lambda name: f"The event is called {name}.")
    qtbot.waitUntil(lambda: said(window)() == "The event is called Summit.")
    assert page_of(window).reloads == 2
    page_of(window).notices._pressed()
    qtbot.waitUntil(lambda: said(window)() == "Undone: rename the event.")


def test_undo_and_redo_by_key(qtbot: QtBot, window: EventWindow, desk: Desk) -> None:
    desk.do(Rename("Summit"))
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: said(window)() == "Undone: rename the event.")
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_Z, both)
    qtbot.waitUntil(lambda: said(window)() == "Done again: rename the event.")
    qtbot.keyClick(window, Qt.Key.Key_Z, both)
    qtbot.waitUntil(lambda: said(window)() == "There is nothing to redo.")


def test_a_refusal_is_said_where_one_is(qtbot: QtBot, window: EventWindow) -> None:
    page_of(window).do(Rename(""))
    qtbot.waitUntil(lambda: said(window)() == "The event needs a name.")


def test_a_hidden_page_reloads_when_it_is_shown(qtbot: QtBot, window: EventWindow, desk: Desk) -> None:
    first = page_of(window)
    window.open_page("event")
    desk.do(Rename("Summit"))
    qtbot.waitUntil(lambda: page_of(window).reloads == 2)
    assert first.reloads == 1
    window.open_page("desk")
    assert first.reloads == 2


def test_a_scan_opens_the_desk(window: EventWindow) -> None:
    window.open_page("event")
    window.scanned("K7Q2M4")
    assert page_of(window).name == "desk"
    assert page_of(window).codes == ["K7Q2M4"]


def test_the_palette_finds_people_and_commands(qtbot: QtBot, window: EventWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, Palette))
    palette._search("ros")
    assert palette._list.row is not None
    assert palette._list.row.title == "Anna Rossi"
    palette._search("pri bad")
    assert palette._list.row.title == "Print a badge"
    palette._choose()
    assert page_of(window).codes == ["badge"]


def test_f1_shows_the_keys(qtbot: QtBot, window: EventWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    sheet = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, ShortcutSheet))
    words = [label.text() for label in sheet.findChildren(QLabel)]
    assert "Alt+Enter" in words, "as it is written on the key, once"
    assert "Ctrl+Shift+Z or Ctrl+Y" in words
    sheet.accept()


def test_undo_and_redo_name_the_people(qtbot: QtBot, window: EventWindow, desk: Desk) -> None:
    desk.do(RegisterWalkIn("Anna Rossi", "Smart Grid Hub", "IT", "EU"))
    desk.do(RegisterWalkIn("Emily Ross", "Battery Cluster", "US", "US"))
    desk.do(SetTables(2))
    found = desk.read(hall)
    anna, emily = (
        one for name in ("Anna Rossi", "Emily Ross") for one in found.diaries if found.diaries[one].name == name
    )
    desk.do(SeatPeople((anna, emily), list(found.slots)[-1], next(iter(found.tables))))
    said_now = said(window)
    window.undo()
    qtbot.waitUntil(lambda: said_now().startswith("Undone: seat people"))
    window.redo()
    qtbot.waitUntil(lambda: said_now() == "Done again: seat people, Anna Rossi and Emily Ross.")
    for _ in range(2):
        window.undo()
    qtbot.waitUntil(lambda: "set" in said_now().lower() or "tables" in said_now())
    window.undo()
    qtbot.waitUntil(lambda: said_now() == "Undone: register walk-in, Emily Ross.")


def test_a_long_menu_is_one_list_however_low_the_screen_is(qtbot: QtBot, window: EventWindow) -> None:
    many = [Command(f"many.{number}", f"Command {number}", lambda: None) for number in range(60)]
    made = menu(many, window)
    qtbot.addWidget(made)
    made.popup(window.mapToGlobal(window.rect().topLeft()))
    assert made.height() <= QApplication.primaryScreen().geometry().height()
    assert {made.actionGeometry(action).left() for action in made.actions()} == {
        made.actionGeometry(made.actions()[0]).left()
    }
    made.close()
