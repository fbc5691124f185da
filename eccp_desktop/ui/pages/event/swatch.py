"""A colour to choose, as it will be on paper."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from eccp_desktop.ui.theme import CONTROL, RADIUS_SMALL, RING, SPACE_1, tokens_now


class Swatch(QAbstractButton):
    """A field of one colour with a check where it is chosen; `name` says the colour to whoever cannot see it."""

    def __init__(self, colour: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colour = colour
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(CONTROL, CONTROL)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.hasFocus():
            painter.setPen(QPen(tokens_now().colour("accent"), RING))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS_SMALL, RADIUS_SMALL)
        painter.setPen(tokens_now().colour("edge"))
        painter.setBrush(QColor(self.colour))
        painter.drawRoundedRect(box.adjusted(SPACE_1, SPACE_1, -SPACE_1, -SPACE_1), RADIUS_SMALL, RADIUS_SMALL)
        if self.isChecked():
            # White, because every colour here stands out against white paper.
            painter.setPen(QPen(Qt.GlobalColor.white, RING))
            middle = box.center()
            points = (QPointF(-6, 0), QPointF(-2, 4), QPointF(6, -5))
            painter.drawPolyline([middle + point for point in points])
