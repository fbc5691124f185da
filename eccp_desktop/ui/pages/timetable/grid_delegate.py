"""Paints the cells of the grid: meetings as cards, times away as hatching, and marks for a meeting that was picked up."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from eccp_desktop.ui.pages.timetable import cell_paint
from eccp_desktop.ui.pages.timetable.carrying import Fit, Verdict
from eccp_desktop.ui.pages.timetable.day_grid import Axis, DayGrid
from eccp_desktop.ui.pages.timetable.words import short_reason
from eccp_desktop.ui.theme import Tokens, tokens_now

if TYPE_CHECKING:
    from eccp_desktop.ui.pages.timetable.grid_view import GridView

BREAK = 20
"""Width of the space before the first slot after a break."""


class GridDelegate(QStyledItemDelegate):
    """Paints what the model's day and its carried meeting say; it keeps nothing of its own."""

    def __init__(self, view: "GridView") -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self._view.zoom.width, self._view.zoom.height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model, tokens = self._view.grid_model, tokens_now()
        if model.day is None:
            return
        day, line, column = model.day, index.row(), index.column()
        whole = QRect(option.rect)
        painter.fillRect(whole, tokens.colour(self._ground(line)))
        cell = whole.adjusted(2 + (BREAK if day.begins_session(column) else 0), 2, -2, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        verdict = model.verdict(line, column)
        if verdict is None:
            self._paint_at_rest(painter, cell, day, line, column, tokens)
        else:
            self._paint_for_carried(painter, cell, day, line, column, verdict, tokens)
        stopped = verdict is not None and verdict.fit is Fit.NO
        if self._view.currentIndex() == index and self._view.hasFocus() and not stopped:
            cell_paint.ring(painter, cell, tokens.colour("accent"))
        painter.restore()

    def _ground(self, line: int) -> str:
        return "hover" if line == self._view.hovered[0] else "page"

    def _paint_at_rest(
        self, painter: QPainter, cell: QRect, day: DayGrid, line: int, column: int, tokens: Tokens
    ) -> None:
        meeting = day.meeting(line, column)
        if meeting is None:
            self._paint_closed(painter, cell, day, line, column, tokens)
            return
        ground = "pressed" if line == self._view.hovered[0] else "raised"
        if meeting.id == self._view.current_meeting:
            ground = "selection"
        cell_paint.card(painter, cell, tokens.colour(ground))
        cell_paint.meeting_words(painter, cell, day, line, meeting, self._view.zoom, tokens)

    def _paint_for_carried(
        self, painter: QPainter, cell: QRect, day: DayGrid, line: int, column: int, verdict: Verdict, tokens: Tokens
    ) -> None:
        meeting, zoom = day.meeting(line, column), self._view.zoom
        pointed = (line, column) == self._view.pointed
        mark = cell_paint.ring if pointed else cell_paint.dashes
        match verdict.fit:
            case Fit.HERE:
                cell_paint.card(painter, cell, tokens.colour("selection"))
                cell_paint.dashes(painter, cell, tokens.colour("accent"))
            case Fit.LEGAL:
                cell_paint.card(painter, cell, tokens.colour("legal"))
                mark(painter, cell, tokens.colour("green"))
                cell_paint.free(painter, cell, self._seat(day, verdict), tokens)
            case Fit.SWAP:
                cell_paint.card(painter, cell, tokens.colour("selection"))
                mark(painter, cell, tokens.colour("accent"))
        if meeting is not None:
            dim, swap = verdict.fit is Fit.NO, verdict.fit is Fit.SWAP
            cell_paint.meeting_words(painter, cell, day, line, meeting, zoom, tokens, dim=dim, swap=swap)
        elif verdict.fit is Fit.NO:
            self._paint_closed(painter, cell, day, line, column, tokens)
        if verdict.fit is Fit.NO and pointed:
            cell_paint.ring(painter, cell, tokens.colour("red"))
            cell_paint.cross(painter, cell, tokens)

    def _paint_closed(
        self, painter: QPainter, cell: QRect, day: DayGrid, line: int, column: int, tokens: Tokens
    ) -> None:
        refusal = day.closed(line, column)
        if refusal is None:
            return
        reason = short_reason(refusal)
        before = not day.begins_session(column) and _reason(day, line, column - 1) == reason
        after = column + 1 < len(day.slots) and not day.begins_session(column + 1)
        after = after and _reason(day, line, column + 1) == reason
        text = "" if before else reason
        ground = tokens.colour(self._ground(line))
        cell_paint.hatching(painter, cell, text, before, after, ground, tokens)

    def _seat(self, day: DayGrid, verdict: Verdict) -> str:
        if day.axis is Axis.TABLES or verdict.table is None:
            return "Free"
        return f"Table {day.grid.hall.tables[verdict.table].number}"


def _reason(day: DayGrid, line: int, column: int) -> str | None:
    """Why an empty cell is closed; None where it is not, or holds a meeting, or does not exist."""
    if column < 0 or day.meeting(line, column) is not None:
        return None
    refusal = day.closed(line, column)
    return None if refusal is None else short_reason(refusal)
