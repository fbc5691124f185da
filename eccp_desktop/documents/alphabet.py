"""The order of a list of names, and the letter under which one is filed. Accents and scripts do not matter."""

from functools import lru_cache

from anyascii import anyascii


@lru_cache(maxsize=16384)
def alphabet_key(sorted_as: str) -> tuple[str, str]:
    """By this names stand as on a list: Österreicher among O, letters before all else."""
    letter = letter_of(sorted_as)
    return ("~" if letter == "#" else letter, anyascii(sorted_as).casefold())


@lru_cache(maxsize=16384)
def letter_of(sorted_as: str) -> str:
    """The Latin capital under which a name is filed, `#` where it begins with none."""
    for character in anyascii(sorted_as):
        if character.isalpha():
            return character.upper()
    return "#"
