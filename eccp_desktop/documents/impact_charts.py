"""The charts of the impact report: what is counted, for paper and for the screen."""

from collections.abc import Iterator
from dataclasses import dataclass

from eccp_desktop.base.i18n import N_
from eccp_desktop.documents.charts import Bar
from eccp_desktop.documents.impact_view import ImpactView
from eccp_desktop.documents.wording import Wording

_TARGETS, _SECTORS = N_("Target countries"), N_("Sectors")
_TARGETS_ABOUT = N_("organisations in the file that named the country")
_SECTORS_ABOUT = N_("organisations in the file; one may have several")
_RESULTS, _QUALITY = N_("What came of the meetings"), N_("How good the meetings were")
_ANSWERS = N_("{number} answers of sides of meetings, on the day")
_MARKS = (N_("1, poor"), "2", "3", "4", N_("5, excellent"))
_MOST_BARS = 12


@dataclass(frozen=True, slots=True)
class ImpactChart:
    """A chart in the words of a language: `about` says what its numbers count."""

    title: str
    about: str
    bars: tuple[Bar, ...]

    @property
    def said(self) -> str:
        """What it shows, for whom it is read."""
        return "; ".join(f"{one.label}: {one.value}" for one in self.bars)


def impact_charts(view: ImpactView, wording: Wording) -> Iterator[ImpactChart]:
    """Those charts for which there is something to show; of a long list its largest."""
    answers = wording.say(_ANSWERS, number=view.answers)
    results = [(wording.say(name), number) for name, number in view.results]
    quality = [(wording.say(name), number) for name, number in zip(_MARKS, view.quality, strict=True)]
    targets = [(wording.country(code), number) for code, number in view.targets]
    charts = (
        (_TARGETS, wording.say(_TARGETS_ABOUT), targets),
        (_SECTORS, wording.say(_SECTORS_ABOUT), list(view.sectors)),
        (_RESULTS, answers, results if view.answers else []),
        (_QUALITY, answers, quality if any(view.quality) else []),
    )
    for title, about, values in charts:
        if values:
            shown = tuple(Bar(label, number) for label, number in values[:_MOST_BARS])
            yield ImpactChart(wording.say(title), about, shown)
