"""The document `tables`: who sits at a table when, large, with a box to tick for everybody."""

from collections.abc import Sequence

from eccp_desktop.base.i18n import N_
from eccp_desktop.base.progress import Progress, Report, Stopping, never_stopping, unreported
from eccp_desktop.documents.choice import Choice, Stopped
from eccp_desktop.documents.empty_page import draw_empty_page
from eccp_desktop.documents.fitting import fit
from eccp_desktop.documents.logo import draw_logos
from eccp_desktop.documents.look import GRID, HEADING, MM, POSTER, SMALL, TEXT, Tone, Weight
from eccp_desktop.documents.page_foot import draw_foot
from eccp_desktop.documents.paper import PAPERS
from eccp_desktop.documents.schedule_columns import Columns, columns_of
from eccp_desktop.documents.schedule_view import Partner
from eccp_desktop.documents.sheet import Sheet
from eccp_desktop.documents.stack import BASELINE, Stack
from eccp_desktop.documents.table_view import Seating, TableSheet, TablesView
from eccp_desktop.documents.tags import Role, Scope, TableTag
from eccp_desktop.documents.wording import Wording, clock_time

TITLE = N_("Table sheets")
_TABLE = N_("Table {number}")
_WORD = N_("Table")
_FREE = N_("free")
_INTERPRETER = N_("Interpreter")
_CLOSED = N_("closed")
_NOBODY = N_("Nobody is seated at these tables yet.")
_BOX = 5.5 * MM
_PADDING = 2 * MM
_NAME = 14.0
_DENSITIES = (1.0, 0.88, 0.76, 0.68)
_STEP = 2 * MM


def render(view: TablesView, choice: Choice, report: Report = unreported, stopping: Stopping = never_stopping) -> bytes:
    """One sheet a table and day. Raises Stopped."""
    sheet = Sheet.titled(TITLE, view.event, choice)
    draw(sheet, view, choice, report, stopping)
    return sheet.finished()


def draw(
    sheet: Sheet, view: TablesView, choice: Choice, report: Report = unreported, stopping: Stopping = never_stopping
) -> None:
    """Draw the sheets onto new pages of `sheet`."""
    wording, bookmarked = Wording(choice.language), ""
    for index, table in enumerate(view.sheets):
        if stopping():
            raise Stopped
        pages = _TablePages(view, choice, table, wording)
        pages.draw(sheet, begins=table.number != bookmarked)
        bookmarked = table.number
        report(Progress(index + 1, len(view.sheets), wording.say(_TABLE, number=table.number)))
    if not view.sheets:
        draw_empty_page(sheet, wording.say(_NOBODY), PAPERS[choice.paper])


class _TablePages:
    def __init__(self, view: TablesView, choice: Choice, table: TableSheet, wording: Wording) -> None:
        self._view, self._choice, self._table, self._wording = view, choice, table, wording
        self._paper = PAPERS[choice.paper]
        self._columns = columns_of(self._paper)
        self._top = self._columns.margins.top + 36 * MM * self._columns.scale
        room = self._paper.height - self._columns.margins.bottom - 5 * MM - self._top
        self._tag = TableTag(2)
        self._pages = self._laid(room)

    def _laid(self, room: float) -> list[list["_SeatingRow"]]:
        """As large as lets the day stand on the fewest pages, which are about as full as each other."""
        layouts = []
        for density in _DENSITIES:
            layouts.append(_paginated(self._rows(density), room))
            if len(layouts[-1]) == 1:
                break
        return min(layouts, key=len)

    def _rows(self, density: float) -> list["_SeatingRow"]:
        columns = columns_of(self._paper, density)
        size = _even_size(self._table, columns, self._wording)
        return [_SeatingRow(seating, columns, self._wording, size) for seating in self._table.seatings]

    def draw(self, sheet: Sheet, *, begins: bool) -> None:
        for number, rows in enumerate(self._pages, start=1):
            sheet.begin_page(self._paper)
            if number == 1 and begins:
                sheet.bookmark(self._wording.say(_TABLE, number=self._table.number))
            self._draw_head(sheet)
            top = self._top
            with sheet.tags.table(self._tag):
                for row in rows:
                    with sheet.tags.row():
                        row.draw(sheet, top)
                    top += row.height
            draw_foot(sheet, self._view.event, self._choice, self._columns, number, len(self._pages))

    def _draw_head(self, sheet: Sheet) -> None:
        columns, scale, table = self._columns, self._columns.scale, self._table
        baseline = columns.margins.top + 24 * MM * scale
        third = columns.width * 0.42
        sheet.put(
            self._view.event.title(),
            columns.left,
            columns.margins.top + 3 * MM * scale,
            third,
            SMALL * scale,
            tone=Tone.QUIET,
        )
        word = fit(self._wording.say(_WORD), third * 0.4, HEADING * 1.4 * scale).snug()
        left = columns.left + word.widest + 3 * GRID
        room, size = columns.left + third - left, POSTER * scale
        with sheet.tags.part(Role.TITLE):
            sheet.write(word, columns.left, baseline)
            sheet.put(table.number, left, baseline, room, size, weight=Weight.SEMIBOLD, smallest=8)
        draw_logos(sheet, self._view.event, columns.right, columns.margins.top, columns.width - third, 8 * MM * scale)
        right, room = columns.left + third + GRID, columns.width - third - GRID
        zone = self._wording.zone(table.zone)
        about = " · ".join(part for part in (zone, table.owner) if part)
        sheet.put(about, right, baseline - 8 * MM * scale, room, TEXT * scale, tone=Tone.QUIET, side="right")
        day = self._wording.day(table.day)
        sheet.put(day, right, baseline, room, HEADING * scale, weight=Weight.SEMIBOLD, side="right")
        sheet.rule(columns.left, self._top - 4 * MM * scale, columns.width, tone=Tone.ACCENT, weight=1.5)


