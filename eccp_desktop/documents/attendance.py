"""The document `attendance`: a list to tick and sign, divided by letters or countries."""

from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from itertools import zip_longest

from eccp_desktop.base.i18n import N_
from eccp_desktop.base.progress import Progress, Report, Stopping, never_stopping, unreported
from eccp_desktop.documents.attendance_view import AttendanceView, Attendee
from eccp_desktop.documents.blocks import continued
from eccp_desktop.documents.catalogue import Order
from eccp_desktop.documents.choice import Choice, Stopped
from eccp_desktop.documents.empty_page import draw_empty_page
from eccp_desktop.documents.fitting import fit
from eccp_desktop.documents.logo import draw_logos
from eccp_desktop.documents.look import CAPTION, GRID, HEADING, MM, SMALL, TEXT, Tone, Weight
from eccp_desktop.documents.look import TITLE as TITLE_SIZE
from eccp_desktop.documents.outline import section_of
from eccp_desktop.documents.page_foot import draw_foot
from eccp_desktop.documents.page_head import event_line
from eccp_desktop.documents.paper import PAPERS
from eccp_desktop.documents.schedule_columns import Columns, columns_of
from eccp_desktop.documents.sheet import Sheet
from eccp_desktop.documents.stack import Stack
from eccp_desktop.documents.tags import Role, Scope, TableTag
from eccp_desktop.documents.wording import Wording

TITLE = N_("Attendance list")
_CAPTIONS = (N_("Name"), N_("Organisation, country"), N_("Box"), N_("Signature"))
_CAPTIONS_BY_COUNTRY = (N_("Name"), N_("Organisation"), N_("Box"), N_("Signature"))
_PEOPLE = (N_("{number} person"), N_("{number} people"))
_NOBODY = N_("Nobody is registered yet.")
_TICK = 4.5 * MM
_LETTER_HEIGHT = 11 * MM
_LEAST = 10 * MM
_CHECK = "✓"


@dataclass(frozen=True, slots=True)
class _Edges:
    """Left edges of the columns: name, organisation, box, signature; then the right edge."""

    name: float
    organisation: float
    box: float
    signature: float
    right: float

    @classmethod
    def of(cls, columns: Columns, *, boxed: bool) -> "_Edges":
        shares = (0.0, 0.33, 0.67, 0.67 + (0.08 if boxed else 0.0), 1.0)
        start = columns.left + _TICK + 2 * GRID
        return cls(*(start + share * (columns.right - start) for share in shares))


def render(
    view: AttendanceView, choice: Choice, report: Report = unreported, stopping: Stopping = never_stopping
) -> bytes:
    """The list, its pages numbered through. Raises Stopped."""
    sheet = Sheet.titled(TITLE, view.event, choice)
    draw(sheet, view, choice, report, stopping)
    return sheet.finished()


def draw(
    sheet: Sheet, view: AttendanceView, choice: Choice, report: Report = unreported, stopping: Stopping = never_stopping
) -> None:
    """Draw the list onto new pages of `sheet`."""
    wording, paper = Wording(choice.language), PAPERS[choice.paper]
    if not view.people:
        draw_empty_page(sheet, wording.say(_NOBODY), paper)
        return
    columns = columns_of(paper)
    edges = _Edges.of(columns, boxed=any(one.box for one in view.people))
    table = TableTag(4 if edges.signature > edges.box else 3)
    first, again = columns.margins.top + 30 * MM * columns.scale, columns.margins.top + 16 * MM * columns.scale
    pages = _paginated(view, columns, edges, wording, first, again, paper.height - columns.margins.bottom - 5 * MM)
    for number, page in enumerate(pages[: choice.most_pages], start=1):
        if stopping():
            raise Stopped
        sheet.begin_page(paper)
        top = first if number == 1 else again
        with nullcontext() if number == 1 else sheet.tags.furniture():
            _draw_head(sheet, view, wording, columns, edges, top, table, whole=number == 1)
        with sheet.tags.table(table):
            for row in page:
                row.draw(sheet, columns, edges, top)
                top += row.height
        draw_foot(sheet, view.event, choice, columns, number, len(pages))
        report(Progress(number, len(pages), wording.say(TITLE)))


