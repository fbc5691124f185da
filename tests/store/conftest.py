"""An event with a frame, open at a desk."""

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest

from eccp_desktop.actions.create_event import CreateEvent
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.opening import new_desk

FAIR = CreateEvent(
    name="Fair",
    zone="Europe/Berlin",
    days=(date(2016, 4, 25), date(2016, 4, 26)),
    sessions=((time(9), time(12, 30)), (time(14), time(17, 30))),
    tables=6,
    sides=("EU", "US"),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "fair.eccp"


@pytest.fixture
def desk(path: Path, clock: HeldClock) -> Iterator[Desk]:
    desk = new_desk(path, clock, "MK")
    desk.do(FAIR)
    yield desk
    desk.close()
