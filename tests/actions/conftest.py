"""A desk over a fair with a handful of people."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.opening import new_desk
from tests.fairs import FAIR


@pytest.fixture
def desk(tmp_path: Path, clock: HeldClock) -> Iterator[Desk]:
    desk = new_desk(tmp_path / "fair.eccp", clock, "MK")
    desk.do(FAIR)
    yield desk
    desk.close()