def _half(columns: Columns) -> float:
    """The room of one of two people beside each other."""
    return (columns.width - 27 * MM * columns.scale) / 2


def _beside_box(columns: Columns) -> float:
    return _half(columns) - _BOX * columns.scale - 4 * GRID


def _even_size(table: TableSheet, columns: Columns, wording: Wording) -> float:
    """In which all organisations of a sheet are set: as large as lets them stand on a line, those that can."""
    scale, room = columns.scale, _beside_box(columns)
    where = {wording.whereabouts(one.organisation, one.country) for seat in table.seatings for one in seat.people}
    shown = [fit(text, room, SMALL * scale, smallest=8 * scale, lines=2, most=12, alone=8 * scale) for text in where]
    return min((text.size for text in shown if len(text.lines) == 1), default=SMALL * scale)


def _paginated(rows: Sequence["_SeatingRow"], room: float) -> list[list["_SeatingRow"]]:
    """Rows on as few pages as hold them, none of which has only the few that another one could not take."""
    fewest = _pages_of(rows, room)
    if len(fewest) == 1:
        return fewest
    even = sum(row.height for row in rows) / len(fewest)
    while even < room:
        pages = _pages_of(rows, even)
        if len(pages) == len(fewest):
            return pages
        even += _STEP
    return fewest


def _pages_of(rows: Sequence["_SeatingRow"], room: float) -> list[list["_SeatingRow"]]:
    pages: list[list[_SeatingRow]] = [[]]
    used = 0.0
    for row in rows:
        if used + row.height > room and pages[-1]:
            pages.append([])
            used = 0.0
        pages[-1].append(row)
        used += row.height
    return pages


class _SeatingRow:
    """A slot: its time, and everybody with a box to tick, two beside each other."""

    def __init__(self, seating: Seating, columns: Columns, wording: Wording, size: float) -> None:
        """`size` is that of the organisations."""
        self._size = size
        self._seating, self._columns, self._wording = seating, columns, wording
        scale = columns.scale
        self._first = columns.right - 2 * _half(columns)
        self._half = _half(columns)
        self._people = [self._person(one) for one in seating.people]
        helping = wording.say(_INTERPRETER)
        self._people += [self._person(Partner(one, helping, "")) for one in seating.interpreters]
        pairs = [self._people[at : at + 2] for at in range(0, len(self._people), 2)]
        self._lines = [max(one.height for one in pair) for pair in pairs]
        tallest = sum(self._lines) if pairs else SMALL * 1.2 * scale
        least = 13 * MM * scale if pairs else 7 * MM * scale
        self.height = max(tallest + 2 * _PADDING * scale, least)

    def _person(self, person: Partner) -> Stack:
        scale = self._columns.scale
        room = _beside_box(self._columns)
        where = self._wording.whereabouts(person.organisation, person.country)
        name = fit(
            person.name,
            room,
            _NAME * scale,
            weight=Weight.SEMIBOLD,
            smallest=9 * scale,
            lines=2,
            most=12,
            alone=11.5 * scale,
        )
        small = fit(where, room, self._size, smallest=7 * scale, lines=2, most=12, alone=self._size)
        return Stack.of([(name, Tone.INK), (small, Tone.QUIET)])

    def draw(self, sheet: Sheet, top: float) -> None:
        columns, scale, seating = self._columns, self._columns.scale, self._seating
        room = self._first - columns.left - GRID
        inner = top + _PADDING * scale
        if self._people:
            baseline = inner + _NAME * scale * BASELINE
            clock = fit(clock_time(seating.start), room, 17 * scale, weight=Weight.SEMIBOLD)
            end = f"–{clock_time(seating.end)}"
            with sheet.tags.cell(Scope.ROW):
                sheet.write(clock, columns.left, baseline)
                sheet.put(end, columns.left, baseline + 13 * scale, room, SMALL * scale, tone=Tone.QUIET)
        else:
            baseline = top + self.height / 2 + SMALL * scale * 0.33
            words = self._wording.say(_CLOSED if seating.closed else _FREE)
            span = self._wording.span(seating.start, seating.end)
            with sheet.tags.cell(Scope.ROW):
                sheet.put(span, columns.left, baseline, room, SMALL * scale, tone=Tone.QUIET)
            with sheet.tags.cell():
                sheet.put(words, self._first, baseline, self._half, SMALL * scale, tone=Tone.QUIET)
        if self._people:
            with sheet.tags.cell():
                self._draw_people(sheet, inner)
        sheet.rule(columns.left, top + self.height, columns.width)

    def _draw_people(self, sheet: Sheet, inner: float) -> None:
        scale = self._columns.scale
        for index, person in enumerate(self._people):
            line, column = divmod(index, 2)
            left = self._first + column * self._half
            at = inner + sum(self._lines[:line])
            box = _BOX * scale
            sheet.frame(left, at + 0.6 * MM * scale, box, box, tone=Tone.INK, weight=0.9, round_by=1)
            person.draw(sheet, left + box + 2 * GRID, at)
