"""A key that goes down in one window and comes up in another, because the first one closed on it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QTest


def strike(window: QWindow, key: Qt.Key, held: Qt.KeyboardModifier, letter: str = "") -> None:
    """Press a key in a window, and let it go in the window that has the keyboard then.

    Qt's own click sends both to the first one, which is freed by then where the key closed a menu or a sheet.
    """
    for action in (QTest.KeyAction.Press, QTest.KeyAction.Release):
        if letter:
            QTest.sendKeyEvent(action, window, key, letter, held)
        else:
            QTest.keyEvent(action, window, key, held)
        focused = QGuiApplication.focusWindow()
        if focused is None:
            return
        window = focused
