"""Boxes in which badges and sheets lie sorted at the entrance."""

from dataclasses import dataclass
from string import ascii_uppercase
from typing import ClassVar

from eccp_desktop.actions.walk_in import WALK_IN_BOX
from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.ids import ParticipantId
from eccp_desktop.store.unit import Unit

BADGES_IN_A_BOX = 25


@dataclass(frozen=True, slots=True)
class SortBoxes:
    """Give each of these people, in this order, the next place in boxes A, B, C ... behind those that are taken.

    Who has a place already keeps it, unless all are sorted `anew`; walk-ins stay in their own box. Its letter is left out;
    after Z comes AA.
    """

    title: ClassVar[str] = N_("Sort badges into boxes")
    people: tuple[ParticipantId, ...]
    size: int = BADGES_IN_A_BOX
    anew: bool = False

    def apply(self, unit: Unit) -> None:
        rows = {person.id: person for person in unit.participants.all()}
        meant = [rows[one] for one in self.people if one in rows and rows[one].box != WALK_IN_BOX]
        taken = [
            _index(person.box) * self.size + (person.box_position or 1)
            for person in rows.values()
            if not self.anew and person.box and _is_ours(person.box)
        ]
        place = max(taken, default=0)
        for person in meant:
            if self.anew or not person.box:
                person.box, person.box_position = box_name(place // self.size), place % self.size + 1
                place += 1


def box_name(index: int) -> str:
    """The name of the n-th box, from 0."""
    letters = ascii_uppercase.replace(WALK_IN_BOX, "")
    name = ""
    index += 1
    while index:
        index, digit = divmod(index - 1, len(letters))
        name = letters[digit] + name
    return name


def _is_ours(box: str) -> bool:
    return box.isascii() and box.isalpha() and box.isupper() and WALK_IN_BOX not in box and len(box) <= 3


def _index(box: str) -> int:
    letters = ascii_uppercase.replace(WALK_IN_BOX, "")
    index = 0
    for letter in box:
        index = index * len(letters) + letters.index(letter) + 1
    return index - 1
