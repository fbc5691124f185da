"""Words as people hear them: what is left of a name without script, accents, and one country's way of spelling a sound."""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

from eccp_desktop.domain.names import filing_key, without_symbols

_APOSTROPHES = dict.fromkeys(map(ord, "'’‘`´ʼ"))
_WORD = re.compile(r"[a-z0-9]+")
_DOUBLED = re.compile(r"(.)\1+")

_SOUNDS = (
    # umlauts and their written-out forms fall together with the bare vowel: Müller, Mueller, Muller
    ("ae", "a"),
    ("oe", "o"),
    ("ue", "u"),
    # Greek ου is transliterated oy letter by letter, and written ou
    ("oy", "u"),
    ("ou", "u"),
    ("ph", "f"),
    ("th", "t"),
    ("ch", "h"),
    ("kh", "h"),
    ("ck", "k"),
    ("c", "k"),
    ("q", "k"),
    ("w", "v"),
    ("y", "i"),
    ("j", "i"),
    ("z", "s"),
)


@lru_cache(maxsize=50_000)
def ascii_words(text: str) -> tuple[str, ...]:
    """The words of a text in small ASCII letters and digits; any script is transliterated, apostrophes vanish."""
    return tuple(_WORD.findall(anyascii(text.translate(_APOSTROPHES)).casefold()))


@lru_cache(maxsize=50_000)
def latin_reading(name: str) -> str:
    """A name in plain Latin letters, where it is written in another script; empty where it is Latin already."""
    if all("LATIN" in unicodedata.name(letter, "LATIN") for letter in name if letter.isalpha()):
        return ""
    return anyascii(name)


@lru_cache(maxsize=50_000)
def filed_as(name: str) -> tuple[object, ...]:
    """Where a name in any script, as one looks it up, stands in a list; sheets and boxes are sorted by the same."""
    return filing_key(anyascii(without_symbols(name)))


@lru_cache(maxsize=50_000)
def sound_of(word: str) -> str:
    """A word of `ascii_words` as it sounds, roughly: words that are spelt differently for the same name fall together."""
    for spelling, sound in _SOUNDS:
        word = word.replace(spelling, sound)
    return _DOUBLED.sub(r"\1", word)
