"""The document `impact`: what the event came to, each figure with what it counts, charts as vectors."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlab.graphics.shapes import Drawing

from eccp_desktop.base.i18n import N_
from eccp_desktop.base.progress import Report, Stopping, never_stopping, unreported
from eccp_desktop.documents.blocks import Gap, Row, captions, heading, said, stacked
from eccp_desktop.documents.charts import PAPER, Palette, bars
from eccp_desktop.documents.choice import Choice
from eccp_desktop.documents.flow import Entry, Flow, Section
from eccp_desktop.documents.impact_charts import impact_charts
from eccp_desktop.documents.impact_view import CountryImpact, ImpactFigure, ImpactView
from eccp_desktop.documents.look import GRID, MM, PERSON, SMALL, TEXT, Tone, Weight
from eccp_desktop.documents.sheet import Sheet
from eccp_desktop.documents.tags import TableTag
from eccp_desktop.documents.wording import Wording

TITLE = N_("Impact report")
_FIGURES, _CHARTS = N_("All figures"), N_("In pictures")
_COUNTRIES = N_("Countries")
_COUNTRIES_ABOUT = N_("a meeting counts once for each country in it")
_COLUMNS = (N_("Country"), N_("Organisations"), N_("People registered"), N_("Meetings scheduled"), N_("Meetings held"))
_NO_COUNTRY, _NO_SIDE = N_("Country not known"), N_("no side")


@dataclass(frozen=True, slots=True)
class _Chart:
    """A chart in the flow, and what it shows in words."""

    drawing: Drawing
    said: str

    @property
    def height(self) -> float:
        return float(self.drawing.height)

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        sheet.picture(self.drawing, left, top, self.said)


_SPACINGS = (1.0, 0.8, 0.6, 0.45)
"""Millimetres above and below a figure, the first that lets all of them stand on one page."""


def render(view: ImpactView, choice: Choice, report: Report = unreported, stopping: Stopping = never_stopping) -> bytes:
    """The report. Raises Stopped."""
    sheet = Sheet.titled(TITLE, view.event, choice)
    draw(sheet, view, choice, report, stopping)
    return sheet.finished()


def draw(
    sheet: Sheet, view: ImpactView, choice: Choice, report: Report = unreported, stopping: Stopping = never_stopping
) -> None:
    """Draw the report onto new pages of `sheet`."""
    wording, flow = Wording(choice.language), Flow(view.event, choice)
    title = wording.say(TITLE)
    sections = [Section(title, _figures_on_a_page(flow, view, wording))]
    charts = tuple(_charts(flow, view, wording))
    if charts:
        sections.append(Section(wording.say(_CHARTS), charts, title))
    if view.countries:
        sections.append(_countries(flow, view, wording))
    flow.draw(sheet, flow.laid(sections), report, stopping)


def _figures_on_a_page(flow: Flow, view: ImpactView, wording: Wording) -> tuple[Entry, ...]:
    """The first page, its lines closer where a few of them would stand on a page of their own."""
    layouts = (tuple(_first_page(flow, view, wording, spacing)) for spacing in _SPACINGS)
    fitting = (entries for entries in layouts if sum(entry.block.height for entry in entries) <= flow.room())
    return next(fitting, None) or tuple(_first_page(flow, view, wording, 1.0))


def _first_page(flow: Flow, view: ImpactView, wording: Wording, spacing: float) -> Iterator[Entry]:
    for index in range(0, len(view.headlines), 3):
        bookmark = "" if index else wording.say(TITLE)
        yield Entry(_headlines(flow, view.headlines[index : index + 3], wording), bookmark=bookmark)
    yield Entry(heading(wording.say(_FIGURES), flow.width(), flow.scale), keep=True, bookmark=wording.say(_FIGURES))
    for figure in view.figures:
        yield Entry(_figure(flow, figure, wording, spacing))


def _headlines(flow: Flow, figures: Sequence[ImpactFigure], wording: Wording) -> Row:
    step = (flow.width() + 2 * GRID) / 3
    cells = tuple(
        (
            index * step,
            stacked(
                said(str(figure.number), step - 2 * GRID, PERSON * 1.3 * flow.scale, weight=Weight.SEMIBOLD, lines=1),
                said(wording.say(figure.counts), step - 2 * GRID, SMALL * flow.scale, tone=Tone.QUIET, even=True),
                said(_parts(figure, wording), step - 2 * GRID, SMALL * flow.scale, lines=3),
            ),
        )
        for index, figure in enumerate(figures)
    )
    return Row(cells, flow.width(), padding=3 * MM * flow.scale)


def _parts(figure: ImpactFigure, wording: Wording) -> str:
    return " · ".join(f"{_label(name, wording)} {number}" for name, number in figure.parts)


def _label(name: str, wording: Wording) -> str:
    return wording.say(_NO_SIDE) if name == "none" else name


def _figure(flow: Flow, figure: ImpactFigure, wording: Wording, spacing: float) -> Row:
    scale, width = flow.scale, flow.width()
    number, parts = 18 * MM * scale, width * 0.36
    beside = _parts(figure, wording)
    room = width - number - (parts + GRID if beside else 0)
    figures = said(str(figure.number), number - 5 * MM * scale, TEXT * scale, weight=Weight.SEMIBOLD, lines=1)
    cells = (
        (0.0, stacked(figures, side="right")),
        (number, stacked(said(wording.say(figure.counts), room, SMALL * scale, even=True))),
        (width - parts, stacked(said(beside, parts, SMALL * scale, tone=Tone.QUIET, lines=3))),
    )
    return Row(cells, width, padding=spacing * MM * scale)


def _charts(flow: Flow, view: ImpactView, wording: Wording) -> Iterator[Entry]:
    palette = Palette(bar=view.event.accent) if view.event.accent else PAPER
    for chart in impact_charts(view, wording):
        yield Entry(heading(chart.title, flow.width(), flow.scale, chart.about), True, chart.title, 1)
        yield Entry(_Chart(bars(chart.bars, flow.width(), palette=palette), chart.said))
        yield Entry(Gap(2 * GRID))


def _countries(flow: Flow, view: ImpactView, wording: Wording) -> Section:
    width = flow.width()
    first = width * 0.36
    step = (width - first) / 4
    edges = [0.0, *(first + GRID + index * step for index in range(4))]
    rooms = [first - GRID, *[step - GRID] * 4]
    texts = zip(_COLUMNS, edges, rooms, strict=True)
    shown = [(wording.say(text), left, room) for text, left, room in texts]
    header = captions(shown, width, flow.scale, ("left", "right", "right", "right", "right"))

    def row(one: CountryImpact) -> Row:
        country = wording.country(one.country) or wording.say(_NO_COUNTRY)
        cells = [stacked(said(country, rooms[0], TEXT * flow.scale, weight=Weight.SEMIBOLD))]
        for number in (one.organisations, one.people, one.scheduled, one.held):
            cells.append(stacked(said(str(number), step - GRID, TEXT * flow.scale, lines=1), side="right"))
        return Row(tuple(zip(edges, cells, strict=True)), width, padding=1.2 * MM * flow.scale)

    title = wording.say(_COUNTRIES)
    entries = (Entry(row(one), bookmark="" if index else title) for index, one in enumerate(view.countries))
    return Section(title, tuple(entries), wording.say(_COUNTRIES_ABOUT), header, table=TableTag(len(_COLUMNS)))
