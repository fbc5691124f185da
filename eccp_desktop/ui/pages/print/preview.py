"""The preview: the pages as they will come out of the printer."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QStackedWidget, QWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.ui.kit.empty_state import EmptyState
from eccp_desktop.ui.theme import SPACE_3, tokens_now


class Preview(QStackedWidget):
    """Shows a PDF from memory, or a sentence why there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self._view = QPdfView(self)
        self._view.setAccessibleName(N_("Preview"))
        self._view.setDocument(self.document)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        # A bar that comes and goes changes the width, so the page's height, so whether it is needed: at some heights for ever.
        self._view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setPageSpacing(SPACE_3)
        self._view.setFrameShape(QPdfView.Shape.NoFrame)
        self._empty = EmptyState(N_("Nothing to show yet."), icon="printer")
        self.addWidget(self._empty)
        self.addWidget(self._view)

    def show_pdf(self, pdf: bytes, *, same: bool = False) -> None:
        """Show these pages, from the first; the `same` document with more pages stays where it was read."""
        place = self._view.verticalScrollBar().value() if same else 0
        palette = self._view.palette()
        palette.setColor(QPalette.ColorRole.Dark, tokens_now().colour("raised"))
        self._view.setPalette(palette)
        self.document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self._view.verticalScrollBar().setValue(place)
        self.setCurrentWidget(self._view)

    def say(self, sentence: str) -> None:
        """Show a sentence in place of pages."""
        self.setCurrentWidget(self._empty)
        self._empty.say(sentence)
