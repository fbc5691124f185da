"""A line as it is drawn: stretches in one font each, from left to right, with their widths."""

from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from eccp_desktop.documents.arabic import joined
from eccp_desktop.documents.fonts import drawable, face, further_face
from eccp_desktop.documents.look import Weight
from eccp_desktop.documents.reordering import Direction, visual
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
def runs_of(line: str, weight: Weight, base: Direction = "L") -> tuple[Run, ...]:
    """The runs of a line that `shown` made, in a text of this direction."""
    drawn = visual(joined(POINTS.sub("", line)), base) if RIGHT_TO_LEFT.search(line) else line.replace(NON_JOINER, "")
    scripts = _scripts(drawn)
    ends = [at for at in range(1, len(drawn)) if scripts[at] is not scripts[at - 1]]
    edges = pairwise((0, *ends, len(drawn)))
    return tuple(_run(drawn[start:end], scripts[start], weight) for start, end in edges if end > start)


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
