"""A place that shows its content, or what an empty state says while there is none."""

from PySide6.QtWidgets import QLayout, QStackedLayout, QWidget

from eccp_desktop.ui.kit.empty_state import EmptyState
from eccp_desktop.ui.theme import SPACE_3


class FullOrEmpty(QWidget):
    """Calls `_fill` once, with both, and `_show_full` whenever the store says whether there is something."""

    def _fill(self, content: QLayout, empty: EmptyState) -> None:
        content.setContentsMargins(SPACE_3, 0, SPACE_3, 0)
        full = QWidget()
        full.setLayout(content)
        self._layers = QStackedLayout(self)
        self._layers.addWidget(full)
        self._layers.addWidget(empty)

    def _show_full(self, full: bool) -> None:
        self._layers.setCurrentIndex(0 if full else 1)
