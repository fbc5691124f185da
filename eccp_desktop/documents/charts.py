"""Charts as vectors, for paper and as SVG for the screen: the one place that draws them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.graphics import renderSVG
from reportlab.graphics.shapes import Drawing, Line, Rect, String
from reportlab.lib.colors import HexColor

from eccp_desktop.documents.fitting import Fitted, fit
from eccp_desktop.documents.fonts import face
from eccp_desktop.documents.look import GRID, MM, SMALL, Tone, Weight
from eccp_desktop.documents.own_script import Reading

ROW_HEIGHT = 6 * MM
_BAR = 0.58
"""Of the height of a row."""
_LABELS = 0.38
"""Of the width."""
_NUMBER_ROOM = 12 * MM
_CLIP = re.compile(r'<clipPath.*?</clipPath>\s*|\s*style="clip-path:[^"]*"', re.DOTALL)
_FAMILIES = {
    Weight.REGULAR: "font-family: Source Sans Pro; font-weight: 400;",
    Weight.SEMIBOLD: "font-family: Source Sans Pro; font-weight: 600;",
}


@dataclass(frozen=True, slots=True)
class Bar:
    """A value with its label, both as they are shown. `wash` draws it light: a part that is not the point."""

    label: str
    value: int
    wash: bool = False


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a chart, `#RRGGBB`: a screen has others than paper."""

    ink: str = Tone.INK.value
    quiet: str = Tone.QUIET.value
    wash: str = Tone.LINE.value
    bar: str = Tone.ACCENT.value


PAPER = Palette()


def bars(values: Sequence[Bar], width: float, *, palette: Palette = PAPER) -> Drawing:
    """Horizontal bars from a common zero, each with its label at the left and its number behind its end.

    All values are counts, so the axis begins at 0.
    """
    for weight in Weight:
        face(weight)
    height = max(1, len(values)) * ROW_HEIGHT
    drawing = Drawing(width, height)
    start = width * _LABELS
    longest = max([1, *(one.value for one in values)])
    scale = (width - start - _NUMBER_ROOM) / longest
    for index, one in enumerate(values):
        middle = height - (index + 0.5) * ROW_HEIGHT
        tall = ROW_HEIGHT * _BAR
        _write(
            drawing,
            fit(one.label, start - 2 * GRID, SMALL, smallest=6, reading=Reading.INSTEAD),
            0.0,
            middle,
            palette.ink,
        )
        colour = palette.wash if one.wash else palette.bar
        drawing.add(_filled(start, middle - tall / 2, max(0.01, one.value * scale), tall, colour))
        number = fit(str(one.value), _NUMBER_ROOM - GRID, SMALL, weight=Weight.SEMIBOLD)
        _write(drawing, number, start + one.value * scale + GRID, middle, palette.ink)
    drawing.add(Line(start, 0, start, height, strokeColor=HexColor(palette.quiet), strokeWidth=0.75))
    return drawing


def as_svg(drawing: Drawing) -> str:
    """The same chart as an SVG document, its text in the family that the window has, too."""
    # Nothing stands outside of a chart, and what shows SVG Tiny paints a clip instead of clipping with it.
    found = _CLIP.sub("", str(renderSVG.drawToString(drawing)))
    for weight, style in _FAMILIES.items():
        found = found.replace(f"font-family: {weight.value};", style)
    return found


def _write(drawing: Drawing, text: Fitted, left: float, middle: float, ink: str) -> None:
    for line in text.lines:
        drawing.add(
            String(
                left,
                middle - text.size * 0.33,
                line,
                fontName=text.weight.value,
                fontSize=text.size,
                fillColor=HexColor(ink),
            )
        )


def _filled(left: float, bottom: float, across: float, down: float, colour: str) -> Rect:
    area = Rect(left, bottom, across, down)
    area.fillColor, area.strokeColor = HexColor(colour), None
    return area
