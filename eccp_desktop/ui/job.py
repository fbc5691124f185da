"""Slow work beside the window: progress and result arrive in the GUI thread, and it can be stopped."""

from collections.abc import Callable
from threading import Event, Thread
from typing import Any

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Signal

from eccp_desktop.base.progress import Progress, Report, Stopping
from eccp_desktop.base.trouble import Trouble
from eccp_desktop.domain.refusals import Refusal

Work = Callable[[Report, Stopping], Any]  # Any: the result is handed on as it is


class Job(QObject):
    """Runs `work(report, stopping)` in a thread of its own. The work gets values, never a widget.

    Exactly one of `done`, `refused`, `troubled`, `broke` follows a start, and `finished` after it; a fault that nobody takes
    from `broke` goes to the program's hook for faults. It deletes itself then; nothing is told once `owner` was deleted.
    """

    progressed = Signal(object)
    done = Signal(object)
    refused = Signal(object)
    troubled = Signal(object)
    broke = Signal(object)
    finished = Signal()
    _told = Signal(str, object)
    """From the job's thread: which signal to send, and with what."""

    def __init__(self, work: Work, owner: QObject | None = None) -> None:
        # The application, not the owner, keeps it while it runs: its thread must never be the one that destroys it.
        super().__init__(QCoreApplication.instance())
        self._work = work
        self._stop = Event()
        self._thread = Thread(target=self._run, name="job", daemon=True)
        self._alone = False
        self._told.connect(self._hand_on)
        if owner is not None:
            owner.destroyed.connect(self._orphaned)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Ask the work to end with the best that it has."""
        self._stop.set()

    @property
    def running(self) -> bool:
        return self._thread.is_alive()

    def wait(self, seconds: float = 5.0) -> None:
        """Block until the work is over; for closing the program."""
        if self._thread.is_alive():
            self._thread.join(seconds)

    def _orphaned(self) -> None:
        """Nobody waits any more: stop, and tell nobody."""
        self._stop.set()
        self._alone = True

    def _hand_on(self, name: str, value: object) -> None:
        """In the GUI thread, so that what was told just before the owner went reaches nobody either."""
        if name == "finished":
            # Not before the thread has told everything: what it told last would be lost with a sender that is gone.
            self._thread.join()
            self.deleteLater()
            if not self._alone:
                self.finished.emit()
        elif not self._alone:
            getattr(self, name).emit(value)

    def _run(self) -> None:
        try:
            result = self._work(self._report, self._stop.is_set)
        except Refusal as refusal:
            self._tell("refused", refusal)
        except Trouble as trouble:
            self._tell("troubled", trouble)
        except Exception as problem:  # every other kind is a fault, and is reported from the GUI thread
            self._tell("broke", problem)
            raise
        else:
            self._tell("done", result)
        finally:
            self._tell("finished")

    def _report(self, progress: Progress) -> None:
        self._tell("progressed", progress)

    def _tell(self, name: str, value: object = None) -> None:
        if shiboken6.isValid(self):
            self._told.emit(name, value)
