"""The document `grid`: the whole timetable, people down and slots across, a day after the other."""

from collections.abc import Iterator
from dataclasses import dataclass

from eccp_desktop.base.i18n import N_
from eccp_desktop.base.progress import Report, Stopping, never_stopping, unreported
from eccp_desktop.documents.blocks import captions, said, stacked
from eccp_desktop.documents.choice import Choice
from eccp_desktop.documents.flow import Entry, Flow, Section
from eccp_desktop.documents.grid_view import GridCell, GridDay, GridRow, GridView
from eccp_desktop.documents.look import CAPTION, GRID, MM, ROW, SMALL, Tone, Weight
from eccp_desktop.documents.sheet import Sheet
from eccp_desktop.documents.stack import Stack
from eccp_desktop.documents.wording import Wording, clock_time

TITLE = N_("Timetable")
_NAME = N_("Name")
_NOBODY = N_("There is no slot yet.")
_NAME_SHARE = 0.17
_MOST_SLOTS = 14
"""A day of more slots than this goes on on further pages."""
_SCALE = 0.86


def render(view: GridView, choice: Choice, report: Report = unreported, stopping: Stopping = never_stopping) -> bytes:
    """The timetable. Raises Stopped."""
    sheet = Sheet.titled(TITLE, view.event, choice)
    draw(sheet, view, choice, report, stopping)
    return sheet.finished()


def draw(
    sheet: Sheet, view: GridView, choice: Choice, report: Report = unreported, stopping: Stopping = never_stopping
) -> None:
    """Draw the timetable onto new pages of `sheet`."""
    wording, flow = Wording(choice.language), Flow(view.event, choice)
    sections = [
        _section(flow, day, first, wording) for day in view.days for first in range(0, len(day.slots), _MOST_SLOTS)
    ]
    if not sections:
        sheet.nothing_to_show(wording.say(_NOBODY), flow.paper)
        return
    flow.draw(sheet, flow.laid(sections), report, stopping)


def _section(flow: Flow, day: GridDay, first: int, wording: Wording) -> Section:
    slots = day.slots[first : first + _MOST_SLOTS]
    width = flow.width()
    name = width * _NAME_SHARE
    step = (width - name) / len(slots)
    shown = [(clock_time(slot), name + index * step + GRID, step - 2 * GRID) for index, slot in enumerate(slots)]
    header = captions([(wording.say(_NAME), 0.0, name - GRID), *shown], width, flow.scale * 1.2)
    entries = (
        Entry(_Person(row, row.cells[first : first + _MOST_SLOTS], width, name, step, flow.scale, wording))
        for row in day.rows
    )
    return Section(wording.say(TITLE), tuple(_bookmarked(entries, wording.day(day.day))), wording.day(day.day), header)


def _bookmarked(entries: Iterator[Entry], title: str) -> Iterator[Entry]:
    for index, entry in enumerate(entries):
        yield entry if index else Entry(entry.block, bookmark=title)


@dataclass(frozen=True, slots=True)
class _Cells:
    table: Stack
    partners: Stack
    away: bool


class _Person:
    """A row of the grid: a person, and a cell a slot."""

    def __init__(
        self,
        row: GridRow,
        cells: tuple[GridCell, ...],
        width: float,
        name: float,
        step: float,
        scale: float,
        wording: Wording,
    ) -> None:
        scale *= _SCALE
        self._width, self._name, self._step = width, name, step
        self._scale = scale
        where = ", ".join(part for part in (row.organisation, wording.country(row.country)) if part)
        self._about = stacked(
            said(row.sorted_as, name - GRID, ROW * scale * 0.9, weight=Weight.SEMIBOLD, lines=1, most=10),
            said(where, name - GRID, CAPTION * scale, tone=Tone.QUIET, lines=1, most=10),
        )
        self._number = 7.5 * MM * scale
        room = step - 2 * GRID - self._number
        self._cells = [
            _Cells(
                stacked(said(cell.table, self._number - 2, ROW * scale, weight=Weight.SEMIBOLD, lines=1, most=2)),
                stacked(said(cell.partners, room, SMALL * scale * 0.86, most=10, even=True)),
                cell.away,
            )
            for cell in cells
        ]
        tallest = max([self._about.height, *(max(one.table.height, one.partners.height) for one in self._cells)])
        self.height = tallest + 1.8 * MM * scale

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        inner = top + 0.9 * MM * self._scale
        self._about.draw(sheet, left, inner)
        for index, cell in enumerate(self._cells):
            start = left + self._name + index * self._step
            if cell.away:
                sheet.block(start, top + 0.5, self._step, self.height - 1)
            sheet.upright(start, top, self.height)
            cell.table.draw(sheet, start + GRID, inner)
            cell.partners.draw(sheet, start + GRID + self._number, inner)
        sheet.rule(left, top + self.height, self._width)
