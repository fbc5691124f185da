"""Keys as a keyboard and a scanner send them: to whatever has the focus, in front of whatever is open."""

import warnings
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from eccp_desktop.ui.shell.scan_filter import GAP, SILENCE, ScanFilter
from tests.key_strokes import strike

TYPED, SCANNED = 0.16, 0.012
"""Seconds between two keys of somebody who types, and of a scanner."""


class Keyboard:
    """Strikes keys at the pace of hands or of a scanner, however busy this machine is; `front` is the window for them."""

    def __init__(self, scans: ScanFilter, front: Callable[[], QWidget | None]) -> None:
        self._scans, self._front = scans, front
        self._hands = 0.0
        scans._seconds = lambda: self._hands
        scans._in_time = self._in_time  # type: ignore[method-assign]  # for the stamps that Qt's test keys bear

    def press(self, *keys: str) -> None:
        """Press keys, written as shortcuts are."""
        for key in keys:
            self._hands += TYPED
            combination = QKeySequence(key)[0]
            self._click(combination.key(), "", combination.keyboardModifiers())

    def type(self, text: str) -> None:
        """Type letters, in whatever script they are."""
        self._strike(text, TYPED)

    def scan(self, code: str, end: str) -> None:
        """Scan a badge; `end` is Return, Tab, or nothing, as the scanner is set."""
        pause = self._scans._wait
        pause.blockSignals(True)  # a machine that is busy between two letters is no scanner that paused
        self._hands += TYPED
        self._strike(code, SCANNED)
        if end:
            self._hands += SCANNED - TYPED
            self.press(end)
        pause.blockSignals(False)
        if not end:
            pause.start(SILENCE)

    def _strike(self, text: str, apart: float) -> None:
        for letter in text:
            self._hands += apart
            self._click(_key_of(letter), letter, Qt.KeyboardModifier.NoModifier)

    def _click(self, key: Qt.Key, letter: str, held: Qt.KeyboardModifier) -> None:
        window = self._window()
        if window is not None:
            strike(window, key, held, letter)

    def _window(self) -> QWindow | None:
        """The window that has the keyboard; after a menu or a sheet the one behind it, as window managers give it back."""
        focus = QGuiApplication.focusWindow()
        if focus is None or not focus.isVisible() or QApplication.activeWindow() is None:
            front = QApplication.activeModalWidget() or self._front()
            if front is not None:
                _put_in_front(front)
                pass_time(10)
                focus = QGuiApplication.focusWindow()
        return focus

    def _in_time(self, _event: QKeyEvent) -> bool:
        return (self._hands - self._scans._last) * 1000 <= (SILENCE if self._scans._complete else GAP)


def _put_in_front(window: QWidget) -> None:
    """As a window manager does; Qt's platform for tests now and then leaves no window active after a menu."""
    if QApplication.activeWindow() is None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            QApplication.setActiveWindow(window)
    window.activateWindow()


def _key_of(letter: str) -> Qt.Key:
    sequence = QKeySequence(letter.upper())
    return sequence[0].key() if letter.strip() and sequence.count() else Qt.Key.Key_Space


def pass_time(milliseconds: int) -> None:
    """Let the window live for a while, in a loop as its own one is."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
