"""The table of the program: no grid, rows that light up over their whole width, sorted by the header."""

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QLayout, QTableView, QWidget

from eccp_desktop.ui.kit.edge_layout import EdgeLayout
from eccp_desktop.ui.kit.row_delegate import PAD, RowDelegate
from eccp_desktop.ui.kit.rows_model import Column, RowsModel
from eccp_desktop.ui.memory import Memory
from eccp_desktop.ui.theme import ROW, SPACE_3, font, tokens_now

Row = TypeVar("Row")

LEAST_STRETCH = 148
"""Pixels below which a column that stretches shows too little of a name."""


class TableView(QTableView, Generic[Row]):
    """Shows frozen rows. `selected` carries the row under the selection (or None), `opened` the one that was entered.

    `pad` is the space between a cell's edge and its text. The columns named in `gives_way` are left out, in that order, where
    the columns that stretch would become too narrow to be read. `nothing` is said where there is no row.
    `name` is its accessible name and, with a `memory`, the name under which columns and order are remembered.
    """

    selected = Signal(object)
    opened = Signal(object)

    def __init__(
        self,
        name: str,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], Hashable],
        *,
        row_height: int = ROW,
        large: bool = False,
        header: bool = True,
        pad: int = PAD,
        gives_way: Sequence[str] = (),
        nothing: str = "",
        memory: Memory | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.rows_model: RowsModel[Row] = RowsModel(columns, key, self)
        self.hovered = -1
        self.pad = pad
        self._gives_way = tuple(gives_way)
        self._nothing = nothing
        self._least = LEAST_STRETCH * sum(column.stretch for column in columns)
        self._widths = {column.key: column.width for column in columns if not column.stretch}
        self._memory = memory
        self._remembered_as = f"columns/{name}"
        self._last: Hashable = None
        self.setModel(self.rows_model)
        self.setItemDelegate(RowDelegate(self, large=large))
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(row_height)
        self._prepare_header(header)
        self.selectionModel().currentRowChanged.connect(self._moved)
        self.activated.connect(self._activated)

    def _prepare_header(self, shown: bool) -> None:
        header = self.horizontalHeader()
        header.setVisible(shown)
        header.setFixedHeight(ROW)
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSectionsMovable(True)
        header.setMinimumSectionSize(48)
        header.sectionClicked.connect(self._sort_clicked)
        widths: dict[str, int] = self._memory.get(self._remembered_as, {}) if self._memory else {}
        for section, column in enumerate(self.rows_model.columns):
            stretch = column.stretch
            header.setSectionResizeMode(
                section, QHeaderView.ResizeMode.Stretch if stretch else QHeaderView.ResizeMode.Interactive
            )
            header.resizeSection(section, int(widths.get(column.key, column.width)))
            if column.key in self._widths:
                self._widths[column.key] = header.sectionSize(section)
        order = self._memory.get(f"{self._remembered_as}/order", []) if self._memory else []
        keys = [column.key for column in self.rows_model.columns]
        if len(order) == 2 and order[0] in keys:
            self.rows_model.sort(
                keys.index(order[0]), Qt.SortOrder.DescendingOrder if order[1] else Qt.SortOrder.AscendingOrder
            )
        header.sectionResized.connect(self._resized)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Replace the rows; the selection stays on the same thing where it is still there."""
        wanted = self._last
        self.rows_model.show(rows)
        line = self.rows_model.row_of(wanted) if wanted is not None else -1
        if line >= 0:
            self.select_line(line)
        else:
            self._last = None
            self.selected.emit(None)

    @property
    def row(self) -> Row | None:
        """The selected row."""
        line = self.currentIndex().row()
        return self.rows_model.rows[line] if 0 <= line < len(self.rows_model.rows) else None

    def select_line(self, line: int) -> None:
        """Select the row in this line, kept within the table."""
        count = self.rows_model.rowCount()
        if not count:
            return
        index = self.rows_model.index(max(0, min(line, count - 1)), 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)

    def select_key(self, key: Hashable) -> bool:
        """Select the row with this key; False where it is not in the table."""
        line = self.rows_model.row_of(key)
        if line >= 0:
            seen = self.viewport().rect().contains(self.visualRect(self.rows_model.index(line, 0)))
            self.select_line(line)
            if not seen:
                self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)
        return line >= 0

    def step(self, by: int) -> None:
        """Move the selection, as the arrow keys do; for a search field above."""
        self.select_line(self.currentIndex().row() + by)

    def on_edge(self) -> QLayout:
        """The table in a layout that puts its text, not its rows' colour, on the page's left edge."""
        return EdgeLayout(self)

    def visual_edge(self, column: int, *, left: bool) -> bool:
        """Whether this column is shown first (or last)."""
        header = self.horizontalHeader()
        shown = [header.visualIndex(at) for at in range(header.count()) if not header.isSectionHidden(at)]
        return header.visualIndex(column) == (min(shown) if left else max(shown))

    def _moved(self, current: QModelIndex, previous: QModelIndex) -> None:
        row = self.row if current.isValid() else None
        if row is not None:
            self._last = self.rows_model.key(row)
        self.viewport().update()
        self.selected.emit(row)

    def _activated(self, index: QModelIndex) -> None:
        self.opened.emit(self.rows_model.rows[index.row()])

    def _sort_clicked(self, section: int) -> None:
        key, descending = self.rows_model.sorted_by
        again = key == self.rows_model.columns[section].key
        if again and descending:
            self.rows_model.sort(-1)
        else:
            self.rows_model.sort(section, Qt.SortOrder.DescendingOrder if again else Qt.SortOrder.AscendingOrder)
        if self._memory:
            self._memory.put(f"{self._remembered_as}/order", list(self.rows_model.sorted_by))

    def _resized(self, section: int, _before: int, width: int) -> None:
        key = self.rows_model.columns[section].key
        if key not in self._widths or self.isColumnHidden(section):
            return
        self._widths[key] = width
        if self._memory and self.isVisible():  # a half-built table is resized by layouts, not by a hand
            self._memory.put(self._remembered_as, self._widths)

    def _make_room(self) -> None:
        """Leave out columns where the one that stretches would be too narrow, and take them in again where there is room."""
        left = dict(self._widths)
        for key in self._gives_way:
            if self.viewport().width() - sum(left.values()) >= self._least:
                break
            left.pop(key, None)
        for section, column in enumerate(self.rows_model.columns):
            hidden = column.key in self._gives_way and column.key not in left
            if hidden != self.isColumnHidden(section):
                self.setColumnHidden(section, hidden)

    def _hover(self, line: int) -> None:
        if line != self.hovered:
            self.hovered = line
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._gives_way:
            self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._nothing and not self.rows_model.rowCount():
            painter = QPainter(self.viewport())
            painter.setFont(font())
            painter.setPen(tokens_now().colour("quiet"))
            room = self.viewport().rect().adjusted(self.pad, SPACE_3, -self.pad, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap, self._nothing)
            painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.rowAt(event.position().toPoint().y()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        ):
            self.select_line(0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.row is not None:
            self.opened.emit(self.row)
            return
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.rows_model.rows:
            # Rows are chosen as a whole: Qt would go to the first or last column.
            self.select_line(0 if event.key() == Qt.Key.Key_Home else len(self.rows_model.rows) - 1)
            return
        super().keyPressEvent(event)
