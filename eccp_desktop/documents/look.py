"""The look of everything on paper: one scale of sizes, one grid, few tones. Lengths are points."""

from dataclasses import dataclass
from enum import StrEnum

MM = 72 / 25.4
"""Points in a millimetre."""

GRID = 4.0
"""Every distance between things is a multiple of this."""

CAPTION = 8.0
SMALL = 9.5
TEXT = 11.0
ROW = 12.5
HEADING = 15.0
TITLE = 20.0
PERSON = 28.0
POSTER = 64.0

SMALLEST = 7.0
"""Text is not shrunk below this while more lines would do."""

FLOOR = 4.0
"""No text is smaller than this; what still does not fit is cut, with an ellipsis."""


class Weight(StrEnum):
    REGULAR = "SourceSansPro-Regular"
    SEMIBOLD = "SourceSansPro-Semibold"


class Tone(StrEnum):
    """Chosen to stay apart when printed in black and white."""

    INK = "#1B1F24"
    QUIET = "#5B6470"
    LINE = "#C3C9D1"
    WASH = "#F1F3F5"
    PAPER = "#FFFFFF"
    ACCENT = "#0B5FFF"
    """The colour of the event; a sheet may set another. It never says anything alone."""


@dataclass(frozen=True, slots=True)
class Margins:
    """Space that stays white; the left one is wide enough for a punch."""

    left: float
    right: float
    top: float
    bottom: float


SHEET_MARGINS = Margins(20 * MM, 15 * MM, 14 * MM, 16 * MM)
SMALL_SHEET_MARGINS = Margins(14 * MM, 10 * MM, 10 * MM, 12 * MM)
