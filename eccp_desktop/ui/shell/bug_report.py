"""What happens when the program itself is at fault: a report without personal data, a sentence, and on with the work."""

import platform
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal, qVersion

from eccp_desktop.base.clock import Clock
from eccp_desktop.base.i18n import N_
from eccp_desktop.base.trouble import Trouble

MOST_REPORTS = 20
"""Reports written in one run; a fault that comes back with every repaint must not fill the disk."""


def _write_report(folder: Path, kind: type[BaseException], trace: TracebackType | None, now: datetime) -> Path:
    """Write where it happened: kinds of faults, files, lines, functions. No message and no value, for they may name people."""
    lines = [f"ECCP Desk, {now:%Y-%m-%d %H:%M:%S} UTC", f"{platform.platform()}, Python {sys.version.split()[0]}"]
    lines.append(f"Qt {qVersion()}")
    lines.append("")
    lines.extend(f"{Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in traceback.extract_tb(trace))
    lines.append(kind.__name__)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"fault-{now:%Y%m%dT%H%M%S%f}.txt"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


class FaultHook(QObject):
    """Catches what nobody caught, in any thread, and says it in the GUI thread."""

    _caught = Signal(object)

    def __init__(
        self, folder: Path, clock: Clock, show: Callable[[Trouble], object], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._clock = clock
        self._show = show
        self._written = 0
        self._caught.connect(self._say)

    def install(self) -> None:
        """Take the place of Python's own hooks until `remove`."""
        self._before = sys.excepthook, threading.excepthook
        sys.excepthook = self.caught
        threading.excepthook = self._caught_in_thread

    def remove(self) -> None:
        """Put Python's hooks back."""
        sys.excepthook, threading.excepthook = self._before

    def caught(self, kind: type[BaseException], value: BaseException, trace: TracebackType | None) -> None:
        """Report a fault; Ctrl+C in the terminal ends the program as ever."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, value, trace)
            return
        traceback.print_exception(kind, value, trace)
        if self._written >= MOST_REPORTS:
            return
        self._written += 1
        try:
            place = str(_write_report(self._folder, kind, trace, self._clock.now()))
        except OSError:
            place = ""
        self._caught.emit(place)

    def _caught_in_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.caught(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    def _say(self, place: str) -> None:
        where = N_("A report without personal data is in {place}.").format(place=place) if place else ""
        self._show(
            Trouble(
                N_("The program made a mistake."),
                N_("The data is safe: everything that was said to be done is on the disk."),
                f"{where} {N_('Close the window and open the event again.')}".strip(),
            )
        )
