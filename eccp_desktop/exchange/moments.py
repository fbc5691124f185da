"""Days with times as people write them: when somebody arrives and leaves, and when consent was given."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from zoneinfo import ZoneInfo

from babel import Locale

from eccp_desktop.domain.matching import plain, plain_words
from eccp_desktop.exchange.cells import MONTH_LANGUAGES, day_of, time_of

_WITH_OFFSET = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?\s*(Z|UTC|[+-]\d\d:?\d\d)$")
_SHORT_DAY = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\.?$")
_TIME_AT_END = re.compile(
    r"(?:^|[\sT,])(\d{1,2}(?:\s*[:.hH]\s*\d{2}(?::\d{2})?(?:\.\d+)?)?\s*(?:[aApP]\.?[mM]\.?|h|Uhr|hrs)?)$"
)
_LINKS = re.compile(r"\s+(?:at|um|a|à|alle|ore|o|om|kl)\.?\s*$|[\s,;]+$", re.IGNORECASE)
_END_OF_DAY = time(23, 59)


@dataclass(frozen=True, slots=True)
class DayAndTime:
    """What a cell names: a day, a time of day, or both; wall times at the venue."""

    day: date | None
    time: time | None

    def arrival(self, days: Sequence[date]) -> datetime | None:
        """From when on somebody is there. A time alone is one of the event's first day, a day alone begins at midnight."""
        day = self.day or min(days, default=None)
        return datetime.combine(day, self.time or time()) if day is not None else None

    def departure(self, days: Sequence[date]) -> datetime | None:
        """Until when. A time alone is one of the event's last day; a day alone, or one at 00:00, is stayed for to its end."""
        day = self.day or max(days, default=None)
        leaves = self.time if self.time is not None and self.time != time() else _END_OF_DAY
        return datetime.combine(day, leaves) if day is not None else None


def day_and_time(text: str, days: Sequence[date], zone: ZoneInfo) -> DayAndTime | None:
    """The day, the time, or both that a line names; None where it names neither, or says more than that.

    Days as `cells.day_of` reads them, and in short ("25.4.", "Monday", "25 April") where the event has such a day. A time
    with an offset from UTC is turned into venue time.
    """
    instant = instant_of(text, zone) if _WITH_OFFSET.match(text) else None
    if instant is not None:
        local = instant.astimezone(zone)
        return DayAndTime(local.date(), local.time().replace(second=0, microsecond=0))
    whole = _day(text, days)
    if whole is not None and not _TIME_AT_END.search(text):
        return DayAndTime(whole, None)
    found = _TIME_AT_END.search(text)
    at = time_of(found.group(1)) if found is not None else None
    if found is None or at is None:
        return DayAndTime(whole, None) if whole is not None else None
    before = _LINKS.sub("", text[: found.start()]).strip()
    if not before:
        return DayAndTime(None, at)
    day = _day(before, days)
    if day is not None:
        return DayAndTime(day, at)
    return DayAndTime(whole, None) if whole is not None else None


def instant_of(text: str, zone: ZoneInfo) -> datetime | None:
    """The UTC instant that a line names, to the second; without an offset it is wall time at the venue. None for no date."""
    try:
        moment = datetime.fromisoformat(text.replace("UTC", "+00:00").replace(" +", "+"))
    except ValueError:
        found = day_and_time(text, (), zone)
        if found is None or found.day is None:
            return None
        moment = datetime.combine(found.day, found.time or time())
    local = moment if moment.tzinfo is not None else moment.replace(tzinfo=zone)
    return local.astimezone(UTC).replace(microsecond=0)


def _day(text: str, days: Sequence[date]) -> date | None:
    short = _SHORT_DAY.match(text.strip())
    if short is not None:
        numbers = int(short.group(1)), int(short.group(2))
        return next((day for day in days if (day.day, day.month) in (numbers, numbers[::-1])), None)
    words = plain_words(text)
    weekdays = {_weekdays()[word] for word in words if word in _weekdays()}
    if len(words) == 1 and weekdays:
        return next((day for day in days if day.weekday() in weekdays), None)
    named = day_of(text, days)
    if named is not None:
        return named
    digits = [int(word) for word in words if word.isdecimal()]
    spelled = [day for day in days if digits == [day.day] and _names_month(words, day.month)]
    return spelled[0] if spelled else None


def _names_month(words: Sequence[str], month: int) -> bool:
    return any(word in _months_of(month) for word in words)


@cache
def _months_of(month: int) -> frozenset[str]:
    return frozenset(
        plain(Locale(language).months[form][width][month])
        for language in MONTH_LANGUAGES
        for form in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
    )


@cache
def _weekdays() -> dict[str, int]:
    return {
        plain(name): number
        for language in MONTH_LANGUAGES
        for width in ("wide", "abbreviated")
        for number, name in Locale(language).days["format"][width].items()
    }
