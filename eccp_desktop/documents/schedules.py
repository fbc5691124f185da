"""The document `schedules`: what a participant carries through the day, one sheet a person."""

from eccp_desktop.base.i18n import N_
from eccp_desktop.base.progress import Progress, Report, Stopping, never_stopping, unreported
from eccp_desktop.documents.choice import Choice, Stopped
from eccp_desktop.documents.empty_page import draw_empty_page
from eccp_desktop.documents.outline import Outline
from eccp_desktop.documents.paper import PAPERS
from eccp_desktop.documents.schedule_pages import SchedulePages
from eccp_desktop.documents.schedule_view import SchedulesView
from eccp_desktop.documents.sheet import Sheet
from eccp_desktop.documents.wording import Wording

TITLE = N_("Personal schedules")
_NOBODY = N_("Nobody is registered yet.")


def render(
    view: SchedulesView, choice: Choice, report: Report = unreported, stopping: Stopping = never_stopping
) -> bytes:
    """One sheet a person, the pages of each numbered for themselves. Raises Stopped."""
    sheet = Sheet.titled(TITLE, view.event, choice)
    draw(sheet, view, choice, report, stopping)
    return sheet.finished()


def draw(
    sheet: Sheet, view: SchedulesView, choice: Choice, report: Report = unreported, stopping: Stopping = never_stopping
) -> None:
    """Draw the sheets onto new pages of `sheet`."""
    outline = Outline(sheet, view.order, choice.language)
    for index, person in enumerate(view.sheets):
        if stopping():
            raise Stopped
        with sheet.tags.speaking(person.language):
            SchedulePages(view, choice, person).draw(sheet, outline)
        report(Progress(index + 1, len(view.sheets), person.name))
    if not view.sheets:
        draw_empty_page(sheet, Wording(choice.language).say(_NOBODY), PAPERS[choice.paper])
