"""The document `table-signs`: A4 to fold once, the number large on both sides."""

from functools import partial

from eccp_desktop.base.i18n import N_
from eccp_desktop.base.progress import Progress, Report, Stopping, never_stopping, unreported
from eccp_desktop.documents.choice import Choice, Stopped
from eccp_desktop.documents.empty_page import draw_empty_page
from eccp_desktop.documents.fitting import fit
from eccp_desktop.documents.lettering import FIGURE_HEIGHT
from eccp_desktop.documents.logo import draw_logos, logos_room
from eccp_desktop.documents.look import GRID, MM, Tone, Weight
from eccp_desktop.documents.look import TITLE as TITLE_SIZE
from eccp_desktop.documents.paper import PAPERS, Paper
from eccp_desktop.documents.sheet import Sheet
from eccp_desktop.documents.stack import BASELINE
from eccp_desktop.documents.table_signs_view import TableSign, TableSignsView
from eccp_desktop.documents.tags import Role
from eccp_desktop.documents.wording import Wording

TITLE = N_("Table signs")
_TABLE = N_("Table {number}")
_WORD = N_("Table")
_NOBODY = N_("There is no table yet.")
_EDGE = 16 * MM
_NUMBER = 400.0


def render(
    view: TableSignsView, choice: Choice, report: Report = unreported, stopping: Stopping = never_stopping
) -> bytes:
    """A sheet a table. Raises Stopped."""
    sheet = Sheet.titled(TITLE, view.event, choice)
    draw(sheet, view, choice, report, stopping)
    return sheet.finished()


def draw(
    sheet: Sheet, view: TableSignsView, choice: Choice, report: Report = unreported, stopping: Stopping = never_stopping
) -> None:
    """Draw the signs onto new pages of `sheet`."""
    wording, paper = Wording(choice.language), PAPERS[choice.paper]
    for index, sign in enumerate(view.signs, start=1):
        if stopping():
            raise Stopped
        sheet.begin_page(paper)
        sheet.bookmark(wording.say(_TABLE, number=sign.number))
        _draw_side(sheet, view, sign, paper, wording)
        sheet.upside_down(partial(_draw_side, sheet, view, sign, paper, wording))
        for left in (0.0, paper.width - 8 * MM):
            sheet.rule(left, paper.height / 2, 8 * MM, tone=Tone.QUIET)
        report(Progress(index, len(view.signs), wording.say(_TABLE, number=sign.number)))
    if not view.signs:
        draw_empty_page(sheet, wording.say(_NOBODY), paper)


def _draw_side(sheet: Sheet, view: TableSignsView, sign: TableSign, paper: Paper, wording: Wording) -> None:
    """The lower half of the page; the upper half is the same, turned."""
    scale = paper.width / PAPERS["A4"].width
    edge = _EDGE * scale
    room, top = paper.width - 2 * edge, paper.height / 2 + 12 * MM * scale
    small = TITLE_SIZE * 0.8 * scale
    zone = wording.zone(sign.zone)
    sheet.put(wording.say(_WORD), edge, top + small, room / 2 - GRID, small * 1.25, tone=Tone.QUIET)
    logos = (room * 0.4, 9 * MM * scale)
    draw_logos(sheet, view.event, paper.width - edge, top - 2 * MM * scale, *logos)
    beside = room / 2 - logos_room(view.event, *logos)
    sheet.put(zone, edge + room / 2, top + small, beside, small * 1.25, weight=Weight.SEMIBOLD, side="right")
    foot = paper.height - 11 * MM * scale
    sheet.put(view.event.title(), edge, foot, room, small * 0.8, tone=Tone.QUIET, smallest=6)
    sheet.rule(edge, foot - 7 * MM * scale, room, tone=Tone.ACCENT, weight=2)
    owner = fit(sign.owner, room, small * 1.4, smallest=small * 0.6, lines=2, most=3, weight=Weight.SEMIBOLD)
    floor = foot - 11 * MM * scale - owner.height
    sheet.write(owner, edge, floor + owner.size * BASELINE, side="centre")
    ceiling = top + small * 1.6
    size = min(_NUMBER * scale, (floor - ceiling - 6 * MM * scale) / FIGURE_HEIGHT)
    number = fit(sign.number, room, size, weight=Weight.SEMIBOLD, smallest=24)
    middle = (ceiling + floor) / 2
    sheet.write(number, edge, middle + number.size * FIGURE_HEIGHT / 2, side="centre", figures=True, role=Role.TITLE)
