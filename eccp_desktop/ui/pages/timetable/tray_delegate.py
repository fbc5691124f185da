"""Paints a meeting of the tray: its people on two lines, and why it waits."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from eccp_desktop.ui.kit.row_delegate import PAD
from eccp_desktop.ui.kit.state_mark import MARK, paint_mark
from eccp_desktop.ui.pages.timetable.words import reason_words
from eccp_desktop.ui.theme import RING, SMALL, SPACE_2, TEXT, font, state_of_meeting, tokens_now

if TYPE_CHECKING:
    from eccp_desktop.ui.pages.timetable.tray_list import TrayList

TRAY_ROW = 72


class TrayDelegate(QStyledItemDelegate):
    """The mark of its state before it, how much it is wanted at the right."""

    def __init__(self, view: "TrayList") -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, TRAY_ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tokens, cell = tokens_now(), QRect(option.rect)
        waiting = self._view.rows_model.rows[index.row()]
        current = self._view.currentIndex().row() == index.row()
        painter.save()
        if current:
            painter.fillRect(cell, tokens.colour("selection"))
        elif self._view.hovered == index.row():
            painter.fillRect(cell, tokens.colour("hover"))
        if current and self._view.hasFocus():
            painter.setPen(QPen(tokens.colour("accent"), RING))
            painter.drawRect(cell.adjusted(1, 1, -1, -1))
        box = cell.adjusted(PAD, 6, -PAD, -6)
        high, low = QFontMetrics(font(TEXT)).height() - 1, QFontMetrics(font(SMALL)).height()
        mark = QRectF(box.left(), box.top() + (high - MARK) / 2 + 0.5, MARK, MARK)
        paint_mark(painter, mark, state_of_meeting(waiting.state), tokens)
        box.setLeft(box.left() + MARK + SPACE_2)
        wanted = str(waiting.priority or "")
        width = QFontMetrics(font(SMALL)).horizontalAdvance(wanted)
        quiet = tokens.colour("quiet")
        top = box.top() + (box.height() - 2 * high - low) // 2
        self._write(painter, QRect(box.right() - width, top, width + 1, high), wanted, font(SMALL), quiet)
        for place, name in enumerate(self._view.names(waiting)[:2]):
            room = QRect(box.left(), top, box.width() - (width + SPACE_2 if place == 0 else 0), high)
            self._write(painter, room, name, font(TEXT), tokens.colour("text"))
            top += high
        self._write(painter, QRect(box.left(), top, box.width(), low), reason_words(waiting.reason), font(SMALL), quiet)
        painter.restore()

    def _write(self, painter: QPainter, room: QRect, text: str, face: QFont, ink: QColor) -> None:
        painter.setFont(face)
        painter.setPen(ink)
        shown = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
