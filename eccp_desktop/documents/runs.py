"""A line as it is drawn: stretches in one font each, from left to right, with their widths."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from reportlab.pdfbase.ttfonts import TTFontFace

from eccp_desktop.documents.arabic import joined
from eccp_desktop.documents.fonts import drawable, face, further_face
from eccp_desktop.documents.look import Weight
from eccp_desktop.documents.reordering import visual
from eccp_desktop.documents.scripts import FOREIGN, NON_JOINER, POINTS, RIGHT_TO_LEFT, Script, script_of

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


@lru_cache(maxsize=16384)
def runs_of(line: str, weight: Weight) -> tuple[Run, ...]:
    """The runs of a line that `shown` made."""
    drawn = visual(joined(POINTS.sub("", line))) if RIGHT_TO_LEFT.search(line) else line.replace(NON_JOINER, "")
    return tuple(_run("".join(found), script, weight) for script, found in groupby(drawn, key=_script))


def _script(character: str) -> Script | None:
    return None if character in drawable() else script_of(character)


def _run(text: str, script: Script | None, weight: Weight) -> Run:
    if script is None:
        return Run(text, weight.value, 1.0, _units(text, face(weight)))
    units = _units(text, further_face(script)) * script.scale
    return Run(text, script.font, script.scale, units, emboldened=weight is Weight.SEMIBOLD)


def _units(text: str, face: TTFontFace) -> float:
    widths, default = face.charWidths, face.defaultWidth
    return float(sum(widths.get(ord(character), default) for character in text))


@lru_cache(maxsize=65536)
def width_in_units(text: str, weight: Weight) -> float:
    """The width of drawable text in thousandths of its size."""
    if FOREIGN.search(text):
        return sum(run.units for run in runs_of(text, weight))
    return _units(text, face(weight))


def width(text: str, weight: Weight, size: float) -> float:
    """The width of drawable text in points."""
    return width_in_units(text, weight) * size / _UNITS
