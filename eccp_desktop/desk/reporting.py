"""The report over one event or several: figures, target countries, and the figures of each."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from eccp_desktop.domain.indicators import TargetCountry, figures, target_countries, together
from eccp_desktop.store.reads.indicators import ReportedEvent


@dataclass(frozen=True, slots=True)
class Report:
    """`counts` is nested as the indicators' ids say; `events` are the same figures for each event."""

    counts: dict[str, object]
    target_countries: list[TargetCountry]
    events: list[dict[str, object]]

    def as_facts(self) -> dict[str, object]:
        """As one JSON object."""
        return asdict(self)


def report_on(events: Sequence[ReportedEvent], series: str | None = None) -> Report:
    """The figures of these events together; with `series` only of those that belong to it."""
    chosen = [event for event in events if series is None or event.series == series]
    # Two organisations of one event may share a name; across events the name is what they are known by.
    facts = chosen[0].facts if len(chosen) == 1 else together([event.facts for event in chosen])
    return Report(
        counts=figures(facts),
        target_countries=target_countries(facts.organisations),
        events=[
            {"name": event.name, "edition": event.edition, "series": event.series, "counts": figures(event.facts)}
            for event in chosen
        ],
    )
