"""The Report page itself."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.base.progress import Report, Stopping
from eccp_desktop.desk.desk import Desk
from eccp_desktop.ui.commands import Command
from eccp_desktop.ui.job import Job
from eccp_desktop.ui.kit.buttons import primary_button
from eccp_desktop.ui.kit.card import Scroll, clear
from eccp_desktop.ui.kit.edge_layout import EdgeLayout
from eccp_desktop.ui.kit.empty_state import EmptyState
from eccp_desktop.ui.kit.rows_model import Column
from eccp_desktop.ui.kit.table_view import TableView
from eccp_desktop.ui.pages import Page
from eccp_desktop.ui.pages.report.chart import Chart
from eccp_desktop.ui.theme import SPACE_3, SPACE_6, Tokens, tokens_now

if TYPE_CHECKING:
    from eccp_desktop.desk.report_charts import ImpactFigure, ReportOnScreen

CHARTS_WIDTH, WIDTH_FOR_BOTH = 660, 1080
FIGURE_ROW = 44


class ReportPage(Page):
    """Every figure with what it counts; the charts of the impact report beside them."""

    name = "report"
    title = N_("Report")
    icon = "chart-bar"
    touched_by = (
        "event",
        "participant",
        "organisation",
        "organisation_sector",
        "organisation_target",
        "organisation_programme",
        "request",
        "meeting",
        "meeting_person",
        "outcome",
        "side",
    )
    _halves: QBoxLayout | None = None

    def _create(self) -> None:
        columns: tuple[Column[ImpactFigure], ...] = (
            Column("number", N_("Number"), lambda one: str(one.number), right=True, strong=True, width=72),
            Column("counts", N_("What it counts"), lambda one: one.counts, second=_parts, stretch=True),
        )
        self.figures: TableView[ImpactFigure] = TableView(
            N_("Figures"), columns, lambda one: one.counts, row_height=FIGURE_ROW
        )
        self.charts = Scroll(gap=SPACE_6)
        self.print_button = primary_button(N_("Print the report"), self.print_report, icon="printer")
        self._reading: Job | None = None
        self._again = False

    def _arrange(self) -> None:
        self.top.addWidget(self.print_button)
        whole = QWidget()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, whole)
        self._halves.setContentsMargins(0, 0, SPACE_3, 0)
        self._halves.setSpacing(SPACE_6)
        self._halves.addWidget(self.figures, 1)
        self._halves.addWidget(self.charts, 1)
        self.body.addLayout(EdgeLayout(whole), 1)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._halves is not None:
            self._fit()

    def _fit(self) -> None:
        """Charts keep their width: beside the figures where there is room for both, else below them."""
        assert self._halves is not None
        beside = self.width() >= WIDTH_FOR_BOTH
        directions = QBoxLayout.Direction
        self._halves.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self.charts.setMinimumWidth(CHARTS_WIDTH if beside else 0)
        self.charts.setMaximumWidth(CHARTS_WIDTH if beside else self.maximumWidth())
        self.charts.body.setContentsMargins(
            0 if beside else SPACE_3, 0, 0, 0
        )  # below, they stand on the page's left edge

    def _reload(self) -> None:
        """Read beside the window: counting and drawing take a moment at a large event."""
        if self._reading is not None:
            self._again = True
            return
        self._reading = job = Job(partial(_read, self.desk, tokens_now()), self)
        job.done.connect(self._show)
        job.refused.connect(self.refuse)
        job.troubled.connect(self.signals.troubled)
        job.finished.connect(self._finished)
        job.start()

    def commands(self) -> Sequence[Command]:
        return (Command("report.print", N_("Print the report"), self.print_report, "Ctrl+P", "printer"),)

    def focus_first(self) -> None:
        self.figures.setFocus()

    def print_report(self) -> None:
        """Open the Print page at the impact report."""
        self.wanted.emit("print", "impact")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._built and self.isVisible():
            self._reload()  # the charts have the colours of the other theme now

    def _show(self, report: "ReportOnScreen") -> None:
        self.figures.rows_model.show(report.figures)
        clear(self.charts.body)
        for chart in report.charts:
            self.charts.body.addWidget(Chart(chart))
        if not report.charts:
            words = N_("Charts appear when organisations have sectors and target countries, or meetings have outcomes.")
            self.charts.body.addWidget(EmptyState(words, icon=self.icon))

    def _finished(self) -> None:
        self._reading = None
        if self._again:
            self._again = False
            self._reload()


def _read(desk: Desk, tokens: Tokens, _report: Report, _stopping: Stopping) -> "ReportOnScreen":
    # What draws is loaded with the first report, so that the window's start does not wait for it.
    from eccp_desktop.desk.report_charts import Palette, report_on_screen

    with desk.apart():
        return report_on_screen(desk, Palette(tokens.text, tokens.quiet, tokens.line, tokens.accent))


def _parts(figure: "ImpactFigure") -> str:
    return ", ".join(f"{N_('no side') if name == 'none' else name} {number}" for name, number in figure.parts)
