"""One form: whom, when, where; then what to tick and what to write."""

from functools import partial

from eccp_desktop.base.i18n import N_
from eccp_desktop.documents.feedback_view import FeedbackMeeting
from eccp_desktop.documents.fitting import fit
from eccp_desktop.documents.look import CAPTION, GRID, HEADING, MM, SMALL, TEXT, Tone, Weight
from eccp_desktop.documents.own_script import listed
from eccp_desktop.documents.qr import QUIET_SHARE
from eccp_desktop.documents.schedule_columns import Columns
from eccp_desktop.documents.sheet import Sheet
from eccp_desktop.documents.stack import BASELINE
from eccp_desktop.documents.tags import Role
from eccp_desktop.documents.wording import Wording

RESULTS = (
    N_("no further contact"),
    N_("no further contact but knowledge gain"),
    N_("valuable contact for future projects"),
    N_("negotiation started"),
    N_("cooperation agreement reached"),
)
_TABLE = N_("table {table}")
_MEETING = N_("meeting {number}")
_QUALITY, _POOR, _EXCELLENT = N_("How good was it?"), N_("poor"), N_("excellent")
_RESULT = N_("What came of it?")
_POTENTIAL = N_("Could it lead to an agreement?")
_YES, _NO = N_("yes"), N_("no")
_NEXT = N_("Next step")
_HEIGHT = 56 * MM
_CODE = 24 * MM
_TICK = 3.6 * MM


class FormWords:
    """The words of a form in one language."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        self.results = tuple(wording.say(one) for one in RESULTS)


def form_height(columns: Columns) -> float:
    """What a form takes of a page."""
    return _HEIGHT * columns.scale


def draw_form(sheet: Sheet, meeting: FeedbackMeeting, words: FormWords, columns: Columns, top: float) -> None:
    """Draw a form from `top` down; the code names the meeting to a scanner. What all forms share is kept once."""
    scale, side = columns.scale, _CODE * columns.scale
    with sheet.tags.part(Role.HEADING):
        _draw_whom(sheet, meeting, words, columns, top, columns.width - side - 2 * GRID)
    at = columns.right - side * (1 - QUIET_SHARE)
    sheet.code(meeting_code(meeting.number), at, top + 1 * MM, side)
    number = words.wording.say(_MEETING, number=meeting.number)
    sheet.put(
        number, at, top + side + 3 * MM * scale, side, CAPTION * scale, tone=Tone.QUIET, side="centre", smallest=5
    )
    stamp = f"form-{words.wording.language}-{top:.0f}"
    sheet.stamp(stamp, partial(_draw_asked, sheet, words, columns, top), measured=True)


def _draw_asked(sheet: Sheet, words: FormWords, columns: Columns, top: float) -> None:
    """What to tick and where to write."""
    scale, say = columns.scale, words.wording.say
    left = columns.left
    sheet.rule(left, top, columns.width, tone=Tone.INK, weight=1)
    middle = left + columns.width * 0.52
    body = top + 22 * MM * scale
    _caption(sheet, say(_RESULT), left, body, middle - left - GRID, scale)
    for index, result in enumerate(words.results):
        _tick(sheet, result, left, body + (5.6 * index + 6.2) * MM * scale, middle - left - GRID, scale)
    room = columns.right - _CODE * scale - middle - 2 * GRID
    _caption(sheet, say(_QUALITY), middle, body, room, scale)
    step = room / 5
    for mark in range(1, 6):
        _tick(sheet, str(mark), middle + (mark - 1) * step, body + 6.2 * MM * scale, step - 1, scale)
    ends, half = body + 10 * MM * scale, room / 2
    sheet.put(say(_POOR), middle, ends, half - 2, CAPTION * scale, tone=Tone.QUIET)
    sheet.put(say(_EXCELLENT), middle + half, ends, half, CAPTION * scale, tone=Tone.QUIET, side="right")
    below = body + 16.5 * MM * scale
    _caption(sheet, say(_POTENTIAL), middle, below, columns.right - middle, scale)
    for index, answer in enumerate((_YES, _NO)):
        _tick(sheet, say(answer), middle + index * 2 * step, below + 6.2 * MM * scale, 2 * step - 1, scale)
    last = below + 12.5 * MM * scale
    _caption(sheet, say(_NEXT), middle, last, 20 * MM * scale, scale)
    start = middle + 21 * MM * scale
    sheet.rule(start, last, columns.right - start, tone=Tone.QUIET)


def meeting_code(number: int) -> str:
    """What the code of a form says: short, and unlike any badge code."""
    return f"M{number}"


def _draw_whom(
    sheet: Sheet, meeting: FeedbackMeeting, words: FormWords, columns: Columns, top: float, room: float
) -> None:
    scale, wording = columns.scale, words.wording
    first = 38 * MM * scale
    when = wording.span(meeting.start, meeting.end)
    line = top + 6.5 * MM * scale
    sheet.put(when, columns.left, line, first - GRID, HEADING * scale, weight=Weight.SEMIBOLD)
    where = f"{wording.short_day(meeting.start)} · {wording.say(_TABLE, table=meeting.table)}"
    sheet.put(where, columns.left, line + 5 * MM * scale, first - GRID, SMALL * scale, tone=Tone.QUIET, smallest=5)
    names = fit(
        listed(one.name for one in meeting.partners),
        room - first,
        HEADING * scale,
        weight=Weight.SEMIBOLD,
        smallest=SMALL * scale,
        height=11 * MM * scale,
        lines=2,
        most=8,
    )
    about = ", ".join(
        dict.fromkeys(
            part for one in meeting.partners for part in (one.organisation, wording.country(one.country)) if part
        )
    )
    left = columns.left + first
    last = sheet.write(names, left, top + 2 * MM * scale + names.size * BASELINE)
    rest = 17 * MM * scale - names.height
    whose = fit(about, room - first, TEXT * scale, smallest=CAPTION * scale, height=rest, lines=2, most=8)
    sheet.write(whose, left, last + names.size * 0.3 + whose.size * BASELINE, tone=Tone.QUIET)


def _caption(sheet: Sheet, text: str, left: float, baseline: float, room: float, scale: float) -> None:
    sheet.put(text, left, baseline, room, SMALL * scale, weight=Weight.SEMIBOLD, smallest=5)


def _tick(sheet: Sheet, text: str, left: float, baseline: float, room: float, scale: float) -> None:
    side = _TICK * scale
    sheet.frame(left, baseline - side * 0.85, side, side, tone=Tone.INK, weight=0.8, round_by=1)
    across = side + 1.5 * GRID * scale
    sheet.put(text, left + across, baseline, room - across, SMALL * scale, smallest=4.5)
