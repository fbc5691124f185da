"""The rows that every exported table needs."""

from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session as OrmSession

from eccp_desktop.domain.names import full_name
from eccp_desktop.domain.vocabulary import OrganisationKind
from eccp_desktop.store.reads import Reading
from eccp_desktop.store.rows import Event, Journaled, Organisation, Participant, Side

Row = TypeVar("Row", bound=Journaled)


@dataclass(frozen=True, slots=True)
class ExportedPeople:
    """The rows that most tables need, by id."""

    participants: dict[str, Participant]
    organisations: dict[str, Organisation]
    sides: dict[str, str]
    default_kind: OrganisationKind

    def name(self, person: str) -> str:
        found = self.participants[person]
        return full_name(found.given_name, found.family_name)

    def organisation(self, person: str) -> str:
        found = self.organisations.get(self.participants[person].organisation_id or "")
        return found.name if found else ""

    def kind(self, person: str) -> OrganisationKind:
        found = self.organisations.get(self.participants[person].organisation_id or "")
        return OrganisationKind(found.kind) if found and found.kind else self.default_kind


def exported_people(reading: Reading) -> ExportedPeople:
    """Everybody by family name, organisations by name."""
    participants = sorted(
        rows_of(reading, Participant), key=lambda one: (one.family_name.casefold(), one.given_name.casefold())
    )
    organisations = sorted(rows_of(reading, Organisation), key=lambda one: one.name.casefold())
    default = reading.execute(select(Event.default_kind)).scalar()
    return ExportedPeople(
        {one.id: one for one in participants},
        {one.id: one for one in organisations},
        {one.id: one.name for one in rows_of(reading, Side)},
        OrganisationKind(default) if default else OrganisationKind.CLUSTER,
    )


def rows_of(reading: Reading, kind: type[Row]) -> list[Row]:
    """Every row of one kind, in the order in which they were made, let go of by the session."""
    with OrmSession(reading) as session:
        rows = list(session.scalars(select(kind).order_by(kind.id)))
        session.expunge_all()
    return rows
