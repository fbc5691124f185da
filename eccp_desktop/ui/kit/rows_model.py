"""A table model over frozen rows, described by its columns."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from eccp_desktop.ui.theme import SMALL, STATES, State, font

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


@dataclass(frozen=True)  # with slots, Python 3.11 cannot make a Column[Row](...)
class Column(Generic[Row]):
    """What a column shows of a row.

    `second` is a smaller line below. `state` puts a mark before the text, which with `tint` takes its colour; an empty text
    then shows the state's word. `sort` is the key to sort by where the text is not; `stretch` shares out the width that is
    left over.
    """

    key: str
    title: str
    text: Callable[[Row], str]
    second: Callable[[Row], str] | None = None
    state: Callable[[Row], State | None] | None = None
    sort: Callable[[Row], Any] | None = None  # Any: whatever can be compared within one column
    width: int = 140
    stretch: bool = False
    right: bool = False
    strong: bool = False
    quiet: bool = False
    tint: bool = True

    def words(self, row: Row) -> str:
        """All that the cell says, for the screen reader and the tooltip."""
        state = self.state(row) if self.state else None
        text = self.text(row)
        first = text or (STATES[state].word if state else "")
        return ", ".join(part for part in (first, self.second(row) if self.second else "") if part)


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Shows rows in columns and sorts them; `key` tells which row is which over a reload."""

    def __init__(
        self, columns: Sequence[Column[Row]], key: Callable[[Row], Hashable], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.key = key
        self.rows: tuple[Row, ...] = ()
        self._given: tuple[Row, ...] = ()
        self._sorted_by = -1
        self._order = Qt.SortOrder.AscendingOrder

    def show(self, rows: Sequence[Row]) -> None:
        """Replace all rows, keeping the order that the user chose."""
        self.beginResetModel()
        self._given = tuple(rows)
        self.rows = self._ordered()
        self.endResetModel()

    def row_of(self, key: Hashable) -> int:
        """The line in which the row with this key stands, or -1."""
        return next((line for line, row in enumerate(self.rows) if self.key(row) == key), -1)

    @property
    def sorted_by(self) -> tuple[str, bool]:
        """The column's key and whether descending; an empty key while the rows stand as they were given."""
        if self._sorted_by < 0:
            return "", False
        return self.columns[self._sorted_by].key, self._order is Qt.SortOrder.DescendingOrder

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        column, row = self.columns[index.column()], self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(row)
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return column.words(row)
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            if section == self._sorted_by:
                arrow = "↑" if self._order is Qt.SortOrder.AscendingOrder else "↓"
                return f"{column.title} {arrow}"
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return font(SMALL) if role == Qt.ItemDataRole.FontRole else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 puts the rows back as they were given."""
        self.layoutAboutToBeChanged.emit()
        before = [(index, self.key(self.rows[index.row()])) for index in self.persistentIndexList()]
        self._sorted_by, self._order = column, order
        self.rows = self._ordered()
        lines = {self.key(row): line for line, row in enumerate(self.rows)}
        for index, key in before:
            self.changePersistentIndex(index, self.index(lines[key], index.column()))
        self.layoutChanged.emit()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def _ordered(self) -> tuple[Row, ...]:
        if not 0 <= self._sorted_by < len(self.columns):
            return self._given
        column = self.columns[self._sorted_by]
        by = column.sort or (lambda row: column.words(row).casefold())
        return tuple(sorted(self._given, key=by, reverse=self._order is Qt.SortOrder.DescendingOrder))
