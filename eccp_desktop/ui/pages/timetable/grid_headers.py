"""The frozen edges of the grid: slots above, people or tables at the left."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView

from eccp_desktop.domain.hall import HallSlot
from eccp_desktop.ui.kit.state_mark import paint_mark
from eccp_desktop.ui.pages.timetable.cell_paint import MARK
from eccp_desktop.ui.pages.timetable.day_grid import DayGrid
from eccp_desktop.ui.pages.timetable.grid_delegate import BREAK
from eccp_desktop.ui.pages.timetable.words import time_words
from eccp_desktop.ui.theme import SMALL, SPACE_1, SPACE_2, SPACE_3, TEXT, State, font, state_of_presence, tokens_now

if TYPE_CHECKING:
    from eccp_desktop.ui.pages.timetable.grid_view import GridView

SLOT_HEADER = 48


class SlotHeader(QHeaderView):
    """When a slot starts, and how many tables are taken in it; the slot that runs now has a mark and its word."""

    def __init__(self, view: "GridView") -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._grid = view
        self.setFixedHeight(SLOT_HEADER)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setAccessibleName("Slots")

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        day, tokens = self._grid.grid_model.day, tokens_now()
        painter.fillRect(rect, tokens.colour("page"))
        if day is None or section >= len(day.slots):
            return
        slot = day.slots[section]
        left = rect.left() + 2 + SPACE_2 + (BREAK if day.begins_session(section) else 0)
        room = QRect(left, rect.top() + 4, rect.right() - left, 20)
        pointed = section in (self._grid.hovered[1], self._grid.currentIndex().column())
        running, over = self._running(slot), slot.span.end <= self._grid.grid_model.now
        painter.setFont(font(TEXT, strong=True))
        painter.setPen(tokens.colour("accent" if running else "text" if pointed or not over else "quiet"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, time_words(slot.span.start))
        words = self._words(day, section, running, over, rect.right() - left)
        painter.setFont(font(SMALL))
        painter.setPen(tokens.colour("accent" if running else "quiet"))
        below = room.translated(0, 19)
        if running:
            paint_mark(painter, QRectF(left, below.center().y() - 5, 12, 12), State.RUNNING, tokens)
            below.setLeft(left + 16)
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, words)

    def _running(self, slot: HallSlot) -> bool:
        return slot.span.start <= self._grid.grid_model.now < slot.span.end

    def _words(self, day: DayGrid, column: int, running: bool, over: bool, width: int) -> str:
        if running:
            return "now"
        if over:
            return "over"
        measure = QFontMetrics(font(SMALL))
        words = table_count_words(day, column)
        return next((one for one in words if measure.horizontalAdvance(one) < width), words[-1])


def table_count_words(day: DayGrid, column: int) -> tuple[str, ...]:
    """How many of the tables that are open in a slot are taken, and how many are closed in it; the longest words first."""
    slot = day.slots[column].id
    used = [table for table in day.grid.hall.tables.values() if table.open]
    opened = sum(table.is_open(slot) for table in used)
    taken, closed = day.taken(column), len(used) - opened
    if not closed:
        return f"{taken} of {opened} tables", f"{taken} of {opened}"
    return (
        f"{taken} of {opened} tables, {closed} closed",
        f"{taken} of {opened}, {closed} closed",
        f"{taken} of {opened}",
    )


class LineHeader(QHeaderView):
    """Who a line is: name, organisation, whether they are here, and how many meetings they have that day."""

    def __init__(self, view: "GridView") -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self._grid = view
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setAccessibleName("People or tables")

    def sizeHint(self) -> QSize:
        return QSize(self._grid.zoom.header, 0)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        day, tokens = self._grid.grid_model.day, tokens_now()
        current = section == self._grid.currentIndex().row()
        ground = "hover" if section == self._grid.hovered[0] else "raised" if current else "page"
        painter.fillRect(rect, tokens.colour(ground))
        if day is None or section >= len(day.lines):
            return
        line, zoom = day.lines[section], self._grid.zoom
        text = QRect(rect.left(), rect.top(), rect.width() - SPACE_3, rect.height())
        if line.presence is not None:
            mark = QRectF(text.left() + 1, text.center().y() - MARK / 2 + 0.5, MARK, MARK)
            paint_mark(painter, mark, state_of_presence(line.presence), tokens)
            text.setLeft(text.left() + MARK + SPACE_2)
        count = str(day.count(section) or "")
        small, strong = QFontMetrics(font(SMALL)), QFontMetrics(font(zoom.size, strong=current))
        painter.setFont(font(SMALL))
        painter.setPen(tokens.colour("quiet"))
        painter.drawText(text, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        text.setRight(text.right() - small.horizontalAdvance("00") - SPACE_1)
        second = line.second if zoom.lines > 1 else ""
        high = strong.height() - 1
        top = text.top() + (text.height() - high - (small.height() if second else 0)) // 2
        painter.setFont(font(zoom.size, strong=current))
        painter.setPen(tokens.colour("text"))
        shown = strong.elidedText(line.title, Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(QRect(text.left(), top, text.width(), high), Qt.AlignmentFlag.AlignVCenter, shown)
        if second:
            painter.setFont(font(SMALL))
            painter.setPen(tokens.colour("quiet"))
            shown = small.elidedText(second, Qt.TextElideMode.ElideRight, text.width())
            place = QRect(text.left(), top + high, text.width(), small.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._grid.hover(self.logicalIndexAt(event.position().toPoint()), -1)
        super().mouseMoveEvent(event)
