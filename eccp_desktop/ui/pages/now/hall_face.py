"""Paints the hall screen: as large as the screen allows, readable from the other end of the hall."""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from eccp_desktop.store.reads.now_board import BoardPerson, BoardTable
from eccp_desktop.ui.theme import HALL, RADIUS, Tokens, font

LEAST_ROW = 44
"""Least height of a table's row on a screen that is 1080 high; what does not fit then comes on another sheet."""

_DESIGN_HEIGHT = 1080


@dataclass(frozen=True, slots=True)
class HallLine:
    """A table and the names of its people: in full, with initials, and the family names alone, for where there is less room."""

    number: str
    forms: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class HallFace:
    """What the screen says; `lines` are in the order of the tables."""

    title: str
    countdown: str
    below: str
    lines: tuple[HallLine, ...]
    coming: bool = False
    """Whether the tables are those of a slot that has not begun."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """How the lines are laid out: columns, rows in each, and the sheets that take turns."""

    columns: int
    rows: int
    sheets: int


def sheet_for(count: int, width: int, height: int) -> Sheet:
    """The layout with the largest rows: wide screens have up to four columns, and no row is lower than can be read.

    `width` and `height` are those of the part for tables, in pixels of a screen that is 1080 high.
    """
    most = max(1, min(4, width // 420))
    for columns in range(1, most + 1):
        rows = max(1, ceil(count / columns))
        if height / rows >= LEAST_ROW * 1.6 or columns == most:
            break
    readable = max(1, height // LEAST_ROW)
    if rows <= readable:
        return Sheet(columns, rows, 1)
    sheets = ceil(count / (columns * readable))
    return Sheet(columns, ceil(count / (columns * sheets)), sheets)


def lines_of(tables: tuple[BoardTable, ...]) -> tuple[HallLine, ...]:
    """The tables that are taken, with the names of their people."""
    return tuple(
        HallLine(
            str(table.number),
            (
                " – ".join(person.name for person in table.meeting.people),
                " – ".join(_initialled(person) for person in table.meeting.people),
                " – ".join(person.family_name for person in table.meeting.people),
            ),
        )
        for table in tables
        if table.meeting is not None
    )


def paint_face(painter: QPainter, area: QRect, face: HallFace, tokens: Tokens, turn: int) -> None:
    """Fill the area. `turn` counts up and chooses the sheet where there are several."""
    unit = area.height() / _DESIGN_HEIGHT
    margin = round(48 * unit)
    inner = area.adjusted(margin, margin, -margin, -margin)
    painter.fillRect(area, tokens.colour("page"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    head = QRect(inner.left(), inner.top(), inner.width(), round(HALL * 1.3 * unit))
    _paint_head(painter, head, face, tokens, unit)
    note = QRect(inner.left(), head.bottom(), inner.width(), round(56 * unit))
    painter.setFont(font(round(36 * unit)))
    painter.setPen(tokens.colour("quiet"))
    painter.drawText(note, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, face.below)
    top = note.bottom() + round(24 * unit)
    tables = QRect(inner.left(), top, inner.width(), inner.bottom() - top)
    _paint_tables(painter, tables, face, tokens, unit, turn)


def _paint_head(painter: QPainter, head: QRect, face: HallFace, tokens: Tokens, unit: float) -> None:
    middle = Qt.AlignmentFlag.AlignVCenter
    large = font(round(HALL * unit), strong=True)
    metrics = QFontMetrics(large)
    wanted = metrics.horizontalAdvance(face.title) + metrics.horizontalAdvance(face.countdown) + round(HALL * unit / 2)
    if wanted > head.width():
        large = font(round(HALL * unit * head.width() / wanted), strong=True)
    painter.setFont(large)
    painter.setPen(tokens.colour("text"))
    painter.drawText(head, Qt.AlignmentFlag.AlignLeft | middle, face.title)
    painter.setPen(tokens.colour("accent" if face.coming else "text"))
    painter.drawText(head, Qt.AlignmentFlag.AlignRight | middle, face.countdown)


def _paint_tables(painter: QPainter, area: QRect, face: HallFace, tokens: Tokens, unit: float, turn: int) -> None:
    if not face.lines:
        return
    sheet = sheet_for(len(face.lines), round(area.width() / unit), round(area.height() / unit))
    per_sheet = sheet.columns * sheet.rows
    first = (turn % sheet.sheets) * per_sheet
    gap = round(32 * unit)
    width = (area.width() - gap * (sheet.columns - 1)) / sheet.columns
    height = min(area.height() / sheet.rows, 96 * unit)
    lines = face.lines[first : first + per_sheet]
    edge = round(16 * unit)
    room = QFontMetrics(font(round(height / 2), strong=True)).horizontalAdvance("000") + round(12 * unit)
    shown, size = _fitted(lines, round(width - 2 * edge - room), round(height * 0.5), round(height * 0.36))
    for place, (line, names) in enumerate(zip(lines, shown, strict=True)):
        column, row = divmod(place, sheet.rows)
        cell = QRectF(area.left() + column * (width + gap), area.top() + row * height, width, height)
        ground = cell.adjusted(0, 2 * unit, 0, -2 * unit)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.colour("raised"))
        painter.drawRoundedRect(ground, RADIUS * unit, RADIUS * unit)
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(tokens.colour("text"))
        painter.setFont(font(round(height / 2), strong=True))
        painter.drawText(cell.adjusted(edge, 0, 0, 0), middle, line.number)
        painter.setFont(font(size))
        painter.drawText(cell.adjusted(edge + room, 0, 0, 0), middle, names)


def _fitted(lines: tuple[HallLine, ...], width: int, largest: int, least: int) -> tuple[list[str], int]:
    """The names in one size for all: as large as they fit, with initials where that helps, and cut where nothing does."""
    for size in range(largest, least - 1, -1):
        metrics = QFontMetrics(font(size))
        if all(metrics.horizontalAdvance(line.forms[1]) <= width for line in lines):
            break
    shown = [
        next((form for form in line.forms if metrics.horizontalAdvance(form) <= width), line.forms[-1])
        for line in lines
    ]
    return [metrics.elidedText(names, Qt.TextElideMode.ElideRight, width) for names in shown], size


def _initialled(person: BoardPerson) -> str:
    given = person.name.removesuffix(person.family_name).strip()
    return f"{given[:1]}. {person.family_name}" if given else person.family_name
