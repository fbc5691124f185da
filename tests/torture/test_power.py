"""A laptop that dies loses nothing that it said was saved. The long run is `python -m tests.torture.power`."""

import sys
from pathlib import Path
from random import Random

import pytest

from tests.torture.power import Torture


@pytest.mark.skipif(sys.platform == "win32", reason="waits on a pipe as Unix does")
def test_no_acknowledged_step_is_lost_when_the_desk_is_killed(tmp_path: Path) -> None:
    torture = Torture(tmp_path / "fair.eccp", Random(20160425))
    torture.run(actions=60, most_before_a_kill=30)
    assert torture.kills >= 2
