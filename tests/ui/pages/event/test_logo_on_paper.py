"""A logo that white paper swallows is noticed when it is chosen."""

from io import BytesIO

import pytest
from PIL import Image, ImageDraw

from eccp_desktop.ui.appearance import Appearance
from eccp_desktop.ui.pages.event.logo_on_paper import Unseen, unseen_on_paper
from tests.documents.logos import SVG, WHITE_SVG, jpeg, png


def picture(*shapes: tuple[tuple[int, int, int, int], str], ground: str | None = None, kind: str = "PNG") -> bytes:
    """Rectangles on a ground, or on nothing."""
    image = Image.new("RGBA" if ground is None else "RGB", (200, 80), ground or (0, 0, 0, 0))
    for place, colour in shapes:
        ImageDraw.Draw(image).rectangle(place, fill=colour)
    file = BytesIO()
    image.save(file, kind)
    return file.getvalue()


MARK, NAME, INNER = (10, 10, 60, 60), (70, 25, 190, 50), (20, 20, 50, 50)


@pytest.mark.parametrize(
    ("data", "unseen"),
    [
        (png(), Unseen.NOTHING),
        (jpeg(), Unseen.NOTHING),
        (SVG, Unseen.NOTHING),
        (picture((NAME, "white")), Unseen.ALL),
        (picture((NAME, "#f4f1d0")), Unseen.ALL),
        (WHITE_SVG, Unseen.ALL),
        (picture((MARK, "#0b5fff"), (NAME, "white")), Unseen.PART),
        (picture((MARK, "#0b5fff"), (INNER, "white"), (NAME, "#333333")), Unseen.NOTHING),
        (picture((NAME, "#222222"), ground="white", kind="JPEG"), Unseen.NOTHING),
        (picture((NAME, "white"), ground="#0b5fff", kind="JPEG"), Unseen.NOTHING),
        (picture((NAME, "#f0f0f0"), ground="white", kind="JPEG"), Unseen.ALL),
    ],
)
def test_what_white_paper_swallows_is_known(appearance: Appearance, data: bytes, unseen: Unseen) -> None:
    assert unseen_on_paper(data) is unseen
