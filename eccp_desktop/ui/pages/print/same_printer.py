"""Printing without a dialog: each document may have its printer, which the desk uses, too."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QCheckBox, QWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.ui.memory import Memory
from eccp_desktop.ui.pages.print.to_printer import ask_for_printer, printer_named


class SamePrinter(QCheckBox):
    """Ticked, the printer chosen next is taken from then on; unticked, it is forgotten."""

    def __init__(self, memory: Memory | None, parent: QWidget | None = None) -> None:
        super().__init__(N_("Always print to this printer"), parent)
        self.setToolTip(N_("No dialog any more; the desk prints there, too. Each document has its own printer."))
        self._memory = memory
        self._document = ""
        self.toggled.connect(self._toggled)

    def show_document(self, document: str) -> None:
        """Show whether a document has its printer."""
        self._document = document
        blocker = QSignalBlocker(self)
        self.setChecked(bool(printer_of(self._memory, document)))
        blocker.unblock()

    def printer(self, parent: QWidget) -> QPrinter | None:
        """The document's own, or the one that the dialog gives; None where it was left without printing."""
        printer = printer_named(printer_of(self._memory, self._document)) if self.isChecked() else None
        if printer is None:
            printer = ask_for_printer(self._document, parent)
            if printer is not None and self._memory is not None and self.isChecked():
                self._memory.put(_remembered_as(self._document), printer.printerName())
        return printer

    def _toggled(self, checked: bool) -> None:
        if not checked and self._memory is not None:
            self._memory.put(_remembered_as(self._document), "")


def printer_of(memory: Memory | None, document: str) -> str:
    """The name of the printer that a document goes to without a dialog, empty where it has none."""
    name: str = memory.get(_remembered_as(document), "") if memory is not None else ""
    return name


def _remembered_as(document: str) -> str:
    return f"print/printer/{document}"
