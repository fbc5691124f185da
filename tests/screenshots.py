"""Pictures of every page in every state: `python -m tests.screenshots OUT [EVENT] [--page NAME] [--state long] ...`.

Without an event file made-up fairs are used. The file is copied first, and the clock moved to the middle of its first morning.
Unless told, the scenes of every page are played light, dark, and light at 200 % (on a display of 1920 x 1080).
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from eccp_desktop.app import make_application
from eccp_desktop.base.paths import HOME_VARIABLE
from eccp_desktop.store.reads.strip import first_moment
from eccp_desktop.ui.appearance import Appearance, Choice
from tests.pictures import desk, event, exchange, now, papers, people, shell, start, timetable
from tests.pictures.fairs import STATES, make_fair
from tests.pictures.stage import Stage, staged

SIZE = "1360x860"
HALF = "960x500"
"""What 200 % leave of a display of 1920 x 1080, without the bars of its system."""

INTO_THE_MORNING = timedelta(minutes=64)

SCENES: dict[str, Callable[[Stage], None]] = {
    "desk": desk.play,
    "now": now.play,
    "people": people.play,
    "exchange": exchange.play,
    "timetable": timetable.play,
    "print": papers.play,
    "event": event.play,
    "shell": shell.play,
}


@dataclass(frozen=True, slots=True)
class Wish:
    """One run: everything in one state, theme, size and scale."""

    out: Path
    pages: tuple[str, ...]
    theme: str
    state: str
    size: str

    @property
    def suffix(self) -> str:
        """What the names of its pictures end with."""
        scale = "200" if os.environ.get("QT_SCALE_FACTOR") == "2" else ""
        state = self.state if self.state != "normal" else ""
        size = self.size if self.size not in (SIZE, HALF) else ""
        return "".join(f"-{part}" for part in (state, self.theme, size, scale) if part)


def take(wish: Wish, path: Path) -> int:
    """Play the scenes over the event; answers how many of them broke off."""
    appearance = Appearance(make_application(), Choice(wish.theme))
    width, _, height = wish.size.partition("x")
    broken = 0
    if "start" in wish.pages:
        start.play(path, wish.out, wish.suffix)
    with staged(path, appearance, (int(width), int(height))) as opened:
        stage = Stage(opened, wish.out, wish.suffix, wish.state)
        first = opened.desk.read(first_moment)
        for name in (name for name in SCENES if name in wish.pages):
            if first is not None:
                stage.at(first + INTO_THE_MORNING)
            try:
                SCENES[name](stage)
            except Exception:
                traceback.print_exc()
                broken += 1
                stage.clear()
    return broken


def arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots", description="Takes pictures of the pages.")
    names = ["start", *SCENES]
    parser.add_argument("out", type=Path, help="folder for the pictures")
    parser.add_argument("event", type=Path, nargs="?", help="event file to show instead of a made-up fair")
    parser.add_argument("--page", action="append", choices=names, help="only this one's scenes; may be repeated")
    parser.add_argument("--state", action="append", choices=STATES, help="of the made-up fair; may be repeated")
    parser.add_argument("--theme", action="append", choices=("light", "dark"), help="only this one; may be repeated")
    parser.add_argument("--scale", type=int, action="append", choices=(100, 200), help="per cent; may be repeated")
    parser.add_argument("--size", help=f"of the window, {SIZE} unless told, at 200 %% {HALF}")
    found = parser.parse_args()
    found.page = found.page or names
    return found


def main(asked: argparse.Namespace) -> int:
    """Take the pictures, each state, theme and scale in a process of its own; answers how many scenes broke off."""
    asked.out.mkdir(parents=True, exist_ok=True)
    themes = {100: asked.theme or ["light", "dark"], 200: asked.theme or ["light"]}
    runs = [
        (state, theme, scale)
        for state, scale in product(asked.state or ["normal"], asked.scale or [100, 200])
        for theme in themes[scale]
    ]
    if len(runs) > 1 or os.environ.get("QT_SCALE_FACTOR", "1") != str(runs[0][2] // 100):
        return sum(_apart(asked, *run) for run in runs)
    state, theme, scale = runs[0]
    size = asked.size or (HALF if scale == 200 else SIZE)
    with tempfile.TemporaryDirectory() as folder:
        os.environ[HOME_VARIABLE] = folder
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_display(Path(folder))}"
        home = Path(folder)
        path = Path(shutil.copy(asked.event, home / asked.event.name)) if asked.event else make_fair(state, home)
        return take(Wish(asked.out, tuple(asked.page), theme, state, size), path)


def _display(folder: Path) -> Path:
    """A display on which menus and sheets find room, as the platform without one reads it."""
    display = {"name": "laptop", "x": 0, "y": 0, "width": 1920, "height": 1080}
    path = folder / "display.json"
    path.write_text(json.dumps({"synchronousWindowSystemEvents": False, "screens": [display]}))
    return path


def _apart(asked: argparse.Namespace, state: str, theme: str, scale: int) -> int:
    command = [sys.executable, "-m", "tests.screenshots", str(asked.out), *([str(asked.event)] if asked.event else [])]
    command += [f"--page={page}" for page in asked.page]
    command += [f"--state={state}", f"--theme={theme}", f"--scale={scale}"]
    command += [f"--size={asked.size}"] if asked.size else []
    return subprocess.run(command, env={**os.environ, "QT_SCALE_FACTOR": str(scale // 100)}).returncode


if __name__ == "__main__":
    sys.exit(main(arguments()))
