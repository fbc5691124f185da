"""The order in which characters stand beside each other on paper where Hebrew or Arabic is among them (UAX #9).

Explicit embeddings and isolates are not looked at: they are invisible, and left out of what is drawn.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Literal

Direction = Literal["L", "R"]

_BRACKETS = {"(": ")", "[": "]", "{": "}"}
_MIRRORED = dict(zip("()[]{}<>«»‹›", ")(][}{><»«›‹", strict=True))
_NUMBERS = ("EN", "AN")


def levels_of(text: str, base: Direction = "L") -> list[int]:
    """The level of each character: odd ones are read from the right. A text is looked at whole, and then broken into lines."""
    return _levels(_neutrals(_brackets(text, _numbers(_classes(text), base), base), base), base)


def places_of(levels: Sequence[int]) -> list[int]:
    """The places of the characters of a line in the order in which they stand from left to right (L2)."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        order = [place for high, run in _runs(order, levels, level) for place in (reversed(run) if high else run)]
    return order


def turned(character: str, level: int) -> str:
    """A character as it is drawn: a bracket is another where it is read from the right (L4)."""
    return _MIRRORED.get(character, character) if level % 2 else character


def _runs(order: Iterable[int], levels: Sequence[int], level: int) -> Iterator[tuple[bool, list[int]]]:
    for high, run in groupby(order, key=lambda place: levels[place] >= level):
        yield high, list(run)


def _classes(text: str) -> list[str]:
    """The class of every character; marks go with the character before (W1)."""
    classes: list[str] = []
    for character in text:
        found = unicodedata.bidirectional(character) or "L"
        classes.append((classes[-1] if classes else "ON") if found == "NSM" else found)
    return classes


def _numbers(classes: list[str], base: Direction) -> list[str]:
    """Numbers and what belongs to them (W2 to W7); Arabic letters are R from then on."""
    found = list(classes)
    strong: str = base
    for index, one in enumerate(found):
        if one in ("L", "R", "AL"):
            strong = one
        elif one == "EN" and strong == "AL":
            found[index] = "AN"
    found = ["R" if one == "AL" else one for one in found]
    for index in range(1, len(found) - 1):
        before, one, after = found[index - 1 : index + 2]
        if before == after and ((one == "CS" and before in _NUMBERS) or (one == "ES" and before == "EN")):
            found[index] = before
    for start, end, one in _stretches(found):
        beside = (found[start - 1] if start else "", found[end] if end < len(found) else "")
        if one == "ET" and "EN" in beside:
            found[start:end] = ["EN"] * (end - start)
    found = ["ON" if one in ("ES", "ET", "CS", "BN", "S", "B", "WS") else one for one in found]
    strong = base
    for index, one in enumerate(found):
        if one in ("L", "R"):
            strong = one
        elif one == "EN" and strong == "L":
            found[index] = "L"
    return found


def _stretches(classes: list[str]) -> Iterator[tuple[int, int, str]]:
    start = 0
    for one, run in groupby(list(classes)):
        end = start + len(list(run))
        yield start, end, one
        start = end


def _brackets(text: str, classes: list[str], base: Direction) -> list[str]:
    """Brackets take the direction of what they hold, or of what they stand in (N0)."""
    found = list(classes)
    for start, end in sorted(_pairs(text, classes)):
        held = {_side(one) for one in found[start + 1 : end]} - {""}
        if base in held:
            found[start] = found[end] = base
        elif held:
            (other,) = held
            before = next((side for one in reversed(found[:start]) if (side := _side(one))), base)
            found[start] = found[end] = other if before == other else base
    return found


def _pairs(text: str, classes: list[str]) -> Iterator[tuple[int, int]]:
    opened: list[tuple[str, int]] = []
    for index, character in enumerate(text):
        if classes[index] != "ON":
            continue
        if character in _BRACKETS:
            opened.append((_BRACKETS[character], index))
        else:
            place = next((at for at in range(len(opened) - 1, -1, -1) if opened[at][0] == character), None)
            if place is not None:
                yield opened[place][1], index
                del opened[place:]


def _side(one: str) -> str:
    """The direction that a class lends to neutral characters beside it."""
    return "R" if one in ("R", *_NUMBERS) else one if one == "L" else ""


def _neutrals(classes: list[str], base: Direction) -> list[str]:
    """What has no direction takes that of both sides, or of the line (N1 and N2)."""
    found = list(classes)
    for start, end, one in _stretches(classes):
        if one == "ON":
            before = _side(classes[start - 1]) if start else base
            after = _side(classes[end]) if end < len(classes) else base
            found[start:end] = [before if before == after else base] * (end - start)
    return found


def _levels(classes: list[str], base: Direction) -> list[int]:
    """Odd ones are read from the right (I1 and I2)."""
    if base == "L":
        return [{"L": 0, "R": 1}.get(one, 2) for one in classes]
    return [1 if one == "R" else 2 for one in classes]
