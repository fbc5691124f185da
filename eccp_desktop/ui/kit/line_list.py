"""A short table inside a panel: as high as its rows, without header and selection."""

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from eccp_desktop.ui.kit.rows_model import Column
from eccp_desktop.ui.kit.table_view import TableView
from eccp_desktop.ui.theme import ROW_LARGE

Row = TypeVar("Row")


class LineList(TableView[Row]):
    """Shows all its rows; the panel around it scrolls."""

    def __init__(
        self,
        name: str,
        columns: Sequence[Column[Row]],
        rows: Sequence[Row],
        key: Callable[[Row], Hashable],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, columns, key, row_height=ROW_LARGE, header=False, pad=0, parent=parent)
        self.setObjectName("lines")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.show_rows(rows)

    def show_rows(self, rows: Sequence[Row]) -> None:
        super().show_rows(rows)
        self.setFixedHeight(len(rows) * self.verticalHeader().defaultSectionSize())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
