"""Fitting text into boxes: it wraps at words, shrinks, and breaks words only where nothing else is left."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from eccp_desktop.documents.look import FLOOR, SMALLEST, Weight
from eccp_desktop.documents.own_script import Reading, begins_at_the_right, is_spoken_otherwise, shown
from eccp_desktop.documents.runs import width
from eccp_desktop.documents.scripts import FOREIGN, FURTHER, HANGS_LOWER, WITHOUT_SPACES

LEADING = 1.2
DEEP_LEADING = 1.36
"""Of lines with Arabic, which hangs lower."""
_ELLIPSIS = "…"
_BREAKS = re.compile(r"(?<=[-/–—])(?=\w)| (?![:;?!»%](?: |$))")
"""Where a line may end: not before the signs that French sets apart from the word."""
_BEFORE_READING = re.compile(rf"(?<=[{FURTHER})]) (?=[(\[][^{FURTHER}])")
_LONG = re.compile(rf"[{WITHOUT_SPACES}]{{7,}}")
"""Characters without spaces that are more than a name: lines may end between them, but not beside their first or last."""
_CLOSING = "、。，．：；！？）」』】〉》・ーぁぃぅぇぉっゃゅょァィゥェォッャュョ"
"""What no line begins with."""
_SHORT = 22
"""Letters of what follows a last comma, such as a country, up to which it stays on one line."""
_STEP = 0.5
_LEAST_PART = 3
"""Of a word that is broken: so many characters stand on either line at least."""
_TOLERANCE = 0.01


@dataclass(frozen=True, slots=True)
class Fitted:
    """Lines that fit a box `room` points wide. `source` is the text as given, before anything stood in for it."""

    lines: tuple[str, ...]
    size: float
    weight: Weight
    room: float
    source: str
    leading: float
    cut: bool = False
    whole: bool = True
    """Whether no word was broken."""
    foreign: bool = False
    """Whether further fonts than that of the weight may draw some of it."""
    from_right: bool = False
    """Whether the lines are read from the right, as a whole."""
    spoken: str = ""
    """What reading software is told instead of the lines; nothing where they say all that is written."""

    @property
    def height(self) -> float:
        """From the top of the first line to the bottom of the last; nothing for no text."""
        return self.leading * len(self.lines)

    def snug(self) -> "Fitted":
        """The same lines in a box no wider than they are."""
        return replace(self, room=self.widest)

    @property
    def widest(self) -> float:
        """The width of the longest line."""
        return max((width(line, self.weight, self.size) for line in self.lines), default=0.0)


@lru_cache(maxsize=16384)
def fit(
    text: str,
    room: float,
    size: float,
    *,
    weight: Weight = Weight.REGULAR,
    smallest: float = SMALLEST,
    lines: int = 1,
    height: float = float("inf"),
    most: int | None = None,
    alone: float | None = None,
    reading: Reading = Reading.AFTER,
) -> Fitted:
    """Set text at most `size` large in a box `room` wide and `height` high.

    It first shrinks to `smallest` within `lines` lines without breaking a word, then takes up to `most` lines (as
    many as `lines` unless told) and breaks words, then shrinks to the floor of the scale, and at last is cut with an
    ellipsis. Down to the size `alone`, if told, one smaller line goes before several larger ones.
    """
    plain = shown(text, reading)
    foreign = FOREIGN.search(plain) is not None
    from_right = foreign and reading is Reading.NONE and begins_at_the_right(plain)
    leading = DEEP_LEADING if HANGS_LOWER.search(plain) else LEADING
    spoken = text if is_spoken_otherwise(text) else ""
    most = lines if most is None else max(lines, most)
    smallest = min(smallest, size)

    def fitted(found: list[str], at: float, *, cut: bool = False, whole: bool = False) -> Fitted:
        return Fitted(tuple(found), at, weight, room, text, at * leading, cut, whole, foreign, from_right, spoken)

    if not plain:
        return fitted([], size, whole=True)
    if alone is not None:
        for at in _sizes(size, min(alone, size)):
            if width(plain, weight, at) <= room and at * leading <= height + _TOLERANCE:
                return fitted([plain], at, whole=True)
    for at in _sizes(size, smallest):
        whole = _wrap(plain, weight, at, room, lines)
        if whole is not None and len(whole) <= lines and len(whole) * at * leading <= height + _TOLERANCE:
            return fitted(whole, at, whole=True)
    for at in _sizes(smallest, min(FLOOR, smallest)):
        broken = _wrap_and_break(plain, weight, at, room, most)
        if len(broken) <= most and len(broken) * at * leading <= height + _TOLERANCE:
            return fitted(broken, at)
    at = min(FLOOR, smallest)
    kept = max(1, min(most, int((height + _TOLERANCE) / (at * leading)) if height != float("inf") else most))
    broken = _wrap_and_break(plain, weight, at, room, most)[:kept]
    broken[-1] = _ended(broken[-1], weight, at, room)
    return fitted(broken, at, cut=True)


def _sizes(largest: float, smallest: float) -> Iterator[float]:
    size = largest
    while size > smallest:
        yield size
        size -= _STEP
    yield smallest


def _wrap(text: str, weight: Weight, size: float, room: float, most: int) -> list[str] | None:
    """Lines broken between words, or None where a word is wider than the box."""
    lines = _lines_of_words(text, weight, size, room)
    if lines is not None and len(lines) > 1 and FOREIGN.search(text):
        parts = [_lines_of_words(part, weight, size, room) or [part] for part in _BEFORE_READING.split(text)]
        return _reading_begins_line(lines, parts, most)
    return lines


def _reading_begins_line(lines: list[str], parts: list[list[str]], most: int) -> list[str]:
    """The lines of the parts where they are at most one more, and not too many."""
    apart = [line for part in parts for line in part]
    return apart if len(apart) <= min(len(lines) + 1, max(most, len(lines))) else lines


def _lines_of_words(text: str, weight: Weight, size: float, room: float) -> list[str] | None:
    lines: list[str] = []
    for word, glue in _words(text):
        if width(word, weight, size) > room + _TOLERANCE:
            return None
        joined = lines[-1] + glue + word if lines else word
        if lines and width(joined, weight, size) <= room + _TOLERANCE:
            lines[-1] = joined
        else:
            lines.append(word)
    return _ending_together(lines, text, weight, size, room)


def _ending_together(lines: list[str], text: str, weight: Weight, size: float, room: float) -> list[str]:
    """As many lines, but what follows the last comma moves as a whole to the last one, where it would be divided."""
    ending = text.rpartition(", ")[2]
    if len(lines) < 2 or len(ending) > _SHORT or not ending.endswith(lines[-1]) or FOREIGN.search(ending):
        return lines
    begun = ending[: -len(lines[-1])].rstrip()
    head = lines[-2].removesuffix(begun).rstrip()
    if not begun or not head.endswith(",") or width(ending, weight, size) > room + _TOLERANCE:
        return lines
    return [*lines[:-2], head, ending]


def _words(text: str) -> Iterator[tuple[str, str]]:
    """Each word with what joins it to the one before: a space, or nothing after a hyphen and in scripts without spaces."""
    start, glue = 0, ""
    for end, following in _ends_of_words(text):
        if end > start:
            yield text[start:end], glue
        start, glue = following, text[end:following]
    if start < len(text):
        yield text[start:], glue


def _ends_of_words(text: str) -> Iterable[tuple[int, int]]:
    """Where words end, and where the next ones begin."""
    ends = [found.span() for found in _BREAKS.finditer(text)]
    if not FOREIGN.search(text):
        return ends
    between = (at for found in _LONG.finditer(text) for at in range(found.start() + 2, found.end() - 1))
    return sorted({*ends, *((at, at) for at in between if text[at] not in _CLOSING)})


def _wrap_and_break(text: str, weight: Weight, size: float, room: float, most: int) -> list[str]:
    """Lines broken in words too."""
    lines = _broken(text, weight, size, room)
    if FOREIGN.search(text):
        parts = [_broken(part, weight, size, room) for part in _BEFORE_READING.split(text)]
        return _reading_begins_line(lines, parts, most)
    return lines


def _broken(text: str, weight: Weight, size: float, room: float) -> list[str]:
    """Lines with a hyphen where a word is broken, unless the text is an address."""
    lines: list[str] = []
    address = any(mark in text for mark in ("://", "www.", "@"))
    for word, glue in _words(text):
        rest = word
        joined = lines[-1] + glue + rest if lines else rest
        if lines and width(joined, weight, size) <= room + _TOLERANCE:
            lines[-1] = joined
            continue
        while width(rest, weight, size) > room + _TOLERANCE:
            head = _head(rest, weight, size, room)
            line = "" if address else _hyphenated(head, rest, weight, size, room)
            lines.append(line or head)
            rest = rest[len(line) - 1 if line else len(head) :]
        lines.append(rest)
    return lines


def _head(word: str, weight: Weight, size: float, room: float) -> str:
    """As many characters as fit, at least one."""
    if FOREIGN.search(word):
        ends = (end for end in range(len(word), 1, -1) if width(word[:end], weight, size) <= room)
        return word[: next(ends, 1)]
    used = 0.0
    for index, character in enumerate(word):
        used += width(character, weight, size)
        if used > room and index:
            return word[:index]
    return word


def _hyphenated(head: str, word: str, weight: Weight, size: float, room: float) -> str:
    """The beginning of a broken word with a hyphen, nothing where none belongs: beside figures, in tiny boxes."""
    kept = min(len(head), len(word) - _LEAST_PART)
    while kept >= _LEAST_PART and width(word[:kept] + "-", weight, size) > room:
        kept -= 1
    if kept < _LEAST_PART:
        return ""
    beside = word[kept - 1 : kept + 1]
    return f"{word[:kept]}-" if beside.isalpha() and not FOREIGN.search(beside) else ""


def _ended(line: str, weight: Weight, size: float, room: float) -> str:
    while line and width(line + _ELLIPSIS, weight, size) > room:
        line = line[:-1]
    return line.rstrip() + _ELLIPSIS
