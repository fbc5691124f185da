"""A step that a queue at the desk would need an hour for."""

from dataclasses import dataclass
from typing import ClassVar

from eccp_desktop.domain.vocabulary import ParticipantState, Presence
from eccp_desktop.store.unit import Unit


@dataclass(frozen=True, slots=True)
class EverybodyIsHere:
    """Everybody who is registered has come in."""

    title: ClassVar[str] = "Everybody is here"

    def apply(self, unit: Unit) -> None:
        for person in unit.participants.where(state=ParticipantState.REGISTERED):
            person.presence = Presence.HERE
            person.presence_since = unit.now
