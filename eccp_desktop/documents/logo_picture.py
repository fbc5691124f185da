"""Logos as they are kept and as they are drawn: bounded in points and bytes, and nothing but a picture."""

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageOps
from reportlab.graphics.shapes import Drawing
from reportlab.lib.utils import ImageReader

from eccp_desktop.documents.svg_picture import cleaned, drawing_of
from eccp_desktop.domain.pictures import LARGEST_LOGO, PictureKind, picture_kind
from eccp_desktop.domain.refusals import Refusal

LARGEST_FILE = 20_000_000
"""Bytes of a file that is looked at."""
_MOST_POINTS = 40_000_000
"""Of a picture that is decoded: 120 MB while it is being made smaller."""
_SIDES = (1200, 800, 500)
"""Points of the longer side that are kept: 40 mm at 760 dots per inch, or fewer where that is too many bytes."""


@dataclass(frozen=True, slots=True)
class LogoPicture:
    """A logo that can be drawn: an image of points, or a drawing of vectors. Lengths are in units of its own."""

    across: float
    down: float
    image: ImageReader | None = None
    drawing: Drawing | None = None


def made_ready(data: bytes) -> bytes:
    """The picture of a file as it is kept: a photograph's place and camera are left behind, large ones are made smaller.

    Raises Refusal `logo_unreadable`, `logo_too_large` or `logo_holds_more`.
    """
    if len(data) > LARGEST_FILE:
        raise Refusal("logo_too_large", most=f"{LARGEST_FILE // 1_000_000} MB")
    kind = picture_kind(data)
    if kind is PictureKind.SVG:
        kept = cleaned(data)
        drawing_of(kept)
        if len(kept) > LARGEST_LOGO:
            raise Refusal("logo_too_large", most=f"{LARGEST_LOGO // 1000} kB")
        return kept
    if kind is None:
        raise Refusal("logo_unreadable")
    with _decoded(data) as image:
        for side in _SIDES:
            kept = _encoded(image, kind, side)
            if len(kept) <= LARGEST_LOGO:
                return kept
    raise Refusal("logo_too_large", most=f"{LARGEST_LOGO // 1000} kB")


@lru_cache(maxsize=8)
def logo_picture(data: bytes) -> LogoPicture | None:
    """What is drawn of a kept logo; None where it cannot be, because something else wrote it into the file."""
    try:
        if picture_kind(data) is PictureKind.SVG:
            drawing = drawing_of(cleaned(data))
            return LogoPicture(drawing.width, drawing.height, drawing=drawing)
        with _decoded(data) as image:
            across, down = image.size
        return LogoPicture(across, down, image=ImageReader(BytesIO(data)))
    except Refusal:
        return None


def _decoded(data: bytes) -> Image.Image:
    """Raises Refusal where it is no picture, only part of one, or one of far too many points."""
    too_many = Refusal("logo_too_large", most=f"{_MOST_POINTS // 1_000_000} million points")
    try:
        image = Image.open(BytesIO(data), formats=("PNG", "JPEG"))
        if image.width * image.height > _MOST_POINTS:
            raise too_many
        image.load()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise too_many from error
    except (OSError, ValueError, SyntaxError) as error:
        raise Refusal("logo_unreadable") from error
    return image


def _encoded(image: Image.Image, kind: PictureKind, side: int) -> bytes:
    upright = ImageOps.exif_transpose(image)
    clear = kind is PictureKind.PNG and (upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info)
    plain = upright.convert("RGBA" if clear else "RGB")
    plain.thumbnail((side, side), Image.Resampling.LANCZOS)
    plain.info.clear()
    file = BytesIO()
    if kind is PictureKind.PNG:
        plain.save(file, "PNG", optimize=True)
    else:
        plain.save(file, "JPEG", quality=90)
    return file.getvalue()
