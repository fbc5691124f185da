"""Fits names into the rows of the hall screen: all in one size as large as they can be, and none is cut."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from eccp_desktop.ui.theme import font

LEADING = 1.1
"""Height of a line, in sizes of its type."""

_SHORTEN = 0.8
"""Names are in full unless their type would have to be smaller than this share of the largest: then they have initials."""

_TELLING = 0.9
"""Share of the type that there is room for which a name in two lines keeps, or else gives up a part of itself."""

_FLOOR = 0.4
"""Share of the least type of other names below which no name goes: what is longer than two such lines ends with dots."""

_MEASURED = 100
"""Size in which names are measured: their width grows with it."""

Forms = tuple[str, str, str]
"""A name in full, with its initial, and the family name alone, for where there is less room."""


@dataclass(frozen=True, slots=True)
class ShownName:
    """A name as it is painted: one line or two, and the size of their type in pixels."""

    lines: tuple[str, ...]
    size: int

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * LEADING


def fitted(
    rows: Sequence[Sequence[Forms]], width: int, height: int, largest: int, least: int
) -> list[tuple[ShownName, ...]]:
    """The names of each row, which has this `width` and `height`, in type of `least` to `largest` (all in pixels).

    All are in full, or all with their initials. Who does not fit so has the family name alone; where that is too long as well,
    this name alone stands in two lines of the type for which the row has room.
    """
    usual = [name for row in rows for name in row if _size(name[1:2], width, largest) >= least]
    form, size = 0, _size([name[0] for name in usual], width, largest)
    if size < max(least, largest * _SHORTEN):
        form, size = 1, _size([name[1] for name in usual], width, largest)
    if not usual:
        form, size = 1, least
    return [_row(names, form, size, width, height, least) for names in rows]


def _row(names: Sequence[Forms], form: int, size: int, width: int, height: int, least: int) -> tuple[ShownName, ...]:
    in_one_line = [_in_one_line(name[form:], width, size, least) for name in names]
    left = height - sum(shown.height for shown in in_one_line if shown is not None)
    room = int(left / (2 * LEADING * max(1, in_one_line.count(None))))
    return tuple(
        shown or _in_two_lines(name[form:], width, min(size, room), round(least * _FLOOR))
        for name, shown in zip(names, in_one_line, strict=True)
    )


def _in_one_line(forms: Sequence[str], width: int, size: int, least: int) -> ShownName | None:
    """The first form that fits in the size of the others; else the family name alone, if it need not go below the least."""
    fitting = next((form for form in forms if _size([form], width, size) >= size), forms[-1])
    own = _size([fitting], width, size)
    return ShownName((fitting,), own) if own >= least else None


def _in_two_lines(forms: Sequence[str], width: int, largest: int, floor: int) -> ShownName:
    """The first form that keeps most of the size, else the one that keeps the most of it."""
    found = [_halved(form, width, largest) for form in forms]
    shown = next((one for one in found if one.size >= largest * _TELLING), max(found, key=lambda one: one.size))
    if shown.size >= floor:
        return shown
    metrics = QFontMetrics(font(floor))
    lines = tuple(metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in shown.lines)
    return ShownName(lines, floor)


def _halved(name: str, width: int, largest: int) -> ShownName:
    """A name in two lines, broken where both are shortest: at a space or a hyphen, in the middle of a word where it has none."""
    lines = min(_breaks(name), key=lambda halves: max(map(_measured, halves)))
    return ShownName(lines, _size(lines, width, largest))


def _breaks(name: str) -> Iterator[tuple[str, str]]:
    places = [at for at, sign in enumerate(name[:-1], start=1) if sign in " -–"]
    if not places:
        middle = (len(name) + 1) // 2
        yield f"{name[:middle]}-", name[middle:]
    for at in places:
        yield name[:at].rstrip(), name[at:].lstrip()


def _measured(text: str) -> int:
    return QFontMetrics(font(_MEASURED)).horizontalAdvance(text)


def _size(texts: Sequence[str], width: int, largest: int) -> int:
    """The largest size at which every text fits."""
    widest = max(texts, key=_measured, default="")
    size = min(largest, int(_MEASURED * width / max(1, _measured(widest))))
    while size > 1 and QFontMetrics(font(size)).horizontalAdvance(widest) > width:
        size -= 1  # small type is set wider than it measures
    return size
