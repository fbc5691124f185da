"""A thin bar under the title for work that takes longer than a moment."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.base.progress import Progress
from eccp_desktop.ui.kit.buttons import plain_button
from eccp_desktop.ui.kit.labels import quiet
from eccp_desktop.ui.theme import SPACE_1

LINGERS = 1_000
"""Milliseconds for which it stays under a hand that is about to press Stop: else the press falls on what moves up there."""


class ProgressStrip(QWidget):
    """Shows how far the work is, in words and as a bar, and a Stop button; hidden when there is none."""

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = quiet("")
        self._bar = QProgressBar(textVisible=False)
        self._bar.setAccessibleName(N_("Progress"))
        self._stop = plain_button(N_("Stop"), self._stop_pressed, icon="stop")
        self._leaving = QTimer(self, singleShot=True, interval=LINGERS)
        self._leaving.timeout.connect(self.hide)
        row = QHBoxLayout()
        row.addWidget(self._words, 1)
        row.addWidget(self._stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_1)
        column.addLayout(row)
        column.addWidget(self._bar)
        self.hide()

    def start(self, words: str, *, stoppable: bool = True) -> None:
        """Show that work began, before anybody knows how long it takes."""
        self._leaving.stop()
        self._stop.setVisible(stoppable)
        self._stop.setEnabled(True)
        self.report(Progress(0, 0, words))
        self.show()

    def report(self, progress: Progress) -> None:
        """Show how far the work is."""
        self._words.setText(progress.words)
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)

    def finish(self) -> None:
        """The work is over."""
        if self._stop.isVisible() and self._stop.isEnabled() and self._stop.underMouse():
            self._stop.setEnabled(False)
            self.report(Progress(1, 1, N_("Done")))
            self._leaving.start()
        else:
            self.hide()

    def _stop_pressed(self) -> None:
        self._stop.setEnabled(False)
        self._words.setText(N_("Stopping ..."))
        self.stopped.emit()
