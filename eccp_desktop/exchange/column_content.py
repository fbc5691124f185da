"""What the cells of a column look like: the second opinion beside its header."""

from collections.abc import Sequence

from eccp_desktop.domain.countries import SideCountries
from eccp_desktop.domain.matching import plain
from eccp_desktop.exchange.cell_words import participant_state, priority, request_state
from eccp_desktop.exchange.cells import address_of, day_of, time_of, values_of
from eccp_desktop.exchange.columns import Content
from eccp_desktop.exchange.country_names import country_code

_SALUTATIONS = frozenset(
    {"mr", "mrs", "ms", "miss", "dr", "prof", "herr", "frau", "mme", "m", "mlle", "monsieur", "madame"}
    | {"sr", "sra", "srta", "sig", "signora", "pan", "pani", "dhr", "mevr"}
)


def fitting_share(content: Content, values: Sequence[str], sides: SideCountries) -> float:
    """How many of the values look like this content, 0 to 1; 0 where there are no values."""
    return sum(_fits(content, value, sides) for value in values) / len(values) if values else 0.0


def are_salutations(values: Sequence[str]) -> bool:
    """Whether a column of titles holds Mr and Dr rather than jobs."""
    return bool(values) and sum(plain(value) in _SALUTATIONS for value in values) > len(values) / 2


def _fits(content: Content, value: str, sides: SideCountries) -> bool:
    match content:
        case Content.EMAIL:
            return address_of(value) is not None
        case Content.COUNTRY:
            return country_code(value) is not None
        case Content.COUNTRIES:
            return any(country_code(part) for part in values_of(value))
        case Content.SIDE:
            return sides.named_in(value) is not None
        case Content.STATUS:
            return participant_state(value) is not None or request_state(value) is not None
        case Content.PRIORITY:
            return priority(value) is not None and not value.isdigit()
        case Content.DAY:
            return day_of(value, ()) is not None
        case Content.TIME:
            return time_of(value) is not None
        case Content.TEXT:
            return True
