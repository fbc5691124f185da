"""The view-model of the impact report."""

from collections import Counter

from eccp_desktop.desk.paper_asked import Asked
from eccp_desktop.desk.paper_views import event_head
from eccp_desktop.documents.impact_view import CountryImpact, ImpactFigure, ImpactView
from eccp_desktop.domain.indicators import INDICATORS, EventFacts, Indicator, target_countries
from eccp_desktop.store.reads.indicators import reported_event
from eccp_desktop.store.reads.papers_organisations import paper_organisations
from eccp_desktop.store.reads.papers_outcomes import country_counts, outcome_counts

HEADLINES = (
    "represented.clusters_by_side",
    "represented.countries_by_side",
    "participants.registered",
    "meetings.scheduled",
    "meetings.held",
    "potential_agreements",
)
"""Ids of the indicators that the report begins with."""


def impact_view(asked: Asked) -> ImpactView:
    """The figures of this event, each with what it counts."""
    facts = asked.read(reported_event).facts
    by_id = {one.id: _figure(one, facts) for one in INDICATORS}
    outcomes = asked.read(outcome_counts)
    sectors = Counter(sector for one in asked.read(paper_organisations) for sector in one.sectors)
    return ImpactView(
        event=event_head(asked.event.frame),
        headlines=tuple(by_id[id] for id in HEADLINES),
        figures=tuple(by_id.values()),
        targets=tuple((one.country, one.mentions) for one in target_countries(facts.organisations)),
        countries=tuple(
            CountryImpact(one.country, one.organisations, one.people, one.scheduled, one.held)
            for one in asked.read(country_counts)
        ),
        sectors=tuple(sorted(sectors.items(), key=lambda one: (-one[1], one[0]))),
        results=tuple((result.value, number) for result, number in outcomes.results),
        quality=outcomes.quality,
        answers=outcomes.answers,
    )


def _figure(indicator: Indicator, facts: EventFacts) -> ImpactFigure:
    figure = indicator.of(facts)
    if isinstance(figure, int):
        return ImpactFigure(indicator.counts, figure)
    return ImpactFigure(indicator.counts, sum(figure.values()), tuple(figure.items()))
