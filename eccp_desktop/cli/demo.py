"""`demo`: the whole main job on a made-up event."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from eccp_desktop.base.clock import SystemClock
from eccp_desktop.cli.answers import say
from eccp_desktop.cli.options import AsJson


def demo(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where to write it.")] = Path("demo-event"),
    no_window: Annotated[bool, typer.Option("--no-window", help="Do not open the window afterwards.")] = False,
    as_json: AsJson = False,
) -> None:
    """Make the demo event, do the main job on it - import, timetable, papers, exports, report - and open the window."""
    from eccp_desktop.desk.demo import make_demo

    def tell(what: str, sentence: str) -> None:
        if not as_json:
            typer.echo(f"{what:<10} {sentence}")

    made = make_demo(folder, SystemClock(), tell)
    facts = {
        "event": str(made.event),
        "papers": [str(path) for path in made.papers],
        "exports": [str(path) for path in made.exports],
        "report": made.report.as_facts(),
    }
    shown = not no_window and has_display()
    say(
        f"\nEverything lies in {folder.resolve()}.\n" + _what_now(made.event, shown=shown, asked=not no_window),
        facts,
        as_json=as_json,
    )
    if shown:
        from eccp_desktop.app import run

        raise typer.Exit(run(made.event, rehearsed=True))


def has_display() -> bool:
    """Whether a window would be seen: on Linux somebody has to run a display, elsewhere there always is one."""
    if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return False
    if sys.platform.startswith("linux"):
        return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return True


def _what_now(event: Path, *, shown: bool, asked: bool) -> str:
    if shown:
        return "The window opens."
    why = "This machine has no display, so no window was opened. " if asked else ""
    return f"{why}To open it where there is one: eccp-desktop open {event}"
