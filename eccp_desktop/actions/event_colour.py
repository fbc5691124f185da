"""The colour of the event on paper."""

import re
from dataclasses import dataclass
from typing import ClassVar

from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.store.unit import Unit

_COLOUR = re.compile(r"#[0-9A-F]{6}")


@dataclass(frozen=True, slots=True)
class SetColour:
    """Draw the lines of papers in this colour, `#RRGGBB`; an empty one means the colour of the program again.

    It makes no sheet out of date. Raises Refusal `colour_unknown`.
    """

    title: ClassVar[str] = N_("Change colour of papers")
    colour: str = ""

    def apply(self, unit: Unit) -> None:
        colour = self.colour.strip().upper()
        if colour and not _COLOUR.fullmatch(colour):
            raise Refusal("colour_unknown", colour=self.colour)
        unit.event.accent = colour or None
        unit.about(unit.event)
