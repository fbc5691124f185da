"""What the cells of the grid are painted with: cards, outlines, hatching, the words of a meeting."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen

from eccp_desktop.domain.hall import HallMeeting
from eccp_desktop.domain.names import initialled
from eccp_desktop.domain.vocabulary import MeetingState
from eccp_desktop.ui.kit.icons import icon
from eccp_desktop.ui.kit.state_mark import paint_mark, paint_shape
from eccp_desktop.ui.pages.timetable.day_grid import Axis, Change, DayGrid
from eccp_desktop.ui.pages.timetable.words import partner_names, partner_organisations
from eccp_desktop.ui.pages.timetable.zoom import Zoom
from eccp_desktop.ui.theme import (
    RADIUS_SMALL,
    RING,
    SMALL,
    SPACE_1,
    SPACE_2,
    Shape,
    State,
    Tokens,
    font,
    state_of_meeting,
)

MARK = 12
"""Side of the marks in cells and headers."""

_SIGNS: dict[Change | None, str] = {Change.NEW: "plus", Change.MOVED: "arrow-right", Change.REVOICED: "translate"}
"""Icons of meetings that a proposed timetable seats or moves."""

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_GAP = 6


@dataclass(frozen=True, slots=True)
class _Words:
    text: str
    large: bool
    shorter: tuple[str, ...] = ()
    """What to say instead where there is less room, longest first: a family name says more than half a name."""

    def fitting(self, width: int, metrics: QFontMetrics) -> str:
        """The longest that fits into so many pixels; the shortest where none does."""
        forms = (self.text, *self.shorter)
        return next((form for form in forms if metrics.horizontalAdvance(form) <= width), forms[-1])


def card(painter: QPainter, cell: QRect, colour: QColor) -> None:
    """A rounded surface."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(cell), RADIUS_SMALL, RADIUS_SMALL)


def dashes(painter: QPainter, cell: QRect, colour: QColor) -> None:
    """The outline of a cell in which something may be put."""
    _outline(painter, cell, QPen(colour, 1.5, Qt.PenStyle.DashLine))


def ring(painter: QPainter, cell: QRect, colour: QColor) -> None:
    """The outline of the cell that a key would act on."""
    _outline(painter, cell, QPen(colour, RING))


def cross(painter: QPainter, cell: QRect, tokens: Tokens) -> None:
    """A cross at the right: nothing may be put here."""
    box = QRectF(cell.right() - MARK - _GAP, cell.center().y() - MARK / 2 + 0.5, MARK, MARK)
    painter.fillRect(box.adjusted(-3, -3, 3, 3), tokens.colour("page"))
    paint_shape(painter, box, Shape.CROSS, tokens.colour("red"))


def free(painter: QPainter, cell: QRect, text: str, tokens: Tokens) -> None:
    """A ring and a word in the middle: something may be put here."""
    metrics = QFontMetrics(font(SMALL))
    left = cell.left() + max(SPACE_1, (cell.width() - MARK - _GAP - metrics.horizontalAdvance(text)) // 2)
    paint_shape(painter, _mark_box(left, cell), Shape.RING, tokens.colour("green"))
    room = QRect(left + MARK + _GAP, cell.top(), cell.right() - left - MARK - _GAP, cell.height())
    _write(painter, room, text, font(SMALL), tokens.colour("green"))


def hatching(
    painter: QPainter, cell: QRect, text: str, before: bool, after: bool, ground: QColor, tokens: Tokens
) -> None:
    """A time away, or a closed table: it goes on to the `before` and `after` where they are alike."""
    area = QRectF(cell.adjusted(-2 if before else 0, 3, 2 if after else 0, -3))
    painter.setBrushOrigin(QPointF(0, 0))
    painter.fillRect(area, QBrush(tokens.colour("line"), Qt.BrushStyle.BDiagPattern))
    if not text:
        return
    metrics = QFontMetrics(font(SMALL))
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, cell.width() - 2 * SPACE_2)
    room = QRect(cell.left() + _GAP, cell.center().y() - 9, metrics.horizontalAdvance(shown) + 2 * SPACE_1, 19)
    painter.fillRect(room, ground)
    _write(painter, room.adjusted(SPACE_1, 0, SPACE_1, 0), shown, font(SMALL), tokens.colour("quiet"))


