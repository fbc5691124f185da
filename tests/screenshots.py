"""Pictures of every page, light, dark and at 200 %: `python -m tests.screenshots OUT [EVENT]`.

Without an event file a made-up fair is used. The file is copied first, and the clock moved to the middle of its first morning.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QElapsedTimer, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

from eccp_desktop.app import make_application
from eccp_desktop.base.clock import ShiftedClock, SystemClock
from eccp_desktop.base.paths import HOME_VARIABLE
from eccp_desktop.desk.opening import open_desk
from eccp_desktop.store.reads.strip import first_moment
from eccp_desktop.ui.appearance import Appearance, Choice
from eccp_desktop.ui.memory import Memory
from eccp_desktop.ui.pages.catalogue import PAGES
from eccp_desktop.ui.shell.open_event import OpenEvent
from eccp_desktop.ui.shell.rail import RailItem
from eccp_desktop.ui.shell.start_window import StartWindow

SIZE = 1360, 860
INTO_THE_MORNING = timedelta(minutes=64)
SETTLE = 700
"""Milliseconds in which a page reads and paints."""

LONGEST = 15_000
"""Milliseconds that a preview may take on a busy machine."""


def settle(milliseconds: int = SETTLE) -> None:
    """Let the window work."""
    clock = QElapsedTimer()
    clock.start()
    while clock.elapsed() < milliseconds or (clock.elapsed() < LONGEST and _busy()):
        QApplication.processEvents()


def _busy() -> bool:
    return any(thread.name == "job" for thread in threading.enumerate())


def picture(widget: QWidget, path: Path) -> None:
    """Save what a window shows."""
    settle()
    widget.grab().save(str(path))


def show_tabs(event: OpenEvent, out: Path, suffix: str) -> None:
    """The tabs of pages that have them."""
    page = event.window.page
    tabs = getattr(page, "tabs", None)
    if page is None or tabs is None:
        return
    for key in list(tabs.keys)[1:]:
        tabs.choose(key)
        picture(event.window, out / f"{page.name}-{key}{suffix}.png")
    tabs.choose(tabs.keys[0])


def take(out: Path, path: Path, themes: tuple[Choice, ...], suffix: str) -> None:
    """Open the event and take a picture of every page in every theme."""
    application = make_application()
    appearance = Appearance(application, themes[0])
    start = StartWindow([path])
    for choice in themes:
        appearance.choose(choice)
        start.show()
        picture(start, out / f"start-{choice.value}{suffix}.png")
    start.close()
    clock = ShiftedClock(SystemClock())
    desk = open_desk(path, clock, "MK")
    event = OpenEvent(desk, PAGES, clock, Memory(path.with_suffix(".json")), appearance)
    first = desk.read(first_moment)
    if first is not None:
        event.rehearsal.move_to(first + INTO_THE_MORNING)
        event.window.banner.hide()
    event.window.resize(*SIZE)
    event.window.show()
    for item in event.window.rail.findChildren(RailItem):
        item.setAttribute(
            Qt.WidgetAttribute.WA_TransparentForMouseEvents
        )  # the pointer of this platform stands in a corner
    only = os.environ.get("ECCP_PAGES", "").split()
    for choice in themes:
        appearance.choose(choice)
        for place in PAGES:
            if only and place.name not in only:
                continue
            try:
                event.window.open_page(place.name)
            except ModuleNotFoundError as missing:
                print(f"{place.name}: {missing}", file=sys.stderr)
                continue
            picture(event.window, out / f"{place.name}-{choice.value}{suffix}.png")
            if choice is themes[0]:
                show_tabs(event, out, f"-{choice.value}{suffix}")
    event.window.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    event.close()


@contextmanager
def copied(source: Path | None) -> Iterator[Path]:
    """A copy of the event (or of a made-up fair) in a folder that goes afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ[HOME_VARIABLE] = folder
        path = Path(folder) / (source.name if source else "Hannover 2016.eccp")
        if source:
            shutil.copy(source, path)
        else:
            from tests.fairs import fair

            fair(path, SystemClock()).close()
        yield path


def main(out: Path, source: Path | None) -> None:
    """Take the pictures; 200 % needs a process of its own."""
    out.mkdir(parents=True, exist_ok=True)
    large = "QT_SCALE_FACTOR" in os.environ
    if not large and "ECCP_ONE_SCALE" not in os.environ:
        arguments = [sys.executable, "-m", "tests.screenshots", str(out), *([str(source)] if source else [])]
        subprocess.run(arguments, env={**os.environ, "QT_SCALE_FACTOR": "2"}, check=True)
    with copied(source) as path:
        take(out, path, (Choice.LIGHT,) if large else (Choice.LIGHT, Choice.DARK), "-200" if large else "")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
