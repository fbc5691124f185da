"""Ctrl+K over a real event: people, organisations, tables, pages, and every command of every page."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from eccp_desktop.base.clock import HeldClock, ShiftedClock
from eccp_desktop.store.reads.desk_list import desk_organisations
from eccp_desktop.ui.appearance import Appearance
from eccp_desktop.ui.memory import Memory
from eccp_desktop.ui.pages.catalogue import PAGES
from eccp_desktop.ui.pages.now.page import NowPage
from eccp_desktop.ui.pages.people.page import PeoplePage
from eccp_desktop.ui.pages.timetable.day_grid import Axis
from eccp_desktop.ui.pages.timetable.page import TimetablePage
from eccp_desktop.ui.shell.open_event import OpenEvent
from eccp_desktop.ui.shell.other_words import OTHER_WORDS
from eccp_desktop.ui.shell.palette import Palette
from tests.fairs import FillFair, fair


@pytest.fixture
def event(
    qtbot: QtBot, tmp_path: Path, clock: HeldClock, memory: Memory, appearance: Appearance
) -> Iterator[OpenEvent]:
    shifted = ShiftedClock(clock)
    desk = fair(tmp_path / "fair.eccp", shifted, FillFair(people=12, meetings=12, waiting=1))
    event = OpenEvent(desk, PAGES, shifted, memory, appearance)
    event.window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(event.window)
    event.window.open_page("desk")
    event.window.show()
    event.window.activateWindow()
    yield event
    event.close()


def palette(qtbot: QtBot, event: OpenEvent) -> Palette:
    qtbot.keyClick(event.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    found = QApplication.activeModalWidget()
    assert isinstance(found, Palette)
    return found


def choose(qtbot: QtBot, event: OpenEvent, letters: str) -> None:
    """Ctrl+K, letters, Enter."""
    opened = palette(qtbot, event)
    qtbot.keyClicks(opened._field, letters)
    opened._field.settle()
    qtbot.keyClick(opened._field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def test_a_table_is_found_by_its_number_and_shown_on_now_while_the_event_is_on(qtbot: QtBot, event: OpenEvent) -> None:
    choose(qtbot, event, "7")
    page = event.window.page
    assert isinstance(page, NowPage)
    assert page.map.table is not None
    assert page.map.table.number == 7
    assert page.map.hasFocus()


def test_on_another_day_a_table_is_its_line_of_the_timetable(qtbot: QtBot, event: OpenEvent, clock: HeldClock) -> None:
    clock.advance(timedelta(days=-7))
    choose(qtbot, event, "table 12")
    page = event.window.page
    assert isinstance(page, TimetablePage)
    assert page.bar.axis is Axis.TABLES
    assert page.view.grid_model.day is not None
    assert page.view.grid_model.day.lines[page.view.currentIndex().row()].title == "Table 12"
    assert page.view.hasFocus()


def test_a_table_is_found_though_the_timetable_is_filtered(qtbot: QtBot, event: OpenEvent, clock: HeldClock) -> None:
    clock.advance(timedelta(days=-7))
    page = event.window.open_page("timetable")
    assert isinstance(page, TimetablePage)
    page.bar.filter.setText("nobody of this name")
    qtbot.waitUntil(lambda: page.view.grid_model.rowCount() == 0)
    choose(qtbot, event, "table 3")
    assert page.view.grid_model.day is not None
    assert page.view.grid_model.day.lines[page.view.currentIndex().row()].title == "Table 3"


def test_a_person_and_an_organisation_are_found_without_their_accents(qtbot: QtBot, event: OpenEvent) -> None:
    choose(qtbot, event, "muller")
    page = event.window.page
    assert isinstance(page, PeoplePage)
    assert page.people.table.row is not None
    assert page.people.table.row.name == "Jürgen Müller"
    wanted = next(one for one in event.desk.read(desk_organisations) if "Forlì" in one.name or "Malmö" in one.name)
    choose(qtbot, event, wanted.name.replace("ì", "i").replace("ö", "o"))
    assert page.organisations.table.row is not None
    assert page.organisations.table.row.name == wanted.name


def test_the_palette_does_not_wait_for_pages_that_nobody_opened(qtbot: QtBot, event: OpenEvent) -> None:
    palette(qtbot, event)
    assert not event.window.findChildren(TimetablePage)
    qtbot.waitUntil(lambda: bool(event.window.findChildren(TimetablePage)))


def test_a_command_of_another_page_opens_it_and_is_done(qtbot: QtBot, event: OpenEvent) -> None:
    choose(qtbot, event, "compare two")
    page = event.window.page
    assert isinstance(page, TimetablePage)
    assert page.side.tabs.key == "compare"


def test_a_command_that_needs_something_chosen_opens_its_page_and_says_so(qtbot: QtBot, event: OpenEvent) -> None:
    choose(qtbot, event, "merge the pair")
    page = event.window.page
    assert isinstance(page, PeoplePage)
    assert page.notices.sentence == "Merge the pair: choose first whom or what it is about."


def test_every_command_of_every_page_and_every_page_is_found(qtbot: QtBot, event: OpenEvent) -> None:
    opened = palette(qtbot, event)
    for place in PAGES:
        opened._search(f"go to {place.title}")
        assert opened._list.row is not None
        assert opened._list.row.title == f"Go to {place.title}"
    opened.reject()
    for place in PAGES:
        page = event.window.pages.made(place.name)
        offered = [command for command in page.commands() if not command.keys_only]
        if page is event.window.page:
            offered = [command for command in offered if command.when()]
        opened = palette(qtbot, event)
        for command in offered:
            opened._search(command.title)
            assert command.title in {line.title for line in opened._list.rows_model.rows}, command.id
        opened.reject()


@pytest.mark.parametrize(
    ("letters", "title"),
    [
        ("name on badge", "Correct name or badge"),
        ("reprint label", "Print badge"),
        ("zoom in", "Larger"),
        ("shortcuts", "Keys of this page"),
        ("usb", "Make a backup on a stick"),
    ],
)
def test_a_command_is_found_by_what_people_call_it_besides(
    qtbot: QtBot, event: OpenEvent, letters: str, title: str
) -> None:
    event.window.open_page("people")
    opened = palette(qtbot, event)
    opened._search(letters)
    assert title in {line.title for line in opened._list.rows_model.rows}
    opened.reject()


def test_who_types_the_title_finds_it_before_what_is_only_also_called_so(qtbot: QtBot, event: OpenEvent) -> None:
    opened = palette(qtbot, event)
    opened._search("cancel")
    titles = [line.title for line in opened._list.rows_model.rows]
    opened.reject()
    called_so = [title.casefold().startswith("cancel") or " cancel" in title.casefold() for title in titles]
    assert called_so == sorted(called_so, reverse=True)


def test_other_words_are_given_to_commands_that_exist_and_say_something_new(event: OpenEvent) -> None:
    ids = {command.id: command for command in event.window._commands}
    for place in PAGES:
        ids |= {command.id: command for command in event.window.pages.made(place.name).commands()}
    for id, other in OTHER_WORDS.items():
        assert id in ids, id
        assert not set(other.split()) & set(ids[id].title.casefold().split()), id
