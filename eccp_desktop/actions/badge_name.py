"""The name as it stands on a badge, where it differs from the name in the list."""

from dataclasses import dataclass
from typing import ClassVar

from eccp_desktop.actions.who import participant
from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.ids import ParticipantId
from eccp_desktop.store.unit import Unit


@dataclass(frozen=True, slots=True)
class SetBadgeName:
    """Print this name on the badge; an empty one means the ordinary name again."""

    title: ClassVar[str] = N_("Change name on badge")
    who: str
    name: str = ""

    def apply(self, unit: Unit) -> ParticipantId:
        person = participant(unit, self.who)
        person.name_on_badge = " ".join(self.name.split()) or None
        unit.about(person)
        return ParticipantId(person.id)
