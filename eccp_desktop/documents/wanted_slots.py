"""Which slots of the event a document is asked for: a day, a time, or both, as they are written."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time

ALL = "all"
_WRITTEN = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})?\s*(?:(?P<first>\d{1,2}:\d{2})\s*(?P<to>[-–])?\s*(?P<last>\d{1,2}:\d{2})?)?"
)
_MOMENT = 1
"""Seconds: a time of its own is in the slot that begins then, not in the one that ends."""


@dataclass(frozen=True, slots=True)
class WantedSlots:
    """Wall times at the venue; what is None sets no bound."""

    day: date | None = None
    first: time | None = None
    last: time | None = None

    def include(self, start: datetime, end: datetime) -> bool:
        """Whether a slot lies there, if only in part."""
        ends = end.time() if end.date() == start.date() else time.max
        return (
            self.day in (None, start.date())
            and (self.first is None or ends > self.first)
            and (self.last is None or start.time() < self.last)
        )


def wanted_slots(text: str) -> WantedSlots | None:
    """`2016-04-25`, `10:00` (the slot that runs then), `10:00-11:30`, `10:00-` (and all later ones), a day and a time, or `all`.

    None where it is none of these.
    """
    text = text.strip()
    if text in ("", ALL):
        return WantedSlots()
    found = _WRITTEN.fullmatch(text)
    if found is None:
        return None
    try:
        day = date.fromisoformat(found["day"]) if found["day"] else None
        first, last = (time.fromisoformat(part.zfill(5)) if part else None for part in found.group("first", "last"))
    except ValueError:
        return None
    if first is None or found["to"]:
        return WantedSlots(day, first, last) if first is None or last is None or first < last else None
    return None if last is not None else WantedSlots(day, first, first.replace(second=_MOMENT))
