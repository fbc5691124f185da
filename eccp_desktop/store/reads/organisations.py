"""The organisations of the People page."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import func, select

from eccp_desktop.domain.ids import OrganisationId, ParticipantId
from eccp_desktop.domain.names import full_name
from eccp_desktop.domain.vocabulary import ParticipantState
from eccp_desktop.store.reads import Reading
from eccp_desktop.store.rows import (
    Event,
    Organisation,
    OrganisationProgramme,
    OrganisationSector,
    OrganisationTarget,
    Participant,
    Side,
)


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """An organisation in the table; `kind` is the effective one, `own_kind` what it gave itself."""

    id: OrganisationId
    name: str
    kind: str
    own_kind: str
    side_id: str
    side: str
    country: str
    city: str
    people: int
    sectors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OrganisationDetail:
    """All that the page shows of one organisation; targets are country codes in order of preference."""

    row: OrganisationRow
    region: str
    website: str
    profile_link: str
    founded: int | None
    members: tuple[int | None, int | None, int | None]
    """SMEs, large firms, research."""
    description: str
    offers: str
    seeks: str
    targets: tuple[str, ...]
    programmes: tuple[str, ...]
    people: tuple[tuple[ParticipantId, str], ...]


def organisation_rows(reading: Reading) -> tuple[OrganisationRow, ...]:
    """Every organisation, by name."""
    default_kind = reading.execute(select(Event.default_kind)).scalar() or ""
    people = (
        select(Participant.organisation_id, func.count().label("n"))
        .where(Participant.state != ParticipantState.CANCELLED)
        .group_by(Participant.organisation_id)
        .subquery()
    )
    sectors: dict[str, list[str]] = defaultdict(list)
    for organisation, sector in reading.execute(select(OrganisationSector.organisation_id, OrganisationSector.sector)):
        sectors[organisation].append(sector)
    query = (
        select(Organisation.__table__, Side.name.label("side"), people.c.n.label("people"))
        .outerjoin(Side, Side.id == Organisation.side_id)
        .outerjoin(people, people.c.organisation_id == Organisation.id)
        .order_by(func.lower(Organisation.name), Organisation.id)
    )
    return tuple(
        OrganisationRow(
            id=OrganisationId(row.id),
            name=row.name,
            kind=row.kind or default_kind,
            own_kind=row.kind or "",
            side_id=row.side_id or "",
            side=row.side or "",
            country=row.country or "",
            city=row.city or "",
            people=row.people or 0,
            sectors=tuple(sorted(sectors[row.id])),
        )
        for row in reading.execute(query)
    )


def organisation_detail(reading: Reading, organisation: OrganisationId) -> OrganisationDetail | None:
    """All of one organisation, None where there is none."""
    row = next((row for row in organisation_rows(reading) if row.id == organisation), None)
    if row is None:
        return None
    more = reading.execute(select(Organisation.__table__).where(Organisation.id == organisation)).one()
    targets = (
        select(OrganisationTarget.country)
        .where(OrganisationTarget.organisation_id == organisation)
        .order_by(OrganisationTarget.rank, OrganisationTarget.country)
    )
    programmes = select(OrganisationProgramme.programme).where(OrganisationProgramme.organisation_id == organisation)
    people = (
        select(Participant.id, Participant.given_name, Participant.family_name)
        .where(Participant.organisation_id == organisation)
        .order_by(Participant.family_name, Participant.given_name)
    )
    return OrganisationDetail(
        row=row,
        region=more.region or "",
        website=more.website or "",
        profile_link=more.profile_link or "",
        founded=more.founded,
        members=(more.members_sme, more.members_large, more.members_research),
        description=more.description or "",
        offers=more.offers or "",
        seeks=more.seeks or "",
        targets=tuple(reading.execute(targets).scalars()),
        programmes=tuple(sorted(reading.execute(programmes).scalars())),
        people=tuple((ParticipantId(p.id), full_name(p.given_name, p.family_name)) for p in reading.execute(people)),
    )
