"""A line as it is drawn: stretches in one font each, from left to right, with their widths."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate, groupby

from eccp_desktop.documents.arabic import joined
from eccp_desktop.documents.fonts import drawable, face, further_face
from eccp_desktop.documents.look import Weight
from eccp_desktop.documents.reordering import Direction, levels_of, places_of, turned
from eccp_desktop.documents.scripts import ARABIC, FOREIGN, HEBREW, NON_JOINER, POINTS, RIGHT_TO_LEFT, Script, script_of

_UNITS = 1000


@dataclass(frozen=True, slots=True)
class Run:
    """`text` holds the characters in the order in which they stand. `units` is its width in thousandths of the line's size."""

    text: str
    font: str
    scale: float
    units: float
    emboldened: bool = False
    """Whether its strokes are thickened, because the font has one weight."""
    reversed: bool = False
    """Whether all of it is read from the right."""


@lru_cache(maxsize=16384)
def runs_of_lines(lines: tuple[str, ...], weight: Weight, base: Direction = "L") -> tuple[tuple[Run, ...], ...]:
    """The runs of each line of a text that `shown` made. What is read from the right keeps its order over the lines."""
    if not any(map(RIGHT_TO_LEFT.search, lines)):
        return tuple(_runs(line.replace(NON_JOINER, ""), (), weight) for line in lines)
    drawn = [joined(POINTS.sub("", line)) for line in lines]
    levels = levels_of(" ".join(drawn), base)
    starts = accumulate((len(line) + 1 for line in drawn), initial=0)
    return tuple(
        _runs(line, levels[start : start + len(line)], weight) for line, start in zip(drawn, starts, strict=False)
    )


def runs_of(line: str, weight: Weight) -> tuple[Run, ...]:
    """The runs of a line that stands alone."""
    return runs_of_lines((line,), weight)[0]


def _runs(line: str, levels: Sequence[int], weight: Weight) -> tuple[Run, ...]:
    """The runs of a line with these levels; without any it stands as it is written."""
    levels = levels or [0] * len(line)
    scripts, places = _scripts(line), places_of(levels)
    stretches = groupby(places, key=lambda place: scripts[place])
    return tuple(
        _run("".join(turned(line[place], levels[place]) for place in found), script, weight)
        for script, found in stretches
    )


def _scripts(text: str) -> list[Script | None]:
    """The script of each character, None where Source Sans Pro draws it. What stands between words of a script is drawn by
    that script's font if it can, so that the words stay together in the file.
    """
    found = [None if character in drawable() else script_of(character) for character in text]
    last = -1
    for at, script in enumerate(found):
        if script is None:
            continue
        between = text[last + 1 : at]
        if (
            0 <= last < at - 1
            and found[last] is script
            and all(ord(one) in further_face(script).charToGlyph for one in between)
        ):
            found[last + 1 : at] = [script] * len(between)
        last = at
    return found


def _run(text: str, script: Script | None, weight: Weight) -> Run:
    if script is None:
        return Run(text, weight.value, 1.0, _own_units(text, weight))
    widths = further_face(script).charWidths
    units = sum(widths[ord(character)] for character in text) * script.scale
    backwards = script in (ARABIC, HEBREW) and not any(character.isdigit() for character in text)
    return Run(text, script.font, script.scale, units, emboldened=weight is Weight.SEMIBOLD, reversed=backwards)


@cache
def _widths(weight: Weight) -> dict[str, float]:
    """Of each character of Source Sans Pro, and nothing for what is never drawn."""
    return {NON_JOINER: 0.0} | {chr(code): float(units) for code, units in face(weight).charWidths.items()}


def _own_units(text: str, weight: Weight) -> float:
    return sum(map(_widths(weight).__getitem__, text))


@lru_cache(maxsize=65536)
def width_in_units(text: str, weight: Weight) -> float:
    """The width of drawable text in thousandths of its size."""
    if FOREIGN.search(text):
        return sum(run.units for run in runs_of(text, weight))
    return _own_units(text, weight)


def width(text: str, weight: Weight, size: float) -> float:
    """The width of drawable text in points."""
    return width_in_units(text, weight) * size / _UNITS
