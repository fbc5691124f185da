"""One key prints one person's sheet or badge: to the system's printer, or into a file where there is none."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from eccp_desktop.base.i18n import N_
from eccp_desktop.base.progress import Report, Stopping
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.papers import Papers, PrintJob
from eccp_desktop.domain.vocabulary import Presence
from eccp_desktop.store.reads.desk_list import DeskPerson
from eccp_desktop.ui.job import Job
from eccp_desktop.ui.memory import Memory
from eccp_desktop.ui.pages.print.to_printer import print_pdf

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
        self._papers = Papers(desk)
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
        document, person = self._waiting.pop(0)
        options = {"preset": self._memory.get("print/badges/preset", "")} if self._memory and document == BADGE else {}
        job = PrintJob(document, (person.id,), options={name: value for name, value in options.items() if value})

        def work(_report: Report, _stopping: Stopping) -> SheetReady:
            return self._print(job, person)

        self._job = Job(work, self)
        self._job.done.connect(self.ready)
        self._job.refused.connect(self.refused)
        self._job.troubled.connect(self.troubled)
        self._job.finished.connect(self._finished)
        self._job.start()

    def _print(self, job: PrintJob, person: DeskPerson) -> SheetReady:
        """In the job's thread, where painting on a printer is allowed too."""
        printed = self._papers.draw(job)
        path = None
        if QPrinterInfo.defaultPrinter().isNull():
            path = self._folder / f"{job.document} {person.family_name} {person.code}.pdf"
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(printed.pdf)
        else:
            print_pdf(printed.pdf, QPrinter(QPrinterInfo.defaultPrinter(), QPrinter.PrinterMode.HighResolution))
        self._papers.record(printed)
        if person.presence is Presence.HERE and not self._desk.file.read_only:
            self._papers.hand_out(person.id, job.document)
        return SheetReady(job.document, person, printed.sheets[0].version, path)

    @property
    def _folder(self) -> Path:
        return self._desk.file.path.with_name(N_("{event} sheets").format(event=self._desk.file.path.stem))

    def _finished(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None
        self._next()
