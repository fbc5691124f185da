"""Every colour, size and space of the screen, in light and dark, and what each state looks like.

No other module holds a colour literal. Lengths are device-independent pixels on a grid of 4.
"""

from dataclasses import dataclass, fields
from enum import StrEnum

from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.vocabulary import MeetingState, Presence

FAMILY = "Source Sans Pro"

SMALL, TEXT, HEADING, ANSWER, HALL = 13, 15, 20, 32, 128
"""Type sizes: secondary text, text and rows, headings, the answer to the screen's question, the hall screen."""

SPACE_1, SPACE_2, SPACE_3, SPACE_4, SPACE_6, SPACE_8 = 4, 8, 12, 16, 24, 32

RADIUS, RADIUS_SMALL = 8, 6
ROW, ROW_LARGE = 32, 44
"""Heights of table rows; the large one is for Desk and Now, which are used in a hurry."""

CONTROL = 36
"""Height of buttons and fields."""

ICON = 18
RING = 2
"""Width of the focus ring."""

NOTICE = 8_000
"""Milliseconds for which a notice stays."""


class Tone(StrEnum):
    """The colours that a state may have; the value is the field of `Tokens`."""

    GREEN = "green"
    GREY = "quiet"
    AMBER = "amber"
    ACCENT = "accent"
    RED = "red"


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme, as `#rrggbb`."""

    name: str
    canvas: str  # behind the page: rail, strip, header of dialogs
    page: str
    raised: str  # cards and chips on the page
    hover: str
    pressed: str
    selection: str
    line: str
    edge: str  # border of fields
    text: str
    quiet: str  # secondary text
    faint: str  # of things that cannot be used now
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    green: str
    amber: str
    red: str
    legal: str  # tint of a cell where something may be put

    def colour(self, name: str) -> QColor:
        """The token of this name, or a `Tone`, as Qt paints with it."""
        return QColor(getattr(self, name))

    def colours(self) -> dict[str, str]:
        """Every colour by its name, for the style sheet's template."""
        return {field.name: getattr(self, field.name) for field in fields(self) if field.name != "name"}


LIGHT = Tokens(
    name="light",
    canvas="#F4F5F7",
    page="#FFFFFF",
    raised="#F4F5F7",
    hover="#F3F5F8",
    pressed="#EFF1F5",
    selection="#EAF2FF",
    line="#E1E4E9",
    edge="#868F9C",
    text="#1B1F24",
    quiet="#5B6470",
    faint="#9AA2AD",
    accent="#0B5FFF",
    accent_hover="#0A53E0",
    accent_pressed="#0847C2",
    on_accent="#FFFFFF",
    green="#0B7438",
    amber="#8F5200",
    red="#BF2419",
    legal="#E6F6EC",
)

DARK = Tokens(
    name="dark",
    canvas="#0E1013",
    page="#16181D",
    raised="#1E2127",
    hover="#23272E",
    pressed="#2B3038",
    selection="#1D2E50",
    line="#2A2E36",
    edge="#6E7885",
    text="#E8EAED",
    quiet="#9AA4B2",
    faint="#626B77",
    accent="#6EA0FF",
    accent_hover="#86B0FF",
    accent_pressed="#9CBFFF",
    on_accent="#0E1013",
    green="#52C58B",
    amber="#F2B347",
    red="#FF8278",
    legal="#16301F",
)


def tokens_now() -> Tokens:
    """The theme that is on the screen. It can change at any time, so whatever paints asks for it in each paint event."""
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return DARK if window.lightness() < 128 else LIGHT


def tokens_reversed() -> Tokens:
    """The other theme, for marks on a surface that has this theme's colour of text."""
    return LIGHT if tokens_now() is DARK else DARK


def font(size: int = TEXT, *, strong: bool = False) -> QFont:
    """The one family in one of the five sizes, regular or semibold. Its figures are tabular by design."""
    made = QFont(FAMILY)
    made.setPixelSize(size)
    made.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return made


class Shape(StrEnum):
    """What a state's mark is drawn as, so that nobody depends on its colour."""

    DISC = "disc"
    RING = "ring"
    HALF = "half"
    DASH = "dash"
    CHECK = "check"
    TRIANGLE = "triangle"
    BELL = "bell"
    CROSS = "cross"
    STRUCK = "struck"
    PADLOCK = "padlock"
    TRAY = "tray"
    SQUARE = "square"
    DOT = "dot"


@dataclass(frozen=True, slots=True)
class StateLook:
    """The three that a state always has: colour, shape, word."""

    tone: Tone
    shape: Shape
    word: str


class State(StrEnum):
    """Everything on the screen that has a state mark."""

    HERE = "here"
    EXPECTED = "expected"
    LATE = "late"
    GONE = "gone"
    HELD = "held"
    RUNNING = "running"
    CALLED = "called"
    SCHEDULED = "scheduled"
    MISSING = "missing"
    CANCELLED = "cancelled"
    LOCKED = "locked"
    UNSCHEDULED = "unscheduled"
    FREE = "free"


STATES: dict[State, StateLook] = {
    State.HERE: StateLook(Tone.GREEN, Shape.DISC, N_("here")),
    State.EXPECTED: StateLook(Tone.GREY, Shape.RING, N_("expected")),
    State.LATE: StateLook(Tone.AMBER, Shape.HALF, N_("late")),
    State.GONE: StateLook(Tone.GREY, Shape.DASH, N_("gone")),
    State.HELD: StateLook(Tone.GREEN, Shape.CHECK, N_("held")),
    State.RUNNING: StateLook(Tone.ACCENT, Shape.TRIANGLE, N_("running")),
    State.CALLED: StateLook(Tone.ACCENT, Shape.BELL, N_("called")),
    State.SCHEDULED: StateLook(Tone.GREY, Shape.SQUARE, N_("scheduled")),
    State.MISSING: StateLook(Tone.RED, Shape.CROSS, N_("missing")),
    State.CANCELLED: StateLook(Tone.GREY, Shape.STRUCK, N_("cancelled")),
    State.LOCKED: StateLook(Tone.GREY, Shape.PADLOCK, N_("locked")),
    State.UNSCHEDULED: StateLook(Tone.AMBER, Shape.TRAY, N_("unscheduled")),
    State.FREE: StateLook(Tone.GREY, Shape.DOT, N_("free")),
}

_MISSING_WORDS = {MeetingState.HOST_MISSING, MeetingState.GUEST_MISSING, MeetingState.BOTH_MISSING}


def state_of_presence(presence: Presence) -> State:
    """The mark of a person's presence."""
    return State(presence.value)


def state_of_meeting(state: MeetingState) -> State:
    """The mark of a meeting's state; who is missing is told by the word beside it."""
    return State.MISSING if state in _MISSING_WORDS else State(state.value)


def contrast(one: str, other: str) -> float:
    """The ratio of two colours' luminances, 1 to 21 (WCAG 2.2)."""

    def luminance(colour: str) -> float:
        channels = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
