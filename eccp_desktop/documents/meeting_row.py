"""A meeting, and a session of the programme, as rows of a personal schedule."""

from eccp_desktop.base.i18n import N_
from eccp_desktop.documents.fitting import Fitted, fit
from eccp_desktop.documents.look import GRID, MM, ROW, SMALL, TEXT, Tone, Weight
from eccp_desktop.documents.own_script import listed
from eccp_desktop.documents.schedule_columns import Columns
from eccp_desktop.documents.schedule_view import LineKind, Mark, Partner, ScheduleLine
from eccp_desktop.documents.sheet import Sheet
from eccp_desktop.documents.stack import BASELINE, Stack
from eccp_desktop.documents.tags import Scope
from eccp_desktop.documents.wording import Wording, clock_time

MARK_WORDS = {
    Mark.NEW: N_("new"),
    Mark.MOVED: N_("moved"),
    Mark.CHANGED: N_("changed"),
    Mark.CANCELLED: N_("cancelled"),
}
_TABLE = N_("table {table}")
_BEFORE = N_("before: {before}")
_INTERPRETER = N_("interpreter: {languages}")
_INTERPRETED = N_("interpreter: {names}")
_HELPING = N_("you interpret: {languages}")
_BIG = 16.0
_PADDING = 1.7 * MM


class MeetingRow:
    """Time and table large, the partners beside them."""

    def __init__(self, line: ScheduleLine, columns: Columns, wording: Wording) -> None:
        self._line, self._columns, self._wording = line, columns, wording
        scale = columns.scale
        extras = [voice] if (voice := _voice(line, wording)) else []
        extras += [_before(line, wording)] if line.before else []
        partners = [text for one in line.partners or (Partner("–", "", ""),) for text in self._partner(one)]
        self._people = Stack.of([*partners, *((self._small(text), Tone.INK) for text in extras)])
        zone = wording.zone(line.zone)
        zone_room = columns.partner - columns.table - 2 * GRID
        self._zone = fit(zone, zone_room, SMALL * scale, smallest=6 * scale, lines=2, most=6)
        beside = (ROW * BASELINE + 13 + SMALL * 0.25) * scale + max(0, len(self._zone.lines) - 1) * self._zone.leading
        self.height = max(self._people.height, beside) + 2 * _PADDING * scale

    def _partner(self, partner: Partner) -> tuple[tuple[Fitted, Tone], tuple[Fitted, Tone]]:
        room, scale = self._columns.partner_width, self._columns.scale
        where = self._wording.whereabouts(partner.organisation, partner.country)
        name = fit(
            partner.name,
            room,
            ROW * scale,
            weight=Weight.SEMIBOLD,
            smallest=9 * scale,
            lines=2,
            most=12,
            alone=11 * scale,
        )
        return (name, Tone.INK), (self._small(where), Tone.QUIET)

    def _small(self, text: str) -> Fitted:
        scale = self._columns.scale
        return fit(
            text, self._columns.partner_width, SMALL * scale, smallest=8 * scale, lines=2, most=12, alone=8.5 * scale
        )

    def draw(self, sheet: Sheet, top: float) -> None:
        line, columns, scale = self._line, self._columns, self._columns.scale
        struck = line.mark is Mark.CANCELLED
        tone = Tone.QUIET if struck else Tone.INK
        padding = _PADDING * scale
        first = top + padding + ROW * scale * BASELINE
        second = first + 13 * scale
        time_room, table_room = columns.table - columns.left - GRID, columns.partner - columns.table - GRID
        with sheet.tags.cell(Scope.ROW):
            start = fit(clock_time(line.start), time_room, _BIG * scale, weight=Weight.SEMIBOLD)
            sheet.write(start, columns.left, first, tone=tone, struck=struck)
            sheet.put(f"–{clock_time(line.end)}", columns.left, second, time_room, SMALL * scale, tone=Tone.QUIET)
        with sheet.tags.cell():
            table = fit(line.table, table_room, _BIG * scale, weight=Weight.SEMIBOLD, smallest=6)
            sheet.write(table, columns.table, first, tone=tone, struck=struck)
            sheet.write(self._zone, columns.table, second, tone=Tone.QUIET)
        with sheet.tags.cell():
            self._people.draw(sheet, columns.partner, top + padding, struck=struck)
            if line.mark is not None:
                _draw_mark(sheet, line.mark, columns, self._wording, top + padding, first, self.height - 2 * padding)
            type_left = columns.right - columns.last
            type_baseline = second if line.mark else first
            sheet.put(line.type, type_left, type_baseline, columns.last, SMALL * scale, tone=Tone.QUIET, side="right")
        sheet.rule(columns.left, top + self.height, columns.width)


