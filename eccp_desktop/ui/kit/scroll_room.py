"""Lets what scrolls be scrolled clear of a bar that lies over its lower edge. Nothing moves by itself under the pointer."""

from PySide6.QtCore import QEvent, QObject, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QTableView, QWidget

from eccp_desktop.ui.kit.card import Scroll
from eccp_desktop.ui.theme import SPACE_1


class ScrollRoom:
    """All that scrolls on a page, and how far it scrolls beyond its end while it is covered."""

    def __init__(self, page: QWidget) -> None:
        self._page = page
        self._cleared = QPersistentModelIndex()

    def cover(self, place: QRect) -> None:
        """A bar lies over this place of the page: what is under it can be scrolled to, and what the keys have chosen is."""
        for area in self._page.findChildren(QAbstractScrollArea):
            if not isinstance(area, QAbstractItemView | Scroll) or area.window() is not self._page.window():
                continue
            covered = place.translated(-area.viewport().mapTo(self._page, QPoint())) if area.isVisible() else QRect()
            wanted = _hidden_under(area, covered) if covered.intersects(area.viewport().rect()) else 0
            further = next((one for one in area.children() if isinstance(one, _Further)), None)
            if further is not None:
                further.reach(wanted)
            elif wanted:
                _Further(area).reach(wanted)
            if wanted and isinstance(area, QAbstractItemView) and area is QApplication.focusWidget():
                self._show_chosen(area, covered)

    def uncover(self) -> None:
        """Nothing lies over the page any more."""
        self._cleared = QPersistentModelIndex()
        for further in self._page.findChildren(_Further):
            further.reach(0)

    def _show_chosen(self, view: QAbstractItemView, covered: QRect) -> None:
        """Once for each choice: who scrolls it back under the bar wants it there."""
        chosen = view.currentIndex()
        if not chosen.isValid() or self._cleared == chosen:
            return
        self._cleared = QPersistentModelIndex(chosen)
        place = view.visualRect(chosen)
        pointed_at = place.contains(view.viewport().mapFromGlobal(QCursor.pos()))
        if place.intersects(covered) and not pointed_at:
            bar = view.verticalScrollBar()
            bar.setValue(bar.value() + place.bottom() + 1 + SPACE_1 - covered.top())


def _hidden_under(area: QAbstractItemView | Scroll, covered: QRect) -> int:
    """How many pixels of the content lie below the upper edge of what covers it when it is scrolled to its end."""
    bar, height = area.verticalScrollBar(), area.viewport().height()
    shown_until = height if bar.maximum() > 0 else min(height, _end_of(area))
    return max(0, shown_until - covered.top())


def _end_of(area: QAbstractItemView | Scroll) -> int:
    """Where the content of an area that need not scroll ends, in pixels from its top."""
    if isinstance(area, Scroll):
        return area.column.childrenRect().bottom() + 1
    model = area.model()
    last = model.rowCount() - 1 if model is not None else -1
    if last < 0:
        return 0
    if isinstance(area, QTableView):
        return area.rowViewportPosition(last) + area.rowHeight(last)
    return area.visualRect(model.index(last, 0)).bottom() + 1


class _Further(QObject):
    """Lets one area scroll further than its content, also when that becomes more or less meanwhile."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._area, self._bar = area, area.verticalScrollBar()
        self._policy = area.verticalScrollBarPolicy()
        self._end, self._more = self._bar.maximum(), 0
        self._setting = False
        self._bar.rangeChanged.connect(self._ranged)
        area.viewport().installEventFilter(self)

    def reach(self, more: int) -> None:
        """Scroll so many pixels beyond the end; with none, as soon as nothing would jump away under the pointer."""
        self._more = more
        if more or self._bar.value() <= self._end or not self._area.underMouse():
            self._set()

    def _set(self) -> None:
        self._setting = True
        # A bar that comes up would make the lines narrower.
        hidden = self._more > 0 and self._end <= 0
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff if hidden else self._policy)
        self._bar.setMaximum(self._end + self._more)
        self._setting = False

    def _ranged(self, _least: int, most: int) -> None:
        if not self._setting:
            self._end = most
            if self._more:
                self._set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave and not self._more:
            self._set()
        return super().eventFilter(watched, event)
