"""Paints the hall screen: as large as the screen allows, readable from the other end of the hall."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.names import initialled
from eccp_desktop.store.reads.now_board import BoardPerson, BoardTable
from eccp_desktop.ui.pages.now.hall_names import LEADING, Forms, fitted
from eccp_desktop.ui.theme import HALL, RADIUS, Tokens, font

LEAST_NAME = 54
"""Least size of the names' type on a screen that is 1080 high; what does not fit then comes on another sheet.

A screen of 55 inches is 685 mm high, so 1 of these units is 0.63 mm, and capitals, which are 0.66 of the type, are 23 mm: seen
from 15 m under 5.2 minutes of arc. The finest letters that a good eye can tell apart have 5. The head's capitals are 54 mm,
12 minutes, which anybody reads. A beamer's picture, 1.5 m high, more than doubles all of that.
"""

_NAME_IN_ROW = 0.4
"""Share of a row's height that the type takes of each of the two names, one below the other."""

LEAST_ROW, MOST_ROW = LEAST_NAME / _NAME_IN_ROW, 200
COLUMN = 560
"""Least width of a column, in which most names fit with their initial."""

_DESIGN_HEIGHT = 1080


@dataclass(frozen=True, slots=True)
class HallLine:
    """A table and who sits there: the host, and whoever comes to them, one below the other."""

    number: str
    names: tuple[Forms, ...]


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
    sheets = ceil(count / (most * readable))
    columns = next(columns for columns in range(1, most + 1) if ceil(count / (columns * sheets)) <= readable)
    return Sheet(columns, max(1, ceil(count / (columns * sheets))), max(1, sheets))


def lines_of(tables: tuple[BoardTable, ...]) -> tuple[HallLine, ...]:
    """The tables that are taken, with the names of their people."""
    return tuple(
        HallLine(str(table.number), tuple(_forms(people) for people in _two(table.meeting.people) if people))
        for table in tables
        if table.meeting is not None
    )


def _two(people: Sequence[BoardPerson]) -> tuple[Sequence[BoardPerson], Sequence[BoardPerson]]:
    return people[:1], people[1:]


def _forms(people: Sequence[BoardPerson]) -> Forms:
    return (
        " – ".join(person.name for person in people),
        " – ".join(initialled(person.name, person.family_name) for person in people),
        " – ".join(person.family_name for person in people),
    )


def paint_face(painter: QPainter, area: QRect, face: HallFace, tokens: Tokens, turn: int) -> None:
    """Fill the area. `turn` counts up and chooses the sheet where there are several."""
    unit = area.height() / _DESIGN_HEIGHT
    margin = round(48 * unit)
    inner = area.adjusted(margin, margin, -margin, -margin)
    painter.fillRect(area, tokens.colour("page"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    head = QRect(inner.left(), inner.top(), inner.width(), round(HALL * 1.1 * unit))
    _paint_head(painter, head, face, tokens, unit)
    note = QRect(inner.left(), head.bottom(), inner.width(), round(52 * unit))
    painter.setFont(font(round(40 * unit)))
    painter.setPen(tokens.colour("quiet"))
    room = round(note.width() * (0.7 if face.lines else 1))  # beside it may stand which tables these are
    below = painter.fontMetrics().elidedText(face.below, Qt.TextElideMode.ElideRight, room)
    painter.drawText(note, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, below)
    top = note.bottom() + round(16 * unit)
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
    large = font(round(min(height * 0.6, HALL * unit)), strong=True)
    room = max(QFontMetrics(large).horizontalAdvance(line.number) for line in lines) + round(20 * unit)
    largest, least = round(height * _NAME_IN_ROW), ceil(LEAST_NAME * unit)
    beside, inside = round(width - 2 * edge - room), round(height - 14 * unit)
    shown = fitted([line.names for line in lines], beside, inside, max(largest, least), least)
    middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    for place, (line, names) in enumerate(zip(lines, shown, strict=True)):
        column, row = divmod(place, sheet.rows)
        cell = QRectF(area.left() + column * (width + gap), area.top() + row * height, width, height)
        ground = cell.adjusted(0, 3 * unit, 0, -3 * unit)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.colour("raised"))
        painter.drawRoundedRect(ground, RADIUS * unit, RADIUS * unit)
        painter.setPen(tokens.colour("text"))
        painter.setFont(large)
        painter.drawText(cell.adjusted(edge, 0, 0, 0), middle, line.number)
        top = cell.center().y() - sum(name.height for name in names) / 2
        for name in names:
            painter.setFont(font(name.size))
            for words in name.lines:
                left = cell.left() + edge + room
                line_box = QRectF(left, top, cell.right() - left, name.size * LEADING)
                painter.drawText(line_box, middle | Qt.TextFlag.TextDontClip, words)
                top += line_box.height()
