"""Lets a scanner, which is a keyboard to the computer, reach the Desk whatever has the focus.

A field of one line shows typed characters at once, so there a scan is let through and taken out again. Anywhere else a
character may be a command; there it is held back for the moment in which the next one of a scan would arrive.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

LENGTH = 6
LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ23456789")

GAP = 50
"""Most milliseconds between two characters of a scan; scanners send one every 5 to 30, quick typists every 80 or more."""

SILENCE = 80
"""Milliseconds after which a scan without Enter or Tab is over."""

_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_PLAIN = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier


class ScanFilter(QObject):
    """Watches the keys of whatever has the focus. `is_code` knows a code by its check character."""

    scanned = Signal(str)

    def __init__(
        self,
        application: QApplication,
        is_code: Callable[[str], bool],
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(application)
        self._is_code = is_code
        self._seconds = seconds
        self._burst = ""
        self._last = 0.0
        self._stamp = 0
        self._field: QLineEdit | None = None
        self._before = ("", 0)
        self._held: list[tuple[QWidget, QKeyEvent]] = []
        self._replaying = False
        self._wait = QTimer(self, singleShot=True)
        self._wait.timeout.connect(self._look_again)
        self._application = application
        self._watched: QWidget | None = None
        application.focusChanged.connect(self._follow)
        self._follow(None, QApplication.focusWidget())

    def stop(self) -> None:
        """Watch no more."""
        self._application.focusChanged.disconnect(self._follow)
        self._follow(None, None)

    def _follow(self, _: QWidget | None, focused: QWidget | None) -> None:
        # Watching the whole application would call Python for each of its events.
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = focused
        if focused is not None:
            focused.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride) or self._replaying:
            return False
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget):
            return False
        in_field = isinstance(watched, QLineEdit)
        if kind == QEvent.Type.ShortcutOverride:
            ends = self._complete and event.key() in _ENDS and self._in_time(event)
            if not in_field and (_character(event) or ends):
                event.accept()
                return True
            if self._held and event.text():
                self._let_go()  # this key may be a command that runs at once: what was held back comes before it
            return False
        return self._pressed(watched, event)

    @property
    def _complete(self) -> bool:
        return len(self._burst) == LENGTH and self._is_code(self._burst)

    def _pressed(self, watched: QWidget, event: QKeyEvent) -> bool:
        if self._complete and not self._in_time(event):
            self._finish()  # its silence was over before this key, though nobody had the time to notice
        character = _character(event)
        if not character:
            if not event.text() and event.key() not in _ENDS:
                return False  # Shift and its like come between the characters of a scan
            if event.key() in _ENDS and self._complete:
                self._finish()
                return True
            self._let_go()
            return False
        if self._burst and not self._in_time(event):
            self._let_go()
        if not self._burst and isinstance(watched, QLineEdit):
            self._field = watched
            self._before = (watched.text(), watched.cursorPosition())
        self._burst += character
        self._last, self._stamp = self._seconds(), event.timestamp()
        if not isinstance(watched, QLineEdit):
            self._held.append((watched, QKeyEvent(event)))
        if len(self._burst) > LENGTH:
            self._let_go()
        elif self._held or self._complete:
            self._wait.start(SILENCE if self._complete else GAP)
        return not isinstance(watched, QLineEdit)

    def _in_time(self, event: QKeyEvent) -> bool:
        """Whether the key was pressed soon enough after the one before.

        The system's own stamps tell, because a busy window hears of keys late and then of several at once; a key without
        one was pressed when it was heard.
        """
        stamped = event.timestamp() if self._stamp else 0
        passed = stamped - self._stamp if stamped >= self._stamp > 0 else (self._seconds() - self._last) * 1000
        return passed <= (SILENCE if self._complete else GAP)

    def _look_again(self) -> None:
        # Keys that were pressed while the window was busy wait in its queue, and are heard before this.
        QTimer.singleShot(0, self, self._quiet_by_now)

    def _quiet_by_now(self) -> None:
        if not self._wait.isActive():
            self._quiet()

    def _quiet(self) -> None:
        if self._complete:
            self._finish()
        else:
            self._let_go()

    def _finish(self) -> None:
        code, field, before = self._burst, self._field, self._before
        self._forget()
        if field is not None:
            field.setText(before[0])
            field.setCursorPosition(before[1])
        self.scanned.emit(code)

    def _let_go(self) -> None:
        """It was no scan: what was held back happens now."""
        held = self._held
        self._forget()
        self._replaying = True
        try:
            for widget, event in held:
                if not _run_shortcut(widget, event):
                    QApplication.sendEvent(widget, event)
        finally:
            self._replaying = False

    def _forget(self) -> None:
        self._wait.stop()
        self._burst, self._field, self._held = "", None, []


def _character(event: QKeyEvent) -> str:
    """The character of a badge code that this key types, or nothing."""
    text = event.text()
    plain = event.modifiers() in _PLAIN and not event.isAutoRepeat()
    return text if plain and len(text) == 1 and text in LETTERS else ""


def _run_shortcut(widget: QWidget, event: QKeyEvent) -> bool:
    """Run the command that this key means for the widget; a key that is sent again passes Qt's own look-up by."""
    wanted = QKeySequence(event.keyCombination())
    place: QWidget | None = widget
    while place is not None:
        for action in place.actions():
            if action.isEnabled() and wanted in action.shortcuts():
                action.trigger()
                return True
        if place.isWindow():
            break
        place = place.parentWidget()
    return False
