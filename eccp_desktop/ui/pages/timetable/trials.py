"""What the ways out of the tray bring is tried beside the window, for the meeting that somebody dwells on."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from eccp_desktop.base.progress import Progress
from eccp_desktop.desk.ways_tried import Tried, WaysTried
from eccp_desktop.domain.ids import MeetingId
from eccp_desktop.domain.ways_out import WayOut
from eccp_desktop.ui.job import Job

if TYPE_CHECKING:
    from eccp_desktop.ui.pages.timetable.page import TimetablePage

DWELL = 700
"""Milliseconds for which a meeting has to be selected: who only passes by starts no engine."""


class Trials(QObject):
    """One trial at a time; another meeting, a change of the event, or `stop` ends it."""

    def __init__(self, page: "TimetablePage") -> None:
        super().__init__(page)
        self._page = page
        self._tray = page.side.tray
        self._job: Job | None = None
        self._wanted: tuple[MeetingId, tuple[WayOut, ...]] | None = None
        self._soon = QTimer(self, singleShot=True, interval=DWELL)
        self._soon.timeout.connect(self._start)

    @property
    def running(self) -> bool:
        """Whether something is being tried."""
        return self._job is not None

    def want(self, meeting: MeetingId, ways: tuple[WayOut, ...]) -> None:
        """Try these soon; none of them: no more."""
        self.stop()
        if not ways:
            return
        self._wanted = (meeting, ways)
        self._soon.start()

    def stop(self) -> None:
        """Try no more."""
        self._soon.stop()
        if self._job is not None:
            self._job.stop()
            self._job = None
            self._tray.show_trying("")

    def _start(self) -> None:
        looked_at = self._tray.isAncestorOf(QApplication.focusWidget() or self._page)
        if self._wanted is None or not looked_at or self._page.side.generate.running:
            return
        meeting, ways = self._wanted
        self._job = job = Job(partial(WaysTried(self._page.desk).best, ways, self._page.now), self)
        self._tray.show_trying("Trying how many more meetings each would place ...")
        job.progressed.connect(partial(self._go_on, job))
        job.done.connect(partial(self._found, job, meeting))
        job.start()

    def _go_on(self, job: Job, progress: Progress) -> None:
        if job is self._job:
            self._tray.show_trying(
                f"Trying how many more meetings each would place: {progress.done} of {progress.total}"
            )

    def _found(self, job: Job, meeting: MeetingId, tried: tuple[Tried, ...]) -> None:
        if job is self._job:
            self._job = None
            self._tray.show_tried(meeting, tried)
