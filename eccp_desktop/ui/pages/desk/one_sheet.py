"""One key prints one person's sheet or badge: to the system's printer, or into a file where there is none."""

from pathlib import Path

from PySide6.QtPrintSupport import QPrinterInfo

from eccp_desktop.base.i18n import N_
from eccp_desktop.base.trouble import Trouble
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.papers import Papers, PrintJob
from eccp_desktop.domain.vocabulary import Presence
from eccp_desktop.store.reads.desk_list import DeskPerson
from eccp_desktop.ui.memory import Memory
from eccp_desktop.ui.pages.desk.sheet_printing import SheetReady
from eccp_desktop.ui.pages.print.remembered import as_chosen
from eccp_desktop.ui.pages.print.same_printer import printer_of
from eccp_desktop.ui.pages.print.to_printer import print_pdf, printer_named


class OneSheet:
    """Draws, prints and records the sheet of one person."""

    def __init__(self, desk: Desk, memory: Memory | None) -> None:
        self._desk = desk
        self._memory = memory
        self._papers = Papers(desk)

    def job(self, document: str, person: DeskPerson) -> PrintJob:
        """What to print, with what was chosen on the Print page for this event; asked in the GUI thread."""
        entry = next(one for one in self._papers.catalogue if one.id == document)
        return as_chosen(self._memory, self._desk.file.path.stem, entry, person.id)

    def print(self, job: PrintJob, person: DeskPerson) -> SheetReady:
        """In a job's thread, where painting on a printer is allowed too; who is here has the sheet in hand then.

        Raises Trouble where the printer that was chosen for the document is not there.
        """
        printed = self._papers.draw(job)
        path = None
        chosen = printer_of(self._memory, job.document)
        printer = printer_named(chosen or QPrinterInfo.defaultPrinter().printerName())
        if printer is None and chosen:
            # Another printer may hold other paper: badges on sheets, sheets on labels.
            raise Trouble(
                N_("The printer {printer} is not there.").format(printer=chosen),
                N_("Nothing counts as printed, and the event is as it was."),
                N_("Switch it on, or choose another printer for this document on the Print page."),
            )
        if printer is None:
            path = self._folder / f"{job.document} {person.family_name} {person.code}.pdf"
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(printed.pdf)
        else:
            print_pdf(printed.pdf, printer)
        self._papers.record(printed, handed_out=person.presence is Presence.HERE)
        return SheetReady(job.document, person, printed.sheets[0].version, path)

    @property
    def _folder(self) -> Path:
        return self._desk.file.path.with_name(N_("{event} sheets").format(event=self._desk.file.path.stem))
