"""What the impact report adds to the figures: countries, and what people said on the day."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from sqlalchemy import select

from eccp_desktop.domain.vocabulary import SEATED_STATES, ContactResult, MeetingRole, MeetingState, ParticipantState
from eccp_desktop.store.reads import Reading
from eccp_desktop.store.reads.taking_part import takes_part
from eccp_desktop.store.rows import Meeting, MeetingPerson, Organisation, Outcome, Participant

ON_THE_DAY = 1


@dataclass(frozen=True, slots=True)
class CountryCount:
    """A country's organisations in the file, people registered, and the meetings that they were in, each once."""

    country: str
    organisations: int
    people: int
    scheduled: int
    held: int


@dataclass(frozen=True, slots=True)
class OutcomeCount:
    """What sides said on the day: each result and each mark from 1 to 5, over `answers` of either."""

    results: tuple[tuple[ContactResult, int], ...]
    quality: tuple[int, int, int, int, int]
    answers: int


def country_counts(reading: Reading) -> tuple[CountryCount, ...]:
    """By country; the ones with most organisations first."""
    organisations = Counter(country or "" for country in reading.execute(select(Organisation.country)).scalars())
    registered = (
        select(Organisation.country)
        .select_from(Participant)
        .outerjoin(Organisation, Organisation.id == Participant.organisation_id)
        .where(Participant.state == ParticipantState.REGISTERED, takes_part())
    )
    people = Counter(country or "" for country in reading.execute(registered).scalars())
    seated: dict[str, set[str]] = defaultdict(set)
    held: dict[str, set[str]] = defaultdict(set)
    taking_part = (
        select(Meeting.id, Meeting.state, Organisation.country)
        .join(MeetingPerson, MeetingPerson.meeting_id == Meeting.id)
        .join(Participant, Participant.id == MeetingPerson.participant_id)
        .outerjoin(Organisation, Organisation.id == Participant.organisation_id)
        .where(Meeting.state.in_(sorted(SEATED_STATES)), MeetingPerson.role != MeetingRole.INTERPRETER)
    )
    for meeting, state, country in reading.execute(taking_part):
        seated[country or ""].add(meeting)
        if state == MeetingState.HELD:
            held[country or ""].add(meeting)
    codes = sorted({*organisations, *people}, key=lambda code: (-organisations[code], -people[code], code))
    return tuple(
        CountryCount(code, organisations[code], people[code], len(seated[code]), len(held[code])) for code in codes
    )


def outcome_counts(reading: Reading) -> OutcomeCount:
    """What was said of meetings on the day."""
    said = reading.execute(select(Outcome.result, Outcome.quality).where(Outcome.stage == ON_THE_DAY)).all()
    results = Counter(one.result for one in said if one.result)
    marks = Counter(one.quality for one in said if one.quality)
    return OutcomeCount(
        tuple((result, results[result]) for result in ContactResult),
        (marks[1], marks[2], marks[3], marks[4], marks[5]),
        sum(1 for one in said if one.result or one.quality),
    )
