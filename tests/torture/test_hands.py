"""Hands that do anything leave the window answering and the event whole. The long run is `python -m tests.torture.hands`."""

import os
import subprocess
import sys

from tests.torture.hands import ROOT

WISH = ("--seed", "7", "--steps", "40", "--longest", "10")
"""A machine that runs all tests at once is slow; how long the window is held up is for the long run to say."""


def test_whatever_hands_do_the_window_answers_and_the_event_is_whole() -> None:
    command = [sys.executable, "-X", "faulthandler", "-m", "tests.torture.hands", *WISH]
    done = subprocess.run(command, cwd=ROOT, env=os.environ, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
