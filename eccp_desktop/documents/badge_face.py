"""One badge: the name as large as it goes, the rest below."""

from eccp_desktop.documents.badge_view import Badge
from eccp_desktop.documents.event_head import EventHead
from eccp_desktop.documents.fitting import LEADING, Fitted, fit
from eccp_desktop.documents.logo import draw_logos, logos_room
from eccp_desktop.documents.look import CAPTION, GRID, HEADING, MM, SMALL, TEXT, TITLE, Tone, Weight
from eccp_desktop.documents.own_script import Reading, reading_below
from eccp_desktop.documents.qr import QUIET_MODULES
from eccp_desktop.documents.sheet import Sheet
from eccp_desktop.documents.stack import BASELINE
from eccp_desktop.documents.wording import Wording

_PADDING = 5 * MM
_LOW, _LOW_PADDING = 45 * MM, 2.5 * MM
"""A label that is less high has all its text beside the code, closer to the edge, and nothing of the event."""
_NAME_SIZES = (72.0, 64.0, 56.0, 48.0, 42.0, 36.0, 30.0, 27.0, 24.0, 21.0, 18.0, 16.0, 14.0, 12.0, 10.5, 9.0)
_NAME_RATIO = 0.7
"""The second part of a name is this much of the size of the first, where both are set large."""


def draw_badge(
    sheet: Sheet, badge: Badge, event: EventHead, wording: Wording, left: float, top: float, across: float, down: float
) -> None:
    """Draw inside the given area; nothing touches its edge."""
    if down < _LOW and across > down:
        _draw_low(sheet, badge, wording, left, top, across, down)
        return
    inner_left, inner_right = left + _PADDING, left + across - _PADDING
    upright = down > across
    width = inner_right - inner_left
    code = min(21 * MM, width * 0.3) if not upright else min(30 * MM, width * 0.42)
    foot = top + down - _PADDING
    logos = (width * 0.6, 7 * MM)
    taken = logos_room(event, *logos)
    sheet.put(
        event.title(), inner_left, top + _PADDING + CAPTION * 0.7, width - taken, CAPTION, tone=Tone.QUIET, smallest=5
    )
    draw_logos(sheet, event, inner_right, top + _PADDING - 1.5 * MM, *logos)

    quiet = code * QUIET_MODULES / (21 + 2 * QUIET_MODULES)
    code_top = foot - code + quiet
    if badge.code:
        sheet.code(badge.code, inner_right - code + quiet, code_top, code)
    beside = width - code - GRID if badge.code else width
    _draw_filing(sheet, badge, inner_left, foot, beside)

    about_height = 20 * MM if upright else down * 0.3
    about_room = width if upright else beside
    about_top = code_top - about_height if upright else foot - SMALL * LEADING - about_height
    organisation = fit(
        badge.organisation,
        about_room,
        (TITLE if across > 80 * MM else HEADING) if upright else TEXT + 2,
        smallest=8,
        lines=3,
        most=8,
        height=about_height - TEXT * LEADING,
    )
    name_top = top + _PADDING + (max(CAPTION * LEADING, 5.5 * MM) if taken else CAPTION * LEADING) + GRID / 2
    name_floor = about_top - GRID / 2
    _draw_name(sheet, badge, inner_left, name_top, width, name_floor - name_top)
    sheet.write(organisation, inner_left, about_top + organisation.size * BASELINE)
    baseline = about_top + organisation.height + TEXT * BASELINE
    size = min(TEXT, organisation.size) if organisation.lines else TEXT
    sheet.put(_from(badge, wording), inner_left, baseline, about_room, size, tone=Tone.QUIET, smallest=5)


def _draw_low(
    sheet: Sheet, badge: Badge, wording: Wording, left: float, top: float, across: float, down: float
) -> None:
    """From the foot upwards: box and code, country, organisation; the name takes what is left."""
    left, right = left + _LOW_PADDING, left + across - _LOW_PADDING
    top, foot = top + _LOW_PADDING, top + down - _LOW_PADDING
    code = min(21 * MM, foot - top, (right - left) * 0.36)
    if badge.code:
        quiet = code * QUIET_MODULES / (21 + 2 * QUIET_MODULES)
        sheet.code(badge.code, right - code + quiet, top + (foot - top - code) / 2, code)
    room = right - left - (code + GRID / 2 if badge.code else 0.0)
    size = min(CAPTION, (foot - top) * 0.115)
    line = size * LEADING
    filing = foot - (line - size * BASELINE)
    sheet.put(_filing(badge), left, filing, room, size, tone=Tone.QUIET, smallest=5)
    sheet.put(_from(badge, wording), left, filing - line, room, size, tone=Tone.QUIET, smallest=5)
    floor = foot - 2 * line - GRID / 4
    organisation = fit(badge.organisation, room, size * 1.2, smallest=5.5, lines=2, most=3, height=(foot - top) * 0.28)
    floor -= organisation.height
    sheet.write(organisation, left, floor + organisation.size * BASELINE)
    _draw_name(sheet, badge, left, top, room, floor - top)


def _filing(badge: Badge) -> str:
    return " · ".join(part for part in (badge.box, badge.code) if part)


def _from(badge: Badge, wording: Wording) -> str:
    return " · ".join(part for part in (wording.country(badge.country), badge.side) if part)


def _draw_filing(sheet: Sheet, badge: Badge, left: float, foot: float, room: float) -> None:
    """Box and position, and the code for typing, small at the foot."""
    sheet.put(_filing(badge), left, foot, room, SMALL, tone=Tone.QUIET, smallest=5)


def _draw_name(sheet: Sheet, badge: Badge, left: float, top: float, width: float, height: float) -> None:
    """Both parts, or a name in another script and its reading, as large as fit together, in the middle of their space."""
    name, reading = reading_below(" ".join(part for part in (badge.first, badge.second) if part))
    parts = [name, reading] if reading else [part for part in (badge.first, badge.second) if part]
    place = Reading.APART if reading else Reading.AFTER
    for largest in _NAME_SIZES:
        fitted = [
            _part(text, width, largest * (_NAME_RATIO if index else 1), height, place)
            for index, text in enumerate(parts)
        ]
        if all(text is not None for text in fitted) and sum(text.height for text in fitted if text) <= height:
            _draw_parts(sheet, [text for text in fitted if text], left, top, height)
            return
    share = height / max(1, len(parts))
    _draw_parts(
        sheet,
        [fit(text, width, 14, weight=Weight.SEMIBOLD, lines=2, most=99, height=share, reading=place) for text in parts],
        left,
        top,
        height,
    )


def _part(text: str, width: float, size: float, height: float, reading: Reading) -> Fitted | None:
    """The text at exactly this size on at most two lines without broken words, or None."""
    fitted = fit(text, width, size, weight=Weight.SEMIBOLD, smallest=size, lines=2, height=height, reading=reading)
    return fitted if fitted.whole and fitted.size == size else None


def _draw_parts(sheet: Sheet, parts: list[Fitted], left: float, top: float, height: float) -> None:
    below = top + (height - sum(part.height for part in parts)) / 2
    for part in parts:
        sheet.write(part, left, below + part.size * BASELINE)
        below += part.height
