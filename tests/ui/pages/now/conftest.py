"""The small event of tests/event_day.py, six people who are here, and the Now page as the window opens it."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from tests.event_day import Guests, event_desk
from tests.ui.shown_pages import Opened, shown_now


@pytest.fixture
def desk(tmp_path: Path, clock: HeldClock) -> Iterator[Desk]:
    desk = event_desk(tmp_path, clock)
    yield desk
    desk.close()


@pytest.fixture
def people(desk: Desk) -> list[str]:
    """Anna (EU), Emily (US), Marco (EU), Liam (US), Nina (EU), Kim (US); all are here."""
    names = ("Anna Rossi", "Emily Ross", "Marco Roy", "Liam Byrne", "Nina Nagy", "Kim Lee")
    return list(desk.do(Guests(names, presence="here")).values())


@pytest.fixture
def opened(desk: Desk, clock: HeldClock, qtbot: QtBot) -> Opened:
    """Opens the page as the window does."""
    return partial(shown_now, desk, clock, qtbot)
