"""Countries by code or by name in any language of Europe and of its partners (names: Unicode CLDR, through Babel)."""

from functools import cache

from babel.core import get_global

from eccp_desktop.base.country_names import country_names
from eccp_desktop.domain.matching import plain
from eccp_desktop.exchange.vocabularies import other_country_names

_LANGUAGES = (
    *(
        "en",
        "de",
        "fr",
        "es",
        "it",
        "pl",
        "nl",
        "pt",
        "ro",
        "hu",
        "cs",
        "sk",
        "sl",
        "hr",
        "bg",
        "el",
        "da",
        "sv",
        "fi",
        "et",
    ),
    *("lv", "lt", "mt", "ga", "nb", "uk", "ru", "tr", "sr", "mk", "sq", "is", "ca", "ja", "zh", "ko", "ar", "he"),
)


@cache
def country_code(text: str) -> str | None:
    """The ISO 3166-1 alpha-2 code of what a cell says: "DE", "DEU", "Germany", "Deutschland", "Germany (DE)"; None if unknown."""
    word = plain(text)
    code = _codes().get(word) or other_country_names().get(word) or _named(text, word)
    if code is None and "(" in text:
        before, _, after = text.partition("(")
        code = country_code(before) or country_code(after.rstrip(" )"))
    return code


@cache
def codes_by_word() -> dict[str, str]:
    """Plain words that name a country in English, or its codes, to ISO codes."""
    letters = {word: code for word, code in _codes().items() if word.isalpha()}
    return {**_names("en"), **other_country_names(), **letters}


@cache
def _codes() -> dict[str, str]:
    countries = set(_names("en").values())
    codes = {code.casefold(): code for code in countries}
    for alias, replacements in get_global("territory_aliases").items():
        if len(alias) in (2, 3) and len(replacements) == 1 and replacements[0] in countries:
            codes.setdefault(alias.casefold(), replacements[0])
    return codes


def _named(text: str, word: str) -> str | None:
    if len(word) < 3 and text.isascii():
        return None
    return next((code for language in _LANGUAGES if (code := _names(language).get(word)) is not None), None)


@cache
def _names(language: str) -> dict[str, str]:
    return {plain(name): code for code, name in country_names(language).items()}
