"""A page whose read takes long is read beside the window, and shows in the end what the store says."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from eccp_desktop.actions.edit_event import EditEvent
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.store.reads.strip import event_line
from eccp_desktop.ui.appearance import Appearance
from eccp_desktop.ui.memory import Memory
from eccp_desktop.ui.pages.reading import SLOW, ReadingPage
from eccp_desktop.ui.signals import DeskSignals
from tests.fairs import FillFair, fair


class NamePage(ReadingPage[str]):
    """Shows the event's name, after long thought."""

    name = "name"
    title = "Name"
    touched_by = ("event",)

    def _create(self) -> None:
        self.names: list[str] = []

    @staticmethod
    def read(desk: Desk) -> str:
        begun = time.thread_time()
        line = desk.read(event_line)
        while time.thread_time() - begun < SLOW:
            pass
        return line.name if line is not None else ""

    def _show(self, found: str) -> None:
        self.names.append(found)


@pytest.fixture
def desk(tmp_path: Path, clock: HeldClock) -> Iterator[Desk]:
    desk = fair(tmp_path / "fair.eccp", clock, FillFair(people=4, meetings=2, waiting=0))
    yield desk
    desk.close()


@pytest.fixture
def page(
    qtbot: QtBot, desk: Desk, signals: DeskSignals, clock: HeldClock, memory: Memory, appearance: Appearance
) -> NamePage:
    page = NamePage(desk, signals, clock, memory)
    qtbot.addWidget(page)
    return page


def rename(desk: Desk, name: str) -> None:
    desk.do(EditEvent(name, "Europe/Berlin"))


def test_the_first_time_it_is_there_at_once(page: NamePage) -> None:
    page.build()
    assert page.names == ["Hannover 2016"]


def test_then_it_goes_on_showing_what_it_has_until_the_new_is_there(qtbot: QtBot, page: NamePage, desk: Desk) -> None:
    page.build()
    page.show()
    page.refresh()
    assert page.names == ["Hannover 2016"]
    qtbot.waitUntil(lambda: len(page.names) == 2)


def test_what_changes_while_it_is_read_is_read_again(qtbot: QtBot, page: NamePage, desk: Desk) -> None:
    page.build()
    page.show()
    for name in ("Second", "Third", "Fourth"):
        rename(desk, name)
    qtbot.waitUntil(lambda: page.names[-1] == "Fourth")


def test_a_page_that_was_read_ahead_opens_without_reading(qtbot: QtBot, page: NamePage) -> None:
    page.prepare()
    page.read_ahead()
    qtbot.waitUntil(lambda: page.names == ["Hannover 2016"])
    page.catch_up()
    assert page.names == ["Hannover 2016"]


def test_somebody_who_cannot_wait_for_the_reading_ahead_gets_it_at_once_and_only_once(
    qtbot: QtBot, page: NamePage
) -> None:
    page.prepare()
    page.read_ahead()
    page.catch_up()
    assert page.names == ["Hannover 2016"]
    qtbot.waitUntil(lambda: page._reader is None)
    assert page.names == ["Hannover 2016"]


def test_a_page_that_was_read_ahead_and_then_changed_reads_again_when_it_is_opened(
    qtbot: QtBot, page: NamePage, desk: Desk
) -> None:
    page.prepare()
    page.read_ahead()
    qtbot.waitUntil(lambda: page.names == ["Hannover 2016"])
    rename(desk, "Second")
    qtbot.waitUntil(lambda: page._stale)
    page.show()
    qtbot.waitUntil(lambda: page.names == ["Hannover 2016", "Second"])
