"""Puts text, not the colour behind it, on the left edge of a page."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QVBoxLayout, QWidget

from eccp_desktop.ui.theme import SPACE_3


class EdgeLayout(QVBoxLayout):
    """Lets one widget stick out at both sides by the padding of a table's cell (Qt takes negative margins for the default).

    What sticks out of a widget is cut off: a part of a page that holds such a table is put into an `EdgeLayout` itself,
    and has `SPACE_3` as its own left and right margins.
    """

    def __init__(self, widget: QWidget, out: int = SPACE_3) -> None:
        super().__init__()
        self._out = out
        self.addWidget(widget)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect.adjusted(-self._out, 0, self._out, 0))
