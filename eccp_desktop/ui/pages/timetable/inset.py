"""One left edge for the panel at the side: rows of a list bring their own padding, everything else is set in by as much."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from eccp_desktop.ui.kit.row_delegate import PAD


def inset(widget: QWidget) -> QWidget:
    """The widget, set in to where the text of a list begins."""
    outer = QWidget()
    column = QVBoxLayout(outer)
    column.setContentsMargins(PAD, 0, PAD, 0)
    column.addWidget(widget)
    return outer


def inset_column(widget: QWidget, spacing: int) -> QVBoxLayout:
    """A column for a widget whose parts are all set in."""
    column = QVBoxLayout(widget)
    column.setContentsMargins(PAD, 0, PAD, 0)
    column.setSpacing(spacing)
    return column
