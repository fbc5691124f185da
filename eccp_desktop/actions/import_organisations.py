"""Organisations that come in with their people."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields

from eccp_desktop.actions.import_ledger import Origin, Updates
from eccp_desktop.actions.import_lists import write_lists
from eccp_desktop.domain.incoming import IncomingOrganisation, RowState
from eccp_desktop.domain.matching import organisation_key
from eccp_desktop.store.unit import (
    Organisation,
    OrganisationProgramme,
    OrganisationSector,
    OrganisationTarget,
    Unit,
)

_SCALARS = (
    ("kind", "kind of organisation"),
    ("country", "country"),
    ("region", "region"),
    ("city", "city"),
    ("website", "website"),
    ("profile_link", "profile link"),
    ("description", "description"),
    ("offers", "offers"),
    ("seeks", "seeks"),
    ("founded", "year founded"),
    ("members_sme", "members: SMEs"),
    ("members_large", "members: large companies"),
    ("members_research", "members: research"),
)
_SETS = ("sectors", "target_countries", "programmes")


@dataclass(slots=True)
class IncomingOrganisations:
    """The organisations of a call by what they are known by: one record each, from all rows that name it."""

    found: dict[str, tuple[Origin, IncomingOrganisation]] = field(default_factory=dict)

    def gather(self, origin: Origin, organisation: IncomingOrganisation) -> None:
        """Add what a row says; the first word on a thing holds, lists are joined."""
        key = organisation_key(organisation.name)
        known = self.found.get(key)
        if known is None:
            self.found[key] = (origin, organisation)
            return
        first, record = known
        if organisation.country and record.country and organisation.country != record.country:
            reason = f"Row {first.row} says {record.country} for this organisation; that holds."
            origin.ledger.warn(origin.row, "country", organisation.country, reason)
        if organisation.side and record.side and organisation.side != record.side:
            reason = f"Row {first.row} puts this organisation on the side {record.side}; that holds."
            origin.ledger.warn(origin.row, "side", organisation.side, reason)
        self.found[key] = (first, _joined(record, organisation))

    def write(self, unit: Unit) -> Mapping[str, Organisation]:
        """Make and update the organisations; answers all of the event by what they are known by."""
        by_key: dict[str, Organisation] = {}
        for organisation in unit.organisations.all():
            by_key.setdefault(organisation_key(organisation.name), organisation)
        sides = {side.name: side.id for side in unit.sides.all()}
        updates = Updates()
        for key, (origin, record) in self.found.items():
            values = [(name, said, _plain(getattr(record, name))) for name, said in _SCALARS]
            values.append(("side_id", "side", sides.get(record.side or "")))
            known = by_key.get(key)
            if known is None:
                made = {name: value for name, _, value in values}
                by_key[key] = unit.organisations.add(Organisation(name=record.name, **made))  # type: ignore[arg-type]  # columns of _SCALARS
            else:
                updates.propose(origin, known, [("name", "organisation", _renamed(known.name, record.name)), *values])
        updates.write(unit)
        unit.flush()
        self._write_lists(unit, by_key)
        return by_key

    def _write_lists(self, unit: Unit, by_key: Mapping[str, Organisation]) -> None:
        owned = [(by_key[key].id, origin, record) for key, (origin, record) in self.found.items()]
        changed = write_lists(
            unit,
            unit.sectors,
            "organisation_id",
            {i: [OrganisationSector(organisation_id=i, sector=one) for one in r.sectors] for i, _, r in owned},
        )
        changed |= write_lists(
            unit,
            unit.programmes,
            "organisation_id",
            {i: [OrganisationProgramme(organisation_id=i, programme=one) for one in r.programmes] for i, _, r in owned},
        )
        changed |= write_lists(
            unit,
            unit.targets,
            "organisation_id",
            {
                i: [
                    OrganisationTarget(organisation_id=i, country=one, rank=n)
                    for n, one in enumerate(r.target_countries, 1)
                ]
                for i, _, r in owned
            },
        )
        for organisation, origin, _ in owned:
            if organisation in changed:
                origin.ledger.settle(origin.row, RowState.CHANGED)


def _joined(first: IncomingOrganisation, second: IncomingOrganisation) -> IncomingOrganisation:
    values: dict[str, object] = {}
    for one in fields(IncomingOrganisation):
        before, after = getattr(first, one.name), getattr(second, one.name)
        values[one.name] = tuple(dict.fromkeys((*before, *after))) if one.name in _SETS else _first(before, after)
    return IncomingOrganisation(**values)  # type: ignore[arg-type]  # every field of the same class


def _first(before: object, after: object) -> object:
    return after if before is None else before


def _plain(value: object) -> object:
    return str(value) if isinstance(value, str) else value


def _renamed(known: str, incoming: str) -> str | None:
    """The spelling of a file replaces ours only where it differs in more than spaces and case."""
    return None if " ".join(known.split()).casefold() == " ".join(incoming.split()).casefold() else incoming
