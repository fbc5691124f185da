"""Every sheet and menu: its words are whole, its controls have names, and it fits on a small screen, in both themes."""

import pkgutil
from collections.abc import Callable, Iterator
from datetime import date, datetime
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

import eccp_desktop.ui
from eccp_desktop.actions.edit_staff import AddStaff
from eccp_desktop.base.clock import HeldClock, ShiftedClock
from eccp_desktop.base.trouble import Trouble
from eccp_desktop.desk.earlier_event import frame_of
from eccp_desktop.desk.opening import new_desk, open_desk
from eccp_desktop.store.reads.desk_list import desk_people
from eccp_desktop.ui.appearance import Appearance, Choice
from eccp_desktop.ui.kit.sheet import Sheet
from eccp_desktop.ui.memory import Memory
from eccp_desktop.ui.pages.catalogue import PAGES
from eccp_desktop.ui.pages.desk.late_time import LateTimeSheet
from eccp_desktop.ui.pages.desk.page import DeskPage
from eccp_desktop.ui.pages.event.copies_sheet import CopiesSheet
from eccp_desktop.ui.pages.event.page import EventPage
from eccp_desktop.ui.pages.now.page import NowPage
from eccp_desktop.ui.pages.timetable.page import TimetablePage
from eccp_desktop.ui.shell.earlier_event import EarlierEventSheet
from eccp_desktop.ui.shell.new_event import NewEventSheet
from eccp_desktop.ui.shell.open_event import OpenEvent
from eccp_desktop.ui.shell.restore_sheet import BackupLine, RestoreSheet
from tests.fairs import FAIR, FillFair
from tests.ui.shell.whole_words import SIZES, cut, nameless

TODAY = date(2016, 4, 25)
MORNING = datetime(2016, 4, 25, 10, 4)
ANOTHER_DAY = date(2017, 4, 24)


@pytest.fixture
def event(
    qtbot: QtBot, tmp_path: Path, clock: HeldClock, memory: Memory, appearance: Appearance
) -> Iterator[OpenEvent]:
    path = tmp_path / "fair.eccp"
    desk = new_desk(path, clock, "MK")
    desk.do(FAIR)
    desk.do(FillFair(people=40, meetings=60, waiting=4))
    desk.do(AddStaff("MK", "Marta Kowalska"))
    desk.close()
    shifted = ShiftedClock(clock)
    event = OpenEvent(open_desk(path, shifted, "AB"), PAGES, shifted, memory, appearance)
    event.window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(event.window)
    event.rehearsal.move_to(MORNING)
    yield event
    appearance.choose(Choice.LIGHT)
    event.close()


def openings(event: OpenEvent) -> Iterator[Callable[[], object]]:
    """One after the other, what opens each of the sheets."""
    window, desk = event.window, event.desk
    copies = [Path(f"Hannover 2016.2016042{day}T080000000000.eccp") for day in range(1, 9)]
    trouble = Trouble("W.eccp is not an event file, or it is damaged.", "Nothing in it was changed.", "Open another.")
    yield window._open_palette
    yield window._show_keys
    yield lambda: window.show_trouble(trouble)
    yield event._ask_actor
    yield RestoreSheet([BackupLine(copy, MORNING, "15 minutes ago") for copy in copies], window).open
    yield NewEventSheet("Europe/Berlin", TODAY, window).open
    yield EarlierEventSheet(frame_of(desk.file.path, desk.file.clock), ANOTHER_DAY, window).open
    yield CopiesSheet(copies, window).open
    yield LateTimeSheet(desk.read(desk_people)[0], MORNING, TODAY, window).open
    yield from of_the_event(event)
    now = event.window.open_page("now")
    assert isinstance(now, NowPage)
    now.settle()
    now.map.select_table(next(table.id for table in now.board.tables if table.meeting))
    yield now.deeds.close_table
    yield lambda: now.day_end.cancel_rest(None)
    yield now.day_end.settle_past
    timetable = event.window.open_page("timetable")
    assert isinstance(timetable, TimetablePage)
    yield timetable.hands.arrange_meeting


def of_the_event(event: OpenEvent) -> Iterator[Callable[[], object]]:
    page = event.window.open_page("event")
    assert isinstance(page, EventPage)
    page.open_tab("programme")
    page.programme._table.select_line(0)
    yield page.programme.change
    yield page.programme.add
    yield page.programme.move_day
    yield page.programme.remove
    page.open_tab("tables")
    yield page.tables.ask_for_number
    yield page.tables.ask_for_closures
    yield page.sides._ask_new
    yield page.papers.languages._ask
    yield page.staff.add
    yield page.country_pages.add
    yield page.copies.ask_who_is_erased


@pytest.mark.parametrize("theme", [Choice.LIGHT, Choice.DARK], ids=str)
@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_every_sheet_can_be_read_and_used_on_a_small_screen(
    qtbot: QtBot, event: OpenEvent, appearance: Appearance, size: QSize, theme: Choice
) -> None:
    appearance.choose(theme)
    event.window.resize(size)
    with qtbot.waitExposed(event.window):
        event.window.show()
    seen: set[str] = set()
    found: list[str] = []
    for opening in openings(event):
        opening()
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
        sheet = QApplication.activeModalWidget()
        assert sheet is not None
        qtbot.wait(30)  # lines that wrap are measured once the sheet is there
        name = type(sheet).__name__
        seen.add(name)
        found += [f"{name}: {what}" for what in (*cut(sheet), *nameless(sheet))]
        if sheet.height() > size.height() or sheet.width() > size.width():
            found.append(f"{name} is {sheet.width()} x {sheet.height()}")
        sheet.close()
    assert not found
    assert {sheet.__name__ for sheet in all_sheets()} <= seen, "a sheet that this test does not open"


def all_sheets() -> set[type[Sheet]]:
    """Every kind of sheet that the window has."""
    for module in pkgutil.walk_packages(eccp_desktop.ui.__path__, "eccp_desktop.ui."):
        import_module(module.name)
    found, new = set[type[Sheet]](), set(Sheet.__subclasses__())
    while new:
        found |= new
        new = {further for sheet in new for further in sheet.__subclasses__()} - found
    return {sheet for sheet in found if sheet.__module__.startswith("eccp_desktop.")}


def test_every_line_of_every_menu_has_words(qtbot: QtBot, event: OpenEvent) -> None:
    with qtbot.waitExposed(event.window):
        event.window.show()
    opened = 0
    for place in PAGES:
        page = event.window.open_page(place.name)
        openings: list[Callable[[], object]] = [event.window._show_menu]
        if isinstance(page, DeskPage):
            page.show_thing(event.desk.read(desk_people)[0].id)
            openings.append(page._offer_late)
        for opening in openings:
            opening()
            menu = QApplication.activePopupWidget()
            assert isinstance(menu, QMenu)
            wordless = [action for action in menu.actions() if not action.isSeparator() and not action.text().strip()]
            assert not wordless, place.name
            opened += 1
            menu.close()
    assert opened > len(PAGES)
