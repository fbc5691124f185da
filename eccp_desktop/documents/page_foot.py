"""The line at the foot of lists and sheets that belong to no single person."""

from eccp_desktop.base.i18n import N_
from eccp_desktop.documents.choice import Choice
from eccp_desktop.documents.event_head import EventHead
from eccp_desktop.documents.look import CAPTION, MM, Tone
from eccp_desktop.documents.paper import PAPERS
from eccp_desktop.documents.schedule_columns import Columns
from eccp_desktop.documents.sheet import Sheet
from eccp_desktop.documents.wording import Wording

_PRINTED = N_("printed {moment}")
_ZONE = N_("all times {zone}")
_PAGE = N_("page {page} of {pages}")


def draw_foot(sheet: Sheet, event: EventHead, choice: Choice, columns: Columns, page: int, pages: int) -> None:
    """Moment of the print, time zone and page, at the margin below; 0 `pages` are not known yet."""
    wording = Wording(choice.language)
    scale = columns.scale
    baseline = PAPERS[choice.paper].height - columns.margins.bottom + 2 * MM
    with sheet.tags.furniture():
        sheet.rule(columns.left, baseline - 4.5 * MM, columns.width)
        said = " · ".join(
            (wording.say(_PRINTED, moment=wording.moment(choice.printed_at)), wording.say(_ZONE, zone=event.zone))
        )
        room = columns.width * 0.8
        sheet.put(said, columns.left, baseline, room, CAPTION * scale, tone=Tone.QUIET, smallest=4.5)
        number = wording.say(_PAGE, page=page, pages=pages) if pages else ""
        rest = columns.width - room
        sheet.put(number, columns.left + room, baseline, rest, CAPTION * scale, tone=Tone.QUIET, side="right")
