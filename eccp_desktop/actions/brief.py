"""Country pages: what there is to know about a country, in plain text with headings."""

from dataclasses import dataclass
from typing import ClassVar

from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.store.unit import Brief, Unit


@dataclass(frozen=True, slots=True)
class WriteBrief:
    """Write the page of a country, or write it anew: an event has one a country.

    `country` is ISO 3166-1 alpha-2. In `text` a line that begins with `#` is a heading and one with `-` a point of a list.
    `checked` says that everything on it is right as of now.
    """

    title: ClassVar[str] = N_("Write country page")
    country: str
    heading: str
    text: str
    checked: bool = False

    def apply(self, unit: Unit) -> str:
        country = self.country.strip().upper()
        if len(country) != 2 or not country.isalpha():
            raise Refusal("country_unknown", country=self.country)
        known = unit.briefs.where(country=country)
        brief = known[0] if known else unit.briefs.add(Brief(country=country, title=""))
        brief.title = " ".join(self.heading.split())
        brief.text = self.text.replace("\\n", "\n").strip()
        if self.checked:
            brief.checked_at = unit.now
        unit.flush()
        unit.about(brief)
        return brief.id


@dataclass(frozen=True, slots=True)
class RemoveBrief:
    """Take the page of a country away. Raises Refusal `no_brief`."""

    title: ClassVar[str] = N_("Remove country page")
    country: str

    def apply(self, unit: Unit) -> None:
        known = unit.briefs.where(country=self.country.strip().upper())
        if not known:
            raise Refusal("no_brief", country=self.country)
        for brief in known:
            unit.briefs.delete(brief)
