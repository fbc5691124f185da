"""Pictures of every page and its tabs: `python -m tests.screenshots OUT [EVENT] [--page NAME] [--state empty] ...`.

Without an event file made-up fairs are used. The file is copied first, and the clock moved to the middle of its first morning.
Unless told, every page is taken light and dark, and light at 200 %.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QElapsedTimer, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

from eccp_desktop.app import make_application
from eccp_desktop.base.clock import ShiftedClock, SystemClock
from eccp_desktop.base.paths import HOME_VARIABLE
from eccp_desktop.desk.opening import new_desk, open_desk
from eccp_desktop.store.reads.strip import first_moment
from eccp_desktop.ui.appearance import Appearance, Choice
from eccp_desktop.ui.memory import Memory
from eccp_desktop.ui.pages.catalogue import PAGES
from eccp_desktop.ui.shell.open_event import OpenEvent
from eccp_desktop.ui.shell.rail import RailItem
from eccp_desktop.ui.shell.start_window import StartWindow

SIZE = "1360x860"
INTO_THE_MORNING = timedelta(minutes=64)
SETTLE = 700
"""Milliseconds in which a page reads and paints."""

LONGEST = 15_000
"""Milliseconds that a preview may take on a busy machine."""


STATES = ("empty", "normal", "crowded")


@dataclass(frozen=True, slots=True)
class Wish:
    """What to take: `size` is the window's, and in every theme."""

    out: Path
    pages: tuple[str, ...]
    themes: tuple[Choice, ...]
    size: tuple[int, int]
    suffix: str


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


def take(wish: Wish, path: Path) -> None:
    """Open the event and take a picture of every wanted page in every theme."""
    application = make_application()
    appearance = Appearance(application, wish.themes[0])
    start = StartWindow([path])
    for choice in wish.themes:
        appearance.choose(choice)
        start.show()
        if "start" in wish.pages:
            picture(start, wish.out / f"start-{choice.value}{wish.suffix}.png")
    start.close()
    clock = ShiftedClock(SystemClock())
    desk = open_desk(path, clock, "MK")
    event = OpenEvent(desk, PAGES, clock, Memory(path.with_suffix(".json")), appearance)
    first = desk.read(first_moment)
    if first is not None:
        event.rehearsal.move_to(first + INTO_THE_MORNING)
        event.window.banner.hide()
    event.window.setMinimumSize(1, 1)
    event.window.resize(*wish.size)
    event.window.show()
    for item in event.window.rail.findChildren(RailItem):
        item.setAttribute(
            Qt.WidgetAttribute.WA_TransparentForMouseEvents
        )  # the pointer of this platform stands in a corner
    for choice in wish.themes:
        appearance.choose(choice)
        for place in PAGES:
            if place.name in wish.pages:
                event.window.open_page(place.name)
                picture(event.window, wish.out / f"{place.name}-{choice.value}{wish.suffix}.png")
                show_tabs(event, wish.out, f"-{choice.value}{wish.suffix}")
    event.window.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    event.close()


@contextmanager
def copied(source: Path | None, state: str) -> Iterator[Path]:
    """A copy of the event (or of a made-up fair in this state) in a folder that goes afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ[HOME_VARIABLE] = folder
        path = Path(folder) / (source.name if source else "Hannover 2016.eccp")
        if source:
            shutil.copy(source, path)
        elif state == "crowded":
            from tests.benchmarks.fair_files import fair_file

            shutil.move(fair_file("large", Path(folder)), path)
        else:
            from tests.fairs import FAIR, fair

            desk = fair(path, SystemClock()) if state == "normal" else new_desk(path, SystemClock(), "MK")
            if state == "empty":
                desk.do(FAIR)
            desk.close()
        yield path


def arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots", description="Takes pictures of the pages.")
    names = ["start", *(place.name for place in PAGES)]
    parser.add_argument("out", type=Path, help="folder for the pictures")
    parser.add_argument("event", type=Path, nargs="?", help="event file to show instead of a made-up fair")
    parser.add_argument("--page", action="append", choices=names, help="only this page; may be repeated")
    parser.add_argument("--state", action="append", choices=STATES, help="of the made-up fair; may be repeated")
    parser.add_argument("--theme", action="append", choices=("light", "dark"), help="only this one; may be repeated")
    parser.add_argument("--scale", type=int, action="append", choices=(100, 200), help="per cent; may be repeated")
    parser.add_argument("--size", default=SIZE, help=f"of the window, {SIZE} unless told")
    found = parser.parse_args()
    found.page = found.page or names
    return found


def main(asked: argparse.Namespace) -> None:
    """Take the pictures; each state and scale needs a process of its own."""
    asked.out.mkdir(parents=True, exist_ok=True)
    states, scales = asked.state or ["normal"], asked.scale or [100, 200]
    if len(states) * len(scales) > 1 or os.environ.get("QT_SCALE_FACTOR", "1") != str(scales[0] // 100):
        for state in states:
            for scale in scales:
                _apart(asked, state, scale)
        return
    themes = asked.theme or (["light"] if scales == [200] else ["light", "dark"])
    size = tuple(int(side) for side in asked.size.split("x"))
    parts = [states[0] if states != ["normal"] else "", asked.size if asked.size != SIZE else ""]
    parts.append("200" if scales == [200] else "")
    suffix = "".join(f"-{part}" for part in parts if part)
    with copied(asked.event, states[0]) as path:
        take(Wish(asked.out, tuple(asked.page), tuple(map(Choice, themes)), (size[0], size[1]), suffix), path)


def _apart(asked: argparse.Namespace, state: str, scale: int) -> None:
    command = [sys.executable, "-m", "tests.screenshots", str(asked.out), *([str(asked.event)] if asked.event else [])]
    for name, values in (("page", asked.page), ("theme", asked.theme or []), ("state", [state])):
        command += [f"--{name}={value}" for value in values]
    command += [f"--scale={scale}", f"--size={asked.size}"]
    subprocess.run(command, env={**os.environ, "QT_SCALE_FACTOR": str(scale // 100)}, check=True)


if __name__ == "__main__":
    main(arguments())
