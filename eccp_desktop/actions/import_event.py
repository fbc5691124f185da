"""A complete export, brought into an empty event."""

from dataclasses import dataclass
from typing import ClassVar

from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.outgoing import WholeEvent
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.store.unit import Unit


@dataclass(frozen=True, slots=True)
class ImportEvent:
    """Take over everything of another event, its frame included. Refuses `event_not_empty` where somebody takes part already."""

    title: ClassVar[str] = N_("Import an event")
    event: WholeEvent

    def apply(self, unit: Unit) -> int:
        """Answers how many rows came in."""
        if unit.participants.count() or unit.organisations.count() or unit.meetings.count():
            raise Refusal("event_not_empty", name=unit.event.name)
        unit.replace_everything(self.event)
        return sum(len(rows) for rows in self.event.values())
