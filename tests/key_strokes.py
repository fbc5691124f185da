"""A key that goes down in one window and comes up in another, because the first one closed on it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QTest

_HELD = {
    Qt.KeyboardModifier.ShiftModifier: Qt.Key.Key_Shift,
    Qt.KeyboardModifier.ControlModifier: Qt.Key.Key_Control,
    Qt.KeyboardModifier.AltModifier: Qt.Key.Key_Alt,
    Qt.KeyboardModifier.MetaModifier: Qt.Key.Key_Meta,
}

_TEXTS = {
    Qt.Key.Key_Return: "\r",
    Qt.Key.Key_Enter: "\r",
    Qt.Key.Key_Tab: "\t",
    Qt.Key.Key_Escape: "\x1b",
    Qt.Key.Key_Backspace: "\b",
    Qt.Key.Key_Delete: "\x7f",
}


def strike(window: QWindow, key: Qt.Key, held: Qt.KeyboardModifier, letter: str = "") -> None:
    """Press a key in a window, and let it go in the window that has the keyboard then.

    Qt's own click sends everything to the first one, which is freed by then where the key closed a menu or a sheet, and the
    process dies, now and then.
    """
    text = letter or _text_of(key)
    modifiers = [one for flag, one in _HELD.items() if flag & held]
    none = Qt.KeyboardModifier.NoModifier
    steps = [
        *((True, one, none, "") for one in modifiers),
        (True, key, held, text),
        (False, key, held, text),
        *((False, one, none, "") for one in reversed(modifiers)),
    ]
    hears: QWindow | None = window
    for down, one, with_keys, words in steps:
        if hears is None:
            return
        QTest.simulateEvent(hears, down, one.value, with_keys, words, False)
        hears = QGuiApplication.focusWindow()


def _text_of(key: Qt.Key) -> str:
    return _TEXTS.get(key) or (chr(key.value).lower() if 0x20 <= key.value < 0x7F else "")
