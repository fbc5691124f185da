"""The preview stands still at every height of the window."""

import io

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from eccp_desktop.ui.pages.print.preview import Preview

MOST = 40
"""Times that a preview may be laid out before it counts as never ending."""


class Layouts(QObject):
    """Counts how often the pages get another size, and ends what would go on for ever."""

    def __init__(self, preview: Preview) -> None:
        super().__init__(preview)
        self._view = preview._view
        self._view.viewport().installEventFilter(self)
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.count += 1
            if self.count > MOST:
                self._view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return False


def landscape_page() -> bytes:
    """A PDF of one page, A4 landscape."""
    content = io.BytesIO()
    canvas = Canvas(content, pagesize=(842, 595))
    canvas.showPage()
    canvas.save()
    return content.getvalue()


def test_the_bar_beside_a_page_that_just_fits_does_not_come_and_go_for_ever(qtbot: QtBot) -> None:
    preview = Preview()
    qtbot.addWidget(preview)
    preview.resize(700, 400)
    preview.show()
    preview.show_pdf(landscape_page())
    layouts = Layouts(preview)
    for height in range(480, 530):
        preview.resize(700, height)
        QApplication.processEvents()
        assert layouts.count <= MOST, f"at a height of {height}"
        layouts.count = 0
