"""Languages by their ISO 639-1 codes, in words (Unicode CLDR, through Babel)."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from babel import Locale


def language_name(code: str, language: str = "en") -> str:
    """A language's name; a code that nobody knows stays as it is."""
    return str(Locale(language).languages.get(code, code))


@cache
def language_names(language: str = "en") -> Mapping[str, str]:
    """Every language that has an ISO 639-1 code, in alphabetical order of the names."""
    names = {code: str(name) for code, name in Locale(language).languages.items() if len(code) == 2}
    return MappingProxyType(dict(sorted(names.items(), key=lambda item: item[1])))
