"""Fitted text put on a canvas: its sides, its fonts, what is struck, what reading software is told."""

from typing import Literal

from reportlab.pdfgen.canvas import Canvas

from eccp_desktop.documents.fitting import LEADING, Fitted
from eccp_desktop.documents.ink import Ink
from eccp_desktop.documents.look import Tone
from eccp_desktop.documents.paper import Paper
from eccp_desktop.documents.runs import runs_of_lines, width
from eccp_desktop.documents.tags import Role, Tags
from eccp_desktop.documents.text_box import TextBox

Side = Literal["left", "right", "centre"]

ASCENT, DESCENT = 0.75, 0.25
"""Of the size of a text: what stands above and hangs below its baseline."""
FURTHER_ASCENT = 0.86
"""What the tallest characters of further scripts have above it."""
FIGURE_HEIGHT = 0.66
"""Of the size of a text: how high a figure stands."""

_BOLDER = 0.022
"""Of the size of a text: by this the strokes of a font are thickened that has one weight."""
_FILL_AND_STROKE: Literal[2] = 2
"""ISO 32000-1, table 106."""


class Lettering:
    """Writes on one canvas. `measured` keeps every text box in `boxes`, `across` points right of where it is drawn."""

    def __init__(self, canvas: Canvas, ink: Ink, tags: Tags, *, measured: bool) -> None:
        self._canvas = canvas
        self._ink = ink
        self._tags = tags
        self.measured = measured
        self.across = 0.0
        self.boxes: list[TextBox] = []

    def write(
        self,
        text: Fitted,
        left: float,
        baseline: float,
        paper: Paper,
        page: int,
        tone: Tone,
        side: Side,
        role: Role,
        *,
        struck: bool,
        figures: bool,
    ) -> float:
        """Draw on a page of that paper and number; see `Sheet.write`."""
        if not text.lines:
            return baseline
        self._tags.text(role)
        canvas = self._canvas
        starts = []
        side = "right" if text.from_right and side == "left" else side
        # What stands beside each other in a part is no single word to whom it is read.
        apart = " " if self._tags.in_part else ""
        if text.spoken:
            canvas.addLiteral(_actual_text(text.spoken + apart))
        self._ink.fill(tone)
        canvas.setFont(text.weight.value, text.size)
        for index, line in enumerate(text.lines):
            up = paper.height - baseline - index * text.leading
            taken = width(line, text.weight, text.size)
            start = left + {"left": 0.0, "right": text.room - taken, "centre": (text.room - taken) / 2}[side]
            if text.foreign:
                self._draw_runs(text, index, apart, start, up, tone)
            else:
                canvas.drawString(start, up, line + apart)
            starts.append((start, up, taken))
        if text.spoken:
            canvas.addLiteral("EMC")
        if struck:
            self._tags.ornament()
            self._ink.stroke(tone, text.size / 16)
            for start, up, taken in starts:
                middle = up + text.size * 0.27
                canvas.line(start, middle, start + taken, middle)
        last = baseline + (len(text.lines) - 1) * text.leading
        if self.measured:
            self._measure(text, left, baseline, last, paper, page, figures=figures)
        return last

    def _draw_runs(self, text: Fitted, index: int, apart: str, left: float, up: float, tone: Tone) -> None:
        """Draw a line in several fonts. What is read from the right says so (ISO 32000-1, 14.8.2.3.3)."""
        canvas = self._canvas
        runs = runs_of_lines(text.lines, text.weight, "R" if text.from_right else "L")[index]
        for run in runs:
            canvas.setFont(run.font, text.size * run.scale)
            if run.emboldened:
                self._ink.stroke(tone, text.size * _BOLDER)
            mode = _FILL_AND_STROKE if run.emboldened else None
            if run.reversed:
                canvas.addLiteral("/ReversedChars BMC")
            canvas.drawString(left, up, run.text + (apart if run is runs[-1] else ""), mode=mode)
            if run.reversed:
                canvas.addLiteral("EMC")
            left += run.units * text.size / 1000
        canvas.setFont(text.weight.value, text.size)

    def _measure(
        self, text: Fitted, left: float, first: float, last: float, paper: Paper, page: int, *, figures: bool
    ) -> None:
        above, below = (FIGURE_HEIGHT, 0.0) if figures else (ASCENT, DESCENT)
        if text.foreign:
            above, below = FURTHER_ASCENT, DESCENT + text.leading / text.size - LEADING
        top, end = first - above * text.size, last + below * text.size
        joined, at = "\n".join(text.lines), left + self.across
        self.boxes.append(TextBox(page, at, top, text.room, end, text.widest, joined, text.source, text.cut, paper))


def _actual_text(source: str) -> str:
    """Opens a marked span that says to copying and reading software what is written (ISO 32000-1, 14.9.4)."""
    return f"/Span <</ActualText <FEFF{source.encode('utf-16-be', 'replace').hex().upper()}>>> BDC"
