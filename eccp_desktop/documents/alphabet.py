"""The order of a list of names, and the letter under which one is filed. Accents and scripts do not matter."""

from functools import lru_cache

from anyascii import anyascii

from eccp_desktop.domain.names import filing_key, filing_letter, without_symbols


@lru_cache(maxsize=16384)
def alphabet_key(sorted_as: str) -> tuple[object, ...]:
    """By this names stand as on a list: Österreicher among O, letters before all else; the Desk sorts by the same."""
    return filing_key(anyascii(without_symbols(sorted_as)))


@lru_cache(maxsize=16384)
def letter_of(sorted_as: str) -> str:
    """The Latin capital under which a name is filed, `#` where it begins with none."""
    return filing_letter(anyascii(without_symbols(sorted_as)))
