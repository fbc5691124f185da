"""Kills a laptop in the middle of its work."""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def work_until_killed(
    event: Path, steps: int, moment: datetime = datetime(2016, 4, 25, 9, 15), codes: tuple[str, ...] = ()
) -> list[str]:
    """Let a window of its own process work from a moment on, and kill it at a step; answers the units that it said were saved.

    It scans the badges with these codes, or those of everybody who is expected.
    """
    command = [sys.executable, "-m", "tests.journeys.living_window", str(event), moment.isoformat(), *codes]
    acknowledged = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, text=True, env=os.environ) as window:
        assert window.stdout is not None
        for line in window.stdout:
            acknowledged.append(line.strip())
            if len(acknowledged) == steps:
                window.kill()
                break
    assert len(acknowledged) == steps, "the window ended by itself"
    return acknowledged
