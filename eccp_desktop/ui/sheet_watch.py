"""Knows whose sheet is out of date, without making anybody wait for the answer."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from eccp_desktop.base.progress import Report, Stopping
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.ids import ParticipantId
from eccp_desktop.ui.job import Job

if TYPE_CHECKING:
    from eccp_desktop.desk.papers import Papers, StaleSheet

QUIET = 400
"""Milliseconds without a commit before the sheets are compared, so that the check-in on the screen comes first."""


class SheetWatch(QObject):
    """Compares all sheets with the copies in hand, some time after each change; `known` when something else is known."""

    known = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._papers: Papers | None = None
        self._stale: dict[ParticipantId, StaleSheet] = {}
        self._sheets: tuple[StaleSheet, ...] = ()
        self._tables: tuple[int, ...] = ()
        self._job: Job | None = None
        self._again = False
        self._told = True
        self._soon = QTimer(self, singleShot=True, interval=QUIET)
        self._soon.timeout.connect(self._compare)

    @property
    def count(self) -> int:
        """How many sheets are out of date, as far as is known."""
        return len(self._stale)

    @property
    def sheets(self) -> "tuple[StaleSheet, ...]":
        """The sheets out of date, as far as is known."""
        return self._sheets

    @property
    def tables(self) -> tuple[int, ...]:
        """The numbers of the tables whose sheets are out of date, as far as is known."""
        return self._tables

    def stale(self, person: ParticipantId) -> "StaleSheet | None":
        """What is to be said of a person whose copy in hand is out of date, as far as is known."""
        return self._stale.get(person)

    def look(self) -> None:
        """Something changed: compare soon."""
        self._soon.start()

    def wait(self) -> None:
        """Block until a comparison that has begun is over; for closing the program."""
        self._soon.stop()
        self._again = False
        if self._job is not None:
            self._job.wait()

    def _compare(self) -> None:
        if self._job is not None:
            self._again = True
            return

        self._told = False
        self._job = Job(self._stale_sheets, self)
        self._job.done.connect(self._compared)
        self._job.finished.connect(self._finished)
        self._job.start()

    def _stale_sheets(self, _report: Report, _stopping: Stopping) -> "tuple[tuple[StaleSheet, ...], tuple[int, ...]]":
        """In the job's thread, which also loads what it takes: the window's start does not wait for that."""
        from eccp_desktop.desk.papers import Papers

        if self._papers is None:
            self._papers = Papers(self._desk)
        with self._desk.apart():
            return self._papers.stale_sheets(), self._papers.stale_tables()

    def _compared(self, found: "tuple[tuple[StaleSheet, ...], tuple[int, ...]]") -> None:
        self._told = True
        if found != (self._sheets, self._tables):
            self._sheets, self._tables = sheets, _ = found
            self._stale = {sheet.person: sheet for sheet in sheets}
            self.known.emit()

    def _finished(self) -> None:
        self._job = None
        if self._again:
            self._again = False
            self._compare()
        elif not self._told:
            # The file could not be read just then: what is out of date is still to be known.
            self._soon.start()
