"""Countries by their ISO 3166-1 alpha-2 codes, in words (Unicode CLDR, through Babel)."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from babel import Locale

_NO_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})


@cache
def country_names(language: str = "en") -> Mapping[str, str]:
    """Every country's name by its code, in alphabetical order of the names."""
    territories = Locale(language).territories
    names = {code: name for code, name in territories.items() if len(code) == 2 and code not in _NO_COUNTRIES}
    return MappingProxyType(dict(sorted(names.items(), key=lambda item: item[1])))


def country_name(code: str | None) -> str:
    """A country's English name; a code that nobody knows stays as it is, none is empty."""
    return country_names().get(code, code) if code else ""