class ProgrammeRow:
    """A session of the programme, on a wash so that it stands apart from meetings."""

    def __init__(self, line: ScheduleLine, columns: Columns, wording: Wording) -> None:
        self._line, self._columns, self._wording = line, columns, wording
        scale = columns.scale
        room = columns.right - columns.table - columns.last - 2 * GRID
        about = " · ".join(part for part in (line.zone, line.note) if part)
        title = fit(
            wording.say(line.title), room, TEXT * scale, weight=Weight.SEMIBOLD, smallest=9 * scale, lines=2, most=12
        )
        texts = [(title, Tone.INK), (fit(about, room, SMALL * scale, smallest=8 * scale, lines=3, most=12), Tone.QUIET)]
        if line.before:
            texts.append((fit(_before(line, wording), room, SMALL * scale, smallest=8 * scale, most=8), Tone.INK))
        self._texts = Stack.of(texts)
        self.height = max(self._texts.height, TEXT * 1.2 * scale) + 2 * _PADDING * scale + 2 * MM * scale

    def draw(self, sheet: Sheet, top: float) -> None:
        line, columns, scale = self._line, self._columns, self._columns.scale
        struck = line.mark is Mark.CANCELLED
        outer, inner = top + 1 * MM * scale, top + (1 * MM + _PADDING) * scale
        bleed = 1.5 * GRID * scale
        sheet.block(columns.left - bleed, outer, columns.width + 2 * bleed, self.height - 2 * MM * scale, round_by=2)
        baseline = inner + TEXT * scale * BASELINE
        room = columns.table - columns.left - GRID
        times = fit(self._wording.span(line.start, line.end), room, SMALL * scale, smallest=5)
        with sheet.tags.cell(Scope.ROW):
            sheet.write(times, columns.left, baseline, tone=Tone.QUIET if struck else Tone.INK, struck=struck)
        with sheet.tags.cell(span=2):
            self._texts.draw(sheet, columns.table, inner, struck=struck)
            if line.mark is not None:
                _draw_mark(sheet, line.mark, columns, self._wording, outer, baseline, self.height - 2 * MM * scale)


def _draw_mark(
    sheet: Sheet,
    mark: Mark,
    columns: Columns,
    wording: Wording,
    top: float,
    baseline: float,
    height: float,
) -> None:
    """A bar in the margin and the word in the last column."""
    sheet.block(columns.left - 3 * GRID * columns.scale, top, 3, height, tone=Tone.INK)
    sheet.tag(wording.say(MARK_WORDS[mark]), columns.right, baseline - 1, columns.last)


def _voice(line: ScheduleLine, wording: Wording) -> str:
    """Who interprets, or into which languages somebody should; on the sheet of an interpreter that they do."""
    languages = ", ".join(map(wording.tongue, line.note.split()))
    if line.helping:
        return wording.say(_HELPING, languages=languages)
    if line.interpreters:
        return wording.say(_INTERPRETED, names=listed(line.interpreters))
    return wording.say(_INTERPRETER, languages=languages) if languages else ""


def _before(line: ScheduleLine, wording: Wording) -> str:
    """What the copy in hand says where it differs: day, time, place, people."""
    before = line.before
    assert before is not None
    parts = []
    if before.start.date() != line.start.date():
        parts.append(wording.short_day(before.start.date()))
    if before.start != line.start:
        parts.append(clock_time(before.start))
    elif before.end != line.end:
        parts.append(wording.span(before.start, before.end))
    if before.table and before.table != line.table:
        parts.append(wording.say(_TABLE, table=before.table))
    if before.zone and before.zone != line.zone:
        parts.append(before.zone)
    if before.partners != line.partners:
        parts.extend(f"{one.name}, {one.organisation}" for one in before.partners)
    if before.title != line.title:
        parts.append(before.title)
    if line.kind is LineKind.MEETING:
        voice = _voice(before, wording)
        parts += [voice] if voice != _voice(line, wording) else []
    elif before.note != line.note:
        parts.append(before.note)
    said = ", ".join(part for part in parts if part)
    return wording.say(_BEFORE, before=said) if said else ""
