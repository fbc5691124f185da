"""The window without an event: the first run, with recent events, and the forms behind its buttons."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from eccp_desktop.base.clock import SystemClock
from eccp_desktop.base.progress import Progress
from eccp_desktop.base.trouble import Trouble
from eccp_desktop.desk.earlier_event import frame_of
from eccp_desktop.ui.kit.trouble_dialog import TroubleDialog
from eccp_desktop.ui.shell.earlier_event import EarlierEventSheet
from eccp_desktop.ui.shell.new_event import NewEventSheet
from eccp_desktop.ui.shell.start_window import StartWindow
from tests.pictures.stage import picture

SMALLEST = 560, 480


def play(path: Path, out: Path, suffix: str) -> None:
    """Take the pictures of the start window; `path` is an event that was open before."""

    def take(window: StartWindow, name: str) -> None:
        picture(window, out / f"start{name}{suffix}.png")

    today = date(2016, 4, 18)
    with _window([]) as first_run:
        take(first_run, "")
        first_run.progress.start("Making the demo event", stoppable=False)
        first_run.progress.report(Progress(0, 0, "Timetable: 350 of 350 meetings placed"))
        take(first_run, "-demo")
        first_run.progress.finish()
        NewEventSheet("Europe/Berlin", today, first_run).open()
        take(first_run, "-new")
    with _window([]) as window:
        sheet = NewEventSheet("Europe/Berlin", today, window)
        sheet.open()
        sheet.intent()
        take(window, "-new-refused")
    long = Path("/media/usb-stick/European Cluster Collaboration Platform/2016/Matchmaking at the Hannover Messe")
    recent = [path, long / "EU-US Cluster Matchmaking at the Hannover Messe 2016, second day.eccp", long / "W.eccp"]
    with _window(recent) as window:
        take(window, "-recent")
        EarlierEventSheet(frame_of(path, SystemClock()), today, window).open()
        take(window, "-earlier")
    with _window(recent) as window:
        window.resize(*SMALLEST)
        take(window, "-small")
        trouble = Trouble("There is no file W.eccp.", "", "Check the name, or start a new event.")
        TroubleDialog(trouble, parent=window).open()
        take(window, "-missing")


@contextmanager
def _window(recent: list[Path]) -> Iterator[StartWindow]:
    window = StartWindow(recent)
    window.show()
    yield window
    window.close()
