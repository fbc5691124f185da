"""The grid as Qt's model: it hands the day's grid and the carried meeting to the view, and words to screen readers."""

from datetime import datetime

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from eccp_desktop.ui.pages.timetable.carrying import Carrying, Verdict
from eccp_desktop.ui.pages.timetable.day_grid import DayGrid
from eccp_desktop.ui.pages.timetable.words import cell_words, line_words, partner_names, time_words, verdict_words

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class GridModel(QAbstractTableModel):
    """Lines x slots of one day. `now` is the venue's wall time when the day was last shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.day: DayGrid | None = None
        self.now = datetime.min
        self.carrying: Carrying | None = None

    def show(self, day: DayGrid, now: datetime) -> None:
        """Show a day; where it has the lines and slots that are shown already, only the cells change."""
        before, self.now = self.day, now
        same = (
            before is not None and before.axis is day.axis and before.slots == day.slots and before.lines == day.lines
        )
        if same:
            self.day = day
            self.repaint()
            return
        self.beginResetModel()
        self.day = day
        self.endResetModel()

    def carry(self, carrying: Carrying | None) -> None:
        """Mark the cells for a meeting that was picked up, or for none."""
        self.carrying = carrying
        self.repaint()

    def repaint(self) -> None:
        """Paint every cell and header anew."""
        if self.rowCount() and self.columnCount():
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last.column())

    def verdict(self, line: int, column: int) -> Verdict | None:
        """What a cell says to the carried meeting."""
        if self.carrying is None or self.day is None:
            return None
        return self.carrying.verdict(self.day.axis, self.day.lines[line].key, self.day.slots[column].id)

    def words(self, line: int, column: int, dragging: bool = False) -> str:
        """What a cell says, in a sentence; to a meeting that is carried, whether by keys or dragging."""
        if self.day is None:
            return ""
        verdict = self.verdict(line, column)
        if verdict is None or self.carrying is None:
            return cell_words(self.day, line, column)
        return verdict_words(self.carrying, verdict, dragging)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() or self.day is None else len(self.day.lines)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() or self.day is None else len(self.day.slots)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self.day is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            meeting = self.day.meeting(index.row(), index.column())
            return (
                ""
                if meeting is None
                else " – ".join(partner_names(self.day.grid.hall, meeting, self.day.lines[index.row()].key))
            )
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.day.lines[index.row()].title}: {self.words(index.row(), index.column())}"
        if role == Qt.ItemDataRole.ToolTipRole and self.carrying is not None:
            return self.words(index.row(), index.column())
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self.day is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if orientation is Qt.Orientation.Vertical:
            shown = section < len(self.day.lines)
            return line_words(self.day, section) if shown else None
        return time_words(self.day.slots[section].span.start) if section < len(self.day.slots) else None
