"""How badges lie on a page, in millimetres, so that a sheet of labels can be held against it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from eccp_desktop.base.i18n import N_


@dataclass(frozen=True, slots=True)
class BadgePreset:
    """`columns` x `rows` badges of `across` x `down`, in the middle of the paper, `gap` between columns and rows.

    A folded badge stands twice beside each other, so that it shows a name whichever way it hangs.
    """

    id: str
    title: str
    paper: str
    page_across: float
    page_down: float
    across: float
    down: float
    columns: int = 1
    rows: int = 1
    gap_across: float = 0.0
    gap_down: float = 0.0
    folded: bool = False

    @property
    def left(self) -> float:
        """From the edge of the paper to the first column."""
        used = self.columns * self.across + (self.columns - 1) * self.gap_across
        return (self.page_across - used) / 2

    @property
    def top(self) -> float:
        """From the edge of the paper to the first row."""
        return (self.page_down - self.rows * self.down - (self.rows - 1) * self.gap_down) / 2

    @property
    def places(self) -> int:
        """How many badges go on a page."""
        return self.columns * self.rows // (2 if self.folded else 1)

    def cells(self) -> Iterator[tuple[float, float]]:
        """Left and top of each cell, row by row."""
        for row in range(self.rows):
            for column in range(self.columns):
                yield self.left + column * (self.across + self.gap_across), self.top + row * (self.down + self.gap_down)


_SHEETS = {"": ("A4", 210.0, 297.0), "letter:": ("Letter", 215.9, 279.4)}
_EDGE = 5.0
"""Millimetres that most printers leave white."""

_SMALLEST, _LARGEST = 25.0, 210.0
_OWN = re.compile(r"(label:|letter:)?(\d{2,3}(?:\.\d{1,2})?)x(\d{2,3}(?:\.\d{1,2})?)")

PRESETS = {
    preset.id: preset
    for preset in (
        BadgePreset("2x4", N_("8 on A4, 90 × 60 mm"), "A4", 210, 297, 90, 60, 2, 4),
        BadgePreset("2x5", N_("10 on A4, 90 × 54 mm"), "A4", 210, 297, 90, 54, 2, 5),
        BadgePreset("a6", N_("A6 to fold, 2 on A4"), "A4", 210, 297, 105, 148.5, 2, 2, folded=True),
        BadgePreset("id-1", N_("Card size, 8 on A4, 85.6 × 54 mm"), "A4", 210, 297, 85.6, 53.98, 2, 4, 8, 8),
        BadgePreset("3.5x2.25in", N_("8 on Letter, 3.5 × 2.25 in"), "Letter", 215.9, 279.4, 88.9, 57.15, 2, 4),
        BadgePreset("4x3in", N_("6 on Letter, 4 × 3 in"), "Letter", 215.9, 279.4, 101.6, 76.2, 2, 3),
        BadgePreset("62x100", N_("Single label, 62 × 100 mm"), "62x100", 62, 100, 62, 100),
    )
}


def preset_of(text: str) -> BadgePreset | None:
    """A preset by its id, or a size of one's own, in millimetres, across first. None where it is neither.

    `74x105` is as many of them as A4 holds, `letter:74x105` as Letter holds; `label:62x29` is one a page of just that size,
    as label printers take it. Sides are between 25 and 210.
    """
    if text in PRESETS:
        return PRESETS[text]
    found = _OWN.fullmatch(text.replace(",", "."))
    if found is None:
        return None
    across, down = float(found[2]), float(found[3])
    if not (min(across, down) >= _SMALLEST and max(across, down) <= _LARGEST):
        return None
    if found[1] == "label:":
        return BadgePreset(text, text, "", across, down, across, down)
    paper, width, height = _SHEETS[found[1] or ""]
    sides = (width, height)
    columns, rows = (max(1, int((side - 2 * _EDGE) // own)) for side, own in zip(sides, (across, down), strict=True))
    return BadgePreset(text, text, paper, width, height, across, down, columns, rows)
