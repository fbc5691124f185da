"""Times what the GUI thread does: each turn of its event loop, and how long it takes from a deed to the paint that shows it."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

QUIET = 0.06
"""Seconds without a paint after which the answer is taken to be whole."""

MOST = 5.0
"""Seconds after which an answer is taken never to come."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds on the wall, and seconds in which the GUI thread really worked."""

    wall: float
    cpu: float


class _Paints(QObject):
    """Counts the paints of the widgets that it watches."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.count += 1
        return False


class GuiThread:
    """Turns the event loop by hand. `longest` is the longest turn so far, by the name of what was measured then; a turn may
    hold several events, so no block was longer.
    """

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self.longest: dict[str, Taken] = {}
        self._name = "start"
        self._worked = 0.0

    def name(self, name: str) -> None:
        """What is measured from now on."""
        self._name = name

    def turn(self, deed: Callable[[], object]) -> None:
        """Do something in one go, as the event loop would."""
        wall, cpu = time.perf_counter(), time.thread_time()
        deed()
        taken = Taken(time.perf_counter() - wall, time.thread_time() - cpu)
        self._worked += taken.cpu
        before = self.longest.get(self._name, Taken(0, 0))
        self.longest[self._name] = Taken(max(before.wall, taken.wall), max(before.cpu, taken.cpu))

    def rest(self, seconds: float) -> None:
        """Let the program do what it does when nobody asks."""
        until = time.perf_counter() + seconds
        while time.perf_counter() < until:
            self._pass()

    def answer(
        self, deed: Callable[[], object], done: Callable[[], bool], watched: Callable[[], Iterable[QWidget]]
    ) -> Taken:
        """From a deed to the last paint of the watched widgets that follows `done`; `watched` is asked after the deed."""
        paints = _Paints()
        begun, worked = time.perf_counter(), self._worked
        self.turn(deed)
        widgets = list(watched())
        for widget in widgets:
            widget.installEventFilter(paints)
        seen, painted = 0, Taken(0, 0)
        was_done = False
        while True:
            is_done = done()
            if is_done and not was_done:
                seen = -1 if paints.count else 0  # the turn that was done may have painted already
                was_done = True
            now = Taken(time.perf_counter() - begun, self._worked - worked)
            if was_done and paints.count != seen:
                seen, painted = paints.count, now
            if (painted.wall and now.wall - painted.wall > QUIET) or now.wall > MOST:
                break
            self._pass()
        for widget in widgets:
            widget.removeEventFilter(paints)
        if not painted.wall:
            raise TimeoutError(f"{self._name}: nothing was painted")
        return painted

    def _pass(self) -> None:
        self.turn(self._application.processEvents)
        # A loop that never rests would keep the interpreter from the threads whose work it waits for.
        time.sleep(0.0005)
