"""The composition root of the window: makes the application, opens files, and owns every lifetime."""

import locale
import sys
from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QTimer, QTimeZone
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from eccp_desktop.actions.create_event import CreateEvent
from eccp_desktop.actions.start_from_template import StartFromTemplate
from eccp_desktop.base.clock import Clock, ShiftedClock, SystemClock, unmoved
from eccp_desktop.base.i18n import N_
from eccp_desktop.base.paths import config_dir, reports_dir
from eccp_desktop.base.progress import Progress, Report, Stopping
from eccp_desktop.base.resources import resource_path
from eccp_desktop.base.trouble import Trouble
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.earlier_event import frame_of
from eccp_desktop.desk.opening import new_desk, open_desk
from eccp_desktop.domain.codes import is_code
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.store.backups import backups, restore
from eccp_desktop.ui.appearance import Appearance, Choice
from eccp_desktop.ui.commands import Command
from eccp_desktop.ui.job import Job
from eccp_desktop.ui.kit.trouble_dialog import TroubleDialog
from eccp_desktop.ui.memory import Memory
from eccp_desktop.ui.pages.catalogue import PAGES, PagePlace
from eccp_desktop.ui.shell.bug_report import FaultHook
from eccp_desktop.ui.shell.collector import Collector
from eccp_desktop.ui.shell.earlier_event import EarlierEventSheet
from eccp_desktop.ui.shell.new_event import NewEventSheet
from eccp_desktop.ui.shell.open_event import OpenEvent
from eccp_desktop.ui.shell.restore_sheet import BackupLine, RestoreSheet, age
from eccp_desktop.ui.shell.scan_filter import ScanFilter
from eccp_desktop.ui.shell.start_window import (
    StartWindow,
    ask_for_event,
    ask_for_folder,
    recent_files,
    remember_file,
)
from eccp_desktop.ui.texts import sentence

DEMO_FOLDER = "demo-event"


BETWEEN_PAGES = 200
"""Milliseconds between two steps of loading and making the other pages beside the work."""

HAND_OVER = 0.0002
"""Seconds for which a job's thread keeps Python while the window waits for it; Python's own 5 ms add up in every paint."""


