"""On a screen of 800 x 600, and at twice the size on a laptop of 1920 x 1080, every word of every page and tab is whole.

What is too long for any screen ends with dots and is whole in its tooltip; that is no cut.
"""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from pytestqt.qtbot import QtBot

from eccp_desktop.base.clock import HeldClock, ShiftedClock
from eccp_desktop.desk.opening import new_desk, open_desk
from eccp_desktop.ui.appearance import Appearance
from eccp_desktop.ui.memory import Memory
from eccp_desktop.ui.pages.catalogue import PAGES
from eccp_desktop.ui.shell.open_event import OpenEvent
from tests.fairs import FAIR, FillFair
from tests.ui.shell.whole_words import SIZES, cut, nameless, tabs

BUSY = 5_000
"""Milliseconds that a busy machine has to lay a page out."""


@pytest.fixture
def event(
    qtbot: QtBot, tmp_path: Path, clock: HeldClock, memory: Memory, appearance: Appearance
) -> Iterator[OpenEvent]:
    path = tmp_path / "fair.eccp"
    desk = new_desk(path, clock, "MK")
    desk.do(FAIR)
    desk.do(FillFair(people=40, meetings=60, waiting=4))
    desk.close()
    shifted = ShiftedClock(clock)
    event = OpenEvent(open_desk(path, shifted, "AB"), PAGES, shifted, memory, appearance)
    event.window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(event.window)
    yield event
    event.close()


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("name", [place.name for place in PAGES])
def test_every_word_of_a_page_is_whole_and_every_control_has_a_name(
    qtbot: QtBot, event: OpenEvent, name: str, size: QSize
) -> None:
    event.window.resize(size)
    with qtbot.waitExposed(event.window):
        event.window.show()
    page = event.window.open_page(name)
    assert page is not None
    found: list[str] = []
    for tab in tabs(page):
        qtbot.wait(150)  # panels are filled piece by piece
        with suppress(qtbot.TimeoutError):
            qtbot.waitUntil(lambda: not cut(page), timeout=BUSY)
        found += [f"{tab}: {words}" for words in (*cut(page), *nameless(page))]
    assert not found
