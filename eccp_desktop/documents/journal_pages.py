"""The document `journal`: the changes of the day, or of all days, in words."""

import re
from collections.abc import Iterator
from datetime import datetime
from itertools import groupby, pairwise

from eccp_desktop.base.i18n import N_
from eccp_desktop.base.progress import Report, Stopping, never_stopping, unreported
from eccp_desktop.documents.blocks import Row, captions, goes_on, heading, said, stacked
from eccp_desktop.documents.choice import Choice
from eccp_desktop.documents.empty_page import draw_empty_page
from eccp_desktop.documents.fitting import Fitted
from eccp_desktop.documents.flow import Entry, Flow, Section
from eccp_desktop.documents.journal_view import JournalDetail, JournalLine, JournalView
from eccp_desktop.documents.look import GRID, MM, SMALL, TEXT, Tone, Weight
from eccp_desktop.documents.sheet import Sheet
from eccp_desktop.documents.tags import TableTag
from eccp_desktop.documents.wording import Wording, clock_time

TITLE = N_("Changes")
_CAPTIONS = (N_("Time"), N_("What"), N_("About"), N_("From → to"), N_("Who, laptop"))
_SHARES = (0.0, 0.085, 0.335, 0.62, 0.885, 1.0)
_TAKEN_BACK = N_("taken back: {what}")
_STEPS = (N_("{number} step"), N_("{number} steps"))
_MEETING, _TABLE = N_("meeting {number}"), N_("table {table}")
_FIELD = N_("{field}: {change}")
_NUMBERED = re.compile(r"(meeting|table) (\d+)")
_NOTHING = N_("Nothing was changed.")


def render(
    view: JournalView, choice: Choice, report: Report = unreported, stopping: Stopping = never_stopping
) -> bytes:
    """The steps, day by day. Raises Stopped."""
    sheet = Sheet.titled(TITLE, view.event, choice)
    draw(sheet, view, choice, report, stopping)
    return sheet.finished()


def draw(
    sheet: Sheet, view: JournalView, choice: Choice, report: Report = unreported, stopping: Stopping = never_stopping
) -> None:
    """Draw the journal onto new pages of `sheet`."""
    wording, flow = Wording(choice.language), Flow(view.event, choice)
    if not view.lines:
        draw_empty_page(sheet, wording.say(_NOTHING), flow.paper)
        return
    width = flow.width()
    edges = [share * width for share in _SHARES]
    texts = zip(_CAPTIONS, edges, edges[1:], strict=False)
    header = captions([(wording.say(text), at, end - at - GRID) for text, at, end in texts], width, flow.scale)
    count = wording.count(len(view.lines), *_STEPS)
    section = Section(
        wording.say(TITLE), _entries(flow, view, edges, wording), count, header, table=TableTag(len(_CAPTIONS))
    )
    flow.draw(sheet, flow.laid([section]), report, stopping)


def _entries(flow: Flow, view: JournalView, edges: list[float], wording: Wording) -> Iterator[Entry]:
    for day, lines in groupby(view.lines, lambda one: one.at.date()):
        title = wording.day(day)
        above = goes_on(title, flow.width(), wording, flow.scale)
        yield Entry(heading(title, flow.width(), flow.scale), keep=True, bookmark=title)
        for index, line in enumerate(lines):
            yield Entry(_row(line, edges, flow.scale, wording), carried=above if index else None)


def _row(line: JournalLine, edges: list[float], scale: float, wording: Wording) -> Row:
    rooms = [end - start - 2 * GRID for start, end in pairwise(edges)]
    what = wording.say(line.what)
    if line.taken_back:
        what = wording.say(_TAKEN_BACK, what=what)
    cells = (
        stacked(said(clock_time(line.at), rooms[0], TEXT * scale, weight=Weight.SEMIBOLD, lines=1)),
        stacked(said(what, rooms[1], TEXT * scale, lines=3)),
        stacked(
            said(_about(line.about, wording), rooms[2], SMALL * scale, lines=3),
            *_people(line.people, rooms[2], SMALL * scale),
        ),
        stacked(*(said(_detail(one, wording), rooms[3], SMALL * scale, lines=4) for one in line.details)),
        stacked(said(" · ".join((line.actor, line.device)), rooms[4], SMALL * scale, tone=Tone.QUIET)),
    )
    return Row(tuple(zip(edges, cells, strict=False)), edges[-1], padding=1 * MM * scale)


def _people(names: tuple[str, ...], room: float, size: float) -> tuple[tuple[Fitted, Tone], ...]:
    """Who meets, on one line or, where they find no room there, everybody on their own."""
    together = said(" – ".join(names), room, size, tone=Tone.QUIET, even=True)
    if len(together[0].lines) <= 1:
        return (together,)
    return tuple(said(name, room, size, tone=Tone.QUIET, even=True) for name in names)


def _about(words: str, wording: Wording) -> str:
    """What a step was about; meetings and tables are known by their numbers."""
    found = _NUMBERED.fullmatch(words)
    if found is None:
        return words
    return wording.say(_MEETING, number=found[2]) if found[1] == "meeting" else wording.say(_TABLE, table=found[2])


def _detail(detail: JournalDetail, wording: Wording) -> str:
    before, after = (_value(value, wording) for value in (detail.before, detail.after))
    change = f"{before} → {after}" if before else after
    return wording.say(_FIELD, field=wording.say(detail.field), change=change or "–")


def _value(value: datetime | str | None, wording: Wording) -> str:
    if isinstance(value, datetime):
        return f"{wording.short_day(value)} {clock_time(value)}"
    return wording.say(value or "")
