"""A dressed application, and an event with a desk."""

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from eccp_desktop.actions.create_event import CreateEvent
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.base.paths import config_dir
from eccp_desktop.desk.desk import Desk
from eccp_desktop.store.event_file import EventFile, create_event_file
from eccp_desktop.store.incarnations import Incarnations
from eccp_desktop.ui.appearance import Appearance, Choice
from eccp_desktop.ui.memory import Memory
from eccp_desktop.ui.signals import DeskSignals


@pytest.fixture(scope="session")
def appearance(qapp) -> Appearance:  # type: ignore[no-untyped-def]  # pytest-qt's fixture
    return Appearance(qapp, Choice.LIGHT)


@pytest.fixture
def memory(home: Path) -> Memory:
    return Memory(home / "window.json")


@pytest.fixture
def desk(tmp_path: Path, clock: HeldClock) -> Iterator[Desk]:
    path = tmp_path / "fair.eccp"
    create_event_file(path)
    desk = Desk(EventFile(path, clock, Incarnations(config_dir(), "Laptop A"), "MK"))
    sessions = ((time(9), time(12, 30)), (time(14), time(17, 30)))
    days = (date(2016, 4, 25), date(2016, 4, 26))
    desk.do(CreateEvent("Fair", "Europe/Berlin", days, sessions, sides=("EU", "US")))
    yield desk
    desk.close()


@pytest.fixture
def signals(qtbot: QtBot, desk: Desk) -> DeskSignals:
    return DeskSignals(desk)
