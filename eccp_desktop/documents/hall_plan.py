"""The document `hall-plan`: in every slot who sits where, and for everybody at which tables."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from eccp_desktop.base.i18n import N_
from eccp_desktop.base.progress import Report, Stopping, never_stopping, unreported
from eccp_desktop.documents.alphabet import letter_of
from eccp_desktop.documents.blocks import Row, goes_on, heading, said, stacked
from eccp_desktop.documents.choice import Choice
from eccp_desktop.documents.empty_page import draw_empty_page
from eccp_desktop.documents.flow import Entry, Flow, Section
from eccp_desktop.documents.hall_plan_view import HallPlanView, PersonPlaces, SeatedTable, SlotPlan
from eccp_desktop.documents.look import CAPTION, HEADING, MM, SMALL, Tone, Weight
from eccp_desktop.documents.schedule_view import Partner
from eccp_desktop.documents.sheet import Sheet
from eccp_desktop.documents.stack import Stack
from eccp_desktop.documents.tags import TableTag
from eccp_desktop.documents.wording import Wording, clock_time

TITLE = N_("Hall plan")
_PEOPLE = N_("Tables by person")
_FREE = N_("free")
_CLOSED = N_("closed")
_INTERPRETER = N_("Interpreter")
_NOBODY = N_("Nobody has a meeting in these slots yet.")
_NUMBER = 11 * MM
_STEP = 1 * MM
_SIZES = ((2, 1.24), (2, 1.12), (2, 1.0), (2, 0.9), (2, 0.8), (3, 0.8), (3, 0.72), (3, 0.66))
"""How a slot is set, the first that fits on a page: columns, and how large the type is."""
_WIDE_SIZES = (
    *((3, 1.8), (3, 1.65), (3, 1.5), (3, 1.36), (3, 1.24), (4, 1.24), (4, 1.12), (4, 1.0)),
    *((4, 0.9), (4, 0.8), (5, 0.8), (5, 0.72), (5, 0.66)),
)
"""The same on paper that lies across."""


def render(
    view: HallPlanView, choice: Choice, report: Report = unreported, stopping: Stopping = never_stopping
) -> bytes:
    """A page a slot, then the people. Raises Stopped."""
    sheet = Sheet.titled(TITLE, view.event, choice)
    draw(sheet, view, choice, report, stopping)
    return sheet.finished()


def draw(
    sheet: Sheet, view: HallPlanView, choice: Choice, report: Report = unreported, stopping: Stopping = never_stopping
) -> None:
    """Draw the plan onto new pages of `sheet`."""
    wording, flow = Wording(choice.language), Flow(view.event, choice)
    if not view.slots:
        draw_empty_page(sheet, wording.say(_NOBODY), flow.paper)
        return
    flow.draw(sheet, flow.laid(_sections(flow, view, wording)), report, stopping)


def _sections(flow: Flow, view: HallPlanView, wording: Wording) -> Iterator[Section]:
    for slot in view.slots:
        yield _slot_section(flow, slot, wording)
    if any(one.places for one in view.people):
        yield _people_section(flow, view, wording)


def _slot_section(flow: Flow, slot: SlotPlan, wording: Wording) -> Section:
    """As large as lets the slot stand on one page, or as small as it gets."""
    rows: list[Row] = []
    columns, begins = 2, frozenset[int]()
    for columns, size in _WIDE_SIZES if flow.paper.width > flow.paper.height else _SIZES:
        rows = [_table_row(table, flow.width(columns), size * flow.scale, wording) for table in slot.tables]
        begins = _columns_begin([row.height for row in rows], columns, flow.room())
        if len(begins) < columns:
            break
    else:
        begins = frozenset()
    span = wording.span(slot.start, slot.end)
    title = f"{wording.short_day(slot.start)} {span}"
    entries = (Entry(row, bookmark="" if index else title, breaks=index in begins) for index, row in enumerate(rows))
    return Section(
        span, entries, f"{wording.say(TITLE)} · {wording.day(slot.start)}", columns=columns, table=TableTag(2)
    )


def _columns_begin(heights: Sequence[float], columns: int, room: float) -> frozenset[int]:
    """Before which rows a column begins, the first one aside, so that all are about as long; in the least room that will do.

    Where `room` is too little there are too many.
    """
    length = min(room, max(*heights, sum(heights) / columns))
    while True:
        begins, used = set(), 0.0
        for index, height in enumerate(heights):
            if used + height > length and used:
                begins.add(index)
                used = 0.0
            used += height
        if len(begins) < columns or length >= room:
            return frozenset(begins)
        length = min(room, length + _STEP)


def _table_row(table: SeatedTable, width: float, scale: float, wording: Wording) -> Row:
    number = stacked(said(table.number, _NUMBER * scale - 2, HEADING * scale, weight=Weight.SEMIBOLD, lines=1, most=2))
    room = width - _NUMBER * scale
    if table.people:
        helping = wording.say(_INTERPRETER)
        people = (*table.people, *(Partner(one, helping, "") for one in table.interpreters))
        about = Stack.joined((_seated(one, room, scale, wording) for one in people), 0.7 * MM * scale)
    else:
        about = stacked(said(wording.say(_CLOSED if table.closed else _FREE), room, SMALL * scale, tone=Tone.QUIET))
    return Row(((0.0, number), (_NUMBER * scale, about)), width, padding=1.1 * MM * scale)


def _seated(person: Partner, room: float, scale: float, wording: Wording) -> Stack:
    where = wording.whereabouts(person.organisation, person.country)
    return stacked(
        said(person.name, room, SMALL * scale, weight=Weight.SEMIBOLD, lines=1, most=8),
        said(where, room, CAPTION * scale, tone=Tone.QUIET, lines=1, most=8),
    )


def _people_section(flow: Flow, view: HallPlanView, wording: Wording) -> Section:
    columns = 3 if flow.paper.width > flow.paper.height else 2
    width = flow.width(columns)

    def entries() -> Iterator[Entry]:
        for letter, people in groupby(view.people, lambda one: letter_of(one.sorted_as)):
            above = goes_on(letter, width, wording, flow.scale)
            yield Entry(heading(letter, width, flow.scale), keep=True, bookmark=letter, level=1)
            for index, person in enumerate(people):
                yield Entry(_person_row(person, width, flow.scale, wording), carried=above if index else None)

    found = list(entries())
    found[0] = Entry(found[0].block, True, wording.say(_PEOPLE))
    return Section(wording.say(_PEOPLE), tuple(found), wording.say(TITLE), columns=columns)


def _person_row(person: PersonPlaces, width: float, scale: float, wording: Wording) -> Row:
    name = said(person.sorted_as, width, SMALL * scale, weight=Weight.SEMIBOLD)
    where = said(person.organisation, width, CAPTION * scale, tone=Tone.QUIET)
    days = [
        said(f"{wording.short_day(day)}:  " + ", ".join(places), width, SMALL * scale, even=True)
        for day, places in _by_day(person)
    ]
    return Row(((0.0, stacked(name, where, *days)),), width, padding=1.2 * MM * scale)


def _by_day(person: PersonPlaces) -> Iterator[tuple[date, list[str]]]:
    for day, places in groupby(person.places, lambda place: place[0].date()):
        yield day, [f"{clock_time(start)}→{table}" for start, table in places]
