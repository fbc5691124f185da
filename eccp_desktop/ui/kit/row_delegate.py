"""Paints the cells of a table: one or two lines, a state mark, hover and selection over the whole width."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from eccp_desktop.ui.kit.rows_model import RowsModel
from eccp_desktop.ui.kit.state_mark import MARK, paint_mark
from eccp_desktop.ui.theme import HEADING, RING, SMALL, SPACE_2, SPACE_3, STATES, TEXT, font, tokens_now

if TYPE_CHECKING:
    from eccp_desktop.ui.kit.table_view import TableView

PAD = SPACE_3
"""Space between a cell's edge and its text; `on_edge` puts the first cell's text on the page's left edge."""


class RowDelegate(QStyledItemDelegate):
    """Paints every column of a `RowsModel`. With `large` the strong column is set in heading size (Desk, Now)."""

    def __init__(self, view: "TableView[Any]", *, large: bool = False) -> None:  # Any: it paints rows of every kind
        super().__init__(view)
        self._view = view
        self._large = large

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        model = self._model()
        column, row = model.columns[index.column()], model.rows[index.row()]
        width = QFontMetrics(self._font(index.column())).horizontalAdvance(column.text(row)) + 2 * self._view.pad
        return QSize(width + (MARK + SPACE_2 if column.state else 0), self._view.verticalHeader().defaultSectionSize())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model, tokens = self._model(), tokens_now()
        column, row = model.columns[index.column()], model.rows[index.row()]
        cell = QRect(option.rect)
        pad = self._view.pad
        painter.save()
        self._paint_ground(painter, cell, index)
        box = cell.adjusted(pad, 0, -pad, 0)
        state = column.state(row) if column.state else None
        text = column.text(row)
        ink = tokens.colour("quiet" if column.quiet else "text")
        if state is not None:
            paint_mark(painter, QRectF(box.left(), box.center().y() - MARK / 2 + 0.5, MARK, MARK), state, tokens)
            box.setLeft(box.left() + MARK + SPACE_2)
            if column.tint and not column.strong:
                ink = tokens.colour(STATES[state].tone)
            text = text or STATES[state].word
        elif column.state is not None:
            box.setLeft(box.left() + MARK + SPACE_2)
        below = column.second(row) if column.second else ""
        if below:
            first = QFontMetrics(self._font(index.column())).height()
            second = QFontMetrics(font(SMALL)).height()
            top = box.top() + (box.height() - first - second + 2) // 2
            upper = QRect(box.left(), top, box.width(), first)
            lower = QRect(box.left(), top + first - 2, box.width(), second)
            self._write(painter, upper, text, self._font(index.column()), ink, right=column.right)
            self._write(painter, lower, below, font(SMALL), tokens.colour("quiet"), right=column.right)
        else:
            self._write(painter, box, text, self._font(index.column()), ink, right=column.right)
        painter.restore()

    def _font(self, column: int) -> QFont:
        strong = self._model().columns[column].strong
        return font(HEADING if strong and self._large else TEXT, strong=strong)

    def _write(self, painter: QPainter, box: QRect, text: str, face: QFont, ink: QColor, *, right: bool) -> None:
        painter.setFont(face)
        painter.setPen(ink)
        shown = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)

    def _paint_ground(self, painter: QPainter, cell: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        view, tokens = self._view, tokens_now()
        if view.selectionModel().isRowSelected(index.row(), QModelIndex()):
            painter.fillRect(cell, tokens.colour("selection"))
        elif view.hovered == index.row() and view.selectionMode() is not QAbstractItemView.SelectionMode.NoSelection:
            painter.fillRect(cell, tokens.colour("hover"))
        if view.hasFocus() and view.currentIndex().row() == index.row():
            painter.setPen(QPen(tokens.colour("accent"), RING))
            top, bottom = cell.top() + 1, cell.bottom()
            painter.drawLine(cell.left(), top, cell.right() + 1, top)
            painter.drawLine(cell.left(), bottom, cell.right() + 1, bottom)
            if view.visual_edge(index.column(), left=True):
                painter.drawLine(cell.left() + 1, top, cell.left() + 1, bottom)
            if view.visual_edge(index.column(), left=False):
                painter.drawLine(cell.right(), top, cell.right(), bottom)

    def _model(self) -> RowsModel[Any]:  # Any: as above
        return self._view.rows_model
