"""Organisations as paper shows them, and the country pages."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from eccp_desktop.domain.ids import OrganisationId
from eccp_desktop.domain.names import full_name
from eccp_desktop.domain.vocabulary import OrganisationKind, ParticipantState
from eccp_desktop.store.reads import Reading
from eccp_desktop.store.reads.desk_list import venue_time, venue_zone
from eccp_desktop.store.rows import (
    Brief,
    Event,
    Organisation,
    OrganisationProgramme,
    OrganisationSector,
    OrganisationTarget,
    Participant,
    Side,
)


@dataclass(frozen=True, slots=True)
class PaperOrganisation:
    """An organisation with all that it told. `people` are the names of those registered; `members` (SMEs, large, research)."""

    id: OrganisationId
    name: str
    kind: OrganisationKind
    side: str
    country: str
    region: str
    city: str
    website: str
    link: str
    founded: int | None
    members: tuple[int, int, int]
    sectors: tuple[str, ...]
    targets: tuple[str, ...]
    programmes: tuple[str, ...]
    description: str
    offers: str
    seeks: str
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PaperBrief:
    """A country page; `checked` is the day at the venue."""

    country: str
    title: str
    text: str
    checked: date | None


def paper_organisations(reading: Reading) -> tuple[PaperOrganisation, ...]:
    """Every organisation of the file, in the order in which they were made."""
    default_kind = OrganisationKind(reading.execute(select(Event.default_kind)).scalar() or OrganisationKind.CLUSTER)
    sectors, targets, programmes = _memberships(reading)
    people = _people(reading)
    query = select(Organisation.__table__, Side.name.label("side")).outerjoin(Side, Side.id == Organisation.side_id)
    return tuple(
        PaperOrganisation(
            id=OrganisationId(row.id),
            name=row.name,
            kind=OrganisationKind(row.kind) if row.kind else default_kind,
            side=row.side or "",
            country=row.country or "",
            region=row.region or "",
            city=row.city or "",
            website=row.website or "",
            link=row.profile_link or "",
            founded=row.founded,
            members=(row.members_sme or 0, row.members_large or 0, row.members_research or 0),
            sectors=tuple(sectors[row.id]),
            targets=tuple(targets[row.id]),
            programmes=tuple(programmes[row.id]),
            description=row.description or "",
            offers=row.offers or "",
            seeks=row.seeks or "",
            people=tuple(people[row.id]),
        )
        for row in reading.execute(query.order_by(Organisation.id))
    )


def paper_briefs(reading: Reading) -> tuple[PaperBrief, ...]:
    """Every country page."""
    zone = venue_zone(reading)
    briefs = []
    for row in reading.execute(select(Brief.__table__).order_by(Brief.country, Brief.id)):
        checked = venue_time(row.checked_at, zone)
        briefs.append(PaperBrief(row.country, row.title, row.text, checked.date() if checked else None))
    return tuple(briefs)


_Lists = defaultdict[str, list[str]]


def _memberships(reading: Reading) -> tuple[_Lists, _Lists, _Lists]:
    sectors, targets, programmes = _Lists(list), _Lists(list), _Lists(list)
    for one, sector in reading.execute(
        select(OrganisationSector.organisation_id, OrganisationSector.sector).order_by(OrganisationSector.sector)
    ):
        sectors[one].append(sector)
    for one, country in reading.execute(
        select(OrganisationTarget.organisation_id, OrganisationTarget.country).order_by(OrganisationTarget.rank)
    ):
        targets[one].append(country)
    for one, programme in reading.execute(
        select(OrganisationProgramme.organisation_id, OrganisationProgramme.programme).order_by(
            OrganisationProgramme.programme
        )
    ):
        programmes[one].append(programme)
    return sectors, targets, programmes


def _people(reading: Reading) -> _Lists:
    found = _Lists(list)
    query = select(Participant.organisation_id, Participant.given_name, Participant.family_name).where(
        Participant.state == ParticipantState.REGISTERED, Participant.organisation_id.is_not(None)
    )
    for one, given, family in reading.execute(query.order_by(Participant.family_name, Participant.given_name)):
        found[one or ""].append(full_name(given, family))
    return found