class Program:
    """Shows the start window or an event; one at a time."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self._memory = Memory(config_dir() / "window.json")
        self._appearance = Appearance(application, Choice(self._memory.get("theme", Choice.SYSTEM.value)))
        self._clock = ShiftedClock(SystemClock())
        self._hook = FaultHook(reports_dir(), self._clock, self.show_trouble, application)
        self._collector = Collector(application)
        self._scans = ScanFilter(application, is_code)
        self._scans.scanned.connect(self._scanned)
        self.start_window: StartWindow | None = None
        self.event: OpenEvent | None = None
        self._demo: Job | None = None
        self._idle = QTimer(interval=BETWEEN_PAGES)
        self._idle.timeout.connect(self._load_next_page)
        self._loading: Job | None = None
        """Imports all pages, once, beside the window."""
        self._unmade: list[PagePlace] = []

    def run(self, path: Path | None, *, rehearsed: bool = False) -> int:
        """Show the window and work until it is closed; answers the exit code."""
        self._hook.install()
        try:
            if path is None or not self.open(path):
                self.start()
            elif rehearsed and self.event is not None:
                self.event.rehearsal.begin()
            return self._application.exec()
        finally:
            try:
                self.close()
            except Trouble as trouble:
                TroubleDialog(trouble).exec()  # no window is left to be told in
            self.leave()
            self._hook.remove()

    def leave(self) -> None:
        """Give back what hangs on the application."""
        self._scans.stop()
        self._collector.stop()

    def start(self) -> None:
        """Show the start window."""
        self.start_window = window = StartWindow(recent_files(self._memory))
        window.open_wanted.connect(self.open)
        window.new_wanted.connect(self._ask_for_new)
        window.earlier_wanted.connect(self.ask_for_new_like)
        window.demo_wanted.connect(self._make_demo)
        window.show()

    def open(self, path: Path) -> bool:
        """Open an event; trouble with it is said and leaves what was there."""
        if self.event is not None and self.event.desk.file.path.resolve() == path.resolve():
            self.event.window.activateWindow()
            return True
        try:
            desk = open_desk(path, self._clock, self._memory.get("actor", ""))
        except Trouble as trouble:
            self.show_trouble(trouble)
            return False
        self._show(desk)
        return True

    def create(self, path: Path, intent: CreateEvent | StartFromTemplate) -> None:
        """Make a new event file and open it; a refusal leaves no file behind."""
        try:
            desk = new_desk(path, self._clock, self._memory.get("actor", ""))
        except Trouble as trouble:
            self.show_trouble(trouble)
            return
        try:
            desk.do(intent)
        except Refusal as refusal:
            desk.close()
            path.unlink(missing_ok=True)
            self.show_trouble(Trouble(sentence(refusal), N_("No file was made."), N_("Change it and try again.")))
            return
        self._show(desk)

    def close(self) -> None:
        """Close the event that is open."""
        self._idle.stop()
        if self._loading is not None:
            self._loading.wait()
        event, self.event = self.event, None
        if event is not None:
            event.close()

    def show_trouble(self, trouble: Trouble) -> None:
        """Say what went wrong outside the rules."""
        TroubleDialog(trouble, parent=self._window()).open()

    def _show(self, desk: Desk) -> None:
        before, window_before = self.event, self._window()
        remember_file(self._memory, desk.file.path)
        self._clock.offset = timedelta()  # a rehearsal ends with its event
        self.event = event = OpenEvent(desk, PAGES, self._clock, self._memory, self._appearance)
        event.window.add_commands(self._commands())
        event.window.open_page(PAGES[0].name)
        event.window.show()
        self._unmade = list(PAGES)
        self._idle.start()
        if window_before is not None:
            window_before.close()
        self.start_window = None
        if before is not None:
            try:
                before.close()
            except Trouble as trouble:
                self.show_trouble(trouble)

    def _load_next_page(self) -> None:
        """Make another page while the first one is looked at, so that opening it does not wait for that."""
        if self._loading is None:
            self._loading = job = Job(_load_pages)
            job.finished.connect(self._idle.start)
            self._idle.stop()
            job.start()
        elif self._unmade and self.event is not None and isValid(self.event.window):
            if not self.event.window.prepare_page(self._unmade[0].name):
                self._unmade.pop(0)
        else:
            self._idle.stop()
            self._collector.spare()

    def _window(self) -> QWidget | None:
        return self.event.window if self.event is not None else self.start_window

    def _scanned(self, code: str) -> None:
        if self.event is not None:
            self.event.window.scanned(code)

    def _commands(self) -> Sequence[Command]:
        return (
            Command("file.open", N_("Open another event"), self._ask_for_open, "Ctrl+O", "folder-open"),
            Command("file.new", N_("New event"), self._ask_for_new, "Ctrl+Shift+N", "plus"),
            Command(
                "file.restore",
                N_("Go back to a backup"),
                self._ask_for_restore,
                icon="clock-counter-clockwise",
                when=self._may_restore,
            ),
            Command("file.quit", N_("Close ECCP Desk"), self._application.closeAllWindows, "Ctrl+Q", "power"),
        )

    def _ask_for_open(self) -> None:
        window = self._window()
        path = ask_for_event(window, N_("Open an event")) if window is not None else None
        if path is not None:
            self.open(path)

    def _ask_for_new(self) -> None:
        zone = bytes(QTimeZone.systemTimeZoneId().data()).decode()
        sheet = NewEventSheet(zone, self._clock.now().date(), self._window())
        sheet.made.connect(self.create)
        sheet.open()

    def ask_for_new_like(self, earlier: Path) -> None:
        """Ask for name and first day of an event with the frame of an earlier one."""
        try:
            frame = frame_of(earlier, self._clock)
        except Trouble as trouble:
            self.show_trouble(trouble)
        except Refusal as refusal:
            self.show_trouble(Trouble(sentence(refusal), N_("Nothing was changed."), N_("Choose another event.")))
        else:
            sheet = EarlierEventSheet(frame, self._clock.now().date(), self._window())
            sheet.made.connect(self.create)
            sheet.open()

    def restore(self, backup: Path) -> None:
        """Put a backup in the place of the open event, which is kept beside it, and go on with that."""
        before, self.event = self.event, None
        assert before is not None
        path = before.desk.file.path
        try:
            before.close()
            restore(backup, path, unmoved(self._clock))
        except Trouble as trouble:
            self.show_trouble(trouble)
        if not self.open(path):
            self.start()
        before.window.close()

    def _may_restore(self) -> bool:
        return self.event is not None and not self.event.desk.file.read_only and self.event.backups.last is not None

    def _ask_for_restore(self) -> None:
        if self.event is None:
            return
        schedule, zone = self.event.backups, ZoneInfo(self.event.facts.strip().zone)
        found = [one for folder in schedule.folders for one in backups(self.event.desk.file.path, folder)]
        now = unmoved(self._clock).now()
        lines = [
            BackupLine(copy, made.astimezone(zone).replace(tzinfo=None), age(now - made))
            for made, copy in sorted(found, reverse=True)
        ]
        sheet = RestoreSheet(lines, self.event.window)
        sheet.chosen.connect(self.restore)
        sheet.open()

    def _make_demo(self) -> None:
        """Make the demo event in a folder that somebody chooses, and rehearse its first day."""
        window = self.start_window
        folder = ask_for_folder(window) if window is not None else None
        if window is None or folder is None or (self._demo is not None and self._demo.running):
            return
        self._demo = job = Job(partial(_demo_in, folder / DEMO_FOLDER, self._clock))
        window.progress.start(N_("Making the demo event"), stoppable=False)
        job.progressed.connect(window.progress.report)
        job.done.connect(self._demo_made)
        job.troubled.connect(self.show_trouble)
        job.finished.connect(window.progress.finish)
        job.start()

    def _demo_made(self, event: Path) -> None:
        if self.open(event) and self.event is not None:
            self.event.rehearsal.begin()


def _load_pages(_report: Report, _stopping: Stopping) -> None:
    for place in PAGES:
        place.load()


def _demo_in(folder: Path, clock: Clock, report: Report, _stopping: Stopping) -> Path:
    # The demo needs the engine and the papers, for which the window shall not wait at its start.
    from eccp_desktop.desk.demo import make_demo

    return make_demo(folder, clock, lambda what, sentence: report(Progress(0, 0, f"{what}: {sentence}"))).event


def make_application() -> QApplication:
    """Qt's application with the program's name and picture; from here on threads beside the window give way to it."""
    sys.setswitchinterval(HAND_OVER)
    application = QApplication(["eccp-desktop"])
    write_plainly()
    application.setApplicationName("ECCP Desk")
    application.setDesktopFileName("eccp-desk")
    application.setWindowIcon(QIcon(str(resource_path("icons", "eccp-desk.svg"))))
    return application


def write_plainly() -> None:
    """Take back the locale of the system, which Qt sets for the whole process at its start on Linux and macOS.

    Days would have the names of the system's language among English words, and C libraries would write numbers with commas.
    """
    for category in (locale.LC_TIME, locale.LC_NUMERIC):
        locale.setlocale(category, "C")


def run(path: Path | None = None, *, rehearsed: bool = False) -> int:
    """Open the window over an event, or the start window; answers the exit code when it is closed.

    With `rehearsed` the clock stands at the event's first day, as it does for the demo.
    """
    return Program(make_application()).run(path, rehearsed=rehearsed)


if __name__ == "__main__":
    sys.exit(run(Path(sys.argv[1]) if len(sys.argv) > 1 else None))
