"""The four pictures of the README: `python -m tests.readme_pictures [OUT]`, from the demo event's first morning."""

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from eccp_desktop.app import make_application
from eccp_desktop.base.clock import ShiftedClock, SystemClock
from eccp_desktop.base.paths import HOME_VARIABLE
from eccp_desktop.desk.opening import open_desk
from eccp_desktop.store.reads.strip import first_moment
from eccp_desktop.ui.appearance import Appearance, Choice
from eccp_desktop.ui.memory import Memory
from eccp_desktop.ui.pages.catalogue import PAGES
from eccp_desktop.ui.shell.open_event import OpenEvent
from tests.demo_morning import demo_morning
from tests.pictures.stage import settle
from tests.screenshots import INTO_THE_MORNING

OUT = Path(__file__).resolve().parent.parent / "build_spec" / "pictures"
SIZE = 1280, 800
PREVIEW = 2500
"""Milliseconds in which a page settles, the print preview too."""


def take(event: OpenEvent, out: Path) -> None:
    """A picture of each of the four pages, the Desk with a search that has an answer."""
    window = event.window
    for name in ("desk", "now", "timetable", "print"):
        window.open_page(name)
        settle(PREVIEW)
        if name == "desk":
            field = window.focusWidget()
            assert isinstance(field, QLineEdit)
            QTest.keyClicks(field, "ros")
            settle(PREVIEW)
        window.grab().save(str(out / f"{name}.png"))


def main(out: Path) -> None:
    """Make the demo event, play its first hour, and take the pictures."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        os.environ[HOME_VARIABLE] = folder
        path = demo_morning(Path(folder))
        appearance = Appearance(make_application(), Choice.LIGHT)
        clock = ShiftedClock(SystemClock())
        desk = open_desk(path, clock, "MK")
        event = OpenEvent(desk, PAGES, clock, Memory(path.with_suffix(".json")), appearance)
        first = desk.read(first_moment)
        assert first is not None
        event.rehearsal.move_to(first + INTO_THE_MORNING)
        event.window.banner.hide()
        event.window.resize(*SIZE)
        event.window.show()
        QCursor.setPos(0, 4 * SIZE[1])  # nothing lights up under the pointer
        take(event, out)
        event.window.close()
        event.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else OUT)
