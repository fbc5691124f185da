"""Somebody who stands at the desk and is on no list."""

from collections import Counter
from dataclasses import dataclass
from typing import ClassVar

from eccp_desktop.actions.badge_codes import free_code
from eccp_desktop.actions.who import name_of
from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.ids import ParticipantId
from eccp_desktop.domain.matching import name_key, organisation_key
from eccp_desktop.domain.names import split_name
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.vocabulary import Presence
from eccp_desktop.store.unit import Organisation, Participant, Unit

WALK_IN_BOX = "W"
"""Badges that are printed at the desk do not go into the boxes that were sorted before."""


@dataclass(frozen=True, slots=True)
class RegisterWalkIn:
    """Register and check in somebody, with a badge code and a place in the box of walk-ins.

    `name` is as one says it ("Anna Rossi") or as one looks it up ("Rossi, Anna"). `organisation` is the id of one that
    takes part, or the name of one: known names are known again, others make a new organisation with `country` (ISO 3166-1
    alpha-2) and `side` (a side's name; without one, the side of most organisations of that country). Refuses
    `registered_already` for the same name of the same organisation, unless `namesake` says that it is another person.
    """

    title: ClassVar[str] = N_("Register walk-in")
    name: str
    organisation: str = ""
    country: str = ""
    side: str = ""
    namesake: bool = False

    def apply(self, unit: Unit) -> ParticipantId:
        given_name, family_name = split_name(self.name)
        if not family_name:
            raise Refusal("name_missing", noun="participant")
        organisation = self._organisation(unit)
        if not self.namesake:
            self._refuse_known(unit, organisation)
        person = unit.participants.add(
            Participant(
                code=free_code(unit),
                given_name=given_name,
                family_name=family_name,
                organisation_id=organisation.id if organisation else None,
                box=WALK_IN_BOX,
                box_position=_next_position(unit),
                presence=Presence.HERE,
                presence_since=unit.now,
            )
        )
        unit.about(person)
        return ParticipantId(person.id)

    def _organisation(self, unit: Unit) -> Organisation | None:
        wanted = " ".join(self.organisation.split())
        if not wanted:
            return None
        known = unit.organisations.find(self.organisation)
        if known is not None:
            return known
        key = organisation_key(wanted)
        for organisation in unit.organisations.all():
            if organisation_key(organisation.name) == key:
                return organisation
        made = unit.organisations.add(
            Organisation(name=wanted, country=self.country.strip().upper() or None, side_id=self._side(unit))
        )
        unit.flush()
        return made

    def _side(self, unit: Unit) -> str | None:
        if not self.side:
            return self._side_of_country(unit)
        sides = unit.sides.all()
        for side in sides:
            if side.name.casefold() == self.side.strip().casefold():
                return side.id
        raise Refusal("side_unknown", side=self.side, sides=[side.name for side in sides])

    def _side_of_country(self, unit: Unit) -> str | None:
        compatriots = unit.organisations.where(country=self.country.strip().upper()) if self.country else []
        sides = Counter(one.side_id for one in compatriots if one.side_id is not None)
        return sides.most_common(1)[0][0] if sides else None

    def _refuse_known(self, unit: Unit, organisation: Organisation | None) -> None:
        colleagues = unit.participants.where(organisation_id=organisation.id if organisation else None)
        key = name_key(self.name)
        for person in colleagues:
            if name_key(name_of(person)) == key:
                raise Refusal(
                    "registered_already",
                    person=name_of(person),
                    organisation=organisation.name if organisation else "",
                    participant=person.id,
                )


def _next_position(unit: Unit) -> int:
    return 1 + max((person.box_position or 0 for person in unit.participants.where(box=WALK_IN_BOX)), default=0)
