"""Latin readings of names: what people read who do not know the script."""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

from eccp_desktop.documents.fonts import drawable

_SPACES_AND_HYPHENS = dict.fromkeys(map(ord, "\t\n\r\v\f\u2007\u2008\u2009\u200a\u3000"), " ") | {
    0x2010: "-",
    0x2011: "-",
}
_APART = re.compile(r"[\u00a0\u202f](?![:;?!»%])")
"""Fixed spaces, but for those that set a sign apart from its word."""
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")
_INVISIBLE = frozenset({"Cc", "Cf", "Cs"})
_LOOSE = re.compile(r"^,\s+|,$")
"""The comma between two parts of a name of which only one is left."""
_IDEOGRAPH, _HANGUL, _KANA = "\u3400-\u9fff\uf900-\ufaff", re.compile("[\uac00-\ud7a3]"), re.compile("[\u3041-\u30fe]")
_MIDDLE_DOT = re.compile(r"(?<=\w)\u30fb(?=\w)")
"""Stands between words in Katakana."""
_PARTS = re.compile(f"[{_IDEOGRAPH}]|[^{_IDEOGRAPH}]+")
"""Ideographs are read one by one."""


def evened(text: str) -> str:
    """The text composed, with plain hyphens, and plain spaces but for those that set a sign apart, as French does."""
    return _APART.sub(" ", unicodedata.normalize("NFC", text).translate(_SPACES_AND_HYPHENS))


def is_invisible(character: str) -> bool:
    """Whether nothing stands for a character on paper."""
    return unicodedata.category(character) in _INVISIBLE


def is_symbol(character: str) -> bool:
    """Whether a character is neither letter, mark nor number."""
    return unicodedata.category(character)[0] not in "LMN"


def without_loose_comma(text: str) -> str:
    """The text without a comma that stood between two parts of which one is left."""
    return _LOOSE.sub("", text.strip())


@lru_cache(maxsize=16384)
def readable(text: str) -> str:
    """The text with characters of Source Sans Pro only, on one line.

    Runs in other scripts are transliterated (Wang Wei for two Han characters); symbols such as emoji are left out where
    other text remains, and named where nothing would. Only blank text comes back empty.
    """
    plain = _MIDDLE_DOT.sub(" ", evened(text))
    if not drawable().issuperset(plain):
        plain = "".join(c for c in plain if c in drawable() or not is_invisible(c))
        plain = without_loose_comma(_without_symbols(plain)) or _transliterated(plain)
    return _SPACES.sub(" ", plain).strip()


def _without_symbols(text: str) -> str:
    """The transliteration without symbols, or nothing where only symbols are left."""
    kept = "".join(c for c in text if c in drawable() or not is_symbol(c))
    return _transliterated(kept) if any(character.isalnum() for character in kept) else ""


def _transliterated(text: str) -> str:
    parts: list[str] = []
    run = ""
    for character in text + " ":
        if character in drawable():
            if run:
                parts.append(_run_in_latin(run, after_letter=bool(parts) and parts[-1][-1:].isalpha()))
                run = ""
            parts.append(character)
        else:
            run += character
    return "".join(parts)


def _run_in_latin(run: str, *, after_letter: bool) -> str:
    latin = " ".join(filter(None, map(_part_in_latin, _PARTS.findall(run))))
    latin = latin.replace("`", "").strip() or (
        "" if after_letter else " ".join(f"U+{ord(character):04X}" for character in run)
    )
    return latin if after_letter else latin[:1].upper() + latin[1:]


def _part_in_latin(part: str) -> str:
    """One ideograph, a word in Hangul, or anything else; a word begins with the one capital letter that it has."""
    latin = anyascii(part).strip()
    return latin.capitalize() if _HANGUL.match(part) else latin[:1].upper() + latin[1:] if _KANA.match(part) else latin
