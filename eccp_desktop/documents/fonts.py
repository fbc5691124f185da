"""The fonts of documents: Source Sans Pro in two weights, and one for each further script. Each is read when a text needs it."""

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import font_source_sans_pro
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFont, TTFontFace

from eccp_desktop.base.resources import resource_path
from eccp_desktop.documents.arabic import joinable
from eccp_desktop.documents.look import Weight
from eccp_desktop.documents.scripts import ARABIC, NON_JOINER, POINTS, Script, script_of


@cache
def face(weight: Weight) -> TTFontFace:
    """The font file of a weight, read once and made known to ReportLab."""
    return _registered(TTFont(weight.value, str(Path(font_source_sans_pro.font_directory) / f"{weight}.ttf")))


@cache
def further_face(script: Script) -> TTFontFace:
    """The font file of a script, read once and made known to ReportLab."""
    return _registered(_FurtherFont(script.font, str(resource_path("fonts", f"{script.font}.ttf"))))


def _registered(font: TTFont) -> TTFontFace:
    pdfmetrics.registerFont(font)
    return font.face


class _FurtherFont(TTFont):
    """Its joined letters are found, copied and read aloud as the letters that they are forms of."""

    def addObjects(self, doc: PDFDocument) -> None:
        """Write the font into a file, with the letters of each form in the map from its codes to Unicode."""
        names = [self.getSubsetInternalName(number, doc)[1:] for number in range(len(self.state[doc].subsets))]
        super().addObjects(doc)
        objects: dict[str, Any] = doc.idToObject  # Any: the stubs tell no kinds of objects apart
        for name in names:
            stream = objects[objects["BasicFonts"].dict[name].ToUnicode.name]
            stream.content = _FORM.sub(_letters, stream.content)


_FORM = re.compile(r"(?<=> <)F[BE][0-9A-F]{2}(?=>)")
"""A joined form in a map to Unicode."""


def _letters(form: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", chr(int(form.group(), 16))).encode("utf-16-be").hex().upper()


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
