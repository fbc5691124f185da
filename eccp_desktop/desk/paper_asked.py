"""What a view-model of the whole event is built from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

from eccp_desktop.documents.catalogue import Order
from eccp_desktop.documents.wanted_slots import WantedSlots, wanted_slots
from eccp_desktop.domain.ids import ParticipantId
from eccp_desktop.store.reads import Reading
from eccp_desktop.store.reads.papers import PaperEvent

Found = TypeVar("Found")


class Read(Protocol):
    """`Desk.read`: runs one of the store's reads."""

    def __call__(self, read: Callable[[Reading], Found], /) -> Found: ...


class Ordering(Protocol):
    """How sheets were asked for, as far as it shows on them."""

    @property
    def ordered_by(self) -> Order: ...

    @property
    def own_languages(self) -> bool: ...

    @property
    def options(self) -> Mapping[str, str]: ...

    @property
    def language(self) -> str | None: ...

    @property
    def tables(self) -> tuple[int, ...]: ...


@dataclass(frozen=True, slots=True)
class Asked:
    """An event, the people that were asked for in their order, and how."""

    event: PaperEvent
    people: tuple[ParticipantId, ...]
    ordering: Ordering
    read: Read

    @property
    def language(self) -> str:
        """The language in which lists are sorted."""
        return self.ordering.language or self.event.frame.language

    @property
    def slots(self) -> WantedSlots:
        """The slots that are shown: all of them unless the option `slots` says which."""
        return wanted_slots(self.ordering.options.get("slots", "")) or WantedSlots()
