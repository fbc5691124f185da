"""Looks over the window's shoulder: faults, warnings, long blocks of its thread, and widgets that stay."""

import faulthandler
import gc
import logging
import os
import sys
import tempfile
import threading
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QObject,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

KNOWN = (
    "This plugin does not support",  # what the offscreen platform says of windows and menus
    "occurs outside target window",  # a mouse over a window that was resized this moment
    "failed to load page",  # Qt's thread that draws a PDF was still at the one before
)

LONGEST = 1.0
"""Seconds for which the window's thread may hold up who works; longer where programs share the cores."""

NEVER = 120.0
"""Seconds after which a window that does not answer never will; the process ends."""

BEAT = 20
"""Milliseconds between two signs of life of the window's thread."""


class _Log(logging.Handler):
    def __init__(self, found: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._found = found

    def emit(self, record: logging.LogRecord) -> None:
        self._found.append(f"log: {record.levelname} {record.name}: {self.format(record)}")


class Watcher:
    """Collects in `found` what must not happen, in words."""

    def __init__(self, application: QApplication, longest: float = LONGEST) -> None:
        self.found: list[str] = []
        self._longest = longest
        self.longest = 0.0
        self._start_beat()
        self._over = threading.Event()
        self._idle = 0
        self._main = threading.main_thread().ident or 0
        self._timer = QTimer(application, interval=BEAT)
        self._timer.timeout.connect(self._beat)
        self._seen: list[list[str]] = []
        self._told = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115  it lives as long as the watcher
        self._log = _Log(self.found)
        self._hooks = sys.excepthook, threading.excepthook

    def start(self) -> None:
        """Watch from now on."""
        faulthandler.enable()
        sys.excepthook = self._caught
        threading.excepthook = self._caught_in_thread
        qInstallMessageHandler(self._said)
        logging.getLogger().addHandler(self._log)
        self._beat()
        self._timer.start()
        threading.Thread(target=self._look, name="watcher", daemon=True).start()

    def stop(self) -> None:
        """Watch no more."""
        self._over.set()
        self._timer.stop()
        sys.excepthook, threading.excepthook = self._hooks
        qInstallMessageHandler(None)
        logging.getLogger().removeHandler(self._log)

    @contextmanager
    def looking_away(self) -> Iterator[None]:
        """Inside, the thread may take its time: nobody works."""
        self._idle += 1
        try:
            yield
        finally:
            self._idle -= 1
            self._start_beat()

    def _start_beat(self) -> None:
        self._beaten, self._worked, self._waited = time.perf_counter(), time.thread_time(), _waited_for_a_core()

    def _beat(self) -> None:
        beaten, worked, waited = self._beaten, self._worked, self._waited
        self._start_beat()
        # Where other programs had the core, the window is not to blame.
        took, work = self._beaten - beaten - (self._waited - waited), self._worked - worked
        seen, self._seen = self._seen, []
        if not self._idle:
            self.longest = max(self.longest, work)
            shared = _shared_by()
            if work > self._longest * min(shared, 2) or took > self._longest * 2 * shared:
                self.found.append(f"the window was held up for {took:.1f} s, and worked {work:.1f} s:\n{_where(seen)}")

    def _look(self) -> None:
        """In a thread of its own: where the window's thread stands while it does not answer."""
        while not self._over.wait(0.1):
            if not self._idle and time.perf_counter() - self._beaten > LONGEST / 4:
                self._seen.append(self._stack())
            if time.perf_counter() - self._beaten > NEVER and not self._idle:
                faulthandler.dump_traceback()
                os._exit(2)

    def _stack(self) -> list[str]:
        """Where the window's thread stands, innermost first. Told by faulthandler, for who holds a frame holds its painters."""
        self._told.seek(0)
        self._told.truncate()
        faulthandler.dump_traceback(self._told)
        self._told.seek(0)
        for thread in self._told.read().split("\n\n"):
            head, *lines = thread.splitlines()
            if f"{self._main:#018x}" in head:
                return [line.strip() for line in lines]
        return []

    def _caught(self, kind: type[BaseException], value: BaseException, trace: TracebackType | None) -> None:
        self.found.append("fault: " + "".join(traceback.format_exception(kind, value, trace)))

    def _caught_in_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self._caught(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    def _said(self, kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) and not any(known in words for known in KNOWN):
            self.found.append(f"Qt: {words}")


def _where(seen: list[list[str]]) -> str:
    """Where the thread was seen most often, and the way to where it was seen last."""
    places = Counter(place for stack in seen for place in set(stack[:6]))
    often = "".join(f"  {times} times: {place}\n" for place, times in places.most_common(14))
    return often + "\n".join(seen[-1][:16]) if seen else often


def _waited_for_a_core() -> float:
    """Seconds that the window's thread was ready to run and other programs ran; 0 where the system does not tell."""
    try:
        return int(Path("/proc/self/schedstat").read_text().split()[1]) / 1e9
    except (OSError, IndexError, ValueError):
        return 0.0


def _shared_by() -> float:
    """How many programs there are for a core, at least one."""
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1)) if hasattr(os, "getloadavg") else 1.0


def census(application: QApplication) -> Counter[str]:
    """How many objects of each kind there are, after what is to be deleted has gone."""
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    objects: list[Any] = [*application.findChildren(QObject)]
    for window in application.topLevelWidgets():
        objects += [window, *window.findChildren(QObject)]
    return Counter(type(one).__name__ for one in objects)
