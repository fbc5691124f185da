"""Pages to draw on: text boxes, rules, ticks, codes and bookmarks, measured in points from the top left of the page."""

from collections.abc import Callable
from functools import partial
from io import BytesIO
from typing import Literal

from reportlab import rl_config
from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from eccp_desktop.documents.choice import Choice
from eccp_desktop.documents.event_head import EventHead
from eccp_desktop.documents.fitting import LEADING, Fitted, fit
from eccp_desktop.documents.fonts import face
from eccp_desktop.documents.form_resources import form_resources
from eccp_desktop.documents.look import CAPTION, MM, SMALL, SMALLEST, TEXT, TITLE, Tone, Weight
from eccp_desktop.documents.packed_file import packed
from eccp_desktop.documents.paper import Paper
from eccp_desktop.documents.qr import modules
from eccp_desktop.documents.runs import runs_of_lines, width
from eccp_desktop.documents.tags import Role, Tags
from eccp_desktop.documents.text_box import TextBox
from eccp_desktop.documents.wording import Wording

Side = Literal["left", "right", "centre"]

ASCENT, DESCENT = 0.75, 0.25
"""Of the size of a text: what stands above and hangs below its baseline."""
FURTHER_ASCENT = 0.86
"""What the tallest characters of further scripts have above it."""


def _operands(colour: str) -> str:
    """`#RRGGBB` as PDF operators take it."""
    return " ".join(f"{part:.3f}" for part in HexColor(colour).rgb())


FIGURE_HEIGHT = 0.66
"""Of the size of a text: how high a figure stands."""

_BOLDER = 0.022
"""Of the size of a text: by this the strokes of a font are thickened that has one weight."""
_FILL_AND_STROKE: Literal[2] = 2
"""ISO 32000-1, table 106."""

_COLOURS = {tone: _operands(tone.value) for tone in Tone}


