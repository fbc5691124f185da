"""Paints the cells of the grid: meetings as cards, times away as hatching, and marks for a meeting that was picked up."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize
from PySide6.QtGui import QPainter, QPixmap
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

MOST_PICTURES = 4000
"""How many cells are kept as pictures: several screens, some 80 MB at the very most."""


class GridDelegate(QStyledItemDelegate):
    """Paints what the model's day and its carried meeting say, and keeps the pictures of cells until `forget`."""

    def __init__(self, view: "GridView") -> None:
        super().__init__(view)
        self._view = view
        self._pictures: dict[tuple[object, ...], QPixmap] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self._view.zoom.width, self._view.zoom.height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        day = self._view.grid_model.day
        if day is None:
            return
        line, column, whole = index.row(), index.column(), QRect(option.rect)
        key = self._key(line, column, whole)
        picture = self._pictures.get(key)
        if picture is None:
            picture = self._draw(day, line, column, whole.size())
            if len(self._pictures) > MOST_PICTURES:
                self._pictures.clear()
            self._pictures[key] = picture
        painter.drawPixmap(whole.topLeft(), picture)

    def forget(self) -> None:
        """Draw every cell anew: the day, the carried meeting or the zoom is another one."""
        self._pictures.clear()

    def _key(self, line: int, column: int, whole: QRect) -> tuple[object, ...]:
        """All that a cell's look depends on, besides what `forget` is called for."""
        view = self._view
        at_rest = view.grid_model.carrying is None
        return (
            line,
            column,
            whole.width(),
            line == view.hovered[0],
            (line, column) == view.pointed,
            view.hasFocus() and view.at(line, column),
            at_rest and view.is_current_meeting(line, column),
            tokens_now().name,
            view.devicePixelRatioF(),
        )

    def _draw(self, day: DayGrid, line: int, column: int, size: QSize) -> QPixmap:
        """A cell as a picture; scrolling and hovering only put pictures on the screen."""
        ratio, tokens = self._view.devicePixelRatioF(), tokens_now()
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(tokens.colour(self._ground(line)))
        cell = QRect(QPoint(0, 0), size).adjusted(2 + (BREAK if day.begins_session(column) else 0), 2, -2, -2)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        verdict = self._view.grid_model.verdict(line, column)
        if verdict is None:
            self._paint_at_rest(painter, cell, day, line, column, tokens)
        else:
            self._paint_for_carried(painter, cell, day, line, column, verdict, tokens)
        stopped = verdict is not None and verdict.fit is Fit.NO
        if self._view.at(line, column) and self._view.hasFocus() and not stopped:
            cell_paint.ring(painter, cell, tokens.colour("accent"))
        painter.end()
        return picture

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
        if self._view.is_current_meeting(line, column):
            ground = "selection"
        changed = meeting.id in day.changes
        cell_paint.card(painter, cell, tokens.colour("selection" if changed else ground))
        if changed:
            cell_paint.dashes(painter, cell, tokens.colour("accent"))
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
