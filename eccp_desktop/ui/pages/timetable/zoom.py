"""How large the grid is drawn."""

from dataclasses import dataclass

from eccp_desktop.ui.theme import SMALL, TEXT


@dataclass(frozen=True, slots=True)
class Zoom:
    """Sizes in device-independent pixels. `width` is the least of a column; columns share out what is left over.

    A cell has one, two or three lines of text: the partner; the table; the partner's organisation.
    """

    height: int
    width: int
    header: int
    size: int
    lines: int


ZOOMS = (
    Zoom(height=28, width=72, header=176, size=SMALL, lines=1),
    Zoom(height=48, width=104, header=216, size=TEXT, lines=2),
    Zoom(height=68, width=168, header=256, size=TEXT, lines=3),
)
"""From the smallest to the largest."""

USUAL = 1
"""The zoom that a first-time user sees."""
