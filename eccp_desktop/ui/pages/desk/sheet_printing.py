"""The queue of sheets and badges that the desk prints, one after the other, beside the window."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from eccp_desktop.base.progress import Report, Stopping
from eccp_desktop.desk.desk import Desk
from eccp_desktop.store.reads.desk_list import DeskPerson
from eccp_desktop.ui.job import Job
from eccp_desktop.ui.memory import Memory

SHEET, BADGE = "schedules", "badges"
"""Ids of the two documents that a person gets at the desk."""


@dataclass(frozen=True, slots=True)
class SheetReady:
    """A sheet came out; `path` where it went into a file because the system has no printer."""

    document: str
    person: DeskPerson
    version: int
    path: Path | None = None


class SheetPrinting(QObject):
    """Draws, prints and records beside the window; one sheet after the other."""

    ready = Signal(object)
    refused = Signal(object)
    troubled = Signal(object)

    def __init__(self, desk: Desk, memory: Memory | None, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._memory = memory
        self._waiting: list[tuple[str, DeskPerson]] = []
        self._job: Job | None = None

    def print_sheet(self, document: str, person: DeskPerson) -> None:
        """Print a document for a person; who is here has it in hand then."""
        self._waiting.append((document, person))
        self._next()

    def wait(self) -> None:
        """Block until what has begun is out; for closing the program."""
        if self._job is not None:
            self._job.wait()

    def _next(self) -> None:
        if self._job is not None or not self._waiting:
            return
        # What draws and prints is loaded with the first sheet, so that the window's start does not wait for it.
        from eccp_desktop.ui.pages.desk.one_sheet import OneSheet

        document, person = self._waiting.pop(0)
        sheet = OneSheet(self._desk, self._memory)
        job = sheet.job(document, person)

        def work(_report: Report, _stopping: Stopping) -> SheetReady:
            return sheet.print(job, person)

        self._job = Job(work, self)
        self._job.done.connect(self.ready)
        self._job.refused.connect(self.refused)
        self._job.troubled.connect(self.troubled)
        self._job.finished.connect(self._finished)
        self._job.start()

    def _finished(self) -> None:
        self._job = None
        self._next()
