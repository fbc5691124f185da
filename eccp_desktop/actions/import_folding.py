"""Rows of files to people: everybody once, whatever the number of rows that speak of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from eccp_desktop.actions.import_ledger import Ledger, Origin
from eccp_desktop.actions.import_organisations import IncomingOrganisations
from eccp_desktop.domain.incoming import IncomingPerson, RowState
from eccp_desktop.domain.matching import KnownPeople, PersonKeys, organisation_key
from eccp_desktop.domain.vocabulary import ParticipantState

PERSON_FIELDS = (
    ("given_name", "given name"),
    ("family_name", "family name"),
    ("email", "e-mail"),
    ("phone", "phone"),
    ("job_title", "job title"),
    ("name_on_badge", "name on badge"),
    ("interpreter_needed", "interpreter needed"),
    ("interprets", "interprets"),
    ("notes", "notes"),
    ("outside_reference", "outside reference"),
    ("arrival", "arrival"),
    ("departure", "departure"),
    ("consent_at", "consent at"),
    ("consent_version", "consent version"),
)
"""Columns of a participant that a file gives as they are: attribute, and the field's name in mappings."""

_MOST_PRESENT = (ParticipantState.REGISTERED, ParticipantState.PENDING, ParticipantState.CANCELLED)


@dataclass(slots=True)
class FoldedPerson:
    """A person of the call: one record from all rows that speak of them."""

    origin: Origin
    record: IncomingPerson


def fold_people(ledgers: Sequence[Ledger], organisations: IncomingOrganisations) -> list[FoldedPerson]:
    """One entry for each person of these tables; their organisations are gathered on the way."""
    seen: KnownPeople[FoldedPerson] = KnownPeople()
    folded: list[FoldedPerson] = []
    for ledger in ledgers:
        for record in ledger.table.records:
            if not isinstance(record, IncomingPerson):
                continue
            origin = Origin(ledger, record.row)
            keys = keys_of(record)
            before = seen.find(keys)
            if before is None:
                entry = FoldedPerson(origin, record)
                folded.append(entry)
                seen.add(keys, entry)
            else:
                ledger.settle(record.row, RowState.SAME)
                _warn_of_difference(before, record, origin)
                before.record = _merged(before.record, record)
                seen.add(keys_of(before.record), before)
    for entry in folded:
        if entry.record.organisation is not None:
            organisations.gather(entry.origin, entry.record.organisation)
    return folded


def keys_of(record: IncomingPerson) -> PersonKeys:
    """What a record is known again by."""
    return PersonKeys.of(record.name, record.email, record.organisation.name if record.organisation else None)


def _merged(first: IncomingPerson, second: IncomingPerson) -> IncomingPerson:
    """Both rows of a person: the first word on a thing holds, and who comes by one ticket comes."""
    values = {name: getattr(second, name) for name, _ in PERSON_FIELDS if getattr(first, name) is None}
    states = [state for state in (first.state, second.state) if state is not None]
    return replace(
        first,
        **values,
        code=first.code or second.code,
        organisation=first.organisation or second.organisation,
        consented=second.consented if first.consented is None else first.consented,
        state=min(states, key=_MOST_PRESENT.index, default=None),
        languages=tuple(dict.fromkeys((*first.languages, *second.languages))),
    )


def _warn_of_difference(before: FoldedPerson, record: IncomingPerson, origin: Origin) -> None:
    first = before.record
    if record.organisation and first.organisation:
        one, other = record.organisation.name, first.organisation.name
        if organisation_key(one) != organisation_key(other):
            reason = f"{record.name} stands in row {before.origin.row} with {other}; that holds."
            origin.ledger.warn(record.row, "organisation", one, reason)
