"""What the impact report shows."""

from dataclasses import dataclass

from eccp_desktop.documents.event_head import EventHead


@dataclass(frozen=True, slots=True)
class ImpactFigure:
    """A figure: `counts` is a marked text that says what was counted; `parts` are (side or type, number) where it is divided."""

    counts: str
    number: int
    parts: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class CountryImpact:
    """What one country (ISO 3166-1 alpha-2, empty where none is known) brought; a meeting counts once for each country in it."""

    country: str
    organisations: int
    people: int
    scheduled: int
    held: int


@dataclass(frozen=True, slots=True)
class ImpactView:
    """The document `impact`. Labels of `headlines`, `results` and of figures are marked texts; sectors are as in the file."""

    event: EventHead
    headlines: tuple[ImpactFigure, ...]
    figures: tuple[ImpactFigure, ...]
    targets: tuple[tuple[str, int], ...]
    countries: tuple[CountryImpact, ...]
    sectors: tuple[tuple[str, int], ...]
    results: tuple[tuple[str, int], ...]
    quality: tuple[int, int, int, int, int]
    answers: int
    """How many sides of meetings told anything, on the day."""
