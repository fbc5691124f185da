"""Reads PDFs back."""

from functools import cache
from io import BytesIO

from pypdf import PdfReader

from eccp_desktop.documents.fonts import drawable, further_face
from eccp_desktop.documents.look import Weight
from eccp_desktop.documents.runs import runs_of
from eccp_desktop.documents.scripts import SCRIPTS
from eccp_desktop.documents.sheet import Sheet
from eccp_desktop.documents.text_box import TextBox


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page, its white space evened out."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]


def bookmarks_of(pdf: bytes) -> list[object]:
    """Titles of the bookmarks, those below another in a list."""
    return _titles(PdfReader(BytesIO(pdf)).outline)


def _titles(entries: list[object]) -> list[object]:
    return [_titles(entry) if isinstance(entry, list) else entry.title for entry in entries]  # type: ignore[attr-defined]  # pypdf's Destination


def measured() -> Sheet:
    return Sheet("Measured", "en", measured=True)


def faults(sheet: Sheet) -> list[str]:
    """What is wrong with the text boxes of a sheet: black boxes, lines wider than their box, boxes off the paper or on each
    other.
    """
    found = [f"black boxes: {box}" for box in sheet.boxes if any(map(_lacks_glyphs, box.text.split("\n")))]
    found += [f"wider than its box: {box}" for box in sheet.boxes if box.widest > box.room + 0.02]
    found += [f"off the paper: {box}" for box in sheet.boxes if not _on_paper(box)]
    by_page: dict[int, list[TextBox]] = {}
    for box in sheet.boxes:
        by_page.setdefault(box.page, []).append(box)
    for boxes in by_page.values():
        for index, box in enumerate(boxes):
            found += [f"{box.text!r} lies on {other.text!r}" for other in boxes[index + 1 :] if _overlap(box, other)]
    return found


def _lacks_glyphs(line: str) -> bool:
    return any(not set(run.text) <= _glyphs(run.font) for run in runs_of(line, Weight.REGULAR))


@cache
def _glyphs(font: str) -> frozenset[str]:
    further = {script.font: script for script in SCRIPTS}
    return frozenset(map(chr, further_face(further[font]).charToGlyph)) if font in further else drawable()


def _on_paper(box: TextBox) -> bool:
    return box.left >= 0 and box.top >= 0 and box.left + box.room <= box.paper.width and box.bottom <= box.paper.height


def _overlap(one: TextBox, other: TextBox) -> bool:
    slack = 1.5
    across = min(one.left + one.room, other.left + other.room) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > slack and down > slack