class Sheet:
    """A PDF in the making: the same calls give the same bytes. `measured` keeps every text box in `boxes`."""

    def __init__(
        self, title: str, language: str, author: str = "", *, accent: str = "", measured: bool = False
    ) -> None:
        for weight in Weight:
            face(weight)
        rl_config.useA85 = 0  # streams stay binary: a fifth smaller, and sooner written
        self._canvas = Canvas(BytesIO(), invariant=1, pageCompression=1, lang=language)
        self._canvas.setTitle(title)
        self._canvas.setSubject(title)
        self._canvas.setAuthor(author)
        self._canvas.setCreator("ECCP Desk")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._paper: Paper | None = None
        self._across = 0.0
        self._page = 0
        self._bookmarks = 0
        self._stamps: set[str] = set()
        self._filling: Tone | None = None
        self._stroking: tuple[Tone, float] | None = None
        self._colours = _COLOURS | ({Tone.ACCENT: _operands(accent)} if accent else {})
        self._measured = measured
        self._document = self._event = ""
        self.tags = Tags(self._canvas, language)
        self.boxes: list[TextBox] = []

    @classmethod
    def titled(cls, title: str, event: EventHead, choice: Choice) -> "Sheet":
        """An empty PDF of a document: its marked title in the language chosen, with the event's name and colour."""
        named = Wording(choice.language).say(title)
        sheet = cls(f"{named} – {event.title()}", choice.language, event.organiser, accent=event.accent)
        sheet._document, sheet._event = named, event.title()
        return sheet

    @property
    def page(self) -> int:
        """The number of the page that is drawn on, from 1; 0 before the first."""
        return self._page

    @property
    def paper(self) -> Paper:
        """The page that is drawn on."""
        assert self._paper is not None, "no page was begun"
        return self._paper

    def begin_page(self, paper: Paper) -> None:
        """End the page before, if any, and begin one."""
        self._end_page()
        self.tags.begin_page()
        self._paper = paper
        self._filling, self._stroking = None, None
        self._page += 1
        self._canvas.setPageSize((paper.width, paper.height))

    def nothing_to_show(self, words: str, paper: Paper) -> None:
        """A page that says so, below the document's title: a PDF has one page at least."""
        self.begin_page(paper)
        scale = min(1.0, paper.width / (150 * MM))
        left, room = 20 * MM * scale, paper.width - 35 * MM * scale
        self.put(self._event, left, 17 * MM * scale, room, SMALL * scale, tone=Tone.QUIET, smallest=4.5)
        self.put(self._document, left, 27 * MM * scale, room, TITLE * scale, weight=Weight.SEMIBOLD, role=Role.TITLE)
        self.rule(left, 31 * MM * scale, room, tone=Tone.ACCENT, weight=1.5)
        said = fit(words, room, TEXT * scale, smallest=5, lines=3)
        self.write(said, left, 40 * MM * scale, tone=Tone.QUIET)

    def finished(self) -> bytes:
        """The PDF. Nothing can be drawn after."""
        self._end_page()
        document = self._canvas._doc  # type: ignore[attr-defined]  # left out of the stubs
        first, tags = self.tags.finish()
        # The last step of ReportLab's: it has made all its objects by then.
        document.format = partial(packed, document, first, tags)
        return bytes(self._canvas.getpdfdata())  # type: ignore[no-untyped-call]  # left out of the stubs

    def _end_page(self) -> None:
        if self._paper is not None:
            self.tags.close()
            self._canvas.showPage()

    def bookmark(self, title: str, level: int = 0, *, closed: bool = True) -> None:
        """Name this page in the reader's outline; a level is at most one deeper than the one before."""
        self._bookmarks += 1
        key = f"b{self._bookmarks}"
        self._canvas.bookmarkPage(key)
        self._canvas.addOutlineEntry(title, key, level, closed)

    def write(
        self,
        text: Fitted,
        left: float,
        baseline: float,
        *,
        tone: Tone = Tone.INK,
        side: Side = "left",
        struck: bool = False,
        figures: bool = False,
        role: Role = Role.PARAGRAPH,
    ) -> float:
        """Draw fitted text in its box, the first line on `baseline`. Tells the baseline of the last line.

        `figures` says that nothing hangs below the line, and nothing stands higher than a figure.
        """
        if not text.lines:
            return baseline
        self.tags.text(role)
        canvas, bottom = self._canvas, self.paper.height
        starts = []
        side = "right" if text.from_right and side == "left" else side
        # What stands beside each other in a part is no single word to whom it is read.
        apart = " " if self.tags.in_part else ""
        if text.spoken:
            canvas.addLiteral(_actual_text(text.spoken + apart))
        self._fill(tone)
        canvas.setFont(text.weight.value, text.size)
        for index, line in enumerate(text.lines):
            at = baseline + index * text.leading
            taken = width(line, text.weight, text.size)
            start = left + {"left": 0.0, "right": text.room - taken, "centre": (text.room - taken) / 2}[side]
            if text.foreign:
                self._draw_runs(text, index, apart, start, bottom - at, tone)
            else:
                canvas.drawString(start, bottom - at, line + apart)
            starts.append((start, at, taken))
        if text.spoken:
            canvas.addLiteral("EMC")
        if struck:
            for start, at, taken in starts:
                self.rule(start, at - text.size * 0.27, taken, tone=tone, weight=text.size / 16)
        last = baseline + (len(text.lines) - 1) * text.leading
        if self._measured:
            above, below = (FIGURE_HEIGHT, 0.0) if figures else (ASCENT, DESCENT)
            if text.foreign:
                above, below = FURTHER_ASCENT, DESCENT + text.leading / text.size - LEADING
            top, end = baseline - above * text.size, last + below * text.size
            joined = "\n".join(text.lines)
            at = left + self._across
            self.boxes.append(
                TextBox(self._page, at, top, text.room, end, text.widest, joined, text.source, text.cut, self.paper)
            )
        return last

    def _draw_runs(self, text: Fitted, index: int, apart: str, left: float, up: float, tone: Tone) -> None:
        """Draw a line in several fonts. What is read from the right says so (ISO 32000-1, 14.8.2.3.3)."""
        canvas = self._canvas
        runs = runs_of_lines(text.lines, text.weight, "R" if text.from_right else "L")[index]
        for run in runs:
            canvas.setFont(run.font, text.size * run.scale)
            if run.emboldened:
                self._stroke(tone, text.size * _BOLDER)
            mode = _FILL_AND_STROKE if run.emboldened else None
            if run.reversed:
                canvas.addLiteral("/ReversedChars BMC")
            canvas.drawString(left, up, run.text + (apart if run is runs[-1] else ""), mode=mode)
            if run.reversed:
                canvas.addLiteral("EMC")
            left += run.units * text.size / 1000
        canvas.setFont(text.weight.value, text.size)

    def put(
        self,
        text: str,
        left: float,
        baseline: float,
        room: float,
        size: float = TEXT,
        *,
        weight: Weight = Weight.REGULAR,
        tone: Tone = Tone.INK,
        side: Side = "left",
        smallest: float = SMALLEST,
        role: Role = Role.PARAGRAPH,
    ) -> None:
        """Fit text on one line and draw it."""
        fitted = fit(text, room, size, weight=weight, smallest=smallest)
        self.write(fitted, left, baseline, tone=tone, side=side, role=role)

    def rule(self, left: float, top: float, length: float, *, tone: Tone = Tone.LINE, weight: float = 0.5) -> None:
        """A horizontal line."""
        self.tags.ornament()
        self._stroke(tone, weight)
        self._canvas.line(left, self.paper.height - top, left + length, self.paper.height - top)

    def upright(
        self,
        left: float,
        top: float,
        length: float,
        *,
        tone: Tone = Tone.LINE,
        weight: float = 0.5,
        dashed: bool = False,
    ) -> None:
        """A vertical line."""
        self.tags.ornament()
        self._stroke(tone, weight)
        if dashed:
            self._canvas.setDash(3, 3)
        self._canvas.line(left, self.paper.height - top, left, self.paper.height - top - length)
        if dashed:
            self._canvas.setDash()

    def block(
        self, left: float, top: float, across: float, down: float, *, tone: Tone = Tone.WASH, round_by: float = 0
    ) -> None:
        """A filled area."""
        self.tags.ornament()
        self._fill(tone)
        self._area(left, top, across, down, round_by, stroke=0)

    def frame(
        self,
        left: float,
        top: float,
        across: float,
        down: float,
        *,
        tone: Tone = Tone.LINE,
        weight: float = 0.5,
        round_by: float = 0,
    ) -> None:
        """An outlined area: a box to tick, a table in a plan."""
        self.tags.ornament()
        self._stroke(tone, weight)
        self._area(left, top, across, down, round_by, stroke=1)

    def _area(self, left: float, top: float, across: float, down: float, round_by: float, *, stroke: int) -> None:
        bottom = self.paper.height - top - down
        if round_by:
            self._canvas.roundRect(left, bottom, across, down, round_by, stroke=stroke, fill=1 - stroke)
        else:
            self._canvas.rect(left, bottom, across, down, stroke=stroke, fill=1 - stroke)

    def tag(self, text: str, right: float, baseline: float, room: float) -> None:
        """A word in white on ink that ends at `right`: it is told from its surroundings without colour."""
        fitted = fit(text, room - 8, CAPTION, weight=Weight.SEMIBOLD, smallest=6)
        across = fitted.widest + 8
        self.block(right - across, baseline - 9, across, 12, tone=Tone.INK, round_by=2)
        self.write(fitted.snug(), right - across + 4, baseline, tone=Tone.PAPER)

    def code(self, text: str, left: float, top: float, side: float) -> None:
        """A QR code with its quiet zone inside a square of `side`. What it says stands beside it as text, too."""
        self.tags.ornament()
        count, drawn = modules(text)
        scale = side / count
        self._fill(Tone.INK)
        self._canvas.saveState()
        self._canvas.transform(scale, 0, 0, scale, left, self.paper.height - top - side)
        self._canvas.addLiteral(drawn)
        self._canvas.restoreState()

    def stamp(self, name: str, draw: Callable[[], None], *, measured: bool = False, said: str = "") -> None:
        """Draw what many pages share, at the same place on each: it is kept once.

        It is text, or a picture that says `said`. Its text is measured where it is drawn first, if at all.
        """
        if name not in self._stamps:
            self._stamps.add(name)
            was_measured, self._measured = self._measured, self._measured and measured
            before = self._filling, self._stroking
            self._filling, self._stroking = None, None
            with self.tags.form():
                self._canvas.beginForm(name, 0, 0, self.paper.width, self.paper.height)
                draw()
                self._canvas.endForm()
            self._filling, self._stroking = before
            self._measured = was_measured
        if said:
            self.tags.figure(said)
        else:
            self.tags.text()
        self._canvas.doForm(name)

    def upside_down(self, draw: Callable[[], None]) -> None:
        """Draw turned by half a page, as the far side of a folded sheet needs it. Its text is not measured."""
        measured, self._measured = self._measured, False
        self._filling, self._stroking = None, None
        self.tags.close()
        self._canvas.saveState()
        self._canvas.translate(self.paper.width, self.paper.height)
        self._canvas.rotate(180)
        with self.tags.furniture():
            draw()
        self.tags.close()
        self._canvas.restoreState()
        self._filling, self._stroking = None, None
        self._measured = measured

    def beside(self, across: float, draw: Callable[[], None]) -> None:
        """Draw so far to the right: a small page on a larger one of the same height."""
        self._filling, self._stroking = None, None
        self.tags.close()
        self._canvas.saveState()
        self._canvas.translate(across, 0)
        self._across = across
        draw()
        self._across = 0.0
        self.tags.close()
        self._canvas.restoreState()
        self._filling, self._stroking = None, None

    def picture(self, drawing: Drawing, left: float, top: float, said: str = "") -> None:
        """Put a drawing with its upper left corner there; `said` tells what it shows to whom it is read."""
        self.tags.figure(said)
        self._filling, self._stroking = None, None
        renderPDF.draw(drawing, self._canvas, left, self.paper.height - top - float(drawing.height))

    def kept_drawing(self, name: str, drawing: Drawing, left: float, top: float, across: float, down: float) -> None:
        """Put a drawing there, as large as that; the same name on many pages is kept once. What is outside of it is cut."""
        canvas = self._canvas
        if name not in self._stamps:
            self._stamps.add(name)
            with self.tags.form():
                canvas.beginForm(name, 0, 0, float(drawing.width), float(drawing.height))
                renderPDF.draw(drawing, canvas, 0, 0)
                canvas.endForm(Resources=form_resources(canvas))
        self.tags.ornament()
        canvas.saveState()
        scale_across, scale_down = across / float(drawing.width), down / float(drawing.height)
        canvas.transform(scale_across, 0, 0, scale_down, left, self.paper.height - top - down)
        canvas.doForm(name)
        canvas.restoreState()
        self._filling, self._stroking = None, None

    def image(self, image: ImageReader, left: float, top: float, across: float, down: float) -> None:
        """Put a picture made of points there; the same one on many pages is kept once."""
        self.tags.ornament()
        self._canvas.drawImage(image, left, self.paper.height - top - down, across, down, mask="auto")

    def _fill(self, tone: Tone) -> None:
        if tone is not self._filling:
            self._filling = tone
            self._canvas.addLiteral(f"{self._colours[tone]} rg")

    def _stroke(self, tone: Tone, weight: float) -> None:
        if (tone, weight) != self._stroking:
            self._stroking = (tone, weight)
            self._canvas.addLiteral(f"{self._colours[tone]} RG {weight:.3g} w")


def _actual_text(source: str) -> str:
    """Opens a marked span that says to copying and reading software what is written (ISO 32000-1, 14.9.4)."""
    return f"/Span <</ActualText <FEFF{source.encode('utf-16-be', 'replace').hex().upper()}>>> BDC"
