"""The slow work of a page: beside the window, one thing at a time, with words and Stop when it takes more than a moment."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer

from eccp_desktop.ui.job import Job, Work
from eccp_desktop.ui.pages import Page

NOTICEABLE = 300
"""Milliseconds after which work says that it goes on."""


class OneJob(QObject):
    """Runs work for a page; what is refused or troubled the page says as it does for its intents."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._job: Job | None = None
        self._stoppable = False
        self._words = ""
        self._slow = QTimer(self, singleShot=True, interval=NOTICEABLE)
        self._slow.timeout.connect(self._say)
        page.progress.stopped.connect(self.stop)

    @property
    def running(self) -> bool:
        return self._job is not None

    def start(self, words: str, work: Work, done: Callable[[Any], object], *, stoppable: bool = False) -> None:
        """Begin, unless something else is being done; `words` say what. `done` gets the result in the GUI thread."""
        if self._job is not None:
            return
        self._words, self._stoppable = words, stoppable
        self._job = job = Job(work, self._page)
        job.progressed.connect(self._page.progress.report)
        for result in (job.done, job.refused, job.troubled, job.broke):
            result.connect(self._over)  # before anybody hears of it, who may begin the next at once
        job.done.connect(done)
        job.refused.connect(self._page.refuse)
        job.troubled.connect(self._page.signals.troubled)
        job.start()
        self._slow.start()

    def stop(self) -> None:
        """Ask the work to end."""
        if self._job is not None:
            self._job.stop()

    def _say(self) -> None:
        self._page.progress.start(self._words, stoppable=self._stoppable)

    def _over(self) -> None:
        self._slow.stop()
        self._job = None
        self._page.progress.finish()
