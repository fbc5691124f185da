"""What lists and reports are laid out of: headings, rows of cells, lines of running text. Each knows its height before it draws."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain, repeat
from typing import Protocol

from eccp_desktop.base.i18n import N_
from eccp_desktop.documents.fitting import Fitted, fit
from eccp_desktop.documents.lettering import Side
from eccp_desktop.documents.look import CAPTION, GRID, HEADING, MM, SMALL, SMALLEST, Tone, Weight
from eccp_desktop.documents.own_script import Reading
from eccp_desktop.documents.sheet import Sheet
from eccp_desktop.documents.stack import Stack
from eccp_desktop.documents.tags import Scope
from eccp_desktop.documents.wording import Wording

_AGAIN = N_("continued")
_EVERY_LINE = 100_000
_LEFT: Side = "left"


class Block(Protocol):
    """Something with a height that can be drawn anywhere."""

    @property
    def height(self) -> float: ...

    def draw(self, sheet: Sheet, left: float, top: float) -> None: ...


@dataclass(frozen=True, slots=True)
class Gap:
    """White space."""

    height: float

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        """Nothing is drawn."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A title above what follows, over a rule where `ruled`."""

    stack: Stack
    width: float
    above: float
    below: float
    ruled: bool = True

    @property
    def height(self) -> float:
        return self.above + self.stack.height + self.below

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        self.stack.draw(sheet, left, top + self.above)
        if self.ruled:
            sheet.rule(left, top + self.height - self.below / 2, self.width, tone=Tone.QUIET, weight=0.75)


@dataclass(frozen=True, slots=True)
class Row:
    """Stacks beside each other, each at its distance from the left, their first lines on one baseline."""

    cells: tuple[tuple[float, Stack], ...]
    width: float
    padding: float = 1.4 * MM
    least: float = 0.0
    tone: Tone = Tone.LINE
    ruled: bool = True
    tick: float = 0.0
    """The side of a box to tick at the left; none where 0."""
    caption: bool = False
    """Whether its cells head the columns of a table; otherwise the first one heads the row."""

    @property
    def height(self) -> float:
        first = self.first
        tallest = max((first - stack.first + stack.height for _, stack in self.cells if stack.texts), default=0.0)
        return max(self.least, tallest + 2 * self.padding)

    @property
    def first(self) -> float:
        """From the top of the cells to the first baseline."""
        return max((stack.first for _, stack in self.cells), default=0.0)

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        first = top + self.padding + self.first
        for index, (across, stack) in enumerate(self.cells):
            with sheet.tags.cell(Scope.COLUMN if self.caption else None if index else Scope.ROW):
                stack.draw(sheet, left + across, first - stack.first)
        if self.tick:
            sheet.frame(
                left, top + self.padding + 0.4 * MM, self.tick, self.tick, tone=Tone.INK, weight=0.9, round_by=1
            )
        if self.ruled:
            sheet.rule(left, top + self.height, self.width, tone=self.tone)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of running text."""

    text: Fitted

    @property
    def height(self) -> float:
        return self.text.height * 1.08

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        Stack(((self.text, Tone.INK),)).draw(sheet, left, top)


def said(
    text: str,
    room: float,
    size: float = SMALL,
    *,
    weight: Weight = Weight.REGULAR,
    tone: Tone = Tone.INK,
    lines: int = 2,
    most: int = 14,
    even: bool = False,
) -> tuple[Fitted, Tone]:
    """Text for a stack: it wraps first, shrinks a little, and takes more lines where nothing else is left.

    With `even` it keeps its size as long as it can, so that many of them beside each other look alike.
    """
    if even:
        return fit(text, room, size, weight=weight, smallest=size * 0.95, lines=most, most=most), tone
    smallest = max(size * 0.8, min(size, SMALLEST))
    return fit(text, room, size, weight=weight, smallest=smallest, lines=lines, most=most, alone=size * 0.85), tone


def stacked(*texts: tuple[Fitted, Tone], side: Side = "left") -> Stack:
    """Texts under each other; empty ones take no space."""
    return Stack.of(texts, side)


def heading(text: str, width: float, scale: float = 1.0, about: str = "", size: float = HEADING) -> Heading:
    """A title with a quiet line below it, over a rule."""
    title = said(text, width, size * scale, weight=Weight.SEMIBOLD, lines=2)
    quiet = said(about, width, SMALL * scale, tone=Tone.QUIET)
    return Heading(stacked(title, quiet), width, 5 * MM * scale, 2.4 * MM * scale)


def goes_on(text: str, width: float, wording: Wording, scale: float = 1.0) -> Heading:
    """What a page goes on with, small, where its title stands on a page before."""
    quiet = said(continued(text, wording), width, SMALL * scale, weight=Weight.SEMIBOLD, tone=Tone.QUIET)
    return Heading(stacked(quiet), width, 0.0, 3 * MM * scale)


def continued(text: str, wording: Wording) -> str:
    """The heading of a part that began on a page before."""
    return f"{text} – {wording.say(_AGAIN)}"


def captions(
    texts: Sequence[tuple[str, float, float]], width: float, scale: float = 1.0, sides: Sequence[Side] = ()
) -> Row:
    """The header of columns: (caption, distance from the left, room), each at its side of the room, the left one unless told."""
    cells = tuple(
        (across, stacked(said(text, room, CAPTION * scale, tone=Tone.QUIET, lines=1, most=2), side=side))
        for (text, across, room), side in zip(texts, chain(sides, repeat(_LEFT)), strict=False)
    )
    return Row(cells, width, padding=1 * MM * scale, tone=Tone.INK, caption=True)


def paragraphs(text: str, room: float, size: float) -> Iterable[Block]:
    """Running text as lines, its paragraphs apart, so that it can go on over the end of a page."""
    for index, part in enumerate(one for one in text.splitlines() if one.strip()):
        if index:
            yield Gap(GRID)
        yield from lines_of(part, room, size)


def lines_of(text: str, room: float, size: float, *, reading: Reading = Reading.NONE) -> Iterable[Line]:
    """One paragraph of running text as lines; with `reading` told, of names."""
    wrapped = fit(text, room, size, smallest=size, lines=_EVERY_LINE, reading=reading)
    for line in wrapped.lines:
        yield Line(replace(wrapped, lines=(line,), source=line, spoken=""))
