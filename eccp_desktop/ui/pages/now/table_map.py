"""The hall's tables as cards, in the order of their numbers."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.ids import TableId
from eccp_desktop.store.reads.now_board import BoardTable
from eccp_desktop.ui.pages.now import words
from eccp_desktop.ui.pages.now.table_card import (
    HEIGHT,
    LEAST_HEIGHT,
    LEAST_WIDTH,
    MOST_WIDTH,
    TABLE_ROLE,
    TableCardDelegate,
)

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class TableModel(QAbstractListModel):
    """The tables of a slot, one a row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tables: tuple[BoardTable, ...] = ()

    def show(self, tables: tuple[BoardTable, ...]) -> None:
        """Show other tables; where they are the same ones, only those that differ are painted again."""
        same = [table.id for table in tables] == [table.id for table in self.tables]
        if not same:
            self.beginResetModel()
            self.tables = tables
            self.endResetModel()
            return
        before, self.tables = self.tables, tables
        for row, (old, new) in enumerate(zip(before, tables, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.tables)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # Any: what each role answers
        if not index.isValid():
            return None
        table = self.tables[index.row()]
        if role == TABLE_ROLE:
            return table
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return words.table(table)
        return None


class TableMap(QListView):
    """`chosen` carries the table under the selection. Arrow keys move over the map as it is laid out."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(N_("Tables"))
        self._model = TableModel(self)
        self.setModel(self._model)
        self._cards = TableCardDelegate(self)
        self.setItemDelegate(self._cards)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._moved)

    def show_tables(self, tables: tuple[BoardTable, ...]) -> None:
        """Show the tables of a slot; the selection stays on the table with the same number."""
        before = self.table
        self._model.show(tables)
        self._share_out()
        if not tables:
            self.chosen.emit(None)
            return
        if not self.currentIndex().isValid():
            row = next((row for row, table in enumerate(tables) if before is not None and table.id == before.id), None)
            self.select_row(row if row is not None else self._first_taken())
        else:
            self.chosen.emit(self.table)

    @property
    def table(self) -> BoardTable | None:
        """The selected table."""
        row = self.currentIndex().row()
        return self._model.tables[row] if 0 <= row < len(self._model.tables) else None

    @property
    def tables(self) -> tuple[BoardTable, ...]:
        return self._model.tables

    def menu_place(self) -> QPoint:
        """Where a menu of the selected table belongs, on the screen: below its card."""
        return self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())

    def select_row(self, row: int) -> None:
        """Select the card in this place."""
        index = self._model.index(row)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def select_table(self, table: TableId) -> None:
        """Select this table, if it is there."""
        for row, found in enumerate(self._model.tables):
            if found.id == table:
                self.select_row(row)

    def step(self, by: int) -> None:
        """Move the selection along the order of the tables."""
        if self._model.tables:
            self.select_row(max(0, min(self.currentIndex().row() + by, len(self._model.tables) - 1)))

    def advance(self, wanted: Callable[[BoardTable], bool]) -> None:
        """Select the next table that is wanted, from the beginning again after the last; stay where there is none."""
        here, count = self.currentIndex().row(), len(self._model.tables)
        for step in range(1, count):
            row = (here + step) % count
            if wanted(self._model.tables[row]):
                self.select_row(row)
                return

    def _first_taken(self) -> int:
        return next((row for row, table in enumerate(self._model.tables) if table.meeting is not None), 0)

    def _moved(self) -> None:
        self.chosen.emit(self.table)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._share_out()
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def _share_out(self) -> None:
        """Give the cells the width that is there, in as few columns as show all tables at once, somewhat lower ones if need be."""
        # Qt lays the cards out as if the scroll bar were always there.
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self.verticalScrollBar())
        width = self.maximumViewportSize().width() - bar - 1
        height = self.maximumViewportSize().height()
        lines = max(1, height // HEIGHT)
        needed = -(-len(self._model.tables) // lines)
        columns = max(1, min(width // LEAST_WIDTH, max(needed, width // MOST_WIDTH)))
        rows = max(1, -(-len(self._model.tables) // columns))
        cell = QSize(width // columns, max(LEAST_HEIGHT, min(HEIGHT, height // rows)))
        if cell != self.gridSize():  # which would lay out every card again
            self._cards.cell = cell
            self.setGridSize(cell)
