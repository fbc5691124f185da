"""Lists and reports: blocks flow down columns and over pages, headers are repeated, pages are numbered through."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from itertools import islice

from eccp_desktop.base.progress import Progress, Report, Stopping, never_stopping, unreported
from eccp_desktop.documents.blocks import Block, Gap, Heading
from eccp_desktop.documents.choice import Choice, Stopped
from eccp_desktop.documents.event_head import EventHead
from eccp_desktop.documents.look import GRID, MM
from eccp_desktop.documents.page_foot import draw_foot
from eccp_desktop.documents.page_head import draw_page_head
from eccp_desktop.documents.paper import PAPERS
from eccp_desktop.documents.schedule_columns import Columns, columns_of
from eccp_desktop.documents.sheet import Sheet
from eccp_desktop.documents.tags import Role, TableTag

GUTTER = 6 * MM
_ABOVE_FIRST = 1.4 * MM
_STEP = 2 * MM


@dataclass(frozen=True, slots=True)
class Entry:
    """A block in the flow. `keep` ties it to the next one; `key` finds its page again; a `bookmark` names the place.

    `carried` says what a column goes on with where it begins with this entry: the letter, the country, the hour.
    """

    block: Block
    keep: bool = False
    bookmark: str = ""
    level: int = 0
    key: str = ""
    breaks: bool = False
    """Whether it begins a column."""
    carried: Block | None = None
    again: bool = False
    """Whether it repeats what stands on a page before."""


@dataclass(frozen=True, slots=True)
class Section:
    """Begins on a page of its own, under a title; `header` stands on top of every column."""

    title: str
    entries: Iterable[Entry]
    """Laid out once; made one by one, they cost nothing beyond the first page of a hurried choice."""
    about: str = ""
    header: Block | None = None
    columns: int = 1
    table: TableTag | None = None
    """Where its rows are a list with columns."""


@dataclass(slots=True)
class LaidPage:
    """A page with the places of its entries."""

    section: Section
    first: bool
    headers: list[float] = field(default_factory=list)
    """Left edges of the columns in use."""
    placed: list[tuple[Entry, float, float]] = field(default_factory=list)


class Flow:
    """Lays sections onto pages of one paper, then draws the pages."""

    def __init__(self, event: EventHead, choice: Choice, density: float = 1.0, *, booklet: bool = False) -> None:
        """A `booklet` is kept and shown around: every page of it bears the logos, not only those where a section begins."""
        self.event, self.choice, self._booklet = event, choice, booklet
        self.paper = PAPERS[choice.paper]
        self.columns: Columns = columns_of(self.paper, density)
        self._floor = self.paper.height - self.columns.margins.bottom - 5 * MM

    @property
    def scale(self) -> float:
        return self.columns.scale

    def width(self, columns: int = 1) -> float:
        """The room of one of so many columns."""
        return (self.columns.width - (columns - 1) * GUTTER) / columns

    def room(self, *, first: bool = True) -> float:
        """The height that a column has for blocks."""
        return self._floor - self._top(first=first)

    def laid(self, sections: Iterable[Section]) -> list[LaidPage]:
        """The pages of these sections."""
        pages = (page for section in sections for page in self._laid(section))
        return list(islice(pages, 1 if self.choice.hurried else None))

    def draw(
        self,
        sheet: Sheet,
        pages: Sequence[LaidPage],
        report: Report = unreported,
        stopping: Stopping = never_stopping,
    ) -> None:
        """Draw the pages, numbered through. Raises Stopped."""
        total = 0 if self.choice.hurried else len(pages)
        for number, page in enumerate(pages[: self.choice.most_pages], start=1):
            if stopping():
                raise Stopped
            sheet.begin_page(self.paper)
            self.draw_page(sheet, page, number, total)
            report(Progress(number, len(pages), page.section.title))

    def draw_page(self, sheet: Sheet, page: LaidPage, number: int, total: int) -> None:
        """Draw one onto a page that was begun."""
        section = page.section
        with nullcontext() if page.first else sheet.tags.furniture():
            booklet = self._booklet
            draw_page_head(
                sheet, self.event, self.columns, section.title, section.about, whole=page.first, booklet=booklet
            )
            for index, left in enumerate(page.headers):
                if section.header is not None:
                    with sheet.tags.furniture() if index else sheet.tags.table(section.table), sheet.tags.row():
                        section.header.draw(sheet, left, self._top(first=page.first))
        for entry, left, top in page.placed:
            if entry.bookmark:
                sheet.bookmark(entry.bookmark, entry.level)
            with sheet.tags.furniture() if entry.again else sheet.tags.table(section.table):
                self._draw_block(sheet, entry.block, left, top, listed=section.table is not None)
        draw_foot(sheet, self.event, self.choice, self.columns, number, total)

    @staticmethod
    def _draw_block(sheet: Sheet, block: Block, left: float, top: float, *, listed: bool) -> None:
        tags = sheet.tags
        with tags.part(Role.HEADING) if isinstance(block, Heading) else tags.row() if listed else tags.part():
            block.draw(sheet, left, top)

    def _top(self, *, first: bool) -> float:
        return self.columns.margins.top + (20 if first else 10) * MM * self.scale

    def _laid(self, section: Section) -> Iterator[LaidPage]:
        """The pages of a section; the columns of its last one are as long as each other."""
        last: LaidPage | None = None
        for page in self._filled(section, section.entries, self._floor):
            if last is not None:
                yield last
            last = page
        if last is not None:
            yield last if self.choice.hurried else self._evened(last)

    def _evened(self, page: LaidPage) -> LaidPage:
        section, entries = page.section, [entry for entry, _, _ in page.placed if not entry.again]
        if section.columns == 1 or len(entries) < section.columns or any(entry.breaks for entry in entries):
            return page
        top = self._top(first=page.first)
        floor = top + sum(entry.block.height for entry in entries) / section.columns
        while floor < self._floor:
            again = list(islice(self._filled(section, entries, floor, first=page.first), 2))
            if len(again) == 1:
                return again[0]
            floor += _STEP
        return page

    def _filled(
        self, section: Section, entries: Iterable[Entry], lowest: float, *, first: bool = True
    ) -> Iterator[LaidPage]:
        """Pages whose columns end at `lowest`."""
        page: LaidPage | None = None
        column, used, floor = section.columns, 0.0, 0.0
        header = section.header.height + GRID / 2 if section.header is not None else 0.0
        for group in _groups(entries):
            height = sum(entry.block.height for entry in group)
            for entry in group:
                needed = height if entry is group[0] else entry.block.height
                if page is None or (used > floor and (entry.breaks or used + needed > lowest)):
                    column += 1
                    if page is None or column >= section.columns:
                        if page is not None:
                            yield page
                        page = LaidPage(section, first=first and page is None)
                        column = 0
                    floor = used = self._top(first=page.first) + header
                    page.headers.append(self._left(section, column))
                    if entry.carried is not None:
                        used = self._placed(
                            page, Entry(entry.carried, again=True), self._left(section, column), used, fresh=True
                        )
                used = self._placed(page, entry, self._left(section, column), used, fresh=used == floor)
        yield page or LaidPage(section, first=first, headers=[self.columns.left])

    @staticmethod
    def _placed(page: LaidPage, entry: Entry, left: float, top: float, *, fresh: bool) -> float:
        """Where the next block begins; on top of a column no white space is needed, nor any above a heading."""
        if fresh and isinstance(entry.block, Heading):
            top -= max(0.0, entry.block.above - _ABOVE_FIRST)
        if fresh and isinstance(entry.block, Gap) and not entry.bookmark:
            return top
        page.placed.append((entry, left, top))
        return top + entry.block.height

    def _left(self, section: Section, column: int) -> float:
        return self.columns.left + column * (self.width(section.columns) + GUTTER)


def pages_of(pages: Sequence[LaidPage]) -> dict[str, int]:
    """On which page each key stands, from 1."""
    return {entry.key: number for number, page in enumerate(pages, start=1) for entry, _, _ in page.placed if entry.key}


def _groups(entries: Iterable[Entry]) -> Iterable[list[Entry]]:
    """Entries that stay together."""
    group: list[Entry] = []
    for entry in entries:
        group.append(entry)
        if not entry.keep:
            yield group
            group = []
    if group:
        yield group
