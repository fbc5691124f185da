"""The colours that a canvas draws with, set where they change."""

from collections.abc import Iterator
from contextlib import contextmanager

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from eccp_desktop.documents.look import Tone


def _operands(colour: str) -> str:
    """`#RRGGBB` as PDF operators take it."""
    return " ".join(f"{part:.3f}" for part in HexColor(colour).rgb())


_COLOURS = {tone: _operands(tone.value) for tone in Tone}


class Ink:
    """Knows what one canvas fills and strokes with; a colour for `accent` (`#RRGGBB`) stands in for that of the look."""

    def __init__(self, canvas: Canvas, accent: str = "") -> None:
        self._canvas = canvas
        self._colours = _COLOURS | ({Tone.ACCENT: _operands(accent)} if accent else {})
        self._filling: Tone | None = None
        self._stroking: tuple[Tone, float] | None = None

    def fill(self, tone: Tone) -> None:
        """What follows is filled so."""
        if tone is not self._filling:
            self._filling = tone
            self._canvas.addLiteral(f"{self._colours[tone]} rg")

    def stroke(self, tone: Tone, weight: float) -> None:
        """What follows is outlined so, with a line so many points wide."""
        if (tone, weight) != self._stroking:
            self._stroking = (tone, weight)
            self._canvas.addLiteral(f"{self._colours[tone]} RG {weight:.3g} w")

    def forget(self) -> None:
        """Nothing is known of what the canvas has set: a page began, or its graphics state was brought back."""
        self._filling = self._stroking = None

    @contextmanager
    def apart(self) -> Iterator[None]:
        """What is drawn within goes elsewhere, into a form: it sets its own colours, and leaves those of the page."""
        before = self._filling, self._stroking
        self.forget()
        yield
        self._filling, self._stroking = before
