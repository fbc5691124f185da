"""The order of a list of names, and the letter under which one is filed. Accents and scripts do not matter."""

import unicodedata
from functools import lru_cache

from anyascii import anyascii


def without_symbols(name: str) -> str:
    """The name from its first letter or number on, pictures left out: what it is filed by."""
    kept = "".join(character for character in name if unicodedata.category(character)[0] not in "SC")
    return kept.lstrip(", ") or name


@lru_cache(maxsize=16384)
def alphabet_key(sorted_as: str) -> tuple[str, str]:
    """By this names stand as on a list: Österreicher among O, letters before all else."""
    letter, latin = letter_of(sorted_as), anyascii(without_symbols(sorted_as))
    return ("~" if letter == "#" else letter, latin.casefold())


@lru_cache(maxsize=16384)
def letter_of(sorted_as: str) -> str:
    """The Latin capital under which a name is filed, `#` where it begins with none."""
    for character in anyascii(without_symbols(sorted_as)):
        if character.isalpha():
            return character.upper()
    return "#"
