"""The painted marks of states, and a mark with its word."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from eccp_desktop.ui.theme import SPACE_2, STATES, TEXT, Shape, State, Tokens, font, tokens_now, tokens_reversed

MARK = 14
"""Side of a mark beside text."""


def paint_mark(painter: QPainter, area: QRectF, state: State, tokens: Tokens) -> None:
    """Draw the state's shape in its colour, in the middle of `area` (a square is taken out of its centre)."""
    look = STATES[state]
    side = min(area.width(), area.height())
    box = QRectF(0, 0, side, side)
    box.moveCenter(area.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_shape(painter, box, look.shape, tokens.colour(look.tone))
    painter.restore()


def paint_shape(painter: QPainter, box: QRectF, shape: Shape, colour: QColor) -> None:
    """Draw a shape into a square box."""
    unit = box.width() / 16
    pen = QPen(colour, 2 * unit, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)

    def at(x: float, y: float) -> QPointF:
        return QPointF(box.left() + x * unit, box.top() + y * unit)

    def area(x: float, y: float, width: float, height: float) -> QRectF:
        return QRectF(at(x, y), at(x + width, y + height))

    def lines(*points: tuple[float, float]) -> None:
        painter.drawPolyline([at(x, y) for x, y in points])

    def filled(path: QPainterPath) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPath(path)

    path = QPainterPath()
    match shape:
        case Shape.DISC:
            path.addEllipse(area(2, 2, 12, 12))
            filled(path)
        case Shape.RING:
            painter.drawEllipse(area(3, 3, 10, 10))
        case Shape.HALF:
            painter.drawEllipse(area(3, 3, 10, 10))
            path.moveTo(at(8, 3))
            path.arcTo(area(3, 3, 10, 10), 90, 180)
            filled(path)
        case Shape.DASH:
            lines((3, 8), (13, 8))
        case Shape.CHECK:
            lines((2.5, 8.5), (6.5, 12.5), (13.5, 4))
        case Shape.TRIANGLE:
            path.moveTo(at(4, 2))
            path.lineTo(at(14, 8))
            path.lineTo(at(4, 14))
            path.closeSubpath()
            filled(path)
        case Shape.BELL:
            path.moveTo(at(3, 12))
            path.cubicTo(at(5, 9), at(3, 2), at(8, 2))
            path.cubicTo(at(13, 2), at(11, 9), at(13, 12))
            path.closeSubpath()
            path.addEllipse(area(6.4, 12, 3.2, 3.2))
            filled(path)
        case Shape.CROSS:
            lines((3.5, 3.5), (12.5, 12.5))
            lines((12.5, 3.5), (3.5, 12.5))
        case Shape.STRUCK:
            painter.drawEllipse(area(3, 3, 10, 10))
            lines((4.5, 11.5), (11.5, 4.5))
        case Shape.PADLOCK:
            painter.drawArc(area(5, 2, 6, 8), 0, 180 * 16)
            lines((5, 6), (5, 7.5))
            lines((11, 6), (11, 7.5))
            path.addRoundedRect(area(3, 7, 10, 7.5), 1.5 * unit, 1.5 * unit)
            filled(path)
        case Shape.TRAY:
            lines((2, 8), (2, 13), (14, 13), (14, 8))
            lines((8, 3), (8, 9))
            lines((5.5, 6.8), (8, 9.4), (10.5, 6.8))
        case Shape.SQUARE:
            painter.drawRoundedRect(area(3.5, 3.5, 9, 9), unit, unit)
        case Shape.DOT:
            path.addEllipse(area(6, 6, 4, 4))
            filled(path)


class StateMark(QWidget):
    """A state as shape, colour and word; `word` replaces the ordinary one ("here 09:12", "guest missing").

    `on_text_colour` where the surface below has the colour that text has elsewhere.
    """

    def __init__(
        self,
        state: State,
        word: str = "",
        *,
        size: int = TEXT,
        on_text_colour: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tokens = tokens_reversed if on_text_colour else tokens_now
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFont(font(size))
        self.show_state(state, word)

    def show_state(self, state: State, word: str = "") -> None:
        """Show another state."""
        self._state = state
        self._word = word or STATES[state].word
        self.setAccessibleName(self._word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(MARK + SPACE_2 + metrics.horizontalAdvance(self._word) + 1, max(metrics.height(), MARK))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._tokens()
        paint_mark(painter, QRectF(0, (self.height() - MARK) / 2, MARK, MARK), self._state, tokens)
        painter.setPen(tokens.colour(STATES[self._state].tone))
        text = self.rect().adjusted(MARK + SPACE_2, 0, 0, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._word)
        painter.end()
