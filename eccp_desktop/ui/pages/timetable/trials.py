"""What the ways out of the tray bring is tried beside the window, for the meeting that somebody dwells on."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from eccp_desktop.base.i18n import N_
from eccp_desktop.base.progress import Progress
from eccp_desktop.desk.ways_tried import Trial, Tried, WaysTried
from eccp_desktop.domain.ids import MeetingId
from eccp_desktop.domain.ways_out import WayOut
from eccp_desktop.ui.job import Job

if TYPE_CHECKING:
    from eccp_desktop.ui.pages.timetable.page import TimetablePage

DWELL = 700
"""Milliseconds for which a meeting has to be selected: who only passes by starts no engine."""


class Trials(QObject):
    """One trial at a time; another meeting, a change of the event, a search for a timetable, or Stop ends it."""

    def __init__(self, page: "TimetablePage") -> None:
        super().__init__(page)
        self._page = page
        self._tray = page.side.tray
        self._job: Job | None = None
        self._meeting = MeetingId("")
        self._ways: tuple[WayOut, ...] = ()
        self._known: dict[WayOut, Tried | None] = {}
        self._soon = QTimer(self, singleShot=True, interval=DWELL)
        self._soon.timeout.connect(self._start_if_looked_at)
        self._tray.tries_wanted.connect(self._want)
        self._tray.tries_resumed.connect(self._resume)
        self._tray.progress.stopped.connect(self._stop)
        page.side.generate.began.connect(self.drop)

    @property
    def running(self) -> bool:
        """Whether something is being tried."""
        return self._job is not None

    def drop(self) -> None:
        """Try no more; what was found does not matter."""
        self._soon.stop()
        if self._job is not None:
            self._job.stop()
            self._job = None
            self._tray.progress.finish()

    def _want(self, meeting: MeetingId, ways: tuple[WayOut, ...]) -> None:
        """Try these soon; none of them: no more."""
        self.drop()
        self._meeting, self._ways = meeting, ways
        if ways:
            self._soon.start()

    def _resume(self, meeting: MeetingId, ways: tuple[WayOut, ...]) -> None:
        """Try these now."""
        self.drop()
        self._meeting, self._ways = meeting, ways
        self._start()

    def _stop(self) -> None:
        """Show what was found until now; the ways that were not tried stay as they are."""
        self._tray.collect_focus()
        self.drop()
        self._tell()

    def _start_if_looked_at(self) -> None:
        if self._tray.isAncestorOf(QApplication.focusWidget() or self._page):
            self._start()

    def _start(self) -> None:
        if self._page.side.generate.running:
            return
        self._known = {}
        self._job = job = Job(partial(WaysTried(self._page.desk).best, self._ways, self._page.now), self)
        self._tray.progress.start(N_("Trying what helps"))
        job.progressed.connect(partial(self._go_on, job))
        job.troubled.connect(self._page.signals.troubled)
        job.finished.connect(partial(self._end, job))
        job.start()

    def _go_on(self, job: Job, progress: Progress) -> None:
        if job is self._job and isinstance(progress, Trial):
            self._known[progress.way] = progress.tried
            words = f"{N_('Trying what helps')}: {progress.done} of {progress.total}"
            self._tray.progress.report(Progress(progress.done, progress.total, words))

    def _end(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self._tray.progress.finish()
            self._tell()

    def _tell(self) -> None:
        tried = tuple(found for found in self._known.values() if found is not None)
        self._tray.show_tried(self._meeting, tried, tuple(way for way in self._ways if way not in self._known))
