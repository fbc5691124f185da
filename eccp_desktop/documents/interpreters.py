"""The document `interpreters`: in every slot at which table which language is needed, and who interprets."""

from collections.abc import Iterator
from itertools import groupby, pairwise

from eccp_desktop.base.i18n import N_
from eccp_desktop.base.progress import Report, Stopping, never_stopping, unreported
from eccp_desktop.documents.blocks import Row, captions, heading, said, stacked
from eccp_desktop.documents.choice import Choice
from eccp_desktop.documents.fitting import Fitted
from eccp_desktop.documents.flow import Entry, Flow, Section
from eccp_desktop.documents.interpreters_view import InterpretedMeeting, InterpretersView
from eccp_desktop.documents.look import CAPTION, GRID, HEADING, MM, SMALL, TEXT, Tone, Weight
from eccp_desktop.documents.schedule_view import Partner
from eccp_desktop.documents.sheet import Sheet
from eccp_desktop.documents.wording import Wording

TITLE = N_("Interpreters")
_CAPTIONS = (N_("Table"), N_("Language"), N_("Needed by"), N_("Meets"), N_("Interpreter"))
_SHARES = (0.0, 0.10, 0.25, 0.50, 0.75, 1.0)
_SPEAKS = N_("{name} speaks {language}")
_MEETINGS = (N_("{number} meeting"), N_("{number} meetings"))
_NOBODY = N_("Nobody who has a meeting needs an interpreter.")


def render(
    view: InterpretersView, choice: Choice, report: Report = unreported, stopping: Stopping = never_stopping
) -> bytes:
    """The list, slot by slot. Raises Stopped."""
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
        sheet.nothing_to_show(wording.say(_NOBODY), flow.paper)
        return
    width = flow.width()
    edges = [share * width for share in _SHARES]
    texts = zip(_CAPTIONS, edges, edges[1:], strict=False)
    header = captions([(wording.say(text), at, end - at - GRID) for text, at, end in texts], width, flow.scale)
    count = wording.count(len(view.meetings), *_MEETINGS)
    section = Section(wording.say(TITLE), tuple(_entries(flow, view, edges, wording)), count, header)
    flow.draw(sheet, flow.laid([section]), report, stopping)


def _entries(flow: Flow, view: InterpretersView, edges: list[float], wording: Wording) -> Iterator[Entry]:
    day = None
    for (start, end), meetings in groupby(view.meetings, lambda one: (one.start, one.end)):
        title, about = wording.span(start, end), ""
        if start.date() != day:
            day, about = start.date(), wording.day(start)
        yield Entry(
            heading(title, flow.width(), flow.scale, about), keep=True, bookmark=f"{wording.short_day(start)} {title}"
        )
        for meeting in meetings:
            yield Entry(_row(meeting, edges, flow.scale, wording))


def _row(meeting: InterpretedMeeting, edges: list[float], scale: float, wording: Wording) -> Row:
    rooms = [end - start - 2 * GRID for start, end in pairwise(edges)]
    languages = ", ".join(wording.tongue(one) for one in meeting.languages)
    helping = [said(one, rooms[4], TEXT * scale, weight=Weight.SEMIBOLD) for one in meeting.interpreters]
    if not helping:
        helping = [
            said(wording.say(_SPEAKS, name=name, language=wording.tongue(language)), rooms[4], SMALL * scale, lines=3)
            for name, language in meeting.speakers
        ]
    stacks = (
        stacked(
            said(meeting.table, rooms[0], HEADING * scale, weight=Weight.SEMIBOLD, lines=1),
            said(meeting.zone, rooms[0], CAPTION * scale, tone=Tone.QUIET),
        ),
        stacked(said(languages, rooms[1], TEXT * scale, weight=Weight.SEMIBOLD)),
        stacked(*(text for one in meeting.needing for text in _person(one, rooms[2], scale, wording))),
        stacked(*(text for one in meeting.others for text in _person(one, rooms[3], scale, wording))),
        stacked(*(helping or [said("…" * 24, rooms[4], SMALL * scale, tone=Tone.QUIET, lines=1)])),
    )
    return Row(tuple(zip(edges, stacks, strict=False)), edges[-1], padding=1.8 * MM * scale)


def _person(person: Partner, room: float, scale: float, wording: Wording) -> Iterator[tuple[Fitted, Tone]]:
    where = ", ".join(part for part in (person.organisation, wording.country(person.country)) if part)
    yield said(person.name, room, SMALL * scale, weight=Weight.SEMIBOLD)
    yield said(where, room, CAPTION * scale, tone=Tone.QUIET, lines=3)
