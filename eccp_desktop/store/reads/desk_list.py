"""The people as the desk looks for them: one row each, of all who are in the file."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select

from eccp_desktop.domain.ids import OrganisationId, ParticipantId
from eccp_desktop.domain.names import full_name, list_name
from eccp_desktop.domain.vocabulary import ParticipantState, Presence
from eccp_desktop.store.reads import Reading
from eccp_desktop.store.rows import Event, FormerCode, Organisation, Participant, Side, Slot


@dataclass(frozen=True, slots=True)
class DeskPerson:
    """A person in the list. Countries are ISO 3166-1 alpha-2 codes; `since` and `late_until` are wall times at the venue."""

    id: ParticipantId
    code: str
    given_name: str
    family_name: str
    name_on_badge: str
    organisation_id: OrganisationId | None
    organisation: str
    country: str
    side: str
    presence: Presence
    since: datetime | None
    late_until: datetime | None
    box: str
    box_position: int | None
    cancelled: bool
    former_codes: tuple[str, ...] = ()
    """Badge codes of records that became one with this: such a badge may be in their hands."""

    @property
    def list_name(self) -> str:
        return list_name(self.given_name, self.family_name)

    @property
    def name(self) -> str:
        return full_name(self.given_name, self.family_name)


@dataclass(frozen=True, slots=True)
class DeskOrganisation:
    """An organisation that a walk-in may have come for."""

    id: OrganisationId
    name: str
    country: str
    side: str


def desk_people(reading: Reading, only: Collection[ParticipantId] | None = None) -> tuple[DeskPerson, ...]:
    """Everybody in the file, or only these, in no particular order."""
    zone = venue_zone(reading)
    query = (
        select(
            Participant.id,
            Participant.code,
            Participant.given_name,
            Participant.family_name,
            Participant.name_on_badge,
            Participant.organisation_id,
            Organisation.name.label("organisation"),
            Organisation.country,
            Side.name.label("side"),
            Participant.presence,
            Participant.presence_since,
            Participant.late_until,
            Participant.box,
            Participant.box_position,
            Participant.state,
        )
        .outerjoin(Organisation, Organisation.id == Participant.organisation_id)
        .outerjoin(Side, Side.id == Organisation.side_id)
    )
    kept = select(FormerCode.participant_id, FormerCode.code).order_by(FormerCode.code)
    if only is not None:
        query = query.where(Participant.id.in_(list(only)))
        kept = kept.where(FormerCode.participant_id.in_(list(only)))
    former: dict[str, list[str]] = defaultdict(list)
    for person, code in reading.execute(kept):
        former[person].append(code)
    return tuple(
        DeskPerson(
            id=ParticipantId(row.id),
            code=row.code,
            given_name=row.given_name,
            family_name=row.family_name,
            name_on_badge=row.name_on_badge or "",
            organisation_id=row.organisation_id,
            organisation=row.organisation or "",
            country=row.country or "",
            side=row.side or "",
            presence=Presence(row.presence),
            since=venue_time(row.presence_since, zone),
            late_until=row.late_until,
            box=row.box or "",
            box_position=row.box_position,
            cancelled=row.state == ParticipantState.CANCELLED,
            former_codes=tuple(former.get(row.id, ())),
        )
        for row in reading.execute(query)
    )


def desk_organisations(reading: Reading) -> tuple[DeskOrganisation, ...]:
    """Every organisation, by name."""
    query = (
        select(Organisation.id, Organisation.name, Organisation.country, Side.name.label("side"))
        .outerjoin(Side, Side.id == Organisation.side_id)
        .order_by(Organisation.name)
    )
    return tuple(
        DeskOrganisation(OrganisationId(row.id), row.name, row.country or "", row.side or "")
        for row in reading.execute(query)
    )


def venue_zone(reading: Reading) -> ZoneInfo:
    """The time zone of the venue; UTC in a file that has no event yet."""
    return ZoneInfo(reading.execute(select(Event.zone)).scalar() or "UTC")


def venue_country(reading: Reading) -> str:
    """The country of the venue, ISO 3166-1 alpha-2; empty where nobody said."""
    return reading.execute(select(Event.country)).scalar() or ""


def venue_time(instant: datetime | None, zone: ZoneInfo) -> datetime | None:
    """The naive wall time at the venue of an instant."""
    return None if instant is None else instant.astimezone(zone).replace(tzinfo=None)


def coming_starts(reading: Reading, now: datetime) -> tuple[datetime, ...]:
    """When the slots that are still to come begin on the day of `now`, or on the first day after it that has some."""
    starts = list(reading.execute(select(Slot.start).where(Slot.start > now).order_by(Slot.start).distinct()).scalars())
    return tuple(start for start in starts if start.date() == starts[0].date())
