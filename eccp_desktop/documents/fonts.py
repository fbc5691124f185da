"""The fonts of documents: Source Sans Pro in two weights, and one for each further script. Each is read when a text needs it."""

from functools import cache, lru_cache
from pathlib import Path

import font_source_sans_pro
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont, TTFontFace

from eccp_desktop.base.resources import resource_path
from eccp_desktop.documents.arabic import joinable
from eccp_desktop.documents.look import Weight
from eccp_desktop.documents.scripts import ARABIC, NON_JOINER, POINTS, Script, script_of


@cache
def face(weight: Weight) -> TTFontFace:
    """The font file of a weight, read once and made known to ReportLab."""
    return _registered(weight.value, Path(font_source_sans_pro.font_directory) / f"{weight}.ttf")


@cache
def further_face(script: Script) -> TTFontFace:
    """The font file of a script, read once and made known to ReportLab."""
    return _registered(script.font, resource_path("fonts", f"{script.font}.ttf"))


def _registered(name: str, path: Path) -> TTFontFace:
    font = TTFont(name, str(path))
    pdfmetrics.registerFont(font)
    return font.face


@cache
def drawable() -> frozenset[str]:
    """The characters of Source Sans Pro."""
    have = set(face(Weight.REGULAR).charToGlyph) & set(face(Weight.SEMIBOLD).charToGlyph)
    return frozenset(chr(code) for code in have)


@lru_cache(maxsize=16384)
def drawn_otherwise(character: str) -> bool:
    """Whether a further font draws a character that Source Sans Pro lacks, or nothing needs to be drawn for it there."""
    if character == NON_JOINER or POINTS.match(character):
        return True
    script = script_of(character)
    if script is None or ord(character) not in further_face(script).charToGlyph:
        return False
    return script is not ARABIC or joinable(character) or not character.isalpha()
