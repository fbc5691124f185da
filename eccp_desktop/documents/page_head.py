"""The head of lists and reports: the event, the title, and what the page is about."""

from eccp_desktop.documents.event_head import EventHead
from eccp_desktop.documents.fitting import fit
from eccp_desktop.documents.logo import draw_logos, logos_room
from eccp_desktop.documents.look import GRID, HEADING, MM, SMALL, Tone, Weight
from eccp_desktop.documents.look import TITLE as TITLE_SIZE
from eccp_desktop.documents.schedule_columns import Columns
from eccp_desktop.documents.sheet import Sheet
from eccp_desktop.documents.tags import Role

_READABLE = 0.8
"""Of a size: text may shrink this much before something is better left out."""


def event_line(event: EventHead, room: float, size: float) -> str:
    """The event with its place; without where both would have to be set too small to read."""
    whole = " · ".join(part for part in (event.title(), event.place()) if part)
    return whole if fit(whole, room, size, smallest=size * _READABLE).whole else event.title()


def draw_page_head(
    sheet: Sheet,
    event: EventHead,
    columns: Columns,
    title: str,
    about: str = "",
    *,
    whole: bool = True,
    booklet: bool = False,
) -> None:
    """Large where a section begins, one line on the pages that follow; in a booklet that has the logos, too, small."""
    scale, top, half = columns.scale, columns.margins.top, columns.width * (0.58 if whole else 0.48)
    rest, right = columns.width - half - GRID, columns.left + half + GRID
    first = top + 3 * MM * scale
    sheet.put(event_line(event, half, SMALL * scale), columns.left, first, half, SMALL * scale, tone=Tone.QUIET)
    if whole:
        draw_logos(sheet, event, columns.right, top - 0.5 * MM * scale, rest, 7.5 * MM * scale)
        baseline = top + 13 * MM * scale
        named = fit(
            title,
            half,
            TITLE_SIZE * scale,
            weight=Weight.SEMIBOLD,
            smallest=11 * scale,
            lines=2,
            most=4,
            height=10 * MM * scale,
            alone=13 * scale,
        )
        above = (len(named.lines) - 1) * named.leading
        baseline += 1.2 * MM * scale if above else 0.0  # so that the first line keeps away from the event
        sheet.write(named, columns.left, baseline - above, role=Role.TITLE)
        sheet.put(about, right, baseline, rest, HEADING * scale, tone=Tone.QUIET, side="right", smallest=6)
        sheet.rule(columns.left, top + 17 * MM * scale, columns.width, tone=Tone.ACCENT, weight=1.5)
    else:
        words = " · ".join(part for part in (title, about) if part)
        if booklet:
            logos = (rest * 0.3, 4 * MM * scale)
            draw_logos(sheet, event, columns.right, first - 3.4 * MM * scale, *logos)
            rest -= logos_room(event, *logos)
        size, least = SMALL * scale, SMALL * scale * _READABLE
        named = fit(words, rest, size, weight=Weight.SEMIBOLD, smallest=least, lines=2, most=3, alone=least)
        sheet.write(named, right, first - (len(named.lines) - 1) * named.leading, side="right")
        sheet.rule(columns.left, top + 6 * MM * scale, columns.width, tone=Tone.ACCENT, weight=1)
