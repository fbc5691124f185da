"""Icons of one family (Phosphor, as QtAwesome carries it), in the colours of the theme that is on when they are painted."""

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

from eccp_desktop.ui.theme import tokens_now


@cache
def _family() -> tuple[str, dict[str, int]]:
    """The icon font's family and its glyphs by name.

    QtAwesome itself is not imported: it would load eleven fonts and a second binding of Qt, a third of the window's start.
    """
    found = find_spec("qtawesome")
    assert found is not None
    assert found.origin is not None
    fonts = Path(found.origin).parent / "fonts"
    loaded = QFontDatabase.addApplicationFont(str(next(fonts.glob("phosphor-[0-9]*.ttf"))))
    names = json.loads(next(fonts.glob("phosphor-charmap-*.json")).read_text(encoding="utf-8"))
    return QFontDatabase.applicationFontFamilies(loaded)[0], {name: int(code, 16) for name, code in names.items()}


class GlyphEngine(QIconEngine):
    """Draws one glyph of the icon font; in a place wider than high at the left, which keeps a gap to the text.

    It asks for the theme each time, so an icon never needs to be made again.
    """

    def __init__(self, name: str, ink: str) -> None:
        super().__init__()
        self._name = name
        self._ink = ink

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        family, glyphs = _family()
        font = QFont(family)
        font.setPixelSize(max(1, rect.height()))
        painter.save()
        painter.setPen(tokens_now().colour("faint" if mode is QIcon.Mode.Disabled else self._ink))
        painter.setFont(font)
        side = Qt.AlignmentFlag.AlignLeft if rect.width() > rect.height() else Qt.AlignmentFlag.AlignHCenter
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, chr(glyphs[self._name]))
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
    _family()[1][name]
    return QIcon(GlyphEngine(name, ink))
