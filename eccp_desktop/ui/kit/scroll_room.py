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
            further = next((one for one in area.children() if isinstance(one, _Further)), None)
            end = area.verticalScrollBar().maximum() if further is None else further.end
            wanted = _hidden_under(area, covered, end)
            if wanted and further is None:
                further = _Further(area)
            if further is not None:
                further.reach(wanted)
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


def _hidden_under(area: QAbstractItemView | Scroll, covered: QRect, end: int) -> int:
    """How many pixels of the content lie below the upper edge of what covers it when it is scrolled to its `end`.

    None of a list that is all in view inside of something that scrolls: it comes along with that.
    """
    if not covered.intersects(area.viewport().rect()) or (end <= 0 and _scrolls_along(area)):
        return 0
    height = area.viewport().height()
    return max(0, (height if end > 0 else min(height, _end_of(area))) - covered.top())


def _scrolls_along(area: QWidget) -> bool:
    around = area.parentWidget()
    while around is not None and not isinstance(around, Scroll):
        around = around.parentWidget()
    return around is not None


def _end_of(area: QAbstractItemView | Scroll) -> int:
    """Where the content of an area that need not scroll ends, in pixels from its top, when it is not scrolled."""
    scrolled = area.verticalScrollBar().value()
    if isinstance(area, Scroll):
        return area.column.childrenRect().bottom() + 1
    model = area.model()
    last = model.rowCount() - 1 if model is not None else -1
    if last < 0:
        return 0
    if isinstance(area, QTableView):
        return area.rowViewportPosition(last) + area.rowHeight(last) + scrolled
    return area.visualRect(model.index(last, 0)).bottom() + 1 + scrolled


class _Further(QObject):
    """Lets one area scroll further than its content, also when that becomes more or less meanwhile."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._area, self._bar = area, area.verticalScrollBar()
        self._policy = area.verticalScrollBarPolicy()
        self.end = self._bar.maximum()
        """How far it scrolls by itself."""
        self._more = 0
        self._setting = False
        self._bar.rangeChanged.connect(self._ranged)
        area.viewport().installEventFilter(self)

    def reach(self, more: int) -> None:
        """Scroll so many pixels beyond the end; with none, as soon as nothing would jump away under the pointer."""
        self._more = more
        if more or self._bar.value() <= self.end or not self._area.underMouse():
            self._set()

    def _set(self) -> None:
        self._setting = True
        # A bar that comes up would make the lines narrower.
        hidden = self._more > 0 and self.end <= 0
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff if hidden else self._policy)
        self._bar.setMaximum(self.end + self._more)
        self._setting = False

    def _ranged(self, _least: int, most: int) -> None:
        if not self._setting:
            self.end = most
            if self._more:
                self._set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave and not self._more:
            self._set()
        return super().eventFilter(watched, event)
