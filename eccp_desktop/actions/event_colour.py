"""The colour of the event on paper."""

from dataclasses import dataclass
from typing import ClassVar

from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.colour import LEAST_CONTRAST, contrast_with_white, dark_enough, normal_colour
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.store.unit import Unit


@dataclass(frozen=True, slots=True)
class SetColour:
    """Draw the lines of papers in this colour, `#RRGGBB`; an empty one means the colour of the program again.

    It makes no sheet out of date. Raises Refusal `colour_unknown`, or `colour_too_pale` for lines on white paper.
    """

    title: ClassVar[str] = N_("Change colour of papers")
    colour: str = ""

    def apply(self, unit: Unit) -> None:
        colour = normal_colour(self.colour) if self.colour.strip() else None
        if self.colour.strip() and colour is None:
            raise Refusal("colour_unknown", colour=self.colour)
        if colour is not None and contrast_with_white(colour) < LEAST_CONTRAST:
            contrast = f"{contrast_with_white(colour):.1f}"
            darker = dark_enough(colour)
            raise Refusal(
                "colour_too_pale", colour=colour, contrast=contrast, least=f"{LEAST_CONTRAST:.0f}", darker=darker
            )
        unit.event.accent = colour
        unit.about(unit.event)
