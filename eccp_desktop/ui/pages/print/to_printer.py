"""Sends a PDF to a printer of the system, page by page at the printer's own size."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.base.progress import Progress, Report, Stopping, never_stopping, unreported
from eccp_desktop.base.trouble import Trouble
from eccp_desktop.desk.papers import Stopped

DOTS_PER_INCH = 300
"""Sharp enough for text and for a QR code of 12 mm; more makes printing slow."""

_POINTS_PER_INCH = 72


def ask_for_printer(title: str, parent: QWidget) -> QPrinter | None:
    """The system's print dialog; None where it was left without printing. Which pages is chosen on the Print page: a sheet
    counts as printed as a whole."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, False)
    dialog.setWindowTitle(N_("Print"))
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def printer_named(name: str) -> QPrinter | None:
    """A printer of the system by its name, for printing without a dialog; None where there is none of that name."""
    information = QPrinterInfo.printerInfo(name) if name else QPrinterInfo()
    return None if information.isNull() else QPrinter(information, QPrinter.PrinterMode.HighResolution)


def print_pdf(pdf: bytes, printer: QPrinter, report: Report = unreported, stopping: Stopping = never_stopping) -> int:
    """Print every page as `print_pages` does; a printer that only writes a PDF file gets the document itself.

    Drawn anew that would be pictures of the pages, many times as large and without a word to search for.
    """
    path = printer.outputFileName()
    if not path or printer.outputFormat() is not QPrinter.OutputFormat.PdfFormat:
        return print_pages(pdf, printer, report, stopping)
    if stopping():
        raise Stopped
    try:
        Path(path).write_bytes(pdf)
    except OSError as error:
        raise Trouble(
            N_("{path} could not be written: {reason}.").format(path=path, reason=error.strerror or error),
            N_("Nothing counts as printed, and the event is as it was."),
            N_("Choose another folder, or make room on the disk."),
        ) from error
    document = QPdfDocument()
    document.load(path)
    return document.pageCount()


def print_pages(pdf: bytes, printer: QPrinter, report: Report = unreported, stopping: Stopping = never_stopping) -> int:
    """Print every page, as often as the printer was told to; answers how many pages there are. In any thread.

    Raises Trouble where the printer does not take them, and Stopped where it was stopped: what it has not printed yet it
    leaves.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    printer.setFullPage(True)
    printer.setResolution(DOTS_PER_INCH)
    first = document.pagePointSize(0)
    printer.setPageSize(QPageSize(first, QPageSize.Unit.Point))
    painter = QPainter()
    if not painter.begin(printer):
        raise Trouble(
            N_("The printer does not answer."),
            N_("Nothing counts as printed, and the event is as it was."),
            N_("Check that it is on and has paper, choose another one, or save a PDF."),
        )
    # A printer that makes no copies of its own gets the pages so many times.
    rounds = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    pages = document.pageCount()
    try:
        for done in range(pages * rounds):
            if stopping():
                printer.abort()
                raise Stopped
            if done:
                printer.newPage()
            points = document.pagePointSize(done % pages)
            scale = DOTS_PER_INCH / _POINTS_PER_INCH
            size = QSize(round(points.width() * scale), round(points.height() * scale))
            painter.drawImage(QRectF(0, 0, size.width(), size.height()), document.render(done % pages, size))
            report(Progress(done + 1, pages * rounds, N_("Sending to the printer")))
    finally:
        painter.end()
    return pages
