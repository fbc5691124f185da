"""The hall as the rules see it: slots, tables, diaries, and who sits where. Times are naive wall times at the venue."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from eccp_desktop.domain.frame import Span
from eccp_desktop.domain.ids import MeetingId, OrganisationId, ParticipantId, SideId, SlotId, TableId
from eccp_desktop.domain.vocabulary import SEATED_STATES, MeetingState, Pairing, ParticipantState, Presence


@dataclass(frozen=True, slots=True)
class HallSlot:
    """A slot of the frame."""

    id: SlotId
    session: str
    span: Span


@dataclass(frozen=True, slots=True)
class HallPlace:
    """A table of the frame. `owner` is the organisation whose booth it is."""

    id: TableId
    number: int
    zone: str | None = None
    seats: int = 4
    open: bool = True
    owner: OrganisationId | None = None
    closed_slots: frozenset[SlotId] = frozenset()

    def is_open(self, slot: SlotId) -> bool:
        return self.open and slot not in self.closed_slots


@dataclass(frozen=True, slots=True)
class Busy:
    """A time in which somebody is not free, and why, in words of the organiser (an absence's reason, a session's title).

    `away` ones are absences, which can be talked about; others are sessions that they are tied to.
    """

    span: Span
    reason: str = ""
    away: bool = True


@dataclass(frozen=True, slots=True)
class Diary:
    """What the rules need to know of a person. `meetings` are those seated, by slot, the ones in which they interpret too."""

    id: ParticipantId
    name: str
    organisation: OrganisationId | None = None
    organisation_name: str = ""
    side: SideId | None = None
    state: ParticipantState = ParticipantState.REGISTERED
    presence: Presence = Presence.EXPECTED
    late_until: datetime | None = None
    arrival: datetime | None = None
    departure: datetime | None = None
    fixed_table: TableId | None = None
    busy: tuple[Busy, ...] = ()
    meetings: Mapping[SlotId, MeetingId] = field(default_factory=lambda: MappingProxyType({}))
    languages: frozenset[str] = frozenset()
    interpreter_needed: str = ""
    interprets: bool = False


@dataclass(frozen=True, slots=True)
class HallMeeting:
    """A meeting as the rules see it; the first person is the host. Its `interpreters` are not among its `people`."""

    id: MeetingId
    number: int
    state: MeetingState
    people: tuple[ParticipantId, ...]
    slot: SlotId | None = None
    table: TableId | None = None
    locked: bool = False
    interpreters: tuple[ParticipantId, ...] = ()

    @property
    def everybody(self) -> tuple[ParticipantId, ...]:
        """Whoever cannot be elsewhere while it lasts."""
        return (*self.people, *self.interpreters)

    @property
    def seated(self) -> bool:
        return self.state in SEATED_STATES


@dataclass(frozen=True, slots=True)
class Hall:
    """A snapshot of an event, or of as much of it as a question needs: `diaries` may be those of some people only."""

    pairing: Pairing
    slots: Mapping[SlotId, HallSlot]
    """In the order of time."""
    tables: Mapping[TableId, HallPlace]
    """In the order of their numbers."""
    diaries: Mapping[ParticipantId, Diary]
    meetings: Mapping[MeetingId, HallMeeting]
    at_table: Mapping[tuple[SlotId, TableId], MeetingId]
    """Which seated meeting takes up a table in a slot."""
    beside: Mapping[SlotId, tuple[SlotId, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """Where people need a slot to walk from zone to zone: the slots from which nobody can (`walking.slots_beside`)."""

    def free_tables(self, slot: SlotId) -> Iterator[HallPlace]:
        """Tables that are open in a slot and not taken, by number."""
        return (
            table for table in self.tables.values() if table.is_open(slot) and (slot, table.id) not in self.at_table
        )
