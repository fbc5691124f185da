"""What kind of picture a file is, by its first bytes."""

from enum import StrEnum

LARGEST_LOGO = 1_000_000
"""Bytes of a logo in the event file: the journal keeps every one that ever stood there."""

_SEARCHED = 4096
"""An SVG may begin with a declaration, comments and a document type."""


class PictureKind(StrEnum):
    PNG = "png"
    JPEG = "jpeg"
    SVG = "svg"


def picture_kind(data: bytes) -> PictureKind | None:
    """PNG, JPEG or SVG by how it begins; None for anything else. Whether it can be drawn is another question."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return PictureKind.PNG
    if data.startswith(b"\xff\xd8\xff"):
        return PictureKind.JPEG
    begin = data[:_SEARCHED].removeprefix(b"\xef\xbb\xbf").lstrip()
    return PictureKind.SVG if begin.startswith(b"<") and b"<svg" in begin else None
