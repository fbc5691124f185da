"""The event as tables for people: each is in the shape that an import takes back."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session as OrmSession

from eccp_desktop.base.country_names import country_name
from eccp_desktop.domain.names import full_name
from eccp_desktop.domain.outgoing import CellValue, OutgoingTable
from eccp_desktop.domain.roll_call import meeting_type
from eccp_desktop.domain.vocabulary import MeetingRole, OrganisationKind
from eccp_desktop.store.reads import Reading
from eccp_desktop.store.rows import (
    Absence,
    Event,
    HallTable,
    Journaled,
    Meeting,
    MeetingPerson,
    Organisation,
    OrganisationProgramme,
    OrganisationSector,
    OrganisationTarget,
    Outcome,
    Participant,
    ParticipantLanguage,
    Request,
    Side,
    Slot,
)

Row = TypeVar("Row", bound=Journaled)

_ORGANISATION = (
    *(
        "Organisation",
        "Kind of organisation",
        "Side",
        "Country",
        "Region",
        "City",
        "Website",
        "Profile link",
        "Year founded",
    ),
    *("Members: SMEs", "Members: large companies", "Members: research", "Sectors", "Target countries", "Programmes"),
    *("Description", "Offers", "Seeks"),
)
_PERSON = (
    *("Badge code", "Given name", "Family name", "Name on badge", "Job title", "E-mail", "Phone", "Languages"),
    *("Interpreter needed", "Status", "Presence", "Box", "Notes", "Outside reference"),
)


@dataclass(frozen=True, slots=True)
class _People:
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


def export_tables(reading: Reading) -> tuple[OutgoingTable, ...]:
    """Participants, organisations, requests, availability, meetings, outcomes. People are named by badge code."""
    people = _people(reading)
    organisations = _organisation_cells(reading, people)
    return (
        _participants(reading, people, organisations),
        OutgoingTable("Organisations", _ORGANISATION, tuple(organisations[one] for one in people.organisations)),
        _requests(reading, people),
        _availability(reading, people),
        _meetings(reading, people),
        _outcomes(reading, people),
    )


def _people(reading: Reading) -> _People:
    participants = sorted(
        _all(reading, Participant), key=lambda one: (one.family_name.casefold(), one.given_name.casefold())
    )
    organisations = sorted(_all(reading, Organisation), key=lambda one: one.name.casefold())
    default = reading.execute(select(Event.default_kind)).scalar()
    return _People(
        {one.id: one for one in participants},
        {one.id: one for one in organisations},
        {one.id: one.name for one in _all(reading, Side)},
        OrganisationKind(default) if default else OrganisationKind.CLUSTER,
    )


def _organisation_cells(reading: Reading, people: _People) -> dict[str, tuple[CellValue, ...]]:
    sectors: dict[str, list[str]] = defaultdict(list)
    targets: dict[str, list[str]] = defaultdict(list)
    programmes: dict[str, list[str]] = defaultdict(list)
    for sector in _all(reading, OrganisationSector):
        sectors[sector.organisation_id].append(sector.sector)
    for target in sorted(_all(reading, OrganisationTarget), key=lambda one: one.rank):
        targets[target.organisation_id].append(country_name(target.country))
    for programme in _all(reading, OrganisationProgramme):
        programmes[programme.organisation_id].append(programme.programme)
    return {
        one.id: (
            *(one.name, one.kind, people.sides.get(one.side_id or ""), country_name(one.country), one.region, one.city),
            *(one.website, one.profile_link, one.founded, one.members_sme, one.members_large, one.members_research),
            *("; ".join(sectors[one.id]), "; ".join(targets[one.id]), "; ".join(programmes[one.id])),
            *(one.description, one.offers, one.seeks),
        )
        for one in people.organisations.values()
    }


def _participants(reading: Reading, people: _People, organisations: dict[str, tuple[CellValue, ...]]) -> OutgoingTable:
    languages: dict[str, list[str]] = defaultdict(list)
    for language in _all(reading, ParticipantLanguage):
        languages[language.participant_id].append(language.language)
    nowhere: tuple[CellValue, ...] = (None,) * len(_ORGANISATION)
    rows = tuple(
        (
            *(one.code, one.given_name, one.family_name, one.name_on_badge, one.job_title, one.email, one.phone),
            *("; ".join(languages[one.id]), one.interpreter_needed, one.state, one.presence),
            *(f"{one.box or ''} {one.box_position or ''}".strip(), one.notes, one.outside_reference),
            *organisations.get(one.organisation_id or "", nowhere),
        )
        for one in people.participants.values()
    )
    return OutgoingTable("Participants", (*_PERSON, *_ORGANISATION), rows)


def _requests(reading: Reading, people: _People) -> OutgoingTable:
    place = {person: index for index, person in enumerate(people.participants)}
    rows = tuple(
        (
            *(people.participants[one.sender_id].code, people.participants[one.receiver_id].code),
            *(one.priority, one.state, one.message, one.origin),
            *(people.name(one.sender_id), people.organisation(one.sender_id)),
            *(people.name(one.receiver_id), people.organisation(one.receiver_id)),
        )
        for one in sorted(_all(reading, Request), key=lambda one: (place[one.sender_id], place[one.receiver_id]))
    )
    headers = ("From", "To", "Priority", "Status", "Message", "Origin")
    return OutgoingTable("Requests", (*headers, "Who asks", "Organisation", "Who is asked", "Organisation asked"), rows)


def _availability(reading: Reading, people: _People) -> OutgoingTable:
    rows = tuple(
        (
            people.participants[one.participant_id].code,
            *(f"{one.start:%Y-%m-%d}", f"{one.start:%H:%M}", _end(one.start, one.end), one.reason),
            *(people.name(one.participant_id), people.organisation(one.participant_id)),
        )
        for one in sorted(_all(reading, Absence), key=lambda one: (one.start, one.participant_id))
    )
    headers = ("Who", "Day", "Unavailable from", "Unavailable to", "Reason", "Full name", "Organisation")
    return OutgoingTable("Availability", headers, rows)


def _meetings(reading: Reading, people: _People) -> OutgoingTable:
    slots = {slot.id: slot for slot in _all(reading, Slot)}
    tables = {table.id: table for table in _all(reading, HallTable)}
    parts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for part in _all(reading, MeetingPerson):
        parts[part.meeting_id][part.role].append(part.participant_id)
    rows = []
    for one in sorted(_all(reading, Meeting), key=lambda one: one.number):
        slot, table = slots.get(one.slot_id or ""), tables.get(one.table_id or "")
        hosts, guests, others = (
            parts[one.id][role] for role in (MeetingRole.HOST, MeetingRole.GUEST, MeetingRole.OTHER)
        )
        kind = one.type or meeting_type([people.kind(person) for person in (*hosts, *guests, *others)])
        rows.append(
            (
                *(one.number, f"{slot.start:%Y-%m-%d}" if slot else None, f"{slot.start:%H:%M}" if slot else None),
                *(
                    f"{slot.end:%H:%M}" if slot else None,
                    table.number if table else None,
                    table.zone if table else None,
                ),
                *(_codes(people, hosts), _codes(people, guests), _codes(people, others), str(kind), one.state),
                *("Yes" if one.locked else "No", one.source),
                *(_names(people, hosts), _organisations(people, hosts)),
                *(_names(people, guests), _organisations(people, guests)),
            )
        )
    headers = (
        "Number",
        "Day",
        "Start",
        "End",
        "Table",
        "Zone",
        "Host",
        "Guest",
        "Others",
        "Type",
        "State",
        "Locked",
        "Source",
    )
    named = ("Host name", "Host organisation", "Guest name", "Guest organisation")
    return OutgoingTable("Meetings", (*headers, *named), tuple(rows))


def _outcomes(reading: Reading, people: _People) -> OutgoingTable:
    numbers = {meeting.id: meeting.number for meeting in _all(reading, Meeting)}
    rows = tuple(
        (
            *(numbers[one.meeting_id], one.stage, people.participants[one.participant_id].code),
            *(people.name(one.participant_id), people.organisation(one.participant_id)),
            *(
                one.quality,
                one.result,
                None if one.potential_agreement is None else "Yes" if one.potential_agreement else "No",
            ),
            *(one.document, one.next_step, one.text),
        )
        for one in sorted(_all(reading, Outcome), key=lambda one: (numbers[one.meeting_id], one.stage))
    )
    headers = ("Meeting", "Stage", "Badge code", "Said by", "Organisation", "Quality", "Result", "Potential agreement")
    return OutgoingTable("Outcomes", (*headers, "Document", "Next step", "Text"), rows)


def _all(reading: Reading, kind: type[Row]) -> list[Row]:
    with OrmSession(reading) as session:
        rows = list(session.scalars(select(kind).order_by(kind.id)))
        session.expunge_all()
    return rows


def _end(start: datetime, end: datetime) -> str:
    return f"{end:%H:%M}" if end.date() == start.date() else "24:00"


def _codes(people: _People, persons: Sequence[str]) -> str:
    return "; ".join(people.participants[person].code for person in persons)


def _names(people: _People, persons: Sequence[str]) -> str:
    return "; ".join(people.name(person) for person in persons)


def _organisations(people: _People, persons: Sequence[str]) -> str:
    return "; ".join(people.organisation(person) for person in persons)
