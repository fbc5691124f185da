"""A document with nothing in it says so: a PDF has one page at least."""

from eccp_desktop.documents.fitting import fit
from eccp_desktop.documents.look import MM, SMALL, TEXT, TITLE, Tone, Weight
from eccp_desktop.documents.paper import Paper
from eccp_desktop.documents.sheet import Sheet
from eccp_desktop.documents.tags import Role


def draw_empty_page(sheet: Sheet, words: str, paper: Paper) -> None:
    """A page with the event, the document's title and these words, smaller on a label."""
    sheet.begin_page(paper)
    scale = min(1.0, paper.width / (150 * MM))
    left, room = 20 * MM * scale, paper.width - 35 * MM * scale
    sheet.put(sheet.event, left, 17 * MM * scale, room, SMALL * scale, tone=Tone.QUIET, smallest=4.5)
    sheet.put(sheet.document, left, 27 * MM * scale, room, TITLE * scale, weight=Weight.SEMIBOLD, role=Role.TITLE)
    sheet.rule(left, 31 * MM * scale, room, tone=Tone.ACCENT, weight=1.5)
    said = fit(words, room, TEXT * scale, smallest=5, lines=3)
    sheet.write(said, left, 40 * MM * scale, tone=Tone.QUIET)
