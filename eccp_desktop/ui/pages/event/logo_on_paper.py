"""A logo as it stands on paper, which is white: its picture, and what of it will not be seen."""

from enum import Enum

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from eccp_desktop.domain.pictures import PictureKind, picture_kind

_LOOKED_AT = QSize(160, 80)
_MARGIN = 8
_PALE = 217
"""Of 255, how light a point is that paper does not show: a contrast below 1.5 to 1."""
_DRAWN = 128
"""Of 255, how dense a point is that counts as drawn."""
_PART = 0.2
_ALL = 0.005


class Unseen(Enum):
    """How much of a logo is lost on white."""

    NOTHING = "nothing"
    PART = "part"
    ALL = "all"


def picture_on_paper(data: bytes, size: QSize, ratio: float) -> QPixmap:
    """The picture as large as fits, on white; `ratio` is the screen's of device to logical points."""
    image = _drawn(data, size * ratio, Qt.GlobalColor.white)
    pixmap = QPixmap.fromImage(image)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def unseen_on_paper(data: bytes) -> Unseen:
    """What white paper swallows: nearly all where hardly a point is darker, a part where much of the outline is pale.

    Only the outline counts, because white letters on a dark sign are seen. A picture without transparency brings its own ground.
    """
    image = _drawn(data, _LOOKED_AT, Qt.GlobalColor.transparent)
    across, down = image.width(), image.height()
    points = bytes(image.constBits())[: across * down * 4]
    drawn = [alpha >= _DRAWN for alpha in points[3::4]]
    greys = zip(points[2::4], points[1::4], points[0::4], strict=True)
    pale = [0.2126 * red + 0.7152 * green + 0.0722 * blue >= _PALE for red, green, blue in greys]
    dark = sum(one and not light for one, light in zip(drawn, pale, strict=True))
    if dark <= _ALL * sum(drawn):
        return Unseen.ALL
    outline = [
        at
        for at in range(across, across * (down - 1))
        if drawn[at] and not all((drawn[at - 1], drawn[at + 1], drawn[at - across], drawn[at + across]))
    ]
    lost = sum(pale[at] for at in outline)
    return Unseen.PART if not _is_opaque(data) and lost > _PART * len(outline) else Unseen.NOTHING


def _is_opaque(data: bytes) -> bool:
    return picture_kind(data) is not PictureKind.SVG and not QImage.fromData(QByteArray(data)).hasAlphaChannel()


def _drawn(data: bytes, room: QSize, ground: Qt.GlobalColor) -> QImage:
    image = QImage(room, QImage.Format.Format_ARGB32)
    image.fill(ground)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    renderer = QSvgRenderer(QByteArray(data)) if picture_kind(data) is PictureKind.SVG else None
    picture = QImage() if renderer is not None else QImage.fromData(QByteArray(data))
    size = renderer.defaultSize() if renderer is not None else picture.size()
    if not size.isEmpty():
        inner = QSize(room.width() - 2 * _MARGIN, room.height() - 2 * _MARGIN)
        fitted = size.scaled(inner, Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (room.width() - fitted.width()) / 2, (room.height() - fitted.height()) / 2
        place = QRectF(left, top, fitted.width(), fitted.height())
        if renderer is not None:
            renderer.render(painter, place)
        else:
            painter.drawImage(place, picture)
    painter.end()
    return image
