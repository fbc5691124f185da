"""`self-test`: starts everything that a bundle has to carry."""

import os
import tempfile
from pathlib import Path

from eccp_desktop.base.trouble import Trouble
from eccp_desktop.cli.answers import say
from eccp_desktop.cli.options import AsJson

_PARTS = ("event file", "import", "engine", "papers", "window")


def self_test(as_json: AsJson = False) -> None:
    """Start everything once, in a temporary folder: database, import, engine, a PDF, an offscreen window."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as folder:
        try:
            _try_all(Path(folder))
        except Exception as error:  # whatever a broken bundle raises is the finding
            raise Trouble(
                f"The program does not work on this machine: {type(error).__name__}: {error}.",
                "No event was touched.",
                "Install the program again; if that does not help, report this sentence.",
            ) from error
    say(f"All of it works: {', '.join(_PARTS)}.", {"ok": True, "parts": list(_PARTS)}, as_json=as_json)


def _try_all(folder: Path) -> None:
    from eccp_desktop.base.clock import ShiftedClock, SystemClock
    from eccp_desktop.base.paths import HOME_VARIABLE
    from eccp_desktop.desk.demo import make_demo

    os.environ[HOME_VARIABLE] = str(folder / "home")
    clock = ShiftedClock(SystemClock())
    made = make_demo(folder, clock, lambda what, sentence: None, seconds=2)
    if not all(paper.read_bytes().startswith(b"%PDF") for paper in made.papers):
        raise AssertionError("a paper is no PDF")
    _try_window(made.event)


def _try_window(event: Path) -> None:
    from eccp_desktop.app import Program, make_application

    application = make_application()
    program = Program(application)
    try:
        if not program.open(event) or program.event is None:
            raise AssertionError("the window did not open")
        for _ in range(10):
            application.processEvents()
        if program.event.window.grab().isNull():
            raise AssertionError("the window draws nothing")
    finally:
        program.close()
