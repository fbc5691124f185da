"""The programme's figures: each indicator is a line in INDICATORS that says what it counts. Open the list to see all there is."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from eccp_desktop.domain.matching import organisation_key
from eccp_desktop.domain.roll_call import Ending, ending, was_scheduled
from eccp_desktop.domain.vocabulary import (
    MeetingState,
    MeetingType,
    OrganisationKind,
    ParticipantState,
    Presence,
    RequestState,
)


@dataclass(frozen=True, slots=True)
class OrganisationFact:
    """What the figures need of an organisation. `targets` are ISO country codes, the most wanted first."""

    name: str
    kind: OrganisationKind
    side: str | None
    country: str | None
    represented: bool
    """Somebody is registered for it."""
    present: bool
    """Somebody of it was checked in."""
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingFact:
    """What the figures need of a meeting; `potential` and `agreement` where either side said so, at either stage. `slot` and
    `reason` are as its row keeps them.
    """

    state: MeetingState
    type: MeetingType
    potential: bool = False
    agreement: bool = False
    slot: str | None = None
    reason: str | None = None

    @property
    def scheduled(self) -> bool:
        """Whether it has a seat, or had one until it was cancelled."""
        return was_scheduled(self.state, self.slot, self.reason)

    @property
    def ending(self) -> Ending | None:
        """What became of it."""
        return ending(self.state, self.reason) if self.scheduled else None


@dataclass(frozen=True, slots=True)
class EventFacts:
    """One event, or several of a series added up, as the figures see it. `people` are (state, presence)."""

    sides: tuple[str, ...]
    organisations: tuple[OrganisationFact, ...]
    people: tuple[tuple[ParticipantState, Presence], ...]
    requests: tuple[RequestState, ...]
    meetings: tuple[MeetingFact, ...]


Figure = int | dict[str, int]


@dataclass(frozen=True, slots=True)
class Indicator:
    """A figure: its place in the report (dots lead into groups), what it counts, and how."""

    id: str
    counts: str
    of: Callable[[EventFacts], Figure]


def _organisations(chosen: Callable[[OrganisationFact], bool]) -> Callable[[EventFacts], Figure]:
    return lambda facts: sum(1 for organisation in facts.organisations if chosen(organisation))


def _clusters(chosen: Callable[[OrganisationFact], bool]) -> Callable[[EventFacts], Figure]:
    def by_side(facts: EventFacts) -> Figure:
        clusters = [one for one in facts.organisations if chosen(one) and one.kind == OrganisationKind.CLUSTER]
        return _each_side(facts, Counter(one.side for one in clusters))

    return by_side


def _countries(chosen: Callable[[OrganisationFact], bool]) -> Callable[[EventFacts], Figure]:
    def by_side(facts: EventFacts) -> Figure:
        seen = {(one.side, one.country) for one in facts.organisations if chosen(one) and one.country}
        return _each_side(facts, Counter(side for side, _ in seen))

    return by_side


def _people(chosen: Callable[[ParticipantState, Presence], bool]) -> Callable[[EventFacts], Figure]:
    return lambda facts: sum(1 for state, presence in facts.people if chosen(state, presence))


def _meetings(chosen: Callable[[MeetingFact], bool]) -> Callable[[EventFacts], Figure]:
    return lambda facts: sum(1 for meeting in facts.meetings if chosen(meeting))


_WAS_HERE = frozenset({Presence.HERE, Presence.GONE})


def _in(*states: ParticipantState) -> Callable[[EventFacts], Figure]:
    return _people(lambda state, _: state in states)


def _by_type(chosen: Callable[[MeetingFact], bool]) -> Callable[[EventFacts], Figure]:
    def by_type(facts: EventFacts) -> Figure:
        seen = Counter(meeting.type for meeting in facts.meetings if chosen(meeting))
        return {kind.value: seen[kind] for kind in MeetingType}

    return by_type


def _each_side(facts: EventFacts, seen: Mapping[str | None, int]) -> dict[str, int]:
    """Every side of the event, also those with nobody; organisations without a side stand under "none"."""
    figures = {side: seen.get(side, 0) for side in facts.sides}
    return figures | {"none": seen[None]} if seen.get(None) else figures


def _registered(one: OrganisationFact) -> bool:
    return one.represented


def _is_scheduled(meeting: MeetingFact) -> bool:
    return meeting.scheduled


def _ended(how: Ending) -> Callable[[MeetingFact], bool]:
    return lambda meeting: meeting.ending is how


def _checked_in(one: OrganisationFact) -> bool:
    return one.present


# A line for each figure: laid out by hand.
# fmt: off
INDICATORS: tuple[Indicator, ...] = (
    Indicator("organisations", "organisations in the file", _organisations(lambda one: True)),
    Indicator("clusters_by_side", "cluster organisations in the file", _clusters(lambda one: True)),
    Indicator("countries_by_side", "countries of the organisations in the file", _countries(lambda one: True)),
    Indicator("represented.organisations", "organisations with somebody registered", _organisations(_registered)),
    Indicator("represented.clusters_by_side", "cluster organisations with somebody registered", _clusters(_registered)),
    Indicator("represented.countries_by_side", "countries with somebody registered", _countries(_registered)),
    Indicator("present.organisations", "organisations with somebody checked in", _organisations(_checked_in)),
    Indicator("present.clusters_by_side", "cluster organisations with somebody checked in", _clusters(_checked_in)),
    Indicator("present.countries_by_side", "countries with somebody checked in", _countries(_checked_in)),
    Indicator("participants.total", "people in the file, without those who only interpret", _people(lambda state, _: True)),
    Indicator("participants.registered", "people registered, without those who only interpret", _in(ParticipantState.REGISTERED)),
    Indicator("participants.pending", "people whose registration is not confirmed", _in(ParticipantState.PENDING)),
    Indicator("participants.cancelled", "people who cancelled", _in(ParticipantState.CANCELLED)),
    Indicator("participants.present", "people checked in, also who left", _people(lambda _, now: now in _WAS_HERE)),
    Indicator("meetings.requested", "requests, whatever became of them", lambda facts: len(facts.requests)),
    Indicator("meetings.accepted", "requests accepted", lambda facts: facts.requests.count(RequestState.ACCEPTED)),
    Indicator("meetings.scheduled", "meetings with a slot and a table, also those over or cancelled", _meetings(_is_scheduled)),
    Indicator("meetings.held", "meetings held", _meetings(_ended(Ending.HELD))),
    Indicator("meetings.missing", "meetings to which somebody did not come", _meetings(_ended(Ending.MISSING))),
    Indicator("meetings.cancelled", "meetings cancelled after they had a slot and a table", _meetings(_ended(Ending.CANCELLED))),
    Indicator("meetings.by_type", "scheduled meetings by type", _by_type(_is_scheduled)),
    Indicator("meetings.held_by_type", "meetings held by type", _by_type(_ended(Ending.HELD))),
    Indicator("potential_agreements", "meetings in which a side saw a potential agreement", _meetings(lambda one: one.potential)),
    Indicator("agreements_reached", "meetings after which a side reported an agreement", _meetings(lambda one: one.agreement)),
)
# fmt: on


def figures(facts: EventFacts) -> dict[str, object]:
    """Every indicator, in groups as their ids say."""
    report: dict[str, object] = {}
    for indicator in INDICATORS:
        *groups, name = indicator.id.split(".")
        place = report
        for group in groups:
            inner = place.setdefault(group, {})
            assert isinstance(inner, dict)
            place = inner
        place[name] = indicator.of(facts)
    return report


@dataclass(frozen=True, slots=True)
class TargetCountry:
    """A country that organisations aim at. `rank` 1 is named most; of two named equally often, the one named earlier."""

    country: str
    rank: int
    mentions: int


def target_countries(organisations: Iterable[OrganisationFact]) -> list[TargetCountry]:
    """The ranking over organisations, each of which names a country once."""
    places: dict[str, list[int]] = defaultdict(list)
    for organisation in organisations:
        for place, country in enumerate(dict.fromkeys(organisation.targets), 1):
            places[country].append(place)

    def order(country: str) -> tuple[int, float, str]:
        named = places[country]
        return -len(named), sum(named) / len(named), country

    return [TargetCountry(name, rank, len(places[name])) for rank, name in enumerate(sorted(places, key=order), 1)]


def together(events: Sequence[EventFacts]) -> EventFacts:
    """Several events as one: an organisation that came to two of them is one, its people and meetings add up."""
    merged: dict[tuple[str, str | None], OrganisationFact] = {}
    for event in events:
        for one in event.organisations:
            key = organisation_key(one.name), one.country
            known = merged.get(key)
            merged[key] = one if known is None else _both(known, one)
    return EventFacts(
        sides=tuple(dict.fromkeys(side for event in events for side in event.sides)),
        organisations=tuple(merged.values()),
        people=tuple(person for event in events for person in event.people),
        requests=tuple(request for event in events for request in event.requests),
        meetings=tuple(meeting for event in events for meeting in event.meetings),
    )


def _both(earlier: OrganisationFact, later: OrganisationFact) -> OrganisationFact:
    return OrganisationFact(
        name=later.name,
        kind=later.kind,
        side=later.side or earlier.side,
        country=later.country,
        represented=earlier.represented or later.represented,
        present=earlier.present or later.present,
        targets=later.targets or earlier.targets,
    )
