"""Paints the hall screen: as large as the screen allows, readable from the other end of the hall."""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from eccp_desktop.base.i18n import N_
from eccp_desktop.store.reads.now_board import BoardPerson, BoardTable
from eccp_desktop.ui.theme import HALL, RADIUS, Tokens, font

LEAST_NAME = 48
"""Least size of the names' type on a screen that is 1080 high; what does not fit then comes on another sheet.

Capitals are two thirds of that, 3 % of the screen: 30 mm where it is 1 m high, seen from 15 m under 7 minutes of arc. The
finest letters that a good eye can tell apart have 5.
"""

_NAME_IN_ROW = 0.6
"""Share of a row's height that its type takes."""

LEAST_ROW, MOST_ROW = LEAST_NAME / _NAME_IN_ROW, 132
COLUMN = 640
"""Least width of a column, in which most pairs of names fit with their initials."""

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
    """The layout with the largest rows: wide screens have up to three columns, and no row is lower than can be read.

    `width` and `height` are those of the part for tables, in pixels of a screen that is 1080 high.
    """
    most = max(1, min(3, width // COLUMN))
    readable = max(1, int(height / LEAST_ROW))
    for columns in range(1, most + 1):
        rows = max(1, ceil(count / columns))
        if rows <= readable:
            return Sheet(columns, rows, 1)
    sheets = ceil(count / (most * readable))
    return Sheet(most, ceil(count / (most * sheets)), sheets)


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
    if not face.lines:
        return
    sheet = sheet_for(len(face.lines), round(tables.width() / unit), round(tables.height() / unit))
    first = (turn % sheet.sheets) * sheet.columns * sheet.rows
    lines = face.lines[first : first + sheet.columns * sheet.rows]
    if sheet.sheets > 1:
        words = N_("tables {first} – {last} of {count}")
        said = words.format(first=lines[0].number, last=lines[-1].number, count=len(face.lines))
        painter.drawText(note, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, said)
    _paint_tables(painter, tables, lines, sheet, tokens, unit)


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


def _paint_tables(
    painter: QPainter, area: QRect, lines: tuple[HallLine, ...], sheet: Sheet, tokens: Tokens, unit: float
) -> None:
    gap = round(32 * unit)
    width = (area.width() - gap * (sheet.columns - 1)) / sheet.columns
    height = min(area.height() / sheet.rows, MOST_ROW * unit)
    edge = round(16 * unit)
    room = QFontMetrics(font(round(height * _NAME_IN_ROW), strong=True)).horizontalAdvance("000") + round(12 * unit)
    shown, size = fitted(lines, round(width - 2 * edge - room), round(height * _NAME_IN_ROW), ceil(LEAST_NAME * unit))
    for place, (line, names) in enumerate(zip(lines, shown, strict=True)):
        column, row = divmod(place, sheet.rows)
        cell = QRectF(area.left() + column * (width + gap), area.top() + row * height, width, height)
        ground = cell.adjusted(0, 2 * unit, 0, -2 * unit)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.colour("raised"))
        painter.drawRoundedRect(ground, RADIUS * unit, RADIUS * unit)
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(tokens.colour("text"))
        painter.setFont(font(round(height * _NAME_IN_ROW), strong=True))
        painter.drawText(cell.adjusted(edge, 0, 0, 0), middle, line.number)
        painter.setFont(font(size))
        painter.drawText(cell.adjusted(edge + room, 0, 0, 0), middle, names)


def fitted(lines: tuple[HallLine, ...], width: int, largest: int, least: int) -> tuple[list[str], int]:
    """The names in one size for all: as large as they fit with initials, but never smaller than `least` (all in pixels).

    There the longest ones stand with their family names alone, and are cut where nothing helps.
    """
    for size in range(max(largest, least), least - 1, -1):
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
