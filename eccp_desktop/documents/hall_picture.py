"""A small plan of the hall: tables in their zones, somebody's own filled."""

from collections.abc import Collection, Iterator, Sequence

from eccp_desktop.documents.fitting import fit
from eccp_desktop.documents.look import GRID, MM, SMALL, Tone, Weight
from eccp_desktop.documents.schedule_view import HallTable
from eccp_desktop.documents.sheet import Sheet

_MOST = 150
"""A plan of more tables than this is no help on a schedule."""

_CELL, _GAP = 9 * MM, 1.5 * MM


def hall_height(tables: Sequence[HallTable], width: float, scale: float) -> float:
    """What the plan takes; 0 where none is drawn."""
    if not tables or len(tables) > _MOST:
        return 0.0
    return max(top for _, _, top in _placed(tables, width, scale)) + _row_height(scale)


def draw_hall(
    sheet: Sheet,
    tables: Sequence[HallTable],
    own: Collection[str],
    left: float,
    top: float,
    width: float,
    scale: float,
    said: str,
) -> None:
    """Draw the tables in their order, row by row, a zone beginning with its name; `said` tells it to whom it is read."""
    placed = [(table, left + across, top + down) for table, across, down in _placed(tables, width, scale)]

    def everybody() -> None:
        for table, x, y in placed:
            if table.number:
                sheet.frame(x, y, _CELL * scale, _height(scale), round_by=2)
            _draw_words(sheet, table.number or table.zone, x, y, scale, numbered=bool(table.number))

    sheet.stamp(f"hall-{left:.0f}-{top:.0f}-{width:.0f}", everybody, said=said)
    with sheet.tags.furniture():
        for table, x, y in placed:
            if table.number and table.number in own:
                sheet.block(x, y, _CELL * scale, _height(scale), tone=Tone.INK, round_by=2)
                _draw_words(sheet, table.number, x, y, scale, numbered=True, mine=True)


def _draw_words(
    sheet: Sheet, words: str, x: float, y: float, scale: float, *, numbered: bool, mine: bool = False
) -> None:
    baseline = y + _height(scale) / 2 + SMALL * scale * 0.33
    cell = _CELL * scale
    if not numbered:
        room = 2 * cell
        name = fit(words, room, SMALL * scale, smallest=6 * scale, lines=2, height=_row_height(scale), most=3)
        sheet.write(name, x, baseline - (len(name.lines) - 1) * name.leading / 2, tone=Tone.QUIET)
        return
    weight, tone = (Weight.SEMIBOLD, Tone.PAPER) if mine else (Weight.REGULAR, Tone.QUIET)
    sheet.put(words, x + 1, baseline, cell - 2, SMALL * scale, weight=weight, tone=tone, side="centre", smallest=5)


def _height(scale: float) -> float:
    return _CELL * 0.66 * scale


def _row_height(scale: float) -> float:
    return (_CELL * 0.66 + _GAP) * scale


def _placed(tables: Sequence[HallTable], width: float, scale: float) -> Iterator[tuple[HallTable, float, float]]:
    """Each table, and before a zone its name as a table without number, with its place."""
    cell, gap = _CELL * scale, _GAP * scale
    across, down, zone = 0.0, 0.0, None
    named = any(table.zone for table in tables)
    for table in tables:
        if named and table.zone != zone:
            if zone is not None:
                across, down = 0.0, down + _row_height(scale) + GRID * scale / 2
            zone = table.zone
            yield HallTable("", table.zone), 0.0, down
            across = 2 * cell + gap
        if across + cell > width:
            across, down = (2 * cell + gap if named else 0.0), down + _row_height(scale)
        yield table, across, down
        across += cell + gap
