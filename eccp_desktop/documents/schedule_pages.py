"""One person's schedule, laid out on as many pages as it needs."""

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date
from operator import itemgetter

from eccp_desktop.base.i18n import N_
from eccp_desktop.documents.choice import Choice
from eccp_desktop.documents.hall_picture import HallPicture, hall_pictures
from eccp_desktop.documents.look import CAPTION, GRID, HEADING, MM, SMALL, Tone, Weight
from eccp_desktop.documents.outline import Outline
from eccp_desktop.documents.paper import PAPERS
from eccp_desktop.documents.schedule_columns import Columns, columns_of
from eccp_desktop.documents.schedule_head import ScheduleHead
from eccp_desktop.documents.schedule_rows import Row, day_rows
from eccp_desktop.documents.schedule_view import LineKind, Mark, PersonSheet, SchedulesView
from eccp_desktop.documents.sheet import Sheet
from eccp_desktop.documents.tags import Role, Scope, TableTag
from eccp_desktop.documents.wording import Wording

_MEETINGS = (N_("{number} meeting"), N_("{number} meetings"))
_NO_MEETINGS = N_("no meetings")
_AGAIN = N_("continued")
_HALL = N_("The tables in the hall, yours are filled")
_CAPTIONS = (N_("Time"), N_("Table"), N_("You meet"))
_DENSITIES = (1.0, 0.94, 0.88, 0.82, 0.76)
"""Type and rows may shrink this much where that saves a page, or makes room for the plan of the hall."""
_SMALL_SHEET_DENSITIES = (1.0, 0.94, 0.88, 0.84, 0.8)
"""On small paper, where they are small already."""

_ABOVE_HALL = 7.5 * MM


@dataclass(frozen=True, slots=True)
class _Day:
    """A day, or what of it stands on one page."""

    day: date
    meetings: int
    rows: Sequence[Row]
    table: TableTag
    again: bool = False
    """Whether it began on the page before."""

    @property
    def height(self) -> float:
        return sum(row.height for row in self.rows)


@dataclass(frozen=True, slots=True)
class _Hall:
    """The plan of the hall, on which page, and from where on it is kept free."""

    picture: HallPicture
    page: int
    top: float


