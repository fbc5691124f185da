"""A page whose read takes long at a large event: it is read beside the window then, and before anybody opens it."""

import time
from collections.abc import Callable
from functools import partial
from typing import Any, Generic, TypeVar

from eccp_desktop.base.progress import Report, Stopping
from eccp_desktop.desk.desk import Desk
from eccp_desktop.ui.job import Job
from eccp_desktop.ui.pages import Page

Found = TypeVar("Found")

Along = Callable[[Desk, Any], None]  # Any: what the page's own read answered

SLOW = 0.04
"""Seconds of work from which a read is not made in the window's thread any more."""


def _nothing(desk: Desk, found: object) -> None: ...


class ReadingPage(Page, Generic[Found]):
    """Has `read`, a function of the desk that any thread may call, and `_show` for what it answers, instead of `_reload`.

    Until something was shown for the first time it is read at once; later, where reading is slow, the page goes on
    showing what it has until the new is there.
    """

    read: Callable[[Desk], Found]
    """Set by a page as a static method: a job must not hold the page."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # Any: handed on to Page as they are
        super().__init__(*args, **kwargs)
        self._shown = False
        self._took = 0.0
        self._reader: Job | None = None
        self._again = False
        self._ticket = 0

    @staticmethod
    def read_along(desk: Desk, found: Any) -> None:  # Any: Found, which a static method cannot name
        """Read, ahead of the first opening, what that will ask for besides: the database has it ready then."""

    def _show(self, found: Found) -> None:
        """Show what was read."""
        raise NotImplementedError

    def read_ahead(self) -> None:
        if self._built and self._stale and not self._shown and self._reader is None:
            self._stale = False
            self._read_beside(type(self).read_along)

    def catch_up(self) -> None:
        if self._built and not self._shown:
            self._stale = False
            self._reload()
        else:
            super().catch_up()

    def _reload(self) -> None:
        if self._shown and self._took >= SLOW:
            self._read_beside()
            return
        self._ticket += 1
        found, self._took = _timed(type(self).read, self.desk)
        self._take(found)

    def _read_beside(self, along: Along = _nothing) -> None:
        if self._reader is not None:
            self._again = True
            return
        self._reader = job = Job(partial(_work, type(self).read, along, self.desk, self._ticket), self)
        job.done.connect(self._arrived)  # a bound method of the page: the job must not keep it alive
        job.finished.connect(self._finished)
        job.start()

    def _arrived(self, answer: tuple[Found, float, int]) -> None:
        found, self._took, ticket = answer
        if ticket == self._ticket:  # otherwise somebody could not wait, and has read it since
            self._take(found)

    def _take(self, found: Found) -> None:
        self._shown = True
        self._show(found)

    def _finished(self) -> None:
        self._reader = None
        if self._again:
            self._again = False
            self._read_beside()


def _work(
    read: Callable[[Desk], Found], along: Along, desk: Desk, ticket: int, _report: Report, _stopping: Stopping
) -> tuple[Found, float, int]:
    with desk.apart():
        found, took = _timed(read, desk)
    along(desk, found)  # over the connections that the window will use
    return found, took, ticket


def _timed(read: Callable[[Desk], Found], desk: Desk) -> tuple[Found, float]:
    """The answer, and how long this thread worked for it."""
    begun = time.thread_time()
    found = read(desk)
    return found, time.thread_time() - begun
