"""Sends a PDF to a printer of the system, page by page at the printer's own size."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.base.trouble import Trouble

DOTS_PER_INCH = 300
"""Sharp enough for text and for a QR code of 12 mm; more makes printing slow."""

_POINTS_PER_INCH = 72


def ask_for_printer(title: str, parent: QWidget) -> QPrinter | None:
    """The system's print dialog; None where it was left without printing."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(N_("Print"))
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def printer_named(name: str) -> QPrinter | None:
    """A printer of the system by its name, for printing without a dialog; None where there is none of that name."""
    information = QPrinterInfo.printerInfo(name) if name else QPrinterInfo()
    return None if information.isNull() else QPrinter(information, QPrinter.PrinterMode.HighResolution)


def print_pdf(pdf: bytes, printer: QPrinter) -> int:
    """Print every page; answers how many. Raises Trouble where the printer does not take them."""
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
    try:
        for page in range(document.pageCount()):
            if page:
                printer.newPage()
            points = document.pagePointSize(page)
            scale = DOTS_PER_INCH / _POINTS_PER_INCH
            size = QSize(round(points.width() * scale), round(points.height() * scale))
            painter.drawImage(QRectF(0, 0, size.width(), size.height()), document.render(page, size))
    finally:
        painter.end()
    return document.pageCount()
