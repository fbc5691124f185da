"""The document `feedback`: a form for each meeting of a person, to be filled in by hand and typed in at the desk."""

from dataclasses import replace
from functools import partial
from operator import itemgetter

from eccp_desktop.base.i18n import N_
from eccp_desktop.base.progress import Progress, Report, Stopping, never_stopping, unreported
from eccp_desktop.documents.choice import Choice, Stopped
from eccp_desktop.documents.empty_page import draw_empty_page
from eccp_desktop.documents.feedback_form import FormWords, draw_form, form_height
from eccp_desktop.documents.feedback_view import FeedbackSheet, FeedbackView
from eccp_desktop.documents.look import MM, SMALL, Tone
from eccp_desktop.documents.outline import Outline
from eccp_desktop.documents.page_foot import draw_foot
from eccp_desktop.documents.page_head import draw_page_head
from eccp_desktop.documents.paper import PAPERS, Paper
from eccp_desktop.documents.qr import QUIET_SHARE
from eccp_desktop.documents.schedule_columns import Columns, columns_of
from eccp_desktop.documents.sheet import Sheet
from eccp_desktop.documents.wording import Wording

TITLE = N_("Feedback forms")
_PLEASE = N_("Please fill in after each meeting and leave the sheet at the desk.")
_NOBODY = N_("Nobody has a meeting to tell about.")
_DENSITIES = (1.0, 0.96, 0.92)
"""Forms may shrink this much where one more of them stands on a page then."""


def render(
    view: FeedbackView, choice: Choice, report: Report = unreported, stopping: Stopping = never_stopping
) -> bytes:
    """The forms of each person, numbered for themselves. Raises Stopped."""
    sheet = Sheet.titled(TITLE, view.event, choice)
    draw(sheet, view, choice, report, stopping)
    return sheet.finished()


def draw(
    sheet: Sheet, view: FeedbackView, choice: Choice, report: Report = unreported, stopping: Stopping = never_stopping
) -> None:
    """Draw the forms onto new pages of `sheet`."""
    outline = Outline(sheet, view.order, choice.language)
    asked = [one for one in view.sheets if one.meetings]
    for index, person in enumerate(asked, start=1):
        if stopping():
            raise Stopped
        with sheet.tags.speaking(person.language):
            _draw_person(sheet, view, replace(choice, language=person.language or choice.language), person, outline)
        report(Progress(index, len(asked), person.name))
    if not asked:
        draw_empty_page(sheet, Wording(choice.language).say(_NOBODY), PAPERS[choice.paper])


def _forms(paper: Paper, room: float) -> tuple[Columns, int]:
    """How forms are set and how many stand on a page: somewhat closer where that makes room for one more."""
    layouts = [(forms, max(1, int(room / form_height(forms)))) for forms in map(partial(columns_of, paper), _DENSITIES)]
    return max(layouts, key=itemgetter(1))


def _draw_person(sheet: Sheet, view: FeedbackView, choice: Choice, person: FeedbackSheet, outline: Outline) -> None:
    wording, paper = Wording(choice.language), PAPERS[choice.paper]
    columns = columns_of(paper)
    words = FormWords(wording)
    top = columns.margins.top + 35 * MM * columns.scale
    forms, on_page = _forms(paper, paper.height - columns.margins.bottom - 5 * MM - top)
    height = form_height(forms)
    pages = [person.meetings[at : at + on_page] for at in range(0, len(person.meetings), on_page)]
    where = wording.whereabouts(person.organisation, person.country)
    for number, meetings in enumerate(pages, start=1):
        sheet.begin_page(paper)
        if number == 1:
            outline.entry(person, person.name)
        draw_page_head(sheet, view.event, columns, person.name, wording.say(TITLE))
        side = 15 * MM * columns.scale
        at = columns.right - side * (1 - QUIET_SHARE)
        sheet.code(person.code, at, columns.margins.top + 18.5 * MM * columns.scale, side)
        baseline = columns.margins.top + 24 * MM * columns.scale
        half = (columns.width - side) / 2 - 8
        sheet.put(where, columns.left, baseline, 2 * half, SMALL * columns.scale)
        please = wording.say(_PLEASE)
        sheet.put(
            please, columns.left, baseline + 5 * MM * columns.scale, 2 * half, SMALL * columns.scale, tone=Tone.QUIET
        )
        for index, meeting in enumerate(meetings):
            draw_form(sheet, meeting, words, forms, top + index * height)
        draw_foot(sheet, view.event, choice, columns, number, len(pages))
