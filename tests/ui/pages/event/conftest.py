"""The Event page of the event that a test has prepared."""

import pytest
from pytestqt.qtbot import QtBot

from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.ui.appearance import Appearance
from eccp_desktop.ui.memory import Memory
from eccp_desktop.ui.pages.event.page import EventPage
from eccp_desktop.ui.signals import DeskSignals


@pytest.fixture
def page(
    qtbot: QtBot, desk: Desk, signals: DeskSignals, clock: HeldClock, memory: Memory, appearance: Appearance
) -> EventPage:
    page = EventPage(desk, signals, clock, memory)
    qtbot.addWidget(page)
    page.build()
    page.show()
    return page