class SchedulePages:
    """Lays out on construction, so that the number of pages is known before the first is drawn."""

    def __init__(self, view: SchedulesView, choice: Choice, person: PersonSheet) -> None:
        self._view, self._person = view, person
        self._wording = Wording(person.language or choice.language)
        self._paper = PAPERS[choice.paper]
        self._head = ScheduleHead(view.event, choice, person, self._wording, columns_of(self._paper))
        self._own = {line.table for line in person.lines if line.table and line.mark is not Mark.CANCELLED}
        frame = self._head.columns
        self._pictures = hall_pictures(view.tables, frame.width, frame.scale) if self._own else ()
        self._columns, self._pages, self._hall = self._layout()

    def _layout(self) -> tuple[Columns, list[list[_Day]], _Hall | None]:
        """The largest rows that take the fewest pages; somewhat smaller ones where they make room for the hall."""
        layouts = []
        large = self._paper.width >= PAPERS["A4"].width
        for density in _DENSITIES if large else _SMALL_SHEET_DENSITIES:
            columns = columns_of(self._paper, density)
            pages = self._paginated(columns)
            hall = self._hall_on(pages, columns)
            without = bool(self._pictures) and hall is None
            layouts.append(((len(pages), without), columns, pages, hall))
            if len(pages) == 1 and not without:
                break
        _, columns, pages, hall = min(layouts, key=itemgetter(0))
        return columns, pages, hall

    def _hall_on(self, pages: list[list[_Day]], columns: Columns) -> _Hall | None:
        """The largest plan that finds room at the foot of a page, the last one first."""
        frame = self._head.columns
        for number in range(len(pages), 0, -1):
            begin = self._head.height if number == 1 else self._head.height_again
            end = begin + sum(day.height + _heading_height(columns, day.meetings) for day in pages[number - 1])
            for picture in self._pictures:
                top = self._head.floor - picture.height - _ABOVE_HALL * frame.scale
                if top >= end:
                    return _Hall(picture, number, top)
        return None

    def draw(self, sheet: Sheet, outline: Outline) -> None:
        """Draw on new pages, the first one bookmarked."""
        for number, days in enumerate(self._pages, start=1):
            sheet.begin_page(self._paper)
            if number == 1:
                outline.entry(self._person, self._person.name)
                top = self._head.draw(sheet)
            else:
                with sheet.tags.furniture():
                    top = self._head.draw_again(sheet)
            for day in days:
                with sheet.tags.furniture() if day.again else nullcontext():
                    self._draw_heading(sheet, day, top)
                top += _heading_height(self._columns, day.meetings)
                with sheet.tags.table(day.table):
                    top = self._draw_rows(sheet, day, top)
            if self._hall is not None and self._hall.page == number:
                self._draw_hall(sheet, self._hall)
            with sheet.tags.furniture():
                self._head.draw_foot(sheet, number, len(self._pages))

    def _days(self, columns: Columns) -> list[_Day]:
        days = []
        for day in self._view.days:
            lines = self._person.of_day(day)
            meetings = sum(line.kind is LineKind.MEETING and line.mark is not Mark.CANCELLED for line in lines)
            days.append(_Day(day, meetings, day_rows(lines, columns, self._wording), TableTag(len(_CAPTIONS))))
        return days

    def _paginated(self, columns: Columns) -> list[list[_Day]]:
        """Days stay whole where a page can hold them; a longer one goes on under its repeated heading."""
        whole = self._head.floor - self._head.height_again
        pages: list[list[_Day]] = [[]]
        left = self._head.floor - self._head.height
        for day in self._days(columns):
            heading = _heading_height(columns, day.meetings)
            if pages[-1] and left < day.height + heading <= whole:
                pages.append([])
                left = whole
            rows, again = day.rows, False
            while rows:
                taken = _fitting(rows, left - heading, fresh=not pages[-1])
                if taken:
                    part = _Day(day.day, day.meetings, rows[:taken], day.table, again)
                    again = True
                    pages[-1].append(part)
                    left -= part.height + heading
                    rows = rows[taken:]
                if rows:
                    pages.append([])
                    left = whole
        return pages

    def _draw_heading(self, sheet: Sheet, day: _Day, top: float) -> None:
        columns, scale = self._columns, self._columns.scale
        baseline = top + 9 * MM * scale
        room = columns.width * 0.7
        sheet.put(
            self._wording.day(day.day),
            columns.left,
            baseline,
            room,
            HEADING * scale,
            weight=Weight.SEMIBOLD,
            role=Role.HEADING,
        )
        count = self._wording.count(day.meetings, *_MEETINGS) if day.meetings else self._wording.say(_NO_MEETINGS)
        count = self._wording.say(_AGAIN) if day.again else count
        sheet.put(
            count, columns.left + room, baseline, columns.width - room, SMALL * scale, tone=Tone.QUIET, side="right"
        )
        sheet.rule(columns.left, baseline + 2.4 * MM * scale, columns.width, tone=Tone.ACCENT, weight=1.5)
        if day.meetings:
            below = baseline + 5.8 * MM * scale
            edges = (columns.left, columns.table, columns.partner, columns.right)
            with sheet.tags.table(day.table), sheet.tags.row():
                for caption, left, right in zip(_CAPTIONS, edges, edges[1:], strict=False):
                    words, room = self._wording.say(caption), right - left - GRID
                    with sheet.tags.cell(Scope.COLUMN):
                        sheet.put(words, left, below, room, CAPTION * scale, tone=Tone.QUIET, smallest=5)

    def _draw_rows(self, sheet: Sheet, day: _Day, top: float) -> float:
        for row in day.rows:
            with sheet.tags.row():
                row.draw(sheet, top)
            top += row.height
        return top

    def _draw_hall(self, sheet: Sheet, hall: _Hall) -> None:
        """The plan of the hall at the foot of a page."""
        columns = self._head.columns
        begin, scale = hall.top + 1.5 * MM * columns.scale, columns.scale
        words = self._wording.say(_HALL)
        sheet.put(words, columns.left, begin + 3 * MM * scale, columns.width, CAPTION * scale, tone=Tone.QUIET)
        numbers = (one.number for one in self._view.tables if one.number in self._own)
        said = f"{words}: {', '.join(numbers)}"
        below = begin + 5.5 * MM * scale
        hall.picture.draw(sheet, self._own, columns.left, below, said)


def _heading_height(columns: Columns, meetings: int) -> float:
    """Over meetings there are captions below the day."""
    return (16.5 if meetings else 13.5) * MM * columns.scale


def _fitting(rows: Sequence[Row], room: float, *, fresh: bool) -> int:
    """How many rows fit; one at least on a fresh page, and no lonely one under a heading at a page's end."""
    used, count = 0.0, 0
    for row in rows:
        used += row.height
        if used > room and not (fresh and count == 0):
            break
        count += 1
    return count if fresh or count >= min(2, len(rows)) else 0
