"""Names in their own script, with a Latin reading after it: 王伟 (Wang Wei)."""

import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

from eccp_desktop.documents.fonts import drawable, drawn_otherwise
from eccp_desktop.documents.latin import evened, is_invisible, is_symbol, readable, without_loose_comma
from eccp_desktop.documents.scripts import ARABIC, FOREIGN, HEBREW, NON_JOINER, READ_AS_ONE, script_of

_FORMS = re.compile("[\ufb13-\ufdff\ufe70-\ufeff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff61-\uff9f]+")
"""Characters that stand for the form of others: joined or ligated ones, wide Latin letters and figures, narrow Katakana."""

_ONE = [rf"[{these}](?:[ 0-9,.&'’\"“”«»-]*[{these}{NON_JOINER}])*" for these in READ_AS_ONE]
_RUN = re.compile("|".join(rf"{one}(?: *\({one}\))?" for one in _ONE))
"""What is read as one: the words of one script with what joins names, and what stands in brackets after them."""
_ADDRESS = re.compile(r"://|www\.|@")


class Reading(StrEnum):
    """Where the Latin reading of what is written in another script stands."""

    AFTER = "after"
    """In brackets after it."""
    APART = "apart"
    """Elsewhere."""
    NONE = "none"
    """Nowhere: this is no name but running text."""
    INSTEAD = "instead"
    """In its place."""


@lru_cache(maxsize=16384)
def shown(text: str, reading: Reading = Reading.AFTER) -> str:
    """The text as it is drawn, on one line, in the order in which it is written.

    Words with a letter that no font has are transliterated. Symbols such as emoji are left out where other text remains,
    and named where nothing would. Only blank text comes back empty.
    """
    if reading is Reading.INSTEAD or drawable().issuperset(text) or not (FOREIGN.search(text) or _FORMS.search(text)):
        return readable(text)
    plain = _FORMS.sub(lambda found: unicodedata.normalize("NFKC", found.group()), evened(text))
    own = without_loose_comma(" ".join(filter(None, map(_word, plain.split()))))
    if not any(character.isalnum() for character in own):
        return readable(text)
    return _RUN.sub(_with_reading, own) if reading is Reading.AFTER else own


def listed(names: Iterable[str]) -> str:
    """Names with commas between them, each with its own reading."""
    return ", ".join(map(shown, names))


def reading_below(text: str) -> tuple[str, str]:
    """A name for places where the reading stands below it: what is drawn with `Reading.AFTER` or, where all of it is in
    another script, `Reading.APART`; and then its reading, otherwise nothing.
    """
    own = shown(text, Reading.APART)
    wholly = FOREIGN.search(own) and not any(one.isalpha() and one in drawable() for one in own)
    return (own, readable(text)) if wholly else (shown(text), "")


@lru_cache(maxsize=16384)
def is_spoken_otherwise(text: str) -> bool:
    """Whether some of what is written is drawn in no font, so that reading software has to be told."""
    if drawable().issuperset(text):
        return False
    return any(one.isalpha() and one not in drawable() and not drawn_otherwise(one) for one in evened(text))


def begins_at_the_right(text: str) -> bool:
    """Whether lines of running text begin at the right: its first letter is Hebrew or Arabic."""
    first = next((character for character in text if character.isalpha()), "")
    return bool(first) and script_of(first) in (ARABIC, HEBREW)


def _word(word: str) -> str:
    """A word without its symbols that no font has, or its reading where no font has all of its letters."""
    kept = []
    for character in word:
        if character in drawable() or drawn_otherwise(character):
            kept.append(character)
        elif not is_invisible(character) and not is_symbol(character):
            return readable(word)
    return "".join(kept)


def _with_reading(found: re.Match[str]) -> str:
    """The run with its reading, unless that stands beside it already, nothing is to be read, or it is of an address."""
    own, text = found.group(), found.string
    before, after = text[: found.start()], text[found.end() :]
    latin = readable(own)
    around = before.rpartition(" ")[2] + after.partition(" ")[0]
    nothing = not any(character.isalnum() for character in own) or _ADDRESS.search(around)
    if nothing or _letters(latin) in _letters(before + after):
        return own
    if before.endswith("(") and after.startswith(")"):
        return f"{own}, {latin}"
    reading = f"[{latin}]" if "(" in latin else f"({latin})"
    return f"{own} {reading}" + (" " if after[:1].isalnum() else "")


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
