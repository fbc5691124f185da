"""An event as the figures of the report see it."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import ColumnElement, select

from eccp_desktop.domain.indicators import EventFacts, MeetingFact, OrganisationFact
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.roll_call import meeting_type
from eccp_desktop.domain.vocabulary import (
    ContactResult,
    MeetingRole,
    MeetingState,
    MeetingType,
    OrganisationKind,
    ParticipantState,
    Presence,
    RequestState,
)
from eccp_desktop.store.reads import Reading
from eccp_desktop.store.reads.taking_part import takes_part
from eccp_desktop.store.rows import (
    Event,
    Meeting,
    MeetingPerson,
    Organisation,
    OrganisationTarget,
    Outcome,
    Participant,
    Request,
    Side,
)


@dataclass(frozen=True, slots=True)
class ReportedEvent:
    """The event whose figures these are."""

    name: str
    edition: str | None
    series: str | None
    facts: EventFacts


def reported_event(reading: Reading) -> ReportedEvent:
    """The event of the file with all that its figures need. Raises Refusal `no_event` where the file has none."""
    event = reading.execute(select(Event.name, Event.edition, Event.series, Event.default_kind)).one_or_none()
    if event is None:
        raise Refusal("no_event")
    default_kind = OrganisationKind(event.default_kind)
    people = reading.execute(select(Participant.state, Participant.presence).where(takes_part())).all()
    return ReportedEvent(
        name=event.name,
        edition=event.edition,
        series=event.series,
        facts=EventFacts(
            sides=tuple(reading.execute(select(Side.name).order_by(Side.position)).scalars()),
            organisations=_organisations(reading, default_kind),
            people=tuple((ParticipantState(one.state), Presence(one.presence)) for one in people),
            requests=tuple(RequestState(state) for state in reading.execute(select(Request.state)).scalars()),
            meetings=_meetings(reading, default_kind),
        ),
    )


def _organisations(reading: Reading, default_kind: OrganisationKind) -> tuple[OrganisationFact, ...]:
    represented = _organisations_of(reading, Participant.state == ParticipantState.REGISTERED)
    present = _organisations_of(reading, Participant.presence.in_([Presence.HERE, Presence.GONE]))
    targets: dict[str, list[str]] = defaultdict(list)
    ranked = select(OrganisationTarget.organisation_id, OrganisationTarget.country)
    for organisation, country in reading.execute(ranked.order_by(OrganisationTarget.rank)):
        targets[organisation].append(country)
    query = select(
        Organisation.id, Organisation.name, Organisation.kind, Side.name.label("side"), Organisation.country
    ).outerjoin(Side, Side.id == Organisation.side_id)
    return tuple(
        OrganisationFact(
            name=row.name,
            kind=OrganisationKind(row.kind) if row.kind else default_kind,
            side=row.side,
            country=row.country,
            represented=row.id in represented,
            present=row.id in present,
            targets=tuple(targets[row.id]),
        )
        for row in reading.execute(query.order_by(Organisation.id))
    )


def _organisations_of(reading: Reading, people: ColumnElement[bool]) -> frozenset[str]:
    query = select(Participant.organisation_id).where(people, takes_part(), Participant.organisation_id.is_not(None))
    return frozenset(one for one in reading.execute(query).scalars() if one is not None)


def _meetings(reading: Reading, default_kind: OrganisationKind) -> tuple[MeetingFact, ...]:
    kinds: dict[str, list[OrganisationKind]] = defaultdict(list)
    people = (
        select(MeetingPerson.meeting_id, Organisation.kind)
        .join(Participant, Participant.id == MeetingPerson.participant_id)
        .outerjoin(Organisation, Organisation.id == Participant.organisation_id)
        .where(MeetingPerson.role != MeetingRole.INTERPRETER)
    )
    for meeting, kind in reading.execute(people):
        kinds[meeting].append(OrganisationKind(kind) if kind else default_kind)
    potential = _meetings_with(reading, Outcome.potential_agreement.is_(True))
    agreed = _meetings_with(reading, Outcome.result == ContactResult.AGREEMENT)
    return tuple(
        MeetingFact(
            state=MeetingState(row.state),
            type=MeetingType(row.type) if row.type else meeting_type(kinds[row.id]),
            potential=row.id in potential,
            agreement=row.id in agreed,
            slot=row.slot_id,
            reason=row.reason,
        )
        for row in reading.execute(select(Meeting.id, Meeting.state, Meeting.type, Meeting.slot_id, Meeting.reason))
    )


def _meetings_with(reading: Reading, outcome: ColumnElement[bool]) -> frozenset[str]:
    return frozenset(reading.execute(select(Outcome.meeting_id).where(outcome)).scalars())
