"""The document `interpreters`: in every slot at which table which language is needed, and who interprets."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from eccp_desktop.base.i18n import N_
from eccp_desktop.base.progress import Report, Stopping, never_stopping, unreported
from eccp_desktop.documents.blocks import Block, Row, captions, goes_on, heading, said, stacked
from eccp_desktop.documents.choice import Choice
from eccp_desktop.documents.empty_page import draw_empty_page
from eccp_desktop.documents.fitting import Fitted
from eccp_desktop.documents.flow import Entry, Flow, Section
from eccp_desktop.documents.interpreters_view import InterpretedMeeting, InterpretersView
from eccp_desktop.documents.look import CAPTION, GRID, HEADING, MM, SMALL, TEXT, Tone, Weight
from eccp_desktop.documents.schedule_view import Partner
from eccp_desktop.documents.sheet import Sheet
from eccp_desktop.documents.stack import Stack
from eccp_desktop.documents.tags import TableTag
from eccp_desktop.documents.wording import Wording

TITLE = N_("Interpreters")
_CAPTIONS = (N_("Table"), N_("Language"), N_("Needed by"), N_("Meets"), N_("Interpreter"))
_SHARES = (0.0, 0.09, 0.235, 0.51, 0.785, 1.0)
_SPEAKS = N_("{name} speaks {language}")
_MEETINGS = (N_("{number} meeting"), N_("{number} meetings"))
_UNMET = N_("{number} without an interpreter")
_SILENT = (N_("nobody interprets at table {tables}"), N_("nobody interprets at tables {tables}"))
_NOBODY = N_("Nobody who has a meeting needs an interpreter.")


def render(
    view: InterpretersView, choice: Choice, report: Report = unreported, stopping: Stopping = never_stopping
) -> bytes:
    """The list, slot by slot, every day on pages of its own. Raises Stopped."""
    sheet = Sheet.titled(TITLE, view.event, choice)
    draw(sheet, view, choice, report, stopping)
    return sheet.finished()


def draw(
    sheet: Sheet,
    view: InterpretersView,
    choice: Choice,
    report: Report = unreported,
    stopping: Stopping = never_stopping,
) -> None:
    """Draw the list onto new pages of `sheet`."""
    wording, flow = Wording(choice.language), Flow(view.event, choice)
    if not view.meetings:
        draw_empty_page(sheet, wording.say(_NOBODY), flow.paper)
        return
    width = flow.width()
    edges = [share * width for share in _SHARES]
    texts = zip(_CAPTIONS, edges, edges[1:], strict=False)
    header = captions([(wording.say(text), at, end - at - GRID) for text, at, end in texts], width, flow.scale)
    sections = []
    for day, found in groupby(view.meetings, lambda one: one.start.date()):
        meetings = tuple(found)
        about = f"{wording.day(day)} · {wording.count(len(meetings), *_MEETINGS)}"
        if unmet := sum(not one.interpreters for one in meetings):
            about = f"{about}, {wording.say(_UNMET, number=unmet)}"
        entries, table = tuple(_entries(flow, meetings, edges, wording)), TableTag(len(_CAPTIONS))
        sections.append(Section(wording.say(TITLE), entries, about, header, table=table))
    flow.draw(sheet, flow.laid(sections), report, stopping)


def _entries(
    flow: Flow, meetings: Iterable[InterpretedMeeting], edges: list[float], wording: Wording
) -> Iterator[Entry]:
    for (start, end), found in groupby(meetings, lambda one: (one.start, one.end)):
        together = tuple(found)
        title = wording.span(start, end)
        silent = [one.table for one in together if not one.interpreters]
        words = _SILENT[len(silent) > 1]
        nobody = f" · {wording.say(words, tables=', '.join(silent))}" if silent else ""
        above = heading(f"{title}{nobody}", flow.width(), flow.scale)
        yield Entry(above, keep=True, bookmark=f"{wording.short_day(start)} {title}")
        again = goes_on(title, flow.width(), wording, flow.scale)
        for index, meeting in enumerate(together):
            yield Entry(_row(meeting, edges, flow.scale, wording), carried=again if index else None)


def _row(meeting: InterpretedMeeting, edges: list[float], scale: float, wording: Wording) -> Block:
    rooms = [end - start - 2 * GRID for start, end in pairwise(edges)]
    languages = ", ".join(wording.tongue(one) for one in meeting.languages)
    helping = [said(one, rooms[4], TEXT * scale, weight=Weight.SEMIBOLD) for one in meeting.interpreters]
    if not helping:
        helping = [
            said(wording.say(_SPEAKS, name=name, language=wording.tongue(language)), rooms[4], SMALL * scale, lines=3)
            for name, language in meeting.speakers
        ]
    zone = wording.zone(meeting.zone)
    stacks = (
        stacked(
            said(meeting.table, rooms[0], HEADING * scale, weight=Weight.SEMIBOLD, lines=1),
            said(zone, rooms[0], CAPTION * scale, tone=Tone.QUIET),
        ),
        stacked(said(languages[:1].upper() + languages[1:], rooms[1], TEXT * scale, weight=Weight.SEMIBOLD)),
        Stack.joined((stacked(*_person(one, rooms[2], scale, wording)) for one in meeting.needing), 0.7 * MM * scale),
        Stack.joined((stacked(*_person(one, rooms[3], scale, wording)) for one in meeting.others), 0.7 * MM * scale),
        stacked(*helping),
    )
    row = Row(tuple(zip(edges, stacks, strict=False)), edges[-1], padding=1.8 * MM * scale)
    return row if meeting.interpreters else _Asking(row, edges[4], rooms[4] + 2 * GRID, 9 * MM * scale)


@dataclass(frozen=True, slots=True)
class _Asking:
    """A row with room in its last cell, over a line to write a name on: nobody is known to interpret there."""

    row: Row
    across: float
    length: float
    space: float

    @property
    def height(self) -> float:
        beside = self.row.cells[-1][1].height
        return max(self.row.height, beside + self.space)

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        replace(self.row, least=self.height).draw(sheet, left, top)
        sheet.rule(left + self.across, top + self.height, self.length, tone=Tone.INK, weight=0.75)


def _person(person: Partner, room: float, scale: float, wording: Wording) -> Iterator[tuple[Fitted, Tone]]:
    where = wording.whereabouts(person.organisation, person.country)
    yield said(person.name, room, SMALL * scale, weight=Weight.SEMIBOLD)
    yield said(where, room, CAPTION * scale, tone=Tone.QUIET, even=True)
