"""The document `grid`: the whole timetable, people down and slots across, a day after the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby, pairwise

from eccp_desktop.base.i18n import N_
from eccp_desktop.base.progress import Report, Stopping, never_stopping, unreported
from eccp_desktop.documents.blocks import Gap, Heading, captions, goes_on, said, stacked
from eccp_desktop.documents.catalogue import Order
from eccp_desktop.documents.choice import Choice
from eccp_desktop.documents.empty_page import draw_empty_page
from eccp_desktop.documents.fitting import Fitted, fit
from eccp_desktop.documents.flow import Entry, Flow, Section
from eccp_desktop.documents.grid_view import GridCell, GridDay, GridRow, GridView
from eccp_desktop.documents.look import CAPTION, GRID, MM, ROW, SMALL, Tone, Weight
from eccp_desktop.documents.outline import section_of
from eccp_desktop.documents.sheet import Sheet
from eccp_desktop.documents.stack import BASELINE, Stack
from eccp_desktop.documents.tags import Scope, TableTag
from eccp_desktop.documents.wording import Wording, clock_time

TITLE = N_("Timetable")
_NAME = N_("Name")
_NOBODY = N_("Nobody has a meeting in these slots yet.")
_AWAY = N_("away")
_NAME_SHARE = 0.17
_MOST_SLOTS = 14
"""A day of more slots than this goes on on further pages."""
_SCALE = 0.86
_EVERY_LINE = 60
_PAUSE = 1.5
"""Slots that begin this much further apart than the closest ones have a break between them."""


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
    sections = (
        _section(flow, day, first, last, view.order, wording) for day in view.days for first, last in _parts(day.slots)
    )
    if not view.days:
        draw_empty_page(sheet, wording.say(_NOBODY), flow.paper)
        return
    flow.draw(sheet, flow.laid(sections), report, stopping)


def _parts(slots: Sequence[datetime]) -> Iterator[tuple[int, int]]:
    """As few parts of a day as go side by side on a page, divided at a break where there is one, else as even as can be."""
    count = len(slots)
    parts = -(-count // _MOST_SLOTS)
    ends = [part * count // parts for part in range(1, parts)]
    if parts == 2:
        breaks = [at for at in _pauses(slots) if max(at, count - at) <= _MOST_SLOTS]
        ends = sorted(breaks, key=lambda at: abs(2 * at - count))[:1] or ends
    yield from pairwise((0, *ends, count))


def _pauses(slots: Sequence[datetime]) -> frozenset[int]:
    """Before which slots there is a break."""
    steps = [(later - earlier).total_seconds() for earlier, later in pairwise(slots)]
    return frozenset(index for index, step in enumerate(steps, start=1) if step > _PAUSE * min(steps))


def _section(flow: Flow, day: GridDay, first: int, last: int, order: Order, wording: Wording) -> Section:
    slots = day.slots[first:last]
    width = flow.width()
    name = width * _NAME_SHARE
    step = (width - name) / len(slots)
    shown = [(clock_time(slot), name + index * step + GRID, step - 2 * GRID) for index, slot in enumerate(slots)]
    header = captions([(wording.say(_NAME), 0.0, name - GRID), *shown], width, flow.scale * 1.2)
    pauses, title = _pauses(slots), wording.day(day.day)

    def entries() -> Iterator[Entry]:
        yield Entry(Gap(0.0), keep=True, bookmark=title)
        for section, rows in groupby(day.rows, lambda row: section_of(row, order, wording)):
            above = goes_on(section, width, wording, flow.scale)
            yield Entry(_heading(section, width, flow.scale), True, section, 1)
            for index, row in enumerate(rows):
                shown = replace(row, country="") if order is Order.COUNTRY else row  # it stands above
                block = _Person(shown, row.cells[first:last], width, name, step, flow.scale, wording, pauses)
                yield Entry(block, carried=above if index else None)

    return Section(wording.say(TITLE), entries(), title, header, table=TableTag(1 + len(slots)))


def _heading(section: str, width: float, scale: float) -> Heading:
    """Low, because a wall of names has many."""
    title = stacked(said(section, width, ROW * scale, weight=Weight.SEMIBOLD, lines=1, most=2))
    return Heading(title, width, 2.4 * MM * scale, 1.6 * MM * scale)


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
        pauses: frozenset[int],
    ) -> None:
        scale *= _SCALE
        self._width, self._name, self._step, self._pauses = width, name, step, pauses
        self._scale = scale
        where = wording.whereabouts(row.organisation, row.country)
        self._about = stacked(
            said(row.sorted_as, name - GRID, ROW * scale * 0.9, weight=Weight.SEMIBOLD, lines=1, most=10),
            said(where, name - GRID, CAPTION * scale, tone=Tone.QUIET, lines=1, most=10),
        )
        self._number = 6.5 * MM * scale
        room = step - 2 * GRID - self._number
        self._cells = [
            _Cells(
                stacked(said(cell.table, self._number - 2, ROW * scale, weight=Weight.SEMIBOLD, lines=1, most=2)),
                stacked(_partners(cell, room, SMALL * scale * 0.86, wording)),
                cell.away,
            )
            for cell in cells
        ]
        below = self._first = ROW * scale * BASELINE
        tallest = max(
            self._about.height + below - self._about.first,
            *(one.table.height for one in self._cells),
            *(one.partners.height + below - one.partners.first for one in self._cells),
        )
        self.height = tallest + 1.8 * MM * scale

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        inner = top + 0.9 * MM * self._scale
        with sheet.tags.cell(Scope.ROW):
            self._about.draw(sheet, left, inner + self._first - self._about.first)
        for index, cell in enumerate(self._cells):
            start = left + self._name + index * self._step
            if cell.away:
                sheet.block(start, top + 0.5, self._step, self.height - 1)
            pause = index in self._pauses
            tone, weight = (Tone.INK, 0.9) if pause else (Tone.LINE, 0.5)
            sheet.upright(start, top, self.height, tone=tone, weight=weight)
            across = self._number if cell.table.texts else 0.0
            with sheet.tags.cell():
                cell.table.draw(sheet, start + GRID, inner)
                cell.partners.draw(sheet, start + GRID + across, inner + self._first - cell.partners.first)
        sheet.rule(left, top + self.height, self._width)


def _partners(cell: GridCell, room: float, size: float, wording: Wording) -> tuple[Fitted, Tone]:
    """In one size all over the wall; only a name with a word too long for its cell is set smaller."""
    if cell.away:
        return fit(wording.say(_AWAY), room, size, smallest=size * 0.7), Tone.QUIET
    return fit(cell.partners, room, size, smallest=size * 0.7, lines=_EVERY_LINE), Tone.INK
