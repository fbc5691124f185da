"""The rows of a day in a personal schedule, and the quiet ones among them: free slots, time away, nothing at all."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import groupby
from typing import Protocol

from eccp_desktop.base.i18n import N_
from eccp_desktop.documents.fitting import fit
from eccp_desktop.documents.look import GRID, MM, SMALL, TEXT, Tone
from eccp_desktop.documents.meeting_row import MeetingRow, ProgrammeRow
from eccp_desktop.documents.schedule_columns import Columns
from eccp_desktop.documents.schedule_view import LineKind, ScheduleLine
from eccp_desktop.documents.sheet import Sheet
from eccp_desktop.documents.stack import BASELINE
from eccp_desktop.documents.tags import Scope
from eccp_desktop.documents.wording import Wording, clock_time

_QUIET_WORDS = {LineKind.FREE: N_("free"), LineKind.AWAY: N_("away")}
_PAUSE = timedelta(minutes=30)
"""Slots further apart than this do not share a row: nobody is free over lunch."""

_NOTHING = N_("Nothing is planned on this day.")


class Row(Protocol):
    """Something that knows its height before it is drawn."""

    @property
    def height(self) -> float: ...

    def draw(self, sheet: Sheet, top: float) -> None: ...


def day_rows(lines: Sequence[ScheduleLine], columns: Columns, wording: Wording) -> list[Row]:
    """The rows of one day, one at least; free slots that follow each other share a row."""
    rows: list[Row] = []
    for kind, group in groupby(lines, key=lambda line: line.kind):
        members = tuple(group)
        if kind in _QUIET_WORDS:
            words = wording.say(_QUIET_WORDS[kind])
            rows.extend(QuietRow(run, words, columns, wording) for run in _runs(members))
        elif kind is LineKind.PROGRAMME:
            rows.extend(ProgrammeRow(line, columns, wording) for line in members)
        else:
            rows.extend(MeetingRow(line, columns, wording) for line in members)
    return rows or [EmptyRow(wording.say(_NOTHING), columns)]


def _runs(lines: Sequence[ScheduleLine]) -> Iterator[list[ScheduleLine]]:
    run: list[ScheduleLine] = []
    for line in lines:
        if run and line.start - run[-1].end > _PAUSE:
            yield run
            run = []
        run.append(line)
    yield run


class QuietRow:
    """Slots one after the other: from when to when, and where each begins."""

    def __init__(self, lines: Sequence[ScheduleLine], word: str, columns: Columns, wording: Wording) -> None:
        self._columns, self._word = columns, word
        scale = columns.scale
        self._span = wording.span(lines[0].start, lines[-1].end)
        starts = [clock_time(line.start) for line in lines] if len(lines) > 1 else []
        notes = dict.fromkeys(line.note for line in lines if line.note)
        room = columns.right - columns.partner
        self._starts = fit(" · ".join((*starts, *notes)), room, SMALL * scale, smallest=8 * scale, lines=3, most=6)
        self.height = max(1, len(self._starts.lines)) * SMALL * 1.2 * scale + 2.8 * MM * scale

    def draw(self, sheet: Sheet, top: float) -> None:
        columns, size = self._columns, SMALL * self._columns.scale
        baseline = top + 1.4 * MM * columns.scale + size * BASELINE
        room = columns.partner - columns.table - GRID
        with sheet.tags.cell(Scope.ROW):
            sheet.put(self._span, columns.left, baseline, columns.table - columns.left - GRID, size, tone=Tone.QUIET)
        with sheet.tags.cell():
            sheet.put(self._word, columns.table, baseline, room, size, tone=Tone.QUIET)
        with sheet.tags.cell():
            sheet.write(self._starts, columns.partner, baseline, tone=Tone.QUIET)
        sheet.rule(columns.left, top + self.height, columns.width)


class EmptyRow:
    """Says that a day holds nothing."""

    def __init__(self, words: str, columns: Columns) -> None:
        self._words, self._columns = words, columns
        self.height = 9 * MM * columns.scale

    def draw(self, sheet: Sheet, top: float) -> None:
        columns, size = self._columns, TEXT * self._columns.scale
        baseline = top + 2 * MM * columns.scale + size * BASELINE
        with sheet.tags.cell(span=3):
            sheet.put(self._words, columns.left, baseline, columns.width, size, tone=Tone.QUIET)
