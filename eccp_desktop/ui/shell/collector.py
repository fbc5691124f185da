"""Frees Python's cyclic garbage in the GUI thread only.

Whichever thread happens to allocate runs Python's collector; where that is the writer or a job, it would destroy widgets of
closed windows outside the GUI thread, which Qt does not survive.
"""

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL = 1_000
"""Milliseconds between two looks at how much garbage may have gathered."""


class Collector(QObject):
    """Takes the collector over until `stop`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        self._enabled = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self, interval=INTERVAL)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect the oldest generation that is due, as the interpreter would."""
        counts = gc.get_count()
        for generation in (2, 1, 0):
            if counts[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return

    def spare(self) -> None:
        """Look no more at what there is now: modules, pages and rows that stay. To walk through all of them again and again
        would hold the window up for a tenth of a second.
        """
        gc.freeze()

    def stop(self) -> None:
        """Give the collector back."""
        self._timer.stop()
        gc.unfreeze()
        if self._enabled:
            gc.enable()
