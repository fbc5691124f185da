"""The event as tables for people: each is in the shape that an import takes back."""

from collections import defaultdict
from datetime import datetime
from zoneinfo import ZoneInfo

from eccp_desktop.base.country_names import country_name
from eccp_desktop.domain.outgoing import CellValue, OutgoingTable
from eccp_desktop.store.reads import Reading
from eccp_desktop.store.reads.desk_list import venue_zone
from eccp_desktop.store.reads.export_meetings import meetings_table, outcomes_table
from eccp_desktop.store.reads.export_people import ExportedPeople, exported_people, rows_of
from eccp_desktop.store.rows import (
    Absence,
    OrganisationProgramme,
    OrganisationSector,
    OrganisationTarget,
    ParticipantLanguage,
    Request,
)

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
    *("Interpreter needed", "Interprets", "Status", "Presence", "Box", "Notes", "Outside reference"),
    *("Arrival", "Departure", "Consent at", "Consent version"),
)


def export_tables(reading: Reading) -> tuple[OutgoingTable, ...]:
    """Participants, organisations, requests, availability, meetings, outcomes. People are named by badge code."""
    people = exported_people(reading)
    organisations = _organisation_cells(reading, people)
    return (
        _participants(reading, people, organisations),
        OutgoingTable("Organisations", _ORGANISATION, tuple(organisations[one] for one in people.organisations)),
        _requests(reading, people),
        _availability(reading, people),
        meetings_table(reading, people),
        outcomes_table(reading, people),
    )


def _organisation_cells(reading: Reading, people: ExportedPeople) -> dict[str, tuple[CellValue, ...]]:
    sectors: dict[str, list[str]] = defaultdict(list)
    targets: dict[str, list[str]] = defaultdict(list)
    programmes: dict[str, list[str]] = defaultdict(list)
    for sector in rows_of(reading, OrganisationSector):
        sectors[sector.organisation_id].append(sector.sector)
    for target in sorted(rows_of(reading, OrganisationTarget), key=lambda one: one.rank):
        targets[target.organisation_id].append(country_name(target.country))
    for programme in rows_of(reading, OrganisationProgramme):
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


def _participants(
    reading: Reading, people: ExportedPeople, organisations: dict[str, tuple[CellValue, ...]]
) -> OutgoingTable:
    languages: dict[str, list[str]] = defaultdict(list)
    for language in rows_of(reading, ParticipantLanguage):
        languages[language.participant_id].append(language.language)
    zone = venue_zone(reading)
    nowhere: tuple[CellValue, ...] = (None,) * len(_ORGANISATION)
    rows = tuple(
        (
            *(one.code, one.given_name, one.family_name, one.name_on_badge, one.job_title, one.email, one.phone),
            *("; ".join(languages[one.id]), one.interpreter_needed, "Yes" if one.interprets else None),
            *(one.state, one.presence),
            *(f"{one.box or ''} {one.box_position or ''}".strip(), one.notes, one.outside_reference),
            *(_planned(one.arrival), _planned(one.departure), _happened(one.consent_at, zone), one.consent_version),
            *organisations.get(one.organisation_id or "", nowhere),
        )
        for one in people.participants.values()
    )
    return OutgoingTable("Participants", (*_PERSON, *_ORGANISATION), rows)


def _requests(reading: Reading, people: ExportedPeople) -> OutgoingTable:
    place = {person: index for index, person in enumerate(people.participants)}
    rows = tuple(
        (
            *(people.participants[one.sender_id].code, people.participants[one.receiver_id].code),
            *(one.priority, one.state, one.message, one.origin),
            *(people.name(one.sender_id), people.organisation(one.sender_id)),
            *(people.name(one.receiver_id), people.organisation(one.receiver_id)),
        )
        for one in sorted(rows_of(reading, Request), key=lambda one: (place[one.sender_id], place[one.receiver_id]))
    )
    headers = ("From", "To", "Priority", "Status", "Message", "Origin")
    return OutgoingTable("Requests", (*headers, "Who asks", "Organisation", "Who is asked", "Organisation asked"), rows)


def _availability(reading: Reading, people: ExportedPeople) -> OutgoingTable:
    rows = tuple(
        (
            people.participants[one.participant_id].code,
            *(f"{one.start:%Y-%m-%d}", f"{one.start:%H:%M}", _end(one.start, one.end), one.reason),
            *(people.name(one.participant_id), people.organisation(one.participant_id)),
        )
        for one in sorted(rows_of(reading, Absence), key=lambda one: (one.start, one.participant_id))
    )
    headers = ("Who", "Day", "Unavailable from", "Unavailable to", "Reason", "Full name", "Organisation")
    return OutgoingTable("Availability", headers, rows)


def _planned(moment: datetime | None) -> str | None:
    return f"{moment:%Y-%m-%d %H:%M}" if moment is not None else None


def _happened(instant: datetime | None, zone: ZoneInfo) -> str | None:
    """Wall time at the venue with its offset, so that the very instant comes back."""
    return instant.astimezone(zone).isoformat(" ", "seconds") if instant is not None else None


def _end(start: datetime, end: datetime) -> str:
    return f"{end:%H:%M}" if end.date() == start.date() else "24:00"
