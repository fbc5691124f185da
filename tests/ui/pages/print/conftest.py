"""The Print page over a fair of six people."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.ui.appearance import Appearance
from eccp_desktop.ui.memory import Memory
from eccp_desktop.ui.pages.print import PrintPage
from eccp_desktop.ui.signals import DeskSignals
from tests.fairs import FillFair


@pytest.fixture
def page(
    qtbot: QtBot, appearance: Appearance, desk: Desk, signals: DeskSignals, clock: HeldClock, memory: Memory
) -> Iterator[PrintPage]:
    desk.do(FillFair(people=6, meetings=5, waiting=0))
    page = PrintPage(desk, signals, clock, memory)
    page.resize(1100, 700)
    page.show()
    page.build()
    yield page
    qtbot.waitUntil(lambda: page.previewing.at_rest)
    page.close()
    page.deleteLater()
