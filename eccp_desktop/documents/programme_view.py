"""What the programme shows."""

from dataclasses import dataclass
from datetime import datetime

from eccp_desktop.documents.event_head import EventHead


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A session in wall time at the venue; `kind` is a marked word, `slots` how many meetings one can have in it."""

    start: datetime
    end: datetime
    kind: str
    title: str = ""
    room: str = ""
    speakers: str = ""
    slots: int = 0


@dataclass(frozen=True, slots=True)
class Delegate:
    """A person of a delegation."""

    sorted_as: str
    job_title: str = ""


@dataclass(frozen=True, slots=True)
class DelegationMember:
    """An organisation and who came for it."""

    organisation: str
    city: str
    people: tuple[Delegate, ...]


@dataclass(frozen=True, slots=True)
class Delegation:
    """Everybody from one country (ISO 3166-1 alpha-2; empty where none is known)."""

    country: str
    members: tuple[DelegationMember, ...]

    @property
    def people(self) -> int:
        return sum(len(one.people) for one in self.members)


@dataclass(frozen=True, slots=True)
class ProgrammeView:
    """The document `programme`: the agenda, then the delegations."""

    event: EventHead
    agenda: tuple[AgendaItem, ...]
    delegations: tuple[Delegation, ...]
