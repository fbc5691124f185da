"""Whom a cell of an import file means."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from eccp_desktop.actions.import_ledger import Ledger
from eccp_desktop.domain.matching import Addressees
from eccp_desktop.domain.names import full_name, list_name
from eccp_desktop.store.unit import Participant, Unit


@dataclass(frozen=True, slots=True)
class EventAddressees:
    """Everybody in the event, by e-mail, badge code and name, and by name with organisation: "Anna Rossi (Smart Grid Hub)"."""

    _addressees: Addressees[Participant]

    @classmethod
    def of(cls, unit: Unit) -> Self:
        addressees: Addressees[Participant] = Addressees()
        organisations = {organisation.id: organisation.name for organisation in unit.organisations.all()}
        former: dict[str, list[str]] = defaultdict(list)
        for row in unit.former_codes.all():
            former[row.participant_id].append(row.code)
        for person in unit.participants.all():
            name = full_name(person.given_name, person.family_name)
            organisation = organisations.get(person.organisation_id or "", "")
            names = {name, person.name_on_badge or "", f"{name} {organisation}".strip()}
            addressees.add(
                person, emails=[person.email or ""], codes=[person.code, *former[person.id]], names=names - {""}
            )
        return cls(addressees)

    def one(self, ledger: Ledger, row: int, field_name: str, text: str) -> str | None:
        """The id of the one person that a cell means; otherwise the row is refused with the reason, and None."""
        found = self._addressees.find(text)
        if len(found) == 1:
            return found[0].id
        if not found:
            ledger.refuse_cell(row, field_name, text, "Nobody in this event has this e-mail, badge code or name.")
        else:
            ledger.refuse_cell(row, field_name, text, f"This may be {_listed(found)}: give the badge code.")
        return None


def _listed(people: Sequence[Participant]) -> str:
    names = [f"{list_name(person.given_name, person.family_name)} ({person.code})" for person in people[:4]]
    more = [f"{len(people) - 4} more"] if len(people) > 4 else []
    return " or ".join([*names, *more])
