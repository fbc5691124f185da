"""The course of a search: meetings placed, and the most that may still be possible, over the seconds."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from eccp_desktop.desk.timetabling import Step
from eccp_desktop.ui.theme import SMALL, font, tokens_now

_HEIGHT = 148
_FOOT = 20
_HEAD = 22


class Curve(QWidget):
    """A rising line for what is placed, a dashed one for the bound; the gap between the two is what is not known yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: list[Step] = []
        self._seconds = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Meetings placed over time")

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def start(self, seconds: float) -> None:
        """Begin an empty course of this length."""
        self._steps, self._seconds = [], seconds
        self.update()

    def add(self, step: Step) -> None:
        """Draw one more step."""
        self._steps.append(step)
        self._seconds = max(self._seconds, step.seconds)
        self.setAccessibleDescription(f"{step.placed} placed, at most {step.bound}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, painter = tokens_now(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(1, _HEAD, self.width() - 8, self.height() - _HEAD - _FOOT)
        painter.setPen(QPen(tokens.colour("line"), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        self._write(painter, area.left(), self.height() - 4, "0 s", tokens.colour("quiet"))
        self._write(
            painter, area.right(), self.height() - 4, f"{self._seconds:.0f} s", tokens.colour("quiet"), right=True
        )
        if self._steps:
            self._draw_lines(painter, area)
        painter.end()

    def _draw_lines(self, painter: QPainter, area: QRectF) -> None:
        tokens, last = tokens_now(), self._steps[-1]
        top = max(1, last.wanted, *(step.bound for step in self._steps))
        low = max(0, min(step.placed for step in self._steps) - max(2, top // 10))

        def points(value: Callable[[Step], int]) -> list[QPointF]:
            found = []
            for step in self._steps:
                x = area.left() + area.width() * min(1.0, step.seconds / self._seconds)
                found.append(QPointF(x, area.bottom() - area.height() * (value(step) - low) / max(1, top - low)))
            return found

        bound, placed = points(lambda step: step.bound), points(lambda step: step.placed)
        painter.setPen(QPen(tokens.colour("quiet"), 1.5, Qt.PenStyle.DashLine))
        painter.drawPolyline(_stairs(bound))
        painter.setPen(QPen(tokens.colour("accent"), 2))
        painter.drawPolyline(_stairs(placed))
        painter.setBrush(tokens.colour("accent"))
        painter.drawEllipse(placed[-1], 3, 3)
        self._write(painter, area.left(), 14, f"{last.placed} placed", tokens.colour("accent"))
        self._write(painter, area.right(), 14, f"at most {last.bound}", tokens.colour("quiet"), right=True)

    def _write(self, painter: QPainter, x: float, y: float, text: str, ink: QColor, *, right: bool = False) -> None:
        face = font(SMALL)
        painter.setFont(face)
        painter.setPen(ink)
        width = QFontMetrics(face).horizontalAdvance(text)
        painter.drawText(QPointF(x - width if right else x, y), text)


def _stairs(points: list[QPointF]) -> list[QPointF]:
    """What was found stays until something better is."""
    found: list[QPointF] = []
    for point in points:
        if found:
            found.append(QPointF(point.x(), found[-1].y()))
        found.append(point)
    return found
