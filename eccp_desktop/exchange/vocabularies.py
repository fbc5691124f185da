"""Word lists under resources/vocabularies: groups of countries, other names of countries, sectors."""

import json
from datetime import date
from functools import cache

from eccp_desktop.base.resources import resource_path
from eccp_desktop.domain.countries import CountryGroup, Membership
from eccp_desktop.domain.matching import plain


@cache
def country_groups() -> tuple[CountryGroup, ...]:
    """Groups that a side of an event may stand for: EU (with its accessions and the exit of 2020), Europe, ASEAN ..."""
    content = json.loads(resource_path("vocabularies", "country_groups.json").read_text(encoding="utf-8"))
    return tuple(
        CountryGroup(
            group["name"],
            tuple(group["aliases"]),
            tuple(
                Membership(country, _day(span.get("since")), _day(span.get("until")))
                for country, span in group.get("members", {}).items()
            ),
            bool(group.get("rest", False)),
        )
        for group in content["groups"]
    )


@cache
def other_country_names() -> dict[str, str]:
    """Names of countries that are not among their present official ones, as plain words, to ISO codes."""
    content = json.loads(resource_path("vocabularies", "country_aliases.json").read_text(encoding="utf-8"))
    return {plain(name): code for code, names in content.items() for name in names}


@cache
def sector_names() -> dict[str, str]:
    """The platform's sectors by their plain words, in its own spelling."""
    content = json.loads(resource_path("vocabularies", "sectors.json").read_text(encoding="utf-8"))
    return {plain(name): name for name in content["sectors"]}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
