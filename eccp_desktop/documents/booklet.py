"""A booklet: small pages two by two on both sides of larger sheets, so that the pile, folded once, reads in order."""

from collections.abc import Sequence
from functools import partial

from eccp_desktop.base.progress import Progress, Report, Stopping, never_stopping, unreported
from eccp_desktop.documents.choice import Stopped
from eccp_desktop.documents.flow import Flow, LaidPage
from eccp_desktop.documents.paper import PAPERS
from eccp_desktop.documents.sheet import Sheet

PAGES = {"A4 folded": "A5", "Letter folded": "Half Letter"}
"""Papers whose both sides are printed, turned on the short edge, with what they are once folded."""


def sides(pages: int) -> list[tuple[int, int]]:
    """The pages that lie beside each other on each side of each sheet, from 1; 0 is a blank one."""
    places = -(-pages // 4) * 4
    found = []
    for side in range(places // 2):
        outer, inner = places - side, side + 1
        left, right = (outer, inner) if side % 2 == 0 else (inner, outer)
        found.append((left if left <= pages else 0, right if right <= pages else 0))
    return found


def draw_booklet(
    sheet: Sheet,
    flow: Flow,
    pages: Sequence[LaidPage],
    report: Report = unreported,
    stopping: Stopping = never_stopping,
) -> None:
    """Draw pages that were laid for one of `PAGES` onto sheets to fold. Raises Stopped."""
    paper = next(PAPERS[sheet] for sheet, page in PAGES.items() if page == flow.choice.paper)
    total = 0 if flow.choice.hurried else len(pages)
    for index, side in enumerate(sides(len(pages)), start=1):
        if stopping():
            raise Stopped
        sheet.begin_page(paper)
        for number, across in zip(side, (0.0, paper.width / 2), strict=True):
            if number:
                sheet.beside(across, partial(flow.draw_page, sheet, pages[number - 1], number, total))
        report(Progress(index, len(sides(len(pages))), pages[0].section.title))
