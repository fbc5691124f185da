"""A tab with a list at the left, and at the right a panel about what is selected."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from eccp_desktop.ui.kit.empty_state import EmptyState
from eccp_desktop.ui.kit.full_or_empty import FullOrEmpty
from eccp_desktop.ui.pages.people.side_width import side_width
from eccp_desktop.ui.theme import SPACE_6


class PanelTab(FullOrEmpty):
    """Calls `_fill_beside` once; the panel is as wide as on every other tab."""

    def _fill_beside(self, left: QLayout, panel: QWidget, empty: EmptyState) -> None:
        self._beside = panel
        row = QHBoxLayout()
        row.setSpacing(SPACE_6)
        row.addLayout(left, 1)
        row.addWidget(panel)
        self._fill(row, empty)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._beside.setFixedWidth(side_width(event.size().width()))
