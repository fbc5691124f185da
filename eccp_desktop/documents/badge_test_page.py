"""A page to print before the badges: it is held against the sheet of labels, and a ruler tells whether the printer scales."""

from eccp_desktop.base.i18n import N_
from eccp_desktop.documents.badge_presets import BadgePreset
from eccp_desktop.documents.fitting import fit
from eccp_desktop.documents.look import CAPTION, GRID, MM, SMALL, Tone
from eccp_desktop.documents.paper import Paper
from eccp_desktop.documents.sheet import Sheet
from eccp_desktop.documents.wording import Wording

_TITLE = N_("Test page")
_SIZE = N_("{across} × {down} mm")
_ADVICE = N_("Hold it against the labels. Both rulers must measure true: print at 100%, without fitting to the page.")
_TICK, _LONG_TICK = 1.5 * MM, 3.0 * MM


def draw_test_page(sheet: Sheet, preset: BadgePreset, paper: Paper, wording: Wording) -> None:
    """The outline of every badge with its size, and a ruler in millimetres across and down."""
    sheet.begin_page(paper)
    sheet.bookmark(wording.say(_TITLE))
    for left, top in preset.cells():
        sheet.frame(left * MM, top * MM, preset.across * MM, preset.down * MM, tone=Tone.INK, weight=0.4)
    left, top = next(preset.cells())
    _draw_rulers(sheet, left * MM, top * MM, preset)
    inner, room = left * MM + 9 * MM, preset.across * MM - 12 * MM
    size = wording.say(_SIZE, across=f"{preset.across:g}", down=f"{preset.down:g}")
    sheet.put(size, inner, top * MM + 12 * MM, room, SMALL, smallest=4)
    if preset.down * MM > 24 * MM:
        words = fit(wording.say(_ADVICE), room, CAPTION, smallest=4, lines=9, height=preset.down * MM - 18 * MM)
        sheet.write(words, inner, top * MM + 12 * MM + SMALL + GRID, tone=Tone.QUIET)


def _draw_rulers(sheet: Sheet, left: float, top: float, preset: BadgePreset) -> None:
    """Along the upper and the left edge of the first badge, a mark a millimetre, a long one every ten."""
    for millimetre in range(int(preset.across) + 1):
        length = _LONG_TICK if millimetre % 10 == 0 else _TICK
        sheet.upright(left + millimetre * MM, top, length, tone=Tone.INK, weight=0.3)
    for millimetre in range(int(preset.down) + 1):
        length = _LONG_TICK if millimetre % 10 == 0 else _TICK
        sheet.rule(left, top + millimetre * MM, length, tone=Tone.INK, weight=0.3)
