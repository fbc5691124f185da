"""Joins Arabic letters: each takes the form that its neighbours ask for, as a character that a font draws as it stands.

The forms are Unicode's presentation forms (blocks FB50 and FE70), and which letter joins to which side follows from the
forms that it has. Letters without such forms, as of Pashto or Sindhi, cannot be joined this way: `joinable` says so.
"""

import unicodedata
from functools import cache

from eccp_desktop.documents.scripts import NON_JOINER

_ISOLATED, _FINAL, _INITIAL, _MEDIAL = "<isolated>", "<final>", "<initial>", "<medial>"
_TATWEEL = "\u0640"
"""A stroke that lengthens a word: it joins to both sides, and has one form."""
_LAM = "\u0644"
_BLOCKS = (range(0xFB50, 0xFC00), range(0xFE70, 0xFEFD))


@cache
def _forms() -> dict[str, dict[str, str]]:
    """For each letter, and for lam with each alef, the forms by their places in a word."""
    forms: dict[str, dict[str, str]] = {}
    for code in (code for block in _BLOCKS for code in block):
        place, *letters = unicodedata.decomposition(chr(code)).split() or [""]
        spelt = "".join(chr(int(letter, 16)) for letter in letters)
        if place in (_ISOLATED, _FINAL, _INITIAL, _MEDIAL) and (len(spelt) == 1 or spelt[0] == _LAM):
            forms.setdefault(spelt, {}).setdefault(place, chr(code))
    return forms


def joinable(letter: str) -> bool:
    """Whether a letter of the Arabic script has the forms that it needs."""
    return letter in _forms() or letter == _TATWEEL


def joined(text: str) -> str:
    """The text with every Arabic letter in its form, in the order as written; it has no points (`scripts.POINTS`)."""
    letters = _with_ligatures(text)
    drawn = []
    for index, letter in enumerate(letters):
        before = index > 0 and _joins_on(letters[index - 1]) and _joins_back(letter)
        after = index + 1 < len(letters) and _joins_on(letter) and _joins_back(letters[index + 1])
        place = {(0, 0): _ISOLATED, (1, 0): _FINAL, (0, 1): _INITIAL, (1, 1): _MEDIAL}[before, after]
        drawn.append(_forms().get(letter, {}).get(place, letter))
    return "".join(drawn).replace(NON_JOINER, "")


def _with_ligatures(text: str) -> list[str]:
    """The letters one by one, lam and alef as one: they are never written otherwise."""
    letters: list[str] = []
    for character in text:
        if letters and letters[-1] == _LAM and _LAM + character in _forms():
            letters[-1] += character
        else:
            letters.append(character)
    return letters


def _joins_on(letter: str) -> bool:
    """Whether the next letter may join to it."""
    return letter == _TATWEEL or _INITIAL in _forms().get(letter, {})


def _joins_back(letter: str) -> bool:
    """Whether it may join to the letter before."""
    return letter == _TATWEEL or _FINAL in _forms().get(letter, {})
