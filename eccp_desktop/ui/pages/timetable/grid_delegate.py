"""Paints the cells of the grid: meetings as cards, times away as hatching, and marks for a meeting that was picked up."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from eccp_desktop.domain.hall import HallMeeting
from eccp_desktop.ui.kit.icons import icon
from eccp_desktop.ui.kit.state_mark import paint_mark, paint_shape
from eccp_desktop.ui.pages.timetable.carrying import Fit, Verdict
from eccp_desktop.ui.pages.timetable.day_grid import Axis, DayGrid
from eccp_desktop.ui.pages.timetable.words import partner_organisations, partners, short_reason
from eccp_desktop.ui.theme import (
    RADIUS_SMALL,
    RING,
    SMALL,
    SPACE_1,
    SPACE_2,
    Shape,
    State,
    Tokens,
    font,
    state_of_meeting,
    tokens_of,
)

if TYPE_CHECKING:
    from eccp_desktop.ui.pages.timetable.grid_view import GridView

MARK = 12
BREAK = 20
"""Width of the space before the first slot after a break."""

_SIGN = 16


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
        model, day, tokens = self._view.grid_model, self._view.grid_model.day, tokens_of(self._view)
        if day is None:
            return
        line, column = index.row(), index.column()
        whole = QRect(option.rect)
        if line in (self._view.hovered[0], self._view.currentIndex().row()):
            painter.fillRect(whole, tokens.colour("hover" if line == self._view.hovered[0] else "raised"))
        cell = whole.adjusted(2 + (BREAK if day.begins_session(column) else 0), 2, -2, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        verdict = model.verdict(line, column)
        meeting = day.meeting(line, column)
        if verdict is None:
            self._paint_at_rest(painter, cell, day, line, column, meeting, tokens)
        else:
            self._paint_for_carried(painter, cell, day, line, column, meeting, verdict, tokens)
        if self._view.currentIndex() == index and self._view.hasFocus():
            self._ring(painter, cell, tokens.colour("accent"))
        painter.restore()

    def _paint_at_rest(
        self,
        painter: QPainter,
        cell: QRect,
        day: DayGrid,
        line: int,
        column: int,
        meeting: HallMeeting | None,
        tokens: Tokens,
    ) -> None:
        if meeting is None:
            self._paint_closed(painter, cell, day, line, column, tokens)
            return
        same = meeting.id == self._view.current_meeting
        self._card(painter, cell, tokens.colour("selection" if same else "raised"))
        if not same and line in (self._view.hovered[0], self._view.currentIndex().row()):
            self._card(painter, cell, tokens.colour("pressed"))
        self._paint_meeting(painter, cell, day, line, meeting, tokens, tokens.colour("text"), tokens.colour("quiet"))

    def _paint_for_carried(
        self,
        painter: QPainter,
        cell: QRect,
        day: DayGrid,
        line: int,
        column: int,
        meeting: HallMeeting | None,
        verdict: Verdict,
        tokens: Tokens,
    ) -> None:
        faint, accent, green = tokens.colour("faint"), tokens.colour("accent"), tokens.colour("green")
        pointed = (line, column) == self._view.pointed
        match verdict.fit:
            case Fit.HERE:
                self._card(painter, cell, tokens.colour("selection"))
                self._dashes(painter, cell, accent)
            case Fit.LEGAL:
                self._card(painter, cell, tokens.colour("legal"))
                self._ring(painter, cell, green) if pointed else self._dashes(painter, cell, green)
                self._paint_free(painter, cell, day, verdict, tokens)
            case Fit.SWAP:
                self._card(painter, cell, tokens.colour("selection"))
                self._ring(painter, cell, accent) if pointed else self._dashes(painter, cell, accent)
                sign = QRect(cell.right() - _SIGN - 4, cell.top() + (cell.height() - _SIGN) // 2, _SIGN, _SIGN)
                icon("swap", "accent").paint(painter, sign)
        if meeting is not None:
            room = cell.adjusted(0, 0, -_SIGN, 0) if verdict.fit is Fit.SWAP else cell
            lifted = verdict.fit is not Fit.NO
            ink = tokens.colour("text" if lifted else "faint")
            self._paint_meeting(painter, room, day, line, meeting, tokens, ink, tokens.colour("quiet") if lifted else faint)
        elif verdict.fit is Fit.NO:
            self._paint_closed(painter, cell, day, line, column, tokens)
        if verdict.fit is Fit.NO and pointed:
            self._ring(painter, cell, tokens.colour("red"))
            box = QRectF(cell.right() - MARK - 6, cell.center().y() - MARK / 2 + 0.5, MARK, MARK)
            painter.fillRect(box.adjusted(-3, -3, 3, 3), tokens.colour("page"))
            paint_shape(painter, box, Shape.CROSS, tokens.colour("red"))

    def _paint_meeting(
        self,
        painter: QPainter,
        cell: QRect,
        day: DayGrid,
        line: int,
        meeting: HallMeeting,
        tokens: Tokens,
        ink: QColor,
        second_ink: QColor,
    ) -> None:
        hall, zoom, key = day.grid.hall, self._view.zoom, day.lines[line].key
        box = cell.adjusted(SPACE_2, 0, -SPACE_2, 0)
        table = "" if meeting.table is None else str(hall.tables[meeting.table].number)
        lines = [partners(hall, meeting, key)]
        if day.axis is Axis.TABLES:
            lines = lines[0].split(" – ") if zoom.lines > 1 else lines
        elif zoom.lines > 1:
            lines.append(f"Table {table}")
        if zoom.lines > 2:
            organisations = partner_organisations(hall, meeting, key)
            lines.insert(1, organisations) if day.axis is Axis.PEOPLE else lines.append(organisations)
        lines = [text for text in lines if text][: zoom.lines]
        first, other = QFontMetrics(font(zoom.size)), QFontMetrics(font(SMALL))
        both_names = day.axis is Axis.TABLES
        heights = [(first if row == 0 or (both_names and row == 1) else other).height() - 1 for row in range(len(lines))]
        top = box.top() + (box.height() - sum(heights)) // 2
        mark = QRectF(box.left(), top + (heights[0] - MARK) / 2 + 0.5, MARK, MARK)
        paint_mark(painter, mark, state_of_meeting(meeting.state), tokens)
        right = box.right()
        if meeting.locked:
            right -= MARK
            paint_mark(painter, QRectF(right, mark.top(), MARK, MARK), State.LOCKED, tokens)
            right -= SPACE_1
        if zoom.lines == 1 and day.axis is Axis.PEOPLE:
            width = other.horizontalAdvance(table)
            painter.setFont(font(SMALL))
            painter.setPen(second_ink)
            painter.drawText(
                QRect(right - width, box.top(), width + 1, box.height()), Qt.AlignmentFlag.AlignVCenter, table
            )
            right -= width + SPACE_1
        left = box.left() + MARK + 6
        for row, text in enumerate(lines):
            large = row == 0 or (both_names and row == 1)
            painter.setFont(font(zoom.size if large else SMALL))
            painter.setPen(ink if large else second_ink)
            width = (right if row == 0 else box.right()) - left
            shown = (first if large else other).elidedText(text, Qt.TextElideMode.ElideRight, width)
            painter.drawText(QRect(left, top, width + 1, heights[row]), Qt.AlignmentFlag.AlignVCenter, shown)
            top += heights[row]

    def _paint_closed(
        self, painter: QPainter, cell: QRect, day: DayGrid, line: int, column: int, tokens: Tokens
    ) -> None:
        """Hatching where nobody can sit; the reason once, at the left end of the run."""
        refusal = day.closed(line, column)
        if refusal is None:
            return
        before = column > 0 and not day.begins_session(column) and self._closed_alike(day, line, column, column - 1)
        after = column + 1 < len(day.slots) and not day.begins_session(column + 1)
        after = after and self._closed_alike(day, line, column, column + 1)
        area = QRectF(cell.adjusted(-2 if before else 0, 3, 2 if after else 0, -3))
        brush = QBrush(tokens.colour("line"), Qt.BrushStyle.BDiagPattern)
        painter.setBrushOrigin(QPointF(0, 0))
        painter.fillRect(area, brush)
        text = "" if before else short_reason(refusal)
        if text:
            painter.setFont(font(SMALL))
            metrics = QFontMetrics(font(SMALL))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, cell.width() - 2 * SPACE_2)
            room = QRect(cell.left() + 6, cell.center().y() - 9, metrics.horizontalAdvance(shown) + 8, 19)
            ground = "hover" if line == self._view.hovered[0] else "page"
            painter.fillRect(room, tokens.colour(ground))
            painter.setPen(tokens.colour("quiet"))
            painter.drawText(room.adjusted(4, 0, 4, 0), Qt.AlignmentFlag.AlignVCenter, shown)

    def _closed_alike(self, day: DayGrid, line: int, column: int, other: int) -> bool:
        if day.meeting(line, other) is not None:
            return False
        one, two = day.closed(line, column), day.closed(line, other)
        return one is not None and two is not None and short_reason(one) == short_reason(two)

    def _paint_free(self, painter: QPainter, cell: QRect, day: DayGrid, verdict: Verdict, tokens: Tokens) -> None:
        """A ring and the table: the meeting can sit here."""
        hall = day.grid.hall
        text = "Free" if day.axis is Axis.TABLES or verdict.table is None else f"Table {hall.tables[verdict.table].number}"
        metrics = QFontMetrics(font(SMALL))
        width = MARK + 6 + metrics.horizontalAdvance(text)
        left = cell.left() + max(SPACE_1, (cell.width() - width) // 2)
        box = QRectF(left, cell.center().y() - MARK / 2 + 0.5, MARK, MARK)
        paint_shape(painter, box, Shape.RING, tokens.colour("green"))
        painter.setFont(font(SMALL))
        painter.setPen(tokens.colour("green"))
        painter.drawText(
            QRect(left + MARK + 6, cell.top(), cell.width(), cell.height()), Qt.AlignmentFlag.AlignVCenter, text
        )

    def _card(self, painter: QPainter, cell: QRect, colour: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(cell), RADIUS_SMALL, RADIUS_SMALL)

    def _dashes(self, painter: QPainter, cell: QRect, colour: QColor) -> None:
        self._outline(painter, cell, QPen(colour, 1.5, Qt.PenStyle.DashLine))

    def _ring(self, painter: QPainter, cell: QRect, colour: QColor) -> None:
        self._outline(painter, cell, QPen(colour, RING))

    def _outline(self, painter: QPainter, cell: QRect, pen: QPen) -> None:
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(cell).adjusted(1, 1, -1, -1), RADIUS_SMALL - 1, RADIUS_SMALL - 1)
