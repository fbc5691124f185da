"""A chart on the screen: the same vectors as on paper."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray
from PySide6.QtSvgWidgets import QSvgWidget
from PySide6.QtWidgets import QVBoxLayout, QWidget

from eccp_desktop.ui.kit.labels import heading, quiet
from eccp_desktop.ui.theme import SPACE_1, TEXT

if TYPE_CHECKING:
    from eccp_desktop.desk.report_charts import ChartOnScreen

TEXT_ON_PAPER = 9.5
"""Height of the text in a chart's own units: it becomes as large as the text of the window."""


class Chart(QWidget):
    """A title, what is counted, and the bars."""

    def __init__(self, chart: "ChartOnScreen") -> None:
        super().__init__()
        self.picture = QSvgWidget()
        self.picture.load(QByteArray(chart.svg))
        self.picture.setFixedSize(self.picture.renderer().defaultSize() * (TEXT / TEXT_ON_PAPER))
        self.picture.setAccessibleName(chart.title)
        self.picture.setAccessibleDescription(chart.said)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_1)
        for widget in (heading(chart.title), quiet(chart.about, wrap=True), self.picture):
            column.addWidget(widget)
