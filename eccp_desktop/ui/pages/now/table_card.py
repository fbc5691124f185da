"""Paints a table as a card: its number, who sits there, and how the meeting stands."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.names import initialled
from eccp_desktop.domain.vocabulary import OPEN_STATES
from eccp_desktop.store.reads.now_board import BoardMeeting, BoardPerson, BoardTable
from eccp_desktop.ui.kit.icons import icon
from eccp_desktop.ui.kit.state_mark import MARK, paint_mark
from eccp_desktop.ui.theme import (
    HEADING,
    RADIUS,
    RING,
    SMALL,
    SPACE_1,
    SPACE_2,
    SPACE_3,
    STATES,
    TEXT,
    State,
    Tokens,
    font,
    state_of_meeting,
    state_of_presence,
    tokens_now,
)

TABLE_ROLE = int(Qt.ItemDataRole.UserRole)
GAP = SPACE_2
"""Space to the right of and below a card, inside its cell."""

LEAST_WIDTH, MOST_WIDTH = 156, 280
LEAST_HEIGHT, HEIGHT = 76, 88
"""Of a card's cell; cells share out the width that is there."""


class TableCardDelegate(QStyledItemDelegate):
    """Paints the `BoardTable` in an index's `TABLE_ROLE`, in cells of the size that the map gives it."""

    cell = QSize(LEAST_WIDTH, HEIGHT)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return self.cell

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        table: BoardTable = index.data(TABLE_ROLE)
        tokens = tokens_now()
        card = QRect(option.rect).adjusted(0, 0, -GAP, -GAP)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, card, option, table, tokens)
        below = SPACE_2 if card.height() > LEAST_HEIGHT else SPACE_1
        inner = card.adjusted(SPACE_3, SPACE_1, -SPACE_3, -below)
        self._paint_head(painter, inner, table, tokens)
        if table.meeting is not None:
            self._paint_people(painter, inner, table.meeting, tokens)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, card: QRect, option: QStyleOptionViewItem, table: BoardTable, tokens: Tokens
    ) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = "selection" if chosen else "raised" if table.meeting is not None else "page"
        focused = chosen and bool(option.state & QStyle.StateFlag.State_HasFocus)
        if focused:
            painter.setPen(QPen(tokens.colour("accent"), RING))
        elif table.meeting is None and not chosen:
            painter.setPen(QPen(tokens.colour("line"), 1))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.colour(ground))
        painter.drawRoundedRect(QRectF(card).adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def _paint_head(self, painter: QPainter, inner: QRect, table: BoardTable, tokens: Tokens) -> None:
        face = font(HEADING, strong=True)
        metrics = QFontMetrics(face)
        number = str(table.number)
        self._write(painter, inner.topLeft().x(), inner.top(), number, face, self._number_ink(table, tokens))
        state, word = _state(table)
        label = font(SMALL)
        room = inner.width() - metrics.horizontalAdvance(number) - SPACE_2 - MARK - SPACE_1
        if table.meeting is not None and (table.meeting.interpreters or table.meeting.unmet):
            beside = QRect(
                inner.left() + metrics.horizontalAdvance(number) + SPACE_2, inner.top(), MARK + 2, metrics.height()
            )
            self._paint_voice(painter, beside, table.meeting)
            room -= MARK + 2 + SPACE_2
        word = QFontMetrics(label).elidedText(word, Qt.TextElideMode.ElideRight, room)
        width = QFontMetrics(label).horizontalAdvance(word)
        baseline = inner.top() + metrics.ascent()
        painter.setFont(label)
        painter.setPen(tokens.colour(STATES[state].tone))
        painter.drawText(inner.right() + 1 - width, baseline, word)
        middle = baseline - QFontMetrics(label).capHeight() / 2
        mark = QRectF(inner.right() + 1 - width - SPACE_1 - MARK, middle - MARK / 2, MARK, MARK)
        paint_mark(painter, mark, state, tokens)

    def _paint_voice(self, painter: QPainter, room: QRect, meeting: BoardMeeting) -> None:
        """The sign of interpreting; struck through where somebody has to interpret and nobody does."""
        name, ink = ("translate", "quiet") if meeting.interpreters else ("microphone-slash", "amber")
        side = room.width()
        icon(name, ink).paint(painter, QRect(room.left(), room.center().y() - side // 2, side, side))

    def _number_ink(self, table: BoardTable, tokens: Tokens) -> QColor:
        return tokens.colour("text" if table.meeting is not None else "quiet")

    def _paint_people(self, painter: QPainter, inner: QRect, meeting: BoardMeeting, tokens: Tokens) -> None:
        line = QFontMetrics(font(TEXT)).height()
        top = inner.bottom() - 2 * line + 2
        missing = {person.id for person in meeting.missing}
        for person in meeting.people[:2]:
            state = State.MISSING if person.id in missing else state_of_presence(person.presence)
            paint_mark(painter, QRectF(inner.left(), top + (line - 12) / 2, 12, 12), state, tokens)
            left = inner.left() + 12 + SPACE_2
            ink = tokens.colour("text" if meeting.state in OPEN_STATES else "quiet")
            more = f" +{len(meeting.people) - 2}" if len(meeting.people) > 2 and person is meeting.people[1] else ""
            metrics = QFontMetrics(font(TEXT))
            shown = _fitting_name(person, metrics, inner.right() - left - metrics.horizontalAdvance(more)) + more
            self._write(painter, left, top, shown, font(TEXT), ink)
            top += line

    def _write(self, painter: QPainter, x: int, y: int, text: str, face: QFont, ink: QColor) -> None:
        painter.setFont(face)
        painter.setPen(ink)
        painter.drawText(x, y + painter.fontMetrics().ascent(), text)


def _fitting_name(person: BoardPerson, metrics: QFontMetrics, width: int) -> str:
    """The full name where it fits, then with an initial, then the family name, in the end cut."""
    for name in (person.name, initialled(person.name, person.family_name), person.family_name):
        if name and metrics.horizontalAdvance(name) <= width:
            return name
    return metrics.elidedText(person.family_name, Qt.TextElideMode.ElideRight, width)


def _state(table: BoardTable) -> tuple[State, str]:
    if table.meeting is not None:
        return state_of_meeting(table.meeting.state), str(table.meeting.state)
    return (State.FREE, N_("free")) if table.open else (State.GONE, N_("closed"))
