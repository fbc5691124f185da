"""Lets a scanner, which is a keyboard to the computer, reach the Desk whatever has the focus.

A field of one line shows typed characters at once, so there a scan is let through and taken out again. Anywhere else a
character may be a command; there it is held back for the moment in which the next one of a scan would arrive. A menu or a
list that pops up hears the keys without having the focus, so it is watched as well; a scan closes it.

A scan is read in two ways: as the characters that were typed, in either case because of Caps Lock, and as those which stand
on the same keys of a US keyboard. The code's check character says which of the two is meant.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget
from shiboken6 import isValid

from eccp_desktop.ui.shell.key_places import character_on

LENGTH = 6
CHARACTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ23456789")

GAP = 50
"""Most milliseconds between two characters of a scan; scanners send one every 5 to 30, quick typists every 80 or more."""

SILENCE = 80
"""Milliseconds after which a scan without Enter or Tab is over."""

_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_MODIFIERS = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
)
_PLAIN = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier


@dataclass(frozen=True, slots=True)
class Struck:
    """One key of what may be a scan: what it typed, what stands on it on a US keyboard (either may be no part of a code),
    where it went, the event where it was held back, and what a field said before it, with the place of its cursor."""

    typed: str
    placed: str
    widget: QWidget
    event: QKeyEvent | None
    text: str
    cursor: int


class ScanFilter(QObject):
    """Watches the keys of whatever has the focus, and of what pops up over it. `is_code` knows a code by its check
    character."""

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
        self._burst: list[Struck] = []
        self._last = 0.0
        self._stamp = 0
        self._heard = 0
        """Keys so far: one that came meanwhile may begin the next scan, which is not over when the silence of the last one is."""
        self._replaying = False
        self._wait = QTimer(self, singleShot=True)
        self._wait.timeout.connect(self._look_again)
        self._application = application
        self._watched: QWidget | None = None
        self._popups: list[QWidget] = []
        application.focusChanged.connect(self._follow)
        self._follow(None, QApplication.focusWidget())

    def stop(self) -> None:
        """Watch no more."""
        self._application.focusChanged.disconnect(self._follow)
        self._follow(None, None)
        for popup in self._popups:
            if isValid(popup):
                popup.removeEventFilter(self)
        self._popups = []

    def _follow(self, _: QWidget | None, focused: QWidget | None) -> None:
        # Watching the whole application would call Python for each of its events.
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = focused
        if focused is not None:
            focused.installEventFilter(self)
        if isinstance(focused, QLineEdit) and (completer := focused.completer()) is not None:
            self._follow_popup(completer.popup())  # it may eat the word that it popped up

    def _follow_popup(self, popup: QWidget | None) -> None:
        """Watch what has popped up, in front of those who watch it already, and the menus that open from it."""
        if popup is None:
            return
        popup.installEventFilter(self)
        self._popups = [one for one in self._popups if isValid(one) and one is not popup] + [popup]
        for action in popup.actions():
            if isinstance(inner := action.menu(), QMenu):
                self._follow_popup(inner)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            if event.reason() == Qt.FocusReason.PopupFocusReason:
                self._follow_popup(QApplication.activePopupWidget())
            return False
        if kind not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride) or self._replaying:
            return False
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget):
            return False
        watched = _hearing(watched)
        in_field = isinstance(watched, QLineEdit)
        if kind == QEvent.Type.ShortcutOverride:
            ends = self._complete and event.key() in _ENDS and self._in_time(event)
            if not in_field and (_is_part(event) or ends):
                event.accept()
                return True
            if self.holds and event.key() not in _MODIFIERS:
                self._let_go()  # this key may be a command that runs at once: what was held back comes before it
            return False
        return self._pressed(watched, event)

    @property
    def _code(self) -> str:
        """The code that was read, or nothing yet."""
        if len(self._burst) != LENGTH:
            return ""
        readings = "".join(key.typed for key in self._burst), "".join(key.placed for key in self._burst)
        return next((code for code in readings if len(code) == LENGTH and self._is_code(code)), "")

    @property
    def holds(self) -> bool:
        """Whether keys are held back."""
        return any(key.event is not None for key in self._burst)

    @property
    def _complete(self) -> bool:
        return bool(self._code)

    def _pressed(self, watched: QWidget, event: QKeyEvent) -> bool:
        self._heard += 1
        if self._complete and not self._in_time(event):
            self._finish()  # its silence was over before this key, though nobody had the time to notice
        if not _is_part(event):
            if event.key() in _MODIFIERS:
                return False  # they come between the characters of a scan
            if event.key() in _ENDS and self._complete:
                self._finish()
                return True
            self._let_go()
            return False
        if self._burst and not self._in_time(event):
            self._let_go()
        self._burst.append(_struck(watched, event))
        self._last, self._stamp = self._seconds(), event.timestamp()
        if len(self._burst) > LENGTH:
            self._replay(self._burst.pop(0))  # typed just before a scan, or part of something longer than a code
        if self.holds or self._complete:
            self._wait.start(SILENCE if self._complete else GAP)
        return self._burst[-1].event is not None

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
        QTimer.singleShot(0, self, partial(self._quiet_by_now, self._heard))

    def _quiet_by_now(self, heard: int) -> None:
        if heard == self._heard and not self._wait.isActive():
            self._quiet()

    def _quiet(self) -> None:
        if self._complete:
            self._finish()
        else:
            self._let_go()

    def _finish(self) -> None:
        code, first = self._code, self._burst[0]
        self._forget()
        if isinstance(first.widget, QLineEdit) and isValid(first.widget):
            first.widget.setText(first.text)
            first.widget.setCursorPosition(first.cursor)
        _close_popups()
        self.scanned.emit(code)

    def _let_go(self) -> None:
        """It was no scan: what was held back happens now."""
        burst = self._burst
        self._forget()
        for key in burst:
            self._replay(key)

    def _replay(self, key: Struck) -> None:
        """What was held back happens now; where its place has gone meanwhile, nothing does."""
        if key.event is None or not isValid(key.widget):
            return
        self._replaying = True
        try:
            # A menu knows its own letters; a shortcut that stands beside an entry is none of them.
            typed_there = _is_popup(key.widget) or _wants(key.widget, key.event)
            if typed_there or not _run_shortcut(key.widget, key.event):
                QApplication.sendEvent(key.widget, key.event)
        finally:
            self._replaying = False

    def _forget(self) -> None:
        self._wait.stop()
        self._burst = []


def _is_popup(widget: QWidget) -> bool:
    return widget.windowType() == Qt.WindowType.Popup


def _hearing(watched: QWidget) -> QWidget:
    """The field into which a list of completions writes the keys that it hears; otherwise the widget itself."""
    field = watched.focusProxy() if _is_popup(watched) else None
    return field if isinstance(field, QLineEdit) else watched


def _close_popups() -> None:
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
        if QApplication.activePopupWidget() is popup:
            return  # it does not want to


def _struck(watched: QWidget, event: QKeyEvent) -> Struck:
    if isinstance(watched, QLineEdit):
        return Struck(_typed(event), _placed(event), watched, None, watched.text(), watched.cursorPosition())
    return Struck(_typed(event), _placed(event), watched, QKeyEvent(event), "", 0)


def _is_part(event: QKeyEvent) -> bool:
    """Whether this key may be one of a scan."""
    plain = event.modifiers() in _PLAIN and not event.isAutoRepeat()
    return plain and len(event.text()) == 1 and bool(_typed(event) or _placed(event))


def _typed(event: QKeyEvent) -> str:
    return text if (text := event.text().upper()) in CHARACTERS else ""


def _placed(event: QKeyEvent) -> str:
    return character if (character := character_on(event)) in CHARACTERS else ""


def _wants(widget: QWidget, event: QKeyEvent) -> bool:
    """Whether the widget, or what it stands in, takes the key before any command does; Qt asks so before its own look-up."""
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, event.key(), event.modifiers(), event.text())
    asked.ignore()
    QApplication.sendEvent(widget, asked)
    return asked.isAccepted()


def _run_shortcut(widget: QWidget, event: QKeyEvent) -> bool:
    """Run the command that this key means for the widget; a key that is sent again passes Qt's own look-up by."""
    wanted = QKeySequence(event.keyCombination())
    place: QWidget | None = widget
    while place is not None:
        for action in place.actions():
            if action.isEnabled() and wanted in action.shortcuts():
                action.trigger()
                return True
        for shortcut in place.findChildren(QShortcut, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if shortcut.isEnabled() and shortcut.key() == wanted:
                shortcut.activated.emit()
                return True
        if place.isWindow():
            break
        place = place.parentWidget()
    return False
