"""`report`: the programme's figures, each with what it counts."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from eccp_desktop.cli.answers import say
from eccp_desktop.cli.event import opened
from eccp_desktop.cli.options import AsJson

if TYPE_CHECKING:
    from eccp_desktop.desk.reporting import Report

_SHOWN_COUNTRIES = 10


def report(
    events: Annotated[list[Path], typer.Argument(metavar="EVENT...", help="One event file or several.")],
    series: Annotated[str | None, typer.Option("--series", help="Only events of this series.")] = None,
    as_json: AsJson = False,
) -> None:
    """Count clusters, countries, people, meetings and agreements, over one event or several."""
    from eccp_desktop.desk.reporting import report_on
    from eccp_desktop.store.reads.indicators import reported_event

    reported = []
    for path in events:
        with opened(path, read_only=True) as desk:
            reported.append(desk.read(reported_event))
    found = report_on(reported, series)
    say("" if as_json else _in_words(found), found.as_facts(), as_json=as_json)


def _in_words(found: "Report") -> str:
    from eccp_desktop.base.country_names import country_name
    from eccp_desktop.domain.indicators import INDICATORS

    lines = []
    for indicator in INDICATORS:
        figure: object = found.counts
        for name in indicator.id.split("."):
            assert isinstance(figure, dict)
            figure = figure[name]
        parts = figure.items() if isinstance(figure, dict) else [("", figure)]
        lines.append(f"{', '.join(f'{number} {name}'.strip() for name, number in parts):>24}  {indicator.counts}")
    lines.append("")
    lines.append("Target countries, by the organisations that name them")
    for target in found.target_countries[:_SHOWN_COUNTRIES]:
        lines.append(f"{target.rank:>4}. {country_name(target.country)} ({target.mentions})")
    return "\n".join(lines)