class _Row:
    """A person, below their letter where they are the first of it (or of it on a page)."""

    def __init__(
        self,
        person: Attendee,
        letter: str,
        columns: Columns,
        edges: _Edges,
        wording: Wording,
        order: Order,
    ) -> None:
        by_organisation = order is Order.ORGANISATION
        self._person, self._scale, self._again = person, columns.scale, continued(letter, wording)
        strong, plain = Weight.SEMIBOLD, Weight.REGULAR
        self.letter, self.begins, self.shown_letter = letter, False, False
        scale = columns.scale
        name_room, about_room = edges.organisation - edges.name - 2 * GRID, edges.box - edges.organisation - 2 * GRID
        name = fit(
            person.sorted_as,
            name_room,
            TEXT * scale,
            weight=plain if by_organisation else strong,
            smallest=8.5 * scale,
            lines=2,
            most=14,
            alone=10 * scale,
        )
        where = fit(
            person.organisation,
            about_room,
            SMALL * scale,
            weight=strong if by_organisation else plain,
            smallest=7.5 * scale,
            lines=2,
            most=14,
            alone=8.5 * scale,
        )
        named = "" if order is Order.COUNTRY else wording.country(person.country)
        country = fit(named, about_room, CAPTION * scale, smallest=6 * scale, lines=2, most=14)
        self._name = Stack.of([(name, Tone.INK)])
        self._about = Stack.of([(where, Tone.INK), (country, Tone.QUIET)])
        self._own = max(self._name.height, self._about.height, _LEAST * scale - 2.4 * MM * scale) + 2.4 * MM * scale

    @property
    def height(self) -> float:
        return self._own + (_LETTER_HEIGHT * self._scale if self.shown_letter else 0.0)

    def draw(self, sheet: Sheet, columns: Columns, edges: _Edges, top: float) -> None:
        scale = self._scale
        if self.begins:
            sheet.bookmark(self.letter)
        if self.shown_letter:
            baseline = top + _LETTER_HEIGHT * scale - 2.4 * MM * scale
            with sheet.tags.part(Role.HEADING) if self.begins else sheet.tags.furniture():
                size, tone = (HEADING, Tone.INK) if self.begins else (SMALL, Tone.QUIET)
                words = self.letter if self.begins else self._again
                sheet.put(words, columns.left, baseline, columns.width, size * scale, weight=Weight.SEMIBOLD, tone=tone)
            top += _LETTER_HEIGHT * scale
            sheet.rule(columns.left, top, columns.width, tone=Tone.QUIET, weight=0.75)
        tick = _TICK * scale
        sheet.frame(columns.left, top + (self._own - tick) / 2, tick, tick, tone=Tone.INK, weight=0.9, round_by=1)
        with sheet.tags.row():
            self._draw_cells(sheet, columns, edges, top)
        sheet.rule(columns.left, top + self._own, edges.signature - columns.left - 2 * GRID)
        sheet.rule(edges.signature, top + self._own, edges.right - edges.signature, tone=Tone.INK)

    def _draw_cells(self, sheet: Sheet, columns: Columns, edges: _Edges, top: float) -> None:
        scale, cell = self._scale, sheet.tags.cell
        with cell(Scope.ROW):
            if self._person.here:
                check = fit(_CHECK, _TICK * scale, 11 * scale, weight=Weight.SEMIBOLD)
                sheet.write(check, columns.left, top + self._own / 2 + 3.8 * scale, side="centre")
            self._name.draw(sheet, edges.name, top + (self._own - self._name.height) / 2)
        with cell():
            self._about.draw(sheet, edges.organisation, top + (self._own - self._about.height) / 2)
        if edges.signature > edges.box:
            with cell():
                room = edges.signature - edges.box - GRID
                baseline = top + self._own / 2 + SMALL * scale * 0.33
                sheet.put(self._person.box, edges.box, baseline, room, SMALL * scale, smallest=5)
        with cell():
            pass


def _paginated(
    view: AttendanceView, columns: Columns, edges: _Edges, wording: Wording, first: float, again: float, floor: float
) -> list[list[_Row]]:
    pages: list[list[_Row]] = [[]]
    used, before = first, ""
    rows = list(_rows(view, columns, edges, wording))
    for row, following in zip_longest(rows, rows[1:]):
        row.begins = row.letter != before
        row.shown_letter = row.begins
        # A heading at the foot of a page has two people below it, where there are two.
        needed = row.height
        if row.begins and following is not None and following.letter == row.letter:
            needed += following.height
        if used + needed > floor and pages[-1]:
            pages.append([])
            used = again
            row.shown_letter = True
        before = row.letter
        pages[-1].append(row)
        used += row.height
    return pages


def _rows(view: AttendanceView, columns: Columns, edges: _Edges, wording: Wording) -> Iterator[_Row]:
    for person in view.people:
        section = section_of(person, view.order, wording)
        yield _Row(person, section, columns, edges, wording, view.order)


def _draw_head(
    sheet: Sheet,
    view: AttendanceView,
    wording: Wording,
    columns: Columns,
    edges: _Edges,
    top: float,
    table: TableTag,
    *,
    whole: bool,
) -> None:
    scale, margin = columns.scale, columns.margins.top
    half = columns.width * 0.6
    event = event_line(view.event, half, SMALL * scale)
    sheet.put(event, columns.left, margin + 3 * MM * scale, half, SMALL * scale, tone=Tone.QUIET)
    if whole:
        baseline = margin + 13 * MM * scale
        draw_logos(sheet, view.event, columns.right, margin, columns.width - half, 8 * MM * scale)
        size = TITLE_SIZE * scale
        sheet.put(wording.say(TITLE), columns.left, baseline, half, size, weight=Weight.SEMIBOLD, role=Role.TITLE)
        count = wording.count(len(view.people), *_PEOPLE)
        rest = columns.width - half
        sheet.put(count, columns.left + half, baseline, rest, SMALL * scale, tone=Tone.QUIET, side="right")
    else:
        title, rest = wording.say(TITLE), columns.width - half
        first = margin + 3 * MM * scale
        sheet.put(title, columns.left + half, first, rest, SMALL * scale, weight=Weight.SEMIBOLD, side="right")
    baseline = top - 2.4 * MM * scale
    lefts = (edges.name, edges.organisation, edges.box, edges.signature)
    rights = (edges.organisation, edges.box, edges.signature, edges.right)
    captions = _CAPTIONS_BY_COUNTRY if view.order is Order.COUNTRY else _CAPTIONS
    with sheet.tags.table(table), sheet.tags.row():
        for caption, left, right in zip(captions, lefts, rights, strict=True):
            words, room = wording.say(caption), right - left - GRID
            if right > left:
                with sheet.tags.cell(Scope.COLUMN):
                    sheet.put(words, left, baseline, room, CAPTION * scale, tone=Tone.QUIET, smallest=5)
    sheet.rule(columns.left, top, columns.width, tone=Tone.ACCENT, weight=1.5)
