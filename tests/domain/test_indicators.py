"""The programme's figures say exactly what they count."""

from eccp_desktop.domain.indicators import (
    INDICATORS,
    EventFacts,
    MeetingFact,
    OrganisationFact,
    figures,
    target_countries,
    together,
)
from eccp_desktop.domain.reasons import MeetingReason
from eccp_desktop.domain.vocabulary import (
    MeetingState,
    MeetingType,
    OrganisationKind,
    ParticipantState,
    Presence,
    RequestState,
)

CLUSTER, SME = OrganisationKind.CLUSTER, OrganisationKind.SME


def organisation(
    name: str,
    side: str | None,
    country: str,
    *,
    kind: OrganisationKind = CLUSTER,
    here: bool = False,
    targets: str = "",
) -> OrganisationFact:
    return OrganisationFact(name, kind, side, country, True, here, tuple(targets.split()))


def event(*organisations: OrganisationFact, meetings: tuple[MeetingFact, ...] = ()) -> EventFacts:
    people = (
        (ParticipantState.REGISTERED, Presence.HERE),
        (ParticipantState.REGISTERED, Presence.GONE),
        (ParticipantState.REGISTERED, Presence.EXPECTED),
        (ParticipantState.CANCELLED, Presence.EXPECTED),
    )
    requests = (RequestState.ACCEPTED, RequestState.ACCEPTED, RequestState.DECLINED)
    return EventFacts(("EU", "US"), organisations, people, requests, meetings)


def test_an_indicator_stands_in_the_list_once() -> None:
    ids = [indicator.id for indicator in INDICATORS]
    assert len(ids) == len(set(ids))


def test_clusters_are_counted_by_side_and_sides_with_nobody_are_shown() -> None:
    counts = figures(event(organisation("A", "EU", "IT"), organisation("B", "EU", "IT"), organisation("C", "EU", "FR")))
    assert counts["clusters_by_side"] == {"EU": 3, "US": 0}
    assert counts["countries_by_side"] == {"EU": 2, "US": 0}


def test_a_company_is_an_organisation_and_no_cluster() -> None:
    counts = figures(event(organisation("A", "EU", "IT"), organisation("B", "EU", "SE", kind=SME)))
    assert counts["organisations"] == 2
    assert counts["clusters_by_side"] == {"EU": 1, "US": 0}


def test_an_organisation_without_a_side_is_not_lost() -> None:
    assert figures(event(organisation("A", None, "JP")))["clusters_by_side"] == {"EU": 0, "US": 0, "none": 1}


def test_present_counts_those_with_somebody_checked_in() -> None:
    counts = figures(event(organisation("A", "EU", "IT", here=True), organisation("B", "US", "US")))
    assert counts["present"] == {
        "organisations": 1,
        "clusters_by_side": {"EU": 1, "US": 0},
        "countries_by_side": {"EU": 1, "US": 0},
    }


def test_people_who_left_were_present_and_who_cancelled_are_still_people() -> None:
    assert figures(event())["participants"] == {"total": 4, "registered": 3, "pending": 0, "cancelled": 1, "present": 2}


def test_meetings_are_told_apart_by_what_became_of_them() -> None:
    meetings = (
        MeetingFact(MeetingState.HELD, MeetingType.C2C, potential=True, agreement=True),
        MeetingFact(MeetingState.GUEST_MISSING, MeetingType.C2B, potential=False),
        MeetingFact(MeetingState.UNSCHEDULED, MeetingType.C2C),
        MeetingFact(MeetingState.CANCELLED, MeetingType.B2B),
    )
    counts = figures(event(meetings=meetings))
    assert counts["meetings"] == {
        "requested": 3,
        "accepted": 2,
        "scheduled": 2,
        "held": 1,
        "missing": 1,
        "cancelled": 0,
        "by_type": {"C2C": 1, "C2B": 1, "B2B": 0},
        "held_by_type": {"C2C": 1, "C2B": 0, "B2B": 0},
    }
    assert (counts["potential_agreements"], counts["agreements_reached"]) == (1, 1)


def test_target_countries_are_ranked_by_mentions_then_by_the_place_in_which_they_are_named() -> None:
    ranking = target_countries(
        [
            organisation("A", "EU", "IT", targets="US CN"),
            organisation("B", "EU", "FR", targets="US CA CN"),
            organisation("C", "EU", "FR", targets="CA"),
        ]
    )
    assert [(one.country, one.rank, one.mentions) for one in ranking] == [("US", 1, 2), ("CA", 2, 2), ("CN", 3, 2)]


def test_an_organisation_that_came_twice_is_one_in_a_series_and_its_people_add_up() -> None:
    first = event(organisation("Water Hub, Sneek", "EU", "NL"))
    second = event(organisation("water hub  Sneek", "EU", "NL", here=True), organisation("Bio Cluster", "US", "US"))
    counts = figures(together([first, second]))
    assert counts["organisations"] == 2
    assert counts["present"] == {
        "organisations": 1,
        "clusters_by_side": {"EU": 1, "US": 0},
        "countries_by_side": {"EU": 1, "US": 0},
    }
    people = counts["participants"]
    assert isinstance(people, dict)
    assert people["total"] == 8


def test_when_a_day_is_over_held_and_missing_and_cancelled_are_what_was_scheduled() -> None:
    gave_up = MeetingReason("partner_missing", {"missing": ["Kim Lee"]}).stored()
    fell = MeetingReason("cancelled_by_hand", {"slot": "2016-04-25T10:00", "table": 3}).stored()
    facts = event(
        meetings=(
            MeetingFact(MeetingState.HELD, MeetingType.C2C, slot="S1"),
            MeetingFact(MeetingState.BOTH_MISSING, MeetingType.C2C, slot="S1"),
            MeetingFact(MeetingState.CANCELLED, MeetingType.C2B, slot="S1", reason=gave_up),
            MeetingFact(MeetingState.CANCELLED, MeetingType.C2B, slot="S1"),
            MeetingFact(MeetingState.CANCELLED, MeetingType.B2B, reason=fell),
            MeetingFact(MeetingState.CANCELLED, MeetingType.B2B),
            MeetingFact(MeetingState.UNSCHEDULED, MeetingType.B2B, reason=fell),
        )
    )

    meetings = figures(facts)["meetings"]

    assert isinstance(meetings, dict)
    assert {name: meetings[name] for name in ("scheduled", "held", "missing", "cancelled")} == {
        "scheduled": 5,
        "held": 1,
        "missing": 2,
        "cancelled": 2,
    }
    assert meetings["by_type"] == {"C2C": 2, "C2B": 2, "B2B": 1}
