"""A mouse over the window: it reaches what a real one would, so nothing behind a sheet or a menu."""

from random import Random

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QMouseEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from shiboken6 import isValid

Place = tuple[QWindow, QPoint, QWidget]


class Mouse:
    """Points at random places of what can be seen."""

    def __init__(self, random: Random) -> None:
        self._random = random

    def somewhere(self, root: QWidget) -> Place | None:
        """A random place of a random visible widget, told in its window."""
        seen = [one for one in (root, *root.findChildren(QWidget)) if one.isVisible() and not _all_hidden(one)]
        for widget in self._random.sample(seen, min(len(seen), 5)):
            handle = widget.window().windowHandle()
            area = widget.visibleRegion().boundingRect()
            if handle is None or area.isEmpty():
                continue
            x, y = self._random.randint(area.left(), area.right()), self._random.randint(area.top(), area.bottom())
            point = widget.mapTo(widget.window(), QPoint(x, y))
            if QRect(QPoint(), handle.size()).contains(
                point
            ):  # a window that was resized has its new size a moment later
                return handle, point, widget
        return None

    def click(self, place: Place, button: Qt.MouseButton, keys: Qt.KeyboardModifier) -> None:
        """Press and let go, where the window does not go with the press."""
        window, point, _ = place
        QTest.mousePress(window, button, keys, point)
        if isValid(window):
            QTest.mouseRelease(window, button, keys, point)

    def double_click(self, place: Place) -> None:
        """Click, and click again at once."""
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        self.click(place, left, none)
        window, point, widget = place
        if isValid(window) and isValid(widget) and widget.isVisible() and in_front(widget.window()) is widget.window():
            there, everywhere = widget.mapFrom(widget.window(), point), window.mapToGlobal(point)
            second = QMouseEvent(
                QEvent.Type.MouseButtonDblClick, there.toPointF(), everywhere.toPointF(), left, left, none
            )
            QApplication.sendEvent(widget, second)
            if isValid(window):
                QTest.mouseRelease(window, left, none, point)

    def press(self, place: Place) -> None:
        """Hold the left button from now on."""
        QTest.mousePress(place[0], Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place[1])

    def move(self, place: Place) -> None:
        """Be there."""
        if isValid(place[0]):
            QTest.mouseMove(place[0], place[1])

    def release(self, place: Place) -> None:
        """Let go of the left button."""
        if isValid(place[0]):
            QTest.mouseRelease(place[0], Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place[1])

    def turn_wheel(self, place: Place, by: int) -> None:
        """Scroll by so many eighths of a degree."""
        QTest.wheelEvent(place[0], place[1].toPointF(), QPoint(0, by))


def in_front(window: QWidget) -> QWidget:
    """What takes the mouse: the menu, else the sheet, else the window."""
    return QApplication.activePopupWidget() or QApplication.activeModalWidget() or window


def called(widget: QWidget) -> str:
    """A widget in words, for the list of steps."""
    words = widget.text() if isinstance(widget, QAbstractButton | QLabel | QLineEdit) else widget.accessibleName()
    return f"{type(widget).__name__} {words[:30]!r} in {_page_of(widget)}"


def _page_of(widget: QWidget) -> str:
    place: QWidget | None = widget
    while place is not None and not place.isWindow():
        if type(place).__name__.endswith(("Page", "Panel", "Form", "Tab")):
            return type(place).__name__
        place = place.parentWidget()
    return type(widget.window()).__name__


def _all_hidden(widget: QWidget) -> bool:
    return widget.visibleRegion().isEmpty()
