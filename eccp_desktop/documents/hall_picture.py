"""A small plan of the hall: tables in their zones, somebody's own filled."""

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from eccp_desktop.documents.fitting import fit
from eccp_desktop.documents.look import GRID, MM, SMALL, Tone, Weight
from eccp_desktop.documents.schedule_view import HallTable
from eccp_desktop.documents.sheet import Sheet

_MOST = 150
"""A plan of more tables than this is no help on a schedule."""

_CELL, _GAP = 9 * MM, 1.5 * MM
_SIZES = (1.0, 0.86, 0.72)
"""A smaller plan goes before none; its numbers stay readable."""


class HallPicture:
    """The plan at one size. `beside` sets several zones on one line where they are short."""

    def __init__(self, tables: Sequence[HallTable], width: float, scale: float, *, beside: bool = False) -> None:
        self._scale, self._key = scale, f"{width:.0f}-{scale:.2f}-{beside}"
        self._placed = tuple(_placed(tables, width, scale, beside=beside))
        self.height = max(top for _, _, top in self._placed) + _row_height(scale)

    def draw(self, sheet: Sheet, own: Collection[str], left: float, top: float, said: str) -> None:
        """Draw the tables in their order, row by row, a zone beginning with its name; `said` tells it to whom it is read."""
        scale = self._scale

        def everybody() -> None:
            for table, across, down in self._placed:
                if table.number:
                    sheet.frame(left + across, top + down, _CELL * scale, _height(scale), round_by=2)
                    _draw_number(sheet, table.number, left + across, top + down, scale)
                else:
                    _draw_zone(sheet, table.zone, left + across, top + down, scale)

        sheet.stamp(f"hall-{left:.0f}-{top:.0f}-{self._key}", everybody, said=said)
        with sheet.tags.furniture():
            for table, across, down in self._placed:
                if table.number and table.number in own:
                    x, y = left + across, top + down
                    sheet.block(x, y, _CELL * scale, _height(scale), tone=Tone.INK, round_by=2)
                    _draw_number(sheet, table.number, x, y, scale, mine=True)


@lru_cache(maxsize=8)
def hall_pictures(tables: tuple[HallTable, ...], width: float, scale: float) -> tuple[HallPicture, ...]:
    """The plans to choose from, the largest first; none where there is nothing to show, or too much."""
    if not tables or len(tables) > _MOST:
        return ()
    found = [HallPicture(tables, width, scale * size, beside=beside) for size in _SIZES for beside in (False, True)]
    return tuple(sorted(found, key=lambda picture: picture.height, reverse=True))


def _draw_zone(sheet: Sheet, words: str, x: float, y: float, scale: float) -> None:
    room = 2 * _CELL * scale
    name = fit(words, room, SMALL * scale, smallest=6 * scale, lines=2, height=_row_height(scale), most=3)
    sheet.write(name, x, _baseline(y, scale) - (len(name.lines) - 1) * name.leading / 2, tone=Tone.QUIET)


def _draw_number(sheet: Sheet, words: str, x: float, y: float, scale: float, *, mine: bool = False) -> None:
    weight, tone = (Weight.SEMIBOLD, Tone.PAPER) if mine else (Weight.REGULAR, Tone.QUIET)
    room = _CELL * scale - 2
    sheet.put(
        words, x + 1, _baseline(y, scale), room, SMALL * scale, weight=weight, tone=tone, side="centre", smallest=5
    )


def _baseline(y: float, scale: float) -> float:
    return y + _height(scale) / 2 + SMALL * scale * 0.33


def _height(scale: float) -> float:
    return _CELL * 0.66 * scale


def _row_height(scale: float) -> float:
    return (_CELL * 0.66 + _GAP) * scale


def _placed(
    tables: Sequence[HallTable], width: float, scale: float, *, beside: bool
) -> Iterator[tuple[HallTable, float, float]]:
    """Each table, and before a zone its name as a table without number, with its place; rows of a zone are as long as each
    other."""
    step = (_CELL + _GAP) * scale
    zones = [(zone, tuple(found)) for zone, found in groupby(tables, lambda table: table.zone)]
    named = any(zone for zone, _ in zones)
    begin = 2 * _CELL * scale + _GAP * scale if named else 0.0
    most = max(1, int((width - begin + _GAP * scale) / step))
    block = begin + max(len(found) for _, found in zones) * step + GRID * scale
    blocks = max(1, int((width + _GAP * scale + GRID * scale) / block)) if beside else 1
    down = 0.0
    for index, (zone, found) in enumerate(zones):
        left = index % blocks * block
        if named:
            yield HallTable("", zone), left, down
        rows = -(-len(found) // most)
        share = -(-len(found) // rows)
        for place, table in enumerate(found):
            row, column = divmod(place, share)
            yield table, left + begin + column * step, down + row * _row_height(scale)
        if index % blocks == blocks - 1:
            down += rows * _row_height(scale) + GRID * scale / 2
