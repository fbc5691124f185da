"""Languages by their ISO 639-1 codes, in words (Unicode CLDR, through Babel)."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from babel import Locale


def language_name(code: str) -> str:
    """A language's English name; a code that nobody knows stays as it is."""
    return str(Locale("en").languages.get(code, code))


@cache
def language_names() -> Mapping[str, str]:
    """Every language that has an ISO 639-1 code, by its English name in alphabetical order."""
    names = {code: str(name) for code, name in Locale("en").languages.items() if len(code) == 2}
    return MappingProxyType(dict(sorted(names.items(), key=lambda item: item[1])))
