"""What a cell says: clean text, several values, days, times, addresses."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, time
from functools import cache

from babel import Locale

from eccp_desktop.domain.matching import plain, plain_words

_GUARDED = re.compile(r"'+[=+\-@\t\r]")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200e\u200f\u2060\ufeff\u00ad"))
_CONTROLS = dict.fromkeys(code for code in range(32) if chr(code) not in "\t\n")
_ADDRESS = re.compile(r"[^@\s<>,;:\"()\[\]]+@[^@\s<>,;:\"()\[\]]+\.[^@\s<>,;:\"()\[\].\d][^@\s<>,;:\"()\[\].]+")
_EMPTY = frozenset({"", "-", "--", "–", "—", "n/a", "N/A", "#N/A"})
_DAY_NUMBER = re.compile(r"(?:day|tag|jour|dia|giorno|dzien|dag)\s*(\d{1,2})$")
_TIME = re.compile(
    r"(\d{1,2})(?:\s*[:.hH]\s*(\d{2}))?(?::(\d{2}))?(?:\.\d+)?\s*([aApP])?\.?(?:[mM]\.?)?\s*(?:h|Uhr|uhr|hrs)?$"
)
MONTH_LANGUAGES = ("en", "de", "fr", "es", "it", "pl", "nl", "pt")


def line_of(text: str) -> str:
    """A cell as one line: NFC, without invisible characters, every run of spaces one space. A placeholder is empty."""
    line = " ".join(_cleaned(text).split())
    return "" if line in _EMPTY else line


def text_of(text: str) -> str:
    """A cell as text with its lines; blank lines at the ends are gone."""
    lines = (" ".join(line.split()) for line in _cleaned(text).split("\n"))
    whole = "\n".join(lines).strip()
    return "" if whole in _EMPTY else whole


def values_of(text: str) -> tuple[str, ...]:
    """Several values of a cell, split by semicolon, bar or line, each once."""
    parts = (line_of(part) for part in re.split(r"[;|\n]", _cleaned(text)))
    return tuple(dict.fromkeys(part for part in parts if part))


def address_of(text: str) -> str | None:
    """The one e-mail address in a text ("Anna Rossi <anna@x.example>", "mailto:anna@x.example"); None where there is none."""
    found = _ADDRESS.search(text)
    if found is None or text.count("@") != 1:
        return None
    rest = text.replace(found.group(), "").replace("mailto:", "").strip()
    return found.group() if not rest or ("<" in rest and ">" in rest) else None


def day_of(text: str, days: Iterable[date]) -> date | None:
    """The day that a cell names; where 03/04 may be two days, the one on which the event takes place, else day before month.

    "Day 2" is the second day of the event.
    """
    event_days = sorted(set(days))
    numbered = _DAY_NUMBER.match(plain(text))
    if numbered is not None:
        index = int(numbered.group(1)) - 1
        return event_days[index] if 0 <= index < len(event_days) else None
    readings = _readings(text)
    return next((day for day in readings if day in event_days), readings[0] if readings else None)


def time_of(text: str) -> time | None:
    """The time of day that a cell names: 09:00, 9.30, 9h30, 2 pm, 14:00:00, or the time of a date with time; 24:00 is 23:59."""
    found = _TIME.search(text.strip())
    if found is None or (found.start() and text.strip()[found.start() - 1] not in " T"):
        return None
    hour, minute = int(found.group(1)), int(found.group(2) or 0)
    half = (found.group(4) or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    if (hour, minute) == (24, 0):
        return time(23, 59)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _cleaned(text: str) -> str:
    # Exactly one apostrophe that guarded a formula on its way out is taken off again.
    bare = text[1:] if _GUARDED.match(text) else text
    kept = (
        bare.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ").translate(_INVISIBLE).translate(_CONTROLS)
    )
    return unicodedata.normalize("NFC", kept)


def _readings(text: str) -> list[date]:
    numbers = re.match(r"\s*(\d{1,4})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{1,4})\b", text)
    if numbers is not None:
        first, second, third = map(int, numbers.groups())
        if len(numbers.group(1)) == 4:
            orders = [(first, second, third), (first, third, second)]
        else:
            year = third + 2000 if third < 100 else third
            orders = [(year, second, first), (year, first, second)]
        return [day for order in orders if (day := _date(*order)) is not None]
    words = plain_words(text)
    months = [_months()[word] for word in words if word in _months()]
    digits = [int(word) for word in re.findall(r"\d+", " ".join(words))][:2]
    if len(months) != 1 or len(digits) != 2:
        return []
    year, number = (digits[0], digits[1]) if digits[0] > 31 else (digits[1], digits[0])
    day = _date(year + 2000 if year < 100 else year, months[0], number)
    return [day] if day is not None else []


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    return {
        plain(name): number
        for language in MONTH_LANGUAGES
        for form in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in Locale(language).months[form][width].items()
    }
