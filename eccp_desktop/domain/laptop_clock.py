"""Whether the laptop's clock can be right, as far as an event file can tell."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

WITHIN = timedelta(minutes=2)
"""By how much clocks of laptops may differ before it is worth a word."""

LONG_AFTER = timedelta(days=270)
"""Feedback is asked for until six months after an event; nobody begins one later than this."""


class Doubt(StrEnum):
    """What speaks against the clock."""

    BEHIND = "behind"
    LONG_AFTER = "long after"
    OTHER_ZONE = "other zone"


@dataclass(frozen=True, slots=True)
class ClockFacts:
    """What a file says: its latest step (UTC), the days of the programme, the venue's time zone."""

    last_step: datetime | None
    days: Sequence[date]
    zone: ZoneInfo


def clock_doubt(now: datetime, laptop_offset: timedelta, facts: ClockFacts) -> Doubt | None:
    """What speaks against a clock that says `now` (aware, UTC) on a laptop with this offset from UTC; None where nothing does.

    It is behind the last step of the file; or the whole event is long over without a step since it began; or the event is
    on, and the laptop is set to another time than the venue's.
    """
    if facts.last_step is not None and now < facts.last_step - WITHIN:
        return Doubt.BEHIND
    if not facts.days:
        return None
    local = now.astimezone(facts.zone)
    first, last = min(facts.days), max(facts.days)
    used = facts.last_step is not None and facts.last_step.astimezone(facts.zone).date() >= first
    if local.date() > last + LONG_AFTER and not used:
        return Doubt.LONG_AFTER
    if local.date() in facts.days and local.utcoffset() != laptop_offset:
        return Doubt.OTHER_ZONE
    return None
