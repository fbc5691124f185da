"""Participants that come in from files: known ones are updated, new ones made, with a badge code each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from eccp_desktop.actions.falling_out import FALLING, fall_out
from eccp_desktop.actions.import_absent import warn_of_absent
from eccp_desktop.actions.import_folding import PERSON_FIELDS, FoldedPerson, fold_people, keys_of
from eccp_desktop.actions.import_ledger import Ledger, Updates
from eccp_desktop.actions.import_lists import write_lists
from eccp_desktop.actions.import_organisations import IncomingOrganisations
from eccp_desktop.actions.interpreters import meetings_ahead, release_interpreter
from eccp_desktop.domain.codes import is_code, new_code, normalise_code
from eccp_desktop.domain.hall import HallMeeting
from eccp_desktop.domain.incoming import IncomingPerson, RowState
from eccp_desktop.domain.matching import KnownPeople, PersonKeys, organisation_key
from eccp_desktop.domain.names import full_name
from eccp_desktop.domain.vocabulary import ParticipantState
from eccp_desktop.store.unit import Organisation, Participant, ParticipantLanguage, Unit


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
    folded = fold_people(ledgers, organisations)
    by_key = organisations.write(unit)
    people = unit.participants.all()
    known, by_code = _known(people, {organisation.id: organisation for organisation in by_key.values()})
    for former in unit.former_codes.all():
        by_code.setdefault(former.code, unit.participants.get(former.participant_id))
    codes = _Codes(set(by_code))
    updates = Updates()
    rows: list[tuple[FoldedPerson, Participant]] = []
    claimed: set[str] = set()
    for one in folded:
        record = one.record
        present = by_code.get(normalise_code(record.code)) if record.code else None
        present = present or known.find(keys_of(record))
        organisation = by_key[organisation_key(record.organisation.name)] if record.organisation else None
        if present is None:
            present = unit.participants.add(_made(_dated(record, unit.now), organisation, codes))
            one.origin.ledger.settle(one.origin.row, RowState.NEW)
        elif present.id in claimed:
            # Two rows that only the event's own knowledge makes one person: the first word holds, as within the file.
            one.origin.ledger.settle(one.origin.row, RowState.SAME)
            continue
        else:
            if record.consented is False and present.consent_at is not None:
                one.origin.ledger.warn(one.origin.row, "consent", "no", "The event holds a consent; that is kept.")
            known_consent = present.consent_at is not None
            said = record if known_consent else _dated(record, unit.now)
            updates.propose(one.origin, present, _values(said, organisation, present))
        claimed.add(present.id)
        rows.append((one, present))
    present_before = {person.id for person in people if person.state != ParticipantState.CANCELLED}
    updates.write(unit)
    unit.flush()
    _write_languages(unit, rows)
    warn_of_absent(unit, [(one.origin, person) for one, person in rows])
    _free_seats(unit, [one for one in people if one.id in present_before and one.state == ParticipantState.CANCELLED])


def _free_seats(unit: Unit, cancelled: Sequence[Participant]) -> None:
    """Who no longer comes leaves no partner at a table; what runs or is settled stays."""
    for person in cancelled:

        def theirs(meeting: HallMeeting, gone: str = person.id) -> bool:
            return gone in meeting.people and meeting.state in FALLING

        fall_out(unit, theirs, "person_cancelled", person=full_name(person.given_name, person.family_name))
        release_interpreter(unit, person, meetings_ahead(unit, person))


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


def _dated(record: IncomingPerson, now: datetime) -> IncomingPerson:
    """A consent without a time counts from the moment at which the event learns of it."""
    if record.consented and record.consent_at is None:
        return replace(record, consent_at=now.replace(microsecond=0))
    return record


def _made(record: IncomingPerson, organisation: Organisation | None, codes: _Codes) -> Participant:
    return Participant(
        code=codes.take(record.code),
        organisation_id=organisation.id if organisation else None,
        state=str(record.state or ParticipantState.REGISTERED),
        **{name: getattr(record, name) for name, _ in PERSON_FIELDS},
    )


def _values(
    record: IncomingPerson, organisation: Organisation | None, present: Participant
) -> list[tuple[str, str, object]]:
    values: list[tuple[str, str, object]] = [
        (name, said, getattr(record, name) or None) for name, said in PERSON_FIELDS
    ]
    if record.interprets is False and present.interprets:
        values.append(("interprets", "interprets", False))
    values.append(("organisation_id", "organisation", organisation.id if organisation else None))
    values.append(("state", "status", str(record.state) if record.state else None))
    return values


def _write_languages(unit: Unit, rows: Sequence[tuple[FoldedPerson, Participant]]) -> None:
    wanted = {
        person.id: [ParticipantLanguage(participant_id=person.id, language=code) for code in one.record.languages]
        for one, person in rows
    }
    changed = write_lists(unit, unit.languages, "participant_id", wanted)
    for one, person in rows:
        if person.id in changed:
            one.origin.ledger.settle(one.origin.row, RowState.CHANGED)
