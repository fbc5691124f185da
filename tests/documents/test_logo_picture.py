"""A logo is a picture and nothing else: whatever else a file holds is left behind, or refused in a sentence."""

import struct
import zlib
from io import BytesIO
from random import Random

import pytest
from PIL import Image

from eccp_desktop.documents.logo_picture import logo_picture, made_ready
from eccp_desktop.domain.pictures import LARGEST_LOGO
from eccp_desktop.domain.refusals import Refusal
from tests.documents.logos import SVG, jpeg, png


def svg(inside: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40">{inside}</svg>'.encode()


def nested_uses() -> str:
    groups = ['<g id="g0"><path d="M0 0h1v1z"/></g>']
    for level in range(1, 12):
        groups.append(f'<g id="g{level}">' + f'<use href="#g{level - 1}"/>' * 10 + "</g>")
    return "".join(groups)


def huge_png() -> bytes:
    """A picture that says it has 100 000 x 100 000 points."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    "data",
    [png(), png(300, 90, "RGB"), png(300, 90, "L"), png(64, 16, "P"), png(64, 16, "1"), jpeg(), SVG],
    ids=["clear", "rgb", "grey", "palette", "bits", "jpeg", "svg"],
)
def test_a_picture_is_made_ready_once_and_drawn(data: bytes) -> None:
    kept = made_ready(data)
    picture = logo_picture(kept)
    assert picture is not None
    assert picture.across >= picture.down > 0
    assert made_ready(data) == kept
    assert logo_picture(made_ready(kept)) is not None


def test_a_large_picture_becomes_small_enough() -> None:
    noise = Image.frombytes("RGB", (2000, 1500), Random(1).randbytes(9_000_000))
    file = BytesIO()
    noise.save(file, "PNG")
    kept = made_ready(file.getvalue())
    assert len(kept) <= LARGEST_LOGO
    assert max(Image.open(BytesIO(kept)).size) <= 1200


def test_what_a_camera_noted_is_left_behind() -> None:
    assert b"Camera of somebody" in jpeg()
    assert b"Camera of somebody" not in made_ready(jpeg())


def test_an_svg_keeps_its_shapes_only() -> None:
    kept = made_ready(SVG)
    for foreign in (b"script", b"onclick", b"comment"):
        assert foreign not in kept
    assert b"linearGradient" in kept


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "logo_unreadable"),
        (b"not a picture", "logo_unreadable"),
        (b"GIF89a" + bytes(50), "logo_unreadable"),
        (png()[:200], "logo_unreadable"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "logo_unreadable"),
        (jpeg()[:300], "logo_unreadable"),
        (huge_png(), "logo_too_large"),
        (bytes(20_000_001), "logo_too_large"),
        (b"<svg", "logo_unreadable"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'></svg", "logo_unreadable"),
        (b"<html><svg/></html>", "logo_unreadable"),
        (svg('<text x="1" y="20">EU</text>'), "logo_holds_more"),
        (svg('<image href="file:///etc/passwd" width="9" height="9"/>'), "logo_holds_more"),
        (svg('<filter id="f"/>'), "logo_holds_more"),
        (svg(nested_uses()), "logo_holds_more"),
        (svg('<g id="a"><use href="#a"/></g>'), "logo_unreadable"),
        (svg("<g>" * 3000 + "</g>" * 3000), "logo_holds_more"),
        (svg('<path d="M0 0 L1e400 5z"/>'), "logo_unreadable"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"/>', "logo_unreadable"),
        (
            b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
            "logo_unreadable",
        ),
    ],
)
def test_what_cannot_be_drawn_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        made_ready(data)
    assert refused.value.code == code
    assert logo_picture(data[:2_000_000]) is None


def test_a_reference_out_of_the_file_is_not_followed() -> None:
    kept = made_ready(svg('<path d="M0 0h9v9z"/><use href="other.svg#a"/><use href="https://logos.example/a.svg#b"/>'))
    assert b"other.svg" not in kept
    assert b"logos.example" not in kept
