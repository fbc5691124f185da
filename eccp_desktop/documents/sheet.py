"""Pages to draw on: text boxes, rules, ticks, codes and bookmarks, measured in points from the top left of the page."""

from collections.abc import Callable
from functools import partial
from io import BytesIO

from reportlab import rl_config
from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from eccp_desktop.documents.choice import Choice
from eccp_desktop.documents.event_head import EventHead
from eccp_desktop.documents.fitting import Fitted, fit
from eccp_desktop.documents.fonts import face
from eccp_desktop.documents.form_resources import form_resources
from eccp_desktop.documents.ink import Ink
from eccp_desktop.documents.lettering import Lettering, Side
from eccp_desktop.documents.look import CAPTION, SMALLEST, TEXT, Tone, Weight
from eccp_desktop.documents.packed_file import packed
from eccp_desktop.documents.paper import Paper
from eccp_desktop.documents.qr import modules
from eccp_desktop.documents.tags import Role, Tags
from eccp_desktop.documents.text_box import TextBox
from eccp_desktop.documents.wording import Wording


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
        self._page = 0
        self._bookmarks = 0
        self._stamps: set[str] = set()
        self._ink = Ink(self._canvas, accent)
        self.document = self.event = ""
        """What is printed, and of which event, in words."""
        self.tags = Tags(self._canvas, language)
        self._lettering = Lettering(self._canvas, self._ink, self.tags, measured=measured)

    @classmethod
    def titled(cls, title: str, event: EventHead, choice: Choice) -> "Sheet":
        """An empty PDF of a document: its marked title in the language chosen, with the event's name and colour."""
        named = Wording(choice.language).say(title)
        sheet = cls(f"{named} – {event.title()}", choice.language, event.organiser, accent=event.accent)
        sheet.document, sheet.event = named, event.title()
        return sheet

    @property
    def boxes(self) -> list[TextBox]:
        """Where texts were put, if they are measured."""
        return self._lettering.boxes

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
        self._ink.forget()
        self._page += 1
        self._canvas.setPageSize((paper.width, paper.height))

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
        return self._lettering.write(
            text, left, baseline, self.paper, self._page, tone, side, role, struck=struck, figures=figures
        )

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
        self._ink.stroke(tone, weight)
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
        self._ink.stroke(tone, weight)
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
        self._ink.fill(tone)
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
        self._ink.stroke(tone, weight)
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
        self._ink.fill(Tone.INK)
        self._canvas.saveState()
        self._canvas.transform(scale, 0, 0, scale, left, self.paper.height - top - side)
        self._canvas.addLiteral(drawn)
        self._canvas.restoreState()

    def stamp(self, name: str, draw: Callable[[], None], *, measured: bool = False, said: str = "") -> None:
        """Draw what many pages share, at the same place on each: it is kept once.

        It is text, or a picture that says `said`. Its text is measured where it is drawn first, if at all.
        """
        lettering = self._lettering
        if name not in self._stamps:
            self._stamps.add(name)
            was_measured, lettering.measured = lettering.measured, lettering.measured and measured
            with self._ink.apart(), self.tags.form():
                self._canvas.beginForm(name, 0, 0, self.paper.width, self.paper.height)
                draw()
                self._canvas.endForm()
            lettering.measured = was_measured
        if said:
            self.tags.figure(said)
        else:
            self.tags.text()
        self._canvas.doForm(name)

    def upside_down(self, draw: Callable[[], None]) -> None:
        """Draw turned by half a page, as the far side of a folded sheet needs it. Its text is not measured."""
        measured, self._lettering.measured = self._lettering.measured, False
        self._ink.forget()
        self.tags.close()
        self._canvas.saveState()
        self._canvas.translate(self.paper.width, self.paper.height)
        self._canvas.rotate(180)
        with self.tags.furniture():
            draw()
        self.tags.close()
        self._canvas.restoreState()
        self._ink.forget()
        self._lettering.measured = measured

    def beside(self, across: float, draw: Callable[[], None]) -> None:
        """Draw so far to the right: a small page on a larger one of the same height."""
        self._ink.forget()
        self.tags.close()
        self._canvas.saveState()
        self._canvas.translate(across, 0)
        self._lettering.across = across
        draw()
        self._lettering.across = 0.0
        self.tags.close()
        self._canvas.restoreState()
        self._ink.forget()

    def picture(self, drawing: Drawing, left: float, top: float, said: str = "") -> None:
        """Put a drawing with its upper left corner there; `said` tells what it shows to whom it is read."""
        self.tags.figure(said)
        self._ink.forget()
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
        self._ink.forget()

    def image(self, image: ImageReader, left: float, top: float, across: float, down: float) -> None:
        """Put a picture made of points there; the same one on many pages is kept once."""
        self.tags.ornament()
        self._canvas.drawImage(image, left, self.paper.height - top - down, across, down, mask="auto")
