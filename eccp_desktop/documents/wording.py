"""Words, dates and countries in the language of a sheet."""

import gettext
import re
from datetime import date, datetime
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

from eccp_desktop.base.i18n import N_, words
from eccp_desktop.base.resources import resource_path

_LOCALES = {"en": "en_GB"}
"""Days come before months on European paper."""

_BETWEEN = N_("{start}–{end}")
_FROM_TO = N_("{first} to {last}")
_ZONE = N_("Zone {zone}")
_TWO_DAYS = N_("{first} and {last}")
_FIRST = re.compile(r"(?<!\d)1(?!\d)")
"""The first of a month, which French alone counts as an ordinal."""
_YEAR = re.compile(r"(\s+'[^']*')?\s+y$")
"""The year at the end of a long date, with the word before it."""


class Wording:
    """Speaks one language (ISO 639-1). An unknown language speaks English."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._words = words(language)
        self._locale = _locale(language)
        self._long_pattern = str(self._locale.date_formats["long"].pattern)

    def say(self, text: str, **facts: object) -> str:
        """A marked text, translated, with its facts put in."""
        translated = self._words(text) if text else ""
        return translated.format(**facts) if facts else translated

    def count(self, number: int, one: str, many: str) -> str:
        """One of two marked texts with {number} in it."""
        return self.say(one if number == 1 else many, number=number)

    def day(self, day: date) -> str:
        """Weekday, day, month and year, beginning with a capital."""
        text = self._dated(day, "full")
        return text[:1].upper() + text[1:]

    def short_day(self, day: date) -> str:
        """Weekday, day and month, short enough for a list."""
        return self._dated(day, f"EEE {self._long_pattern.split()[0]} MMM")

    def long_day(self, day: date) -> str:
        """Day, month and year."""
        return self._dated(day, "long")

    def days(self, first: date, last: date) -> str:
        """One day and the next, or from one to another; the month and the year said once where they are the same."""
        if first == last:
            return self.long_day(first)
        pattern = self._long_pattern
        if first.year == last.year:
            pattern = pattern.split()[0] if first.month == last.month else _YEAR.sub("", pattern)
        both = _TWO_DAYS if (last - first).days == 1 else _FROM_TO
        return self.say(both, first=self._dated(first, pattern), last=self.long_day(last))

    def _dated(self, day: date, pattern: str) -> str:
        text = format_date(day, pattern, locale=self._locale)
        return _FIRST.sub("1er", text, count=1) if day.day == 1 and self._locale.language == "fr" else text

    def moment(self, moment: datetime) -> str:
        """Date and wall time."""
        return f"{self.long_day(moment)}, {clock_time(moment)}"

    def span(self, start: datetime, end: datetime) -> str:
        """From one wall time to another of the same day."""
        return self.say(_BETWEEN, start=clock_time(start), end=clock_time(end))

    def country(self, code: str) -> str:
        """The name of a country by its ISO 3166-1 alpha-2 code; anything else stays as it is."""
        return str(self._locale.territories.get(code, code))

    def whereabouts(self, organisation: str, country: str) -> str:
        """An organisation with the name of its country (ISO 3166-1), as it stands below a person."""
        return ", ".join(part for part in (organisation, self.country(country)) if part)

    def zone(self, zone: str) -> str:
        """Where in the hall; a mere letter or number is called a zone."""
        return self.say(_ZONE, zone=zone) if 0 < len(zone) <= 2 and zone.isascii() else zone

    def tongue(self, code: str) -> str:
        """The name of a language by its ISO 639-1 code; anything else stays as it is."""
        return str(self._locale.languages.get(code, code))


@cache
def speaks(language: str) -> bool:
    """Whether there are translations into a language (ISO 639-1)."""
    return language == "en" or gettext.find("eccp_desktop", str(resource_path("i18n")), [language]) is not None


def clock_time(moment: datetime) -> str:
    """Hours and minutes on a 24 hour clock."""
    return f"{moment:%H:%M}"


@cache
def _locale(language: str) -> Locale:
    known = _LOCALES.get(language, language)
    try:
        return Locale.parse(known)
    except (ValueError, UnknownLocaleError):
        return Locale.parse(_LOCALES["en"])
