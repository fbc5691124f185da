"""The report for the screen: the figures of paper, and its charts as SVG."""

from dataclasses import dataclass

from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.papers import Papers, PrintJob
from eccp_desktop.documents.charts import Palette, as_svg, bars
from eccp_desktop.documents.impact_charts import impact_charts
from eccp_desktop.documents.impact_view import ImpactFigure, ImpactView
from eccp_desktop.documents.wording import Wording

CHART_WIDTH = 400.0
"""Units across of a chart; its text is 9.5 high."""


@dataclass(frozen=True, slots=True)
class ChartOnScreen:
    """A chart as an SVG document; `said` is what it shows, for a screen reader."""

    title: str
    about: str
    svg: bytes
    said: str


@dataclass(frozen=True, slots=True)
class ReportOnScreen:
    """Figures each with what it counts, the most telling ones first among `headlines`, and the charts."""

    headlines: tuple[ImpactFigure, ...]
    figures: tuple[ImpactFigure, ...]
    charts: tuple[ChartOnScreen, ...]


def report_on_screen(desk: Desk, palette: Palette) -> ReportOnScreen:
    """The report as it is now, as the document `impact` has it. Raises Refusal `no_event`."""
    view = Papers(desk).prepare(PrintJob("impact"), hurried=True).view
    assert isinstance(view, ImpactView)
    charts = tuple(
        ChartOnScreen(
            chart.title,
            chart.about,
            as_svg(bars(chart.bars, CHART_WIDTH, palette=palette)).encode("utf-8"),
            chart.said,
        )
        for chart in impact_charts(view, Wording("en"))
    )
    return ReportOnScreen(view.headlines, view.figures, charts)


__all__ = ["CHART_WIDTH", "ChartOnScreen", "ImpactFigure", "Palette", "ReportOnScreen", "report_on_screen"]
