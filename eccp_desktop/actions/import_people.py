"""Participants that come in from files: known ones are updated, new ones made, with a badge code each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from eccp_desktop.actions.falling_out import FALLING, fall_out
from eccp_desktop.actions.import_ledger import Ledger, Origin, Updates
from eccp_desktop.actions.import_lists import write_lists
from eccp_desktop.actions.import_organisations import IncomingOrganisations
from eccp_desktop.domain.codes import is_code, new_code, normalise_code
from eccp_desktop.domain.hall import HallMeeting
from eccp_desktop.domain.incoming import IncomingPerson, RowState
from eccp_desktop.domain.matching import KnownPeople, PersonKeys, organisation_key
from eccp_desktop.domain.names import full_name
from eccp_desktop.domain.vocabulary import ParticipantState
from eccp_desktop.store.unit import Organisation, Participant, ParticipantLanguage, Unit

_FIELDS = (
    ("given_name", "given name"),
    ("family_name", "family name"),
    ("email", "e-mail"),
    ("phone", "phone"),
    ("job_title", "job title"),
    ("name_on_badge", "name on badge"),
    ("interpreter_needed", "interpreter needed"),
    ("notes", "notes"),
    ("outside_reference", "outside reference"),
)
_MOST_PRESENT = (ParticipantState.REGISTERED, ParticipantState.PENDING, ParticipantState.CANCELLED)


@dataclass(slots=True)
class _Folded:
    """A person of the call: one record from all rows that speak of them."""

    origin: Origin
    record: IncomingPerson


@dataclass(slots=True)
class _Codes:
    """Badge codes in use, so that nobody gets one twice."""

    used: set[str] = field(default_factory=set)

    def take(self, wanted: str | None) -> str:
        code = normalise_code(wanted) if wanted and is_code(wanted) else new_code()
        while code in self.used:
            code = new_code()
        self.used.add(code)
        return code


def take_people(unit: Unit, ledgers: Sequence[Ledger]) -> None:
    """Bring the event's organisations and participants to what these tables say. A person who stands twice counts once."""
    organisations = IncomingOrganisations()
    folded = _fold(ledgers, organisations)
    by_key = organisations.write(unit)
    people = unit.participants.all()
    known, by_code = _known(people, {organisation.id: organisation for organisation in by_key.values()})
    codes = _Codes(set(by_code))
    updates = Updates()
    rows: list[tuple[_Folded, Participant]] = []
    claimed: set[str] = set()
    for one in folded:
        record = one.record
        present = by_code.get(normalise_code(record.code)) if record.code else None
        present = present or known.find(_keys(record))
        organisation = by_key[organisation_key(record.organisation.name)] if record.organisation else None
        if present is None:
            present = unit.participants.add(_made(record, organisation, codes))
            one.origin.ledger.settle(one.origin.row, RowState.NEW)
        elif present.id in claimed:
            # Two rows that only the event's own knowledge makes one person: the first word holds, as within the file.
            one.origin.ledger.settle(one.origin.row, RowState.SAME)
            continue
        else:
            updates.propose(one.origin, present, _values(record, organisation))
        claimed.add(present.id)
        rows.append((one, present))
    present_before = {person.id for person in people if person.state != ParticipantState.CANCELLED}
    updates.write(unit)
    unit.flush()
    _write_languages(unit, rows)
    _free_seats(unit, [one for one in people if one.id in present_before and one.state == ParticipantState.CANCELLED])


def _free_seats(unit: Unit, cancelled: Sequence[Participant]) -> None:
    """Who no longer comes leaves no partner at a table; what runs or is settled stays."""
    for person in cancelled:

        def theirs(meeting: HallMeeting, gone: str = person.id) -> bool:
            return gone in meeting.people and meeting.state in FALLING

        fall_out(unit, theirs, "person_cancelled", person=full_name(person.given_name, person.family_name))


def _fold(ledgers: Sequence[Ledger], organisations: IncomingOrganisations) -> list[_Folded]:
    """One entry for each person of these tables; their organisations are gathered on the way."""
    seen: KnownPeople[_Folded] = KnownPeople()
    folded: list[_Folded] = []
    for ledger in ledgers:
        for record in ledger.table.records:
            if not isinstance(record, IncomingPerson):
                continue
            origin = Origin(ledger, record.row)
            keys = _keys(record)
            before = seen.find(keys)
            if before is None:
                entry = _Folded(origin, record)
                folded.append(entry)
                seen.add(keys, entry)
            else:
                ledger.settle(record.row, RowState.SAME)
                _warn_of_difference(before, record, origin)
                before.record = _merged(before.record, record)
                seen.add(_keys(before.record), before)
    for entry in folded:
        if entry.record.organisation is not None:
            organisations.gather(entry.origin, entry.record.organisation)
    return folded


def _keys(record: IncomingPerson) -> PersonKeys:
    return PersonKeys.of(record.name, record.email, record.organisation.name if record.organisation else None)


def _known(
    people: Sequence[Participant], organisations: Mapping[str, Organisation]
) -> tuple[KnownPeople[Participant], dict[str, Participant]]:
    known: KnownPeople[Participant] = KnownPeople()
    by_code: dict[str, Participant] = {}
    for person in people:
        organisation = organisations.get(person.organisation_id or "")
        name = full_name(person.given_name, person.family_name)
        known.add(PersonKeys.of(name, person.email, organisation.name if organisation else None), person)
        by_code.setdefault(person.code, person)
    return known, by_code


def _merged(first: IncomingPerson, second: IncomingPerson) -> IncomingPerson:
    """Both rows of a person: the first word on a thing holds, and who comes by one ticket comes."""
    values = {name: getattr(second, name) for name, _ in _FIELDS if getattr(first, name) is None}
    states = [state for state in (first.state, second.state) if state is not None]
    return replace(
        first,
        **values,
        code=first.code or second.code,
        organisation=first.organisation or second.organisation,
        state=min(states, key=_MOST_PRESENT.index, default=None),
        languages=tuple(dict.fromkeys((*first.languages, *second.languages))),
    )


def _warn_of_difference(before: _Folded, record: IncomingPerson, origin: Origin) -> None:
    first = before.record
    if record.organisation and first.organisation:
        one, other = record.organisation.name, first.organisation.name
        if organisation_key(one) != organisation_key(other):
            reason = f"{record.name} stands in row {before.origin.row} with {other}; that holds."
            origin.ledger.warn(record.row, "organisation", one, reason)


def _made(record: IncomingPerson, organisation: Organisation | None, codes: _Codes) -> Participant:
    return Participant(
        code=codes.take(record.code),
        organisation_id=organisation.id if organisation else None,
        state=str(record.state or ParticipantState.REGISTERED),
        **{name: getattr(record, name) for name, _ in _FIELDS},
    )


def _values(record: IncomingPerson, organisation: Organisation | None) -> list[tuple[str, str, object]]:
    values: list[tuple[str, str, object]] = [(name, said, getattr(record, name) or None) for name, said in _FIELDS]
    values.append(("organisation_id", "organisation", organisation.id if organisation else None))
    values.append(("state", "status", str(record.state) if record.state else None))
    return values


def _write_languages(unit: Unit, rows: Sequence[tuple[_Folded, Participant]]) -> None:
    wanted = {
        person.id: [ParticipantLanguage(participant_id=person.id, language=code) for code in one.record.languages]
        for one, person in rows
    }
    changed = write_lists(unit, unit.languages, "participant_id", wanted)
    for one, person in rows:
        if person.id in changed:
            one.origin.ledger.settle(one.origin.row, RowState.CHANGED)
