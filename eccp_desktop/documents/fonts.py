"""Source Sans Pro: which characters it has, how wide they are, and what stands in for a script that it lacks."""

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

import font_source_sans_pro
from anyascii import anyascii
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont, TTFontFace

from eccp_desktop.documents.look import Weight

_UNITS = 1000
_SPACES = dict.fromkeys(map(ord, "\t\n\r\v\f\u00a0\u2007\u2008\u2009\u200a\u202f\u3000"), " ")
_HYPHENS = dict.fromkeys(map(ord, "\u2010\u2011"), "-")
_INVISIBLE = frozenset({"Cc", "Cf", "Cs"})
_LOOSE = re.compile(r"^,\s+|,$")
"""The comma between two parts of a name of which only one is left."""


@cache
def face(weight: Weight) -> TTFontFace:
    """The font file of a weight, read once and made known to ReportLab."""
    path = Path(font_source_sans_pro.font_directory) / f"{weight}.ttf"
    font = TTFont(weight.value, str(path))
    pdfmetrics.registerFont(font)
    return font.face


@cache
def _drawable() -> frozenset[str]:
    have = set(face(Weight.REGULAR).charToGlyph) & set(face(Weight.SEMIBOLD).charToGlyph)
    return frozenset(chr(code) for code in have)


@lru_cache(maxsize=65536)
def width_in_units(text: str, weight: Weight) -> float:
    """The width of drawable text in thousandths of its size."""
    widths, default = face(weight).charWidths, face(weight).defaultWidth
    return float(sum(widths.get(ord(character), default) for character in text))


def width(text: str, weight: Weight, size: float) -> float:
    """The width of drawable text in points."""
    return width_in_units(text, weight) * size / _UNITS


@lru_cache(maxsize=16384)
def readable(text: str) -> str:
    """The text with characters of this font only, on one line.

    Runs in other scripts are transliterated (Wang Wei for two Han characters); symbols such as emoji are left out where
    other text remains, and named where nothing would. Only blank text comes back empty.
    """
    plain = unicodedata.normalize("NFC", text).translate(_SPACES).translate(_HYPHENS)
    if not all(character in _drawable() for character in plain):
        plain = "".join(c for c in plain if c in _drawable() or unicodedata.category(c) not in _INVISIBLE)
        plain = _LOOSE.sub("", _without_symbols(plain).strip()) or _transliterated(plain)
    return " ".join(plain.split())


def is_transliterated(text: str) -> bool:
    """Whether readers see another script than the one the text is written in."""
    return any(character not in _drawable() and character.isalpha() for character in unicodedata.normalize("NFC", text))


def _without_symbols(text: str) -> str:
    """The transliteration without symbols, or nothing where only symbols are left."""
    kept = "".join(c for c in text if c in _drawable() or unicodedata.category(c)[0] in "LMN")
    return _transliterated(kept) if any(character.isalnum() for character in kept) else ""


def _transliterated(text: str) -> str:
    parts: list[str] = []
    run = ""
    for character in text + " ":
        if character in _drawable():
            if run:
                parts.append(_run_in_latin(run, after_letter=bool(parts) and parts[-1][-1:].isalpha()))
                run = ""
            parts.append(character)
        else:
            run += character
    return "".join(parts)


def _run_in_latin(run: str, *, after_letter: bool) -> str:
    if any(unicodedata.name(character, "").startswith("CJK") for character in run):
        latin = " ".join(anyascii(character).strip() for character in run)
    else:
        latin = anyascii(run)
    latin = latin.replace("`", "").strip() or (
        "" if after_letter else " ".join(f"U+{ord(character):04X}" for character in run)
    )
    return latin if after_letter else latin[:1].upper() + latin[1:]
