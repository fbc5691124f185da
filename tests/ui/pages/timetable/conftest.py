"""A fair, and the Timetable page open over it."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.ui.appearance import Appearance
from eccp_desktop.ui.memory import Memory
from eccp_desktop.ui.signals import DeskSignals
from tests.fairs import FillFair, fair
from tests.ui.pages.timetable.screen import Screen, opened


@pytest.fixture
def desk(tmp_path: Path, clock: HeldClock) -> Iterator[Desk]:
    clock.advance(timedelta(minutes=-60))
    desk = fair(tmp_path / "fair.eccp", clock, FillFair(people=24, meetings=60, waiting=4))
    yield desk
    desk.close()


@pytest.fixture
def screen(
    qtbot: QtBot, desk: Desk, signals: DeskSignals, clock: HeldClock, memory: Memory, appearance: Appearance
) -> Screen:
    return opened(qtbot, desk, signals, clock, memory)
