"""People and organisations as they are compared with each other, and what two records of the same thing say."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, union_all

from eccp_desktop.base.country_names import country_name
from eccp_desktop.base.language_names import language_name
from eccp_desktop.domain.names import full_name
from eccp_desktop.domain.vocabulary import Presence
from eccp_desktop.store.reads import Reading
from eccp_desktop.store.reads.desk_list import venue_time, venue_zone
from eccp_desktop.store.rows import HallTable, MeetingPerson, Organisation, Participant, Print, Request, Side


@dataclass(frozen=True, slots=True)
class Record:
    """A person or an organisation. `place` says where they belong: the organisation of a person, town and country of others."""

    id: str
    name: str
    place: str
    country: str
    email: str = ""
    phone: str = ""
    website: str = ""
    weight: tuple[int, ...] = ()
    """How much hangs on it; of two records the heavier is the one to keep, of two alike the one that was put in first."""
    badge_printed: bool = False
    town: str = ""


def person_records(reading: Reading) -> tuple[Record, ...]:
    """Everybody, in the order in which they were put in."""
    counted = select(MeetingPerson.participant_id, func.count()).group_by(MeetingPerson.participant_id)
    meetings: dict[str, int] = {row[0]: row[1] for row in reading.execute(counted)}
    asked = union_all(select(Request.sender_id.label("person")), select(Request.receiver_id)).subquery()
    requests: dict[str, int] = {
        row[0]: row[1] for row in reading.execute(select(asked.c.person, func.count()).group_by(asked.c.person))
    }
    printed: dict[str, set[str]] = defaultdict(set)
    for row in reading.execute(select(Print.participant_id, Print.document).distinct()):
        printed[row.participant_id].add(row.document)
    query = (
        select(Participant.__table__, Organisation.name.label("organisation"), Organisation.country)
        .outerjoin(Organisation, Organisation.id == Participant.organisation_id)
        .order_by(Participant.id)
    )
    return tuple(
        Record(
            id=row.id,
            name=full_name(row.given_name, row.family_name),
            place=row.organisation or "",
            country=row.country or "",
            email=row.email or "",
            phone=row.phone or "",
            weight=(
                row.state != "cancelled",
                row.id in meetings or row.id in requests,
                row.id in printed,
                meetings.get(row.id, 0),
                requests.get(row.id, 0),
            ),
            badge_printed="badges" in printed[row.id],
        )
        for row in reading.execute(query)
    )


def organisation_records(reading: Reading) -> tuple[Record, ...]:
    """Every organisation, in the order in which they were put in."""
    counted = select(Participant.organisation_id, func.count()).group_by(Participant.organisation_id)
    people: dict[str | None, int] = {row[0]: row[1] for row in reading.execute(counted)}
    return tuple(
        Record(
            id=row.id,
            name=row.name,
            place=", ".join(part for part in (row.city, country_name(row.country)) if part),
            country=row.country or "",
            website=row.website or "",
            weight=(people.get(row.id, 0),),
            town=row.city or "",
        )
        for row in reading.execute(select(Organisation.__table__).order_by(Organisation.id))
    )


def person_values(reading: Reading, person: str) -> Mapping[str, str]:
    """What a record says of a person, in words, by the parts of `MergePeople`; empty where it says nothing."""
    query = (
        select(Participant.__table__, Organisation.name.label("organisation"), HallTable.number.label("table"))
        .outerjoin(Organisation, Organisation.id == Participant.organisation_id)
        .outerjoin(HallTable, HallTable.id == Participant.fixed_table_id)
        .where(Participant.id == person)
    )
    row = reading.execute(query).one_or_none()
    if row is None:
        return {}
    zone = venue_zone(reading)
    since = venue_time(row.presence_since, zone)
    consent = venue_time(row.consent_at, zone)
    return {
        "name": full_name(row.given_name, row.family_name),
        "organisation": row.organisation or "",
        "badge": " · ".join(
            part for part in (row.code, f"box {row.box} {row.box_position or ''}" if row.box else "") if part
        ),
        "badge_name": row.name_on_badge or "",
        "job_title": row.job_title or "",
        "email": row.email or "",
        "phone": row.phone or "",
        "interpreter": language_name(row.interpreter_needed) if row.interpreter_needed else "",
        "interprets": "yes" if row.interprets else "",
        "stay": _stay(row.arrival, row.departure),
        "fixed_table": f"table {row.table}" if row.table is not None else "",
        "state": row.state,
        "presence": ""
        if row.presence == Presence.EXPECTED
        else f"{row.presence} since {since:%H:%M}"
        if since
        else row.presence,
        "consent": f"{row.consent_version or 'given'}, {consent:%d %B %Y}" if consent else row.consent_version or "",
        "notes": row.notes or "",
        "reference": row.outside_reference or "",
    }


def organisation_values(reading: Reading, organisation: str) -> Mapping[str, str]:
    """What a record says of an organisation, in words, by the parts of `MergeOrganisations`."""
    query = (
        select(Organisation.__table__, Side.name.label("side"))
        .outerjoin(Side, Side.id == Organisation.side_id)
        .where(Organisation.id == organisation)
    )
    row = reading.execute(query).one_or_none()
    if row is None:
        return {}
    members = ((row.members_sme, "SMEs"), (row.members_large, "large firms"), (row.members_research, "research"))
    return {
        "name": row.name,
        "kind": row.kind or "",
        "side": row.side or "",
        "country": country_name(row.country),
        "region": row.region or "",
        "city": row.city or "",
        "website": row.website or "",
        "profile": row.profile_link or "",
        "founded": str(row.founded or ""),
        "members": ", ".join(f"{count} {kind}" for count, kind in members if count is not None),
        "description": row.description or "",
        "offers": row.offers or "",
        "seeks": row.seeks or "",
    }


def _stay(arrival: datetime | None, departure: datetime | None) -> str:
    comes = f"from {arrival:%d %B %H:%M}" if arrival else ""
    goes = f"until {departure:%d %B %H:%M}" if departure else ""
    return " ".join(part for part in (comes, goes) if part)
