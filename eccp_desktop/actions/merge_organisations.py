"""Two records of one organisation become one."""

from dataclasses import dataclass
from typing import ClassVar

from eccp_desktop.actions.merging import Merged, Parts, lawful_meetings, take_parts, unseat_unlawful
from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.ids import OrganisationId
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.store.unit import (
    Organisation,
    OrganisationProgramme,
    OrganisationSector,
    OrganisationTarget,
    Unit,
)

ORGANISATION_PARTS: Parts = {
    "name": ("name",),
    "kind": ("kind",),
    "side": ("side_id",),
    "country": ("country",),
    "region": ("region",),
    "city": ("city",),
    "website": ("website",),
    "profile": ("profile_link",),
    "founded": ("founded",),
    "members": ("members_sme", "members_large", "members_research"),
    "description": ("description",),
    "offers": ("offers",),
    "seeks": ("seeks",),
}


@dataclass(frozen=True, slots=True)
class MergeOrganisations:
    """Make one organisation of two records: people, booths, sectors, target countries and programmes of `other` go to `kept`.

    `taken` names the parts (`ORGANISATION_PARTS`) that are taken from the other; what the kept record leaves empty is filled
    in any case. Meetings ahead between people who turn out to be colleagues wait in the tray. Refuses a record with itself.
    """

    title: ClassVar[str] = N_("Merge organisations")
    kept: OrganisationId
    other: OrganisationId
    taken: tuple[str, ...] = ()

    def apply(self, unit: Unit) -> Merged:
        kept, other = unit.organisations.get(self.kept), unit.organisations.get(self.other)
        if kept.id == other.id:
            raise Refusal("same_record", name=kept.name)
        lawful = lawful_meetings(unit.hall())
        take_parts(ORGANISATION_PARTS, kept, other, self.taken)
        for person in unit.participants.where(organisation_id=other.id):
            person.organisation_id = kept.id
        for table in unit.tables.where(organisation_id=other.id):
            table.organisation_id = kept.id
        _join_lists(unit, kept, other)
        unit.flush()
        unit.organisations.delete(other)
        unit.flush()
        unit.about(kept)
        return Merged(waiting=unseat_unlawful(unit, lawful))


def _join_lists(unit: Unit, kept: Organisation, other: Organisation) -> None:
    sectors = {row.sector for row in unit.sectors.where(organisation_id=kept.id)}
    for sector in unit.sectors.where(organisation_id=other.id):
        if sector.sector not in sectors:
            unit.sectors.add(OrganisationSector(organisation_id=kept.id, sector=sector.sector))
    programmes = {row.programme for row in unit.programmes.where(organisation_id=kept.id)}
    for programme in unit.programmes.where(organisation_id=other.id):
        if programme.programme not in programmes:
            unit.programmes.add(OrganisationProgramme(organisation_id=kept.id, programme=programme.programme))
    targets = unit.targets.where(organisation_id=kept.id)
    countries, rank = {row.country for row in targets}, max((row.rank for row in targets), default=0)
    for target in sorted(unit.targets.where(organisation_id=other.id), key=lambda row: row.rank):
        if target.country not in countries:
            rank += 1
            unit.targets.add(OrganisationTarget(organisation_id=kept.id, country=target.country, rank=rank))
