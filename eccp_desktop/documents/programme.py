"""The document `programme`: what happens when and where, and who came from which country."""

from collections.abc import Iterator
from itertools import groupby

from eccp_desktop.base.i18n import N_
from eccp_desktop.base.progress import Report, Stopping, never_stopping, unreported
from eccp_desktop.documents.blocks import Row, goes_on, heading, said, stacked
from eccp_desktop.documents.choice import Choice
from eccp_desktop.documents.empty_page import draw_empty_page
from eccp_desktop.documents.flow import Entry, Flow, Section
from eccp_desktop.documents.look import CAPTION, GRID, HEADING, MM, SMALL, TEXT, Tone, Weight
from eccp_desktop.documents.programme_view import AgendaItem, Delegation, DelegationMember, ProgrammeView
from eccp_desktop.documents.sheet import Sheet
from eccp_desktop.documents.stack import Stack
from eccp_desktop.documents.tags import TableTag
from eccp_desktop.documents.wording import Wording, clock_time

TITLE = N_("Programme")
_DELEGATIONS = N_("Delegations")
_NO_COUNTRY = N_("Country not known")
_NOTHING = N_("The programme is empty.")
_MEETINGS = (N_("{number} slot for meetings"), N_("{number} slots for meetings"))
_PEOPLE = (N_("{number} person"), N_("{number} people"))
_ORGANISATIONS = (N_("{number} organisation"), N_("{number} organisations"))


def render(
    view: ProgrammeView, choice: Choice, report: Report = unreported, stopping: Stopping = never_stopping
) -> bytes:
    """Agenda and delegations. Raises Stopped."""
    sheet = Sheet.titled(TITLE, view.event, choice)
    draw(sheet, view, choice, report, stopping)
    return sheet.finished()


def draw(
    sheet: Sheet, view: ProgrammeView, choice: Choice, report: Report = unreported, stopping: Stopping = never_stopping
) -> None:
    """Draw the programme onto new pages of `sheet`."""
    wording, flow = Wording(choice.language), Flow(view.event, choice, booklet=True)
    sections = []
    if view.agenda:
        sections.append(Section(wording.say(TITLE), tuple(_agenda(flow, view, wording)), table=TableTag(3)))
    if view.delegations:
        people = wording.count(sum(one.people for one in view.delegations), *_PEOPLE)
        entries = tuple(_delegations(flow, view, wording))
        sections.append(Section(wording.say(_DELEGATIONS), entries, people, columns=2))
    if not sections:
        draw_empty_page(sheet, wording.say(_NOTHING), flow.paper)
        return
    flow.draw(sheet, flow.laid(sections), report, stopping)


def _agenda(flow: Flow, view: ProgrammeView, wording: Wording) -> Iterator[Entry]:
    for day, items in groupby(view.agenda, lambda one: one.start.date()):
        title = wording.day(day)
        above = goes_on(title, flow.width(), wording, flow.scale)
        head = heading(title, flow.width(), flow.scale)
        rows = [_item(item, flow, wording) for item in items]
        whole = head.height + sum(row.height for row in rows) <= flow.room(first=False)
        yield Entry(head, keep=True, bookmark=title)
        for index, row in enumerate(rows):
            yield Entry(row, keep=whole and index < len(rows) - 1, carried=above if index else None)


def _item(item: AgendaItem, flow: Flow, wording: Wording) -> Row:
    scale, width = flow.scale, flow.width()
    first, last = 34 * MM * scale, 40 * MM * scale
    room = width - first - last - 2 * GRID
    span = said(clock_time(item.start), first - GRID, HEADING * scale, weight=Weight.SEMIBOLD, lines=1)
    end = said(f"–{clock_time(item.end)}", first - GRID, SMALL * scale, tone=Tone.QUIET, lines=1)
    kind = wording.say(item.kind)
    title = said(item.title or kind, room, HEADING * scale, weight=Weight.SEMIBOLD, lines=3)
    speakers = said(item.speakers, room, TEXT * scale, lines=4)
    slots = said(wording.count(item.slots, *_MEETINGS) if item.slots else "", room, SMALL * scale, tone=Tone.QUIET)
    about = stacked(
        said(item.room, last - GRID, TEXT * scale, weight=Weight.SEMIBOLD, lines=3),
        said(kind if item.title else "", last - GRID, SMALL * scale, tone=Tone.QUIET),
    )
    cells = ((0.0, stacked(span, end)), (first, stacked(title, speakers, slots)), (width - last, about))
    return Row(cells, width, padding=2.4 * MM * scale)


def _delegations(flow: Flow, view: ProgrammeView, wording: Wording) -> Iterator[Entry]:
    for index, delegation in enumerate(view.delegations):
        country = wording.country(delegation.country) or wording.say(_NO_COUNTRY)
        if not index:
            yield _headed(flow, delegation, country, wording, bookmark=wording.say(_DELEGATIONS), level=0)
        else:
            yield _headed(flow, delegation, country, wording, bookmark=country, level=1)
        above = goes_on(country, flow.width(2), wording, flow.scale)
        for number, member in enumerate(delegation.members):
            yield Entry(_member(member, flow), carried=above if number else None)


def _headed(flow: Flow, delegation: Delegation, country: str, wording: Wording, bookmark: str, level: int) -> Entry:
    organisations = wording.count(len(delegation.members), *_ORGANISATIONS)
    about = f"{organisations} · {wording.count(delegation.people, *_PEOPLE)}"
    return Entry(heading(country, flow.width(2), flow.scale, about), True, bookmark, level)


def _member(member: DelegationMember, flow: Flow) -> Row:
    width, scale = flow.width(2), flow.scale
    stacks = [
        stacked(
            said(member.organisation, width, SMALL * scale, weight=Weight.SEMIBOLD, lines=3),
            said(member.city, width, CAPTION * scale, tone=Tone.QUIET),
        )
    ]
    stacks += [
        stacked(said(one.sorted_as, width, SMALL * scale), said(one.job_title, width, CAPTION * scale, tone=Tone.QUIET))
        for one in member.people
    ]
    return Row(((0.0, Stack.joined(stacks, 0.8 * MM * scale)),), width, padding=1.4 * MM * scale)