def meeting_words(
    painter: QPainter,
    cell: QRect,
    day: DayGrid,
    line: int,
    meeting: HallMeeting,
    zoom: Zoom,
    tokens: Tokens,
    *,
    dim: bool = False,
    swap: bool = False,
) -> None:
    """State, partner, table and lock of a meeting; `dim` where it cannot be touched now, `swap` where it would change places.

    A partner's name has the whole width: the marks stand in the last line. Two names of a table have the marks at their left.
    """
    ink, quiet = (tokens.colour("faint"),) * 2 if dim else (tokens.colour("text"), tokens.colour("quiet"))
    lines = _lines(day, line, meeting, zoom)
    large, small = font(zoom.size), font(SMALL)
    heights = [QFontMetrics(large if words.large else small).height() - 1 for words in lines]
    box = cell.adjusted(SPACE_2, 0, -SPACE_2 + 2, 0)
    top = box.top() + (box.height() - sum(heights)) // 2
    sign = "arrows-left-right" if swap else _SIGNS.get(day.changes.get(meeting.id), "")
    said_by_card = zoom.lines == 1 and not sign and meeting.state is MeetingState.SCHEDULED
    state = None if said_by_card else state_of_meeting(meeting.state)
    two_names = day.axis is Axis.TABLES and len(lines) > 1
    lock_at, mark_at = (1, 0) if two_names else (len(lines) - 1,) * 2
    for place, (words, height) in enumerate(zip(lines, heights, strict=True)):
        room = QRect(box.left(), top, box.width(), height)
        if place == mark_at and state is not None:
            _mark(painter, _mark_box(room.left(), room), state, sign, tokens)
        if two_names or (place == mark_at and state is not None):
            room.setLeft(room.left() + MARK + _GAP)
        if place == lock_at and meeting.locked:
            left = box.left() if two_names else room.right() - MARK + 1
            paint_mark(painter, _mark_box(left, room), State.LOCKED, tokens)
            room.setRight(room.right() - (0 if two_names else MARK + SPACE_1))
        face = large if words.large else small
        shown = words.fitting(room.width(), QFontMetrics(face))
        _write(painter, room, shown, face, ink if words.large else quiet)
        top += height


def _mark(painter: QPainter, box: QRectF, state: State, sign: str, tokens: Tokens) -> None:
    """The sign where there is one, otherwise the state's shape."""
    if sign:
        icon(sign, "accent").paint(painter, box.adjusted(-1, -1, 1, 1).toRect())
    else:
        paint_mark(painter, box, state, tokens)


def _lines(day: DayGrid, line: int, meeting: HallMeeting, zoom: Zoom) -> list[_Words]:
    hall, key = day.grid.hall, day.lines[line].key
    names = partner_names(hall, meeting, key)
    organisations = _Words(partner_organisations(hall, meeting, key), False)
    if day.axis is Axis.PEOPLE:
        table = "" if meeting.table is None else f"{hall.tables[meeting.table].number}"
        if zoom.lines == 1:
            families = " – ".join(day.grid.families[person] for person in meeting.people if person != key)
            return [_Words(f"{table} {families}", True)]
        others = [person for person in meeting.people if person != key and person in hall.diaries]
        partner = _Words(" – ".join(names), True, _shorter(names, [day.grid.families[person] for person in others]))
        return [partner, *([organisations] if zoom.lines > 2 else []), _place(day, key, meeting, table)]
    if zoom.lines == 1:
        return [_Words(" – ".join(day.grid.families[person] for person in meeting.people), True)]
    if zoom.lines == 2:
        names = [day.grid.families[person] for person in meeting.people]
    pair = [names[0], " – ".join(names[1:])] if len(names) > 1 else names
    return [*(_Words(name, True) for name in pair), *([organisations] if zoom.lines > 2 else [])]


def _place(day: DayGrid, key: str, meeting: HallMeeting, table: str) -> _Words:
    """The table, and who interprets there."""
    if key in meeting.interpreters:
        return _Words(f"Interprets at table {table}", False, (f"Interprets, {table}",))
    voices = " and ".join(day.grid.families[person] for person in meeting.interpreters)
    plain_table = f"Table {table}"
    if not voices:
        return _Words(plain_table, False)
    return _Words(f"{plain_table} · {voices} interprets", False, (f"{plain_table} · {voices}", plain_table))


def _shorter(names: list[str], families: list[str]) -> tuple[str, ...]:
    """The same names with initials, and the family names alone."""
    return " – ".join(map(initialled, names, families)), " – ".join(families)


def _mark_box(left: float, beside: QRect) -> QRectF:
    return QRectF(left, beside.top() + (beside.height() - MARK) / 2 + 0.5, MARK, MARK)


def _write(painter: QPainter, room: QRect, text: str, face: QFont, ink: QColor) -> None:
    painter.setFont(face)
    painter.setPen(ink)
    shown = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room.adjusted(0, 0, 2, 0), _MIDDLE, shown)


def _outline(painter: QPainter, cell: QRect, pen: QPen) -> None:
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(cell).adjusted(1, 1, -1, -1), RADIUS_SMALL - 1, RADIUS_SMALL - 1)
