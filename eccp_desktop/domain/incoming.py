"""What import files say, as values: one record for each row that can be taken, one fault for each that cannot.

None and () mean that the file says nothing; they never erase what an event already knows. Rows are counted as in the file,
from 1, with its header and its blank rows.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from eccp_desktop.domain.names import full_name
from eccp_desktop.domain.vocabulary import (
    MeetingState,
    OrganisationKind,
    ParticipantState,
    Priority,
    RequestState,
)


class FileKind(StrEnum):
    """What the rows of a file are about, in the order in which files are taken in; `event`: a complete export."""

    PEOPLE = "people"
    REQUESTS = "requests"
    AVAILABILITY = "availability"
    MEETINGS = "meetings"
    EVENT = "event"


class RowState(StrEnum):
    """What became of a row. `conflict`: a field was last changed by hand in the program, so that is kept and reported."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"
    CONFLICT = "conflict"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class RowNote:
    """What is to be said about a row: a reason why it was refused, or a warning about one that was taken."""

    row: int
    column: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class IncomingOrganisation:
    """An organisation as one row of a file describes it. Countries are ISO 3166-1 alpha-2 codes."""

    name: str
    kind: OrganisationKind | None = None
    side: str | None = None
    country: str | None = None
    region: str | None = None
    city: str | None = None
    website: str | None = None
    profile_link: str | None = None
    description: str | None = None
    offers: str | None = None
    seeks: str | None = None
    founded: int | None = None
    members_sme: int | None = None
    members_large: int | None = None
    members_research: int | None = None
    sectors: tuple[str, ...] = ()
    target_countries: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IncomingPerson:
    """A participant. One of the names may be empty, not both. Languages are ISO 639-1 codes.

    Arrival and departure are naive wall times at the venue. `consented` may be said without a time: `consent_at`, aware, UTC.
    """

    row: int
    given_name: str
    family_name: str
    email: str | None = None
    phone: str | None = None
    job_title: str | None = None
    code: str | None = None
    name_on_badge: str | None = None
    organisation: IncomingOrganisation | None = None
    state: ParticipantState | None = None
    languages: tuple[str, ...] = ()
    interpreter_needed: str | None = None
    interprets: bool | None = None
    notes: str | None = None
    outside_reference: str | None = None
    arrival: datetime | None = None
    departure: datetime | None = None
    consented: bool | None = None
    consent_at: datetime | None = None
    consent_version: str | None = None

    @property
    def name(self) -> str:
        return full_name(self.given_name, self.family_name)


@dataclass(frozen=True, slots=True)
class IncomingRequest:
    """Who asks whom; both as the file names them: e-mail, badge code or full name."""

    row: int
    sender: str
    receiver: str
    priority: Priority | None = None
    state: RequestState | None = None
    message: str | None = None


@dataclass(frozen=True, slots=True)
class IncomingAbsence:
    """When somebody is not free, in venue time; without a time it is from or to the end of the day."""

    row: int
    who: str
    day: date
    start: time | None = None
    end: time | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class IncomingMeeting:
    """A meeting that was agreed elsewhere; seated where day, start and table are given."""

    row: int
    host: str
    guest: str
    day: date | None = None
    start: time | None = None
    table: str | None = None
    state: MeetingState | None = None


Record = IncomingPerson | IncomingRequest | IncomingAbsence | IncomingMeeting


@dataclass(frozen=True, slots=True)
class IncomingTable:
    """One table of a file, read. `rows` counts those that are not blank; `cells` keeps refused rows as they stood."""

    file: str
    sheet: str
    kind: FileKind
    headers: tuple[str, ...]
    rows: int
    records: tuple[Record, ...]
    refused: tuple[RowNote, ...] = ()
    warnings: tuple[RowNote, ...] = ()
    mapping: Mapping[str, str] = field(default_factory=dict)
    cells: Mapping[int, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TableResult:
    """What became of a table. Every row that is not blank has one state; `errors` tell of refused rows and of conflicts."""

    file: str
    sheet: str
    kind: FileKind
    rows: int
    states: Mapping[int, RowState]
    errors: tuple[RowNote, ...] = ()
    warnings: tuple[RowNote, ...] = ()

    def count(self, state: RowState) -> int:
        return sum(one is state for one in self.states.values())

    @property
    def refused(self) -> tuple[RowNote, ...]:
        """Why rows were refused."""
        return tuple(note for note in self.errors if self.states.get(note.row) is RowState.REFUSED)
