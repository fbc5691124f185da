"""Which side of an event a country belongs to, as an import would say it."""

from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.countries import SideCountries, side_countries
from eccp_desktop.exchange.country_names import codes_by_word
from eccp_desktop.exchange.vocabularies import country_groups
from eccp_desktop.store.reads.import_frame import import_frame


def sides_of(desk: Desk) -> SideCountries:
    """The sides of the event and the countries of each, on its first day."""
    frame = desk.read(import_frame)
    first = min(frame.days, default=desk.file.clock.now().date())
    return side_countries(frame.sides, country_groups(), codes_by_word(), first)
