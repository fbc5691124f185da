"""Icons of one family (Phosphor, through QtAwesome), in the colours of the theme that is on when they are painted."""

from functools import cache

import qtawesome
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap

from eccp_desktop.ui.theme import tokens_now

PREFIX = "ph"


@cache
def _glyph(name: str) -> str:
    return str(qtawesome.charmap(f"{PREFIX}.{name}"))


class GlyphEngine(QIconEngine):
    """Draws one glyph of the icon font at the left of its place (what is wider than high keeps a gap to the text).

    It asks for the theme each time, so an icon never needs to be made again.
    """

    def __init__(self, name: str, ink: str) -> None:
        super().__init__()
        self._name = name
        self._ink = ink

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        tokens = tokens_now()
        painter.save()
        painter.setPen(tokens.colour("faint" if mode is QIcon.Mode.Disabled else self._ink))
        font = qtawesome.font(PREFIX, rect.height())
        painter.setFont(font)
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, _glyph(self._name))
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return GlyphEngine(self._name, self._ink)


def icon(name: str, ink: str = "text") -> QIcon:
    """A Phosphor icon by its name (`magnifying-glass`, `printer`); `ink` is a token of the theme.

    Raises KeyError for a name that the family does not have.
    """
    _glyph(name)
    return QIcon(GlyphEngine(name, ink))
