"""Sessions cut into slots. Planned times are local wall times; arithmetic is done in UTC."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from eccp_desktop.domain.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Span:
    """A start and an end, naive wall time at the venue."""

    start: datetime
    end: datetime

    def overlaps(self, other: "Span") -> bool:
        """Whether they share a moment; one that ends where the other starts does not."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class SlottedSession:
    """A matchmaking session with the slots that fit into it."""

    start: datetime
    end: datetime
    slots: tuple[Span, ...]


def slots_of(day: date, start: time, end: time, length: int, gap: int, zone: ZoneInfo) -> SlottedSession:
    """Cut a session of a day into slots of `length` minutes with `gap` minutes between them.

    Raises Refusal `slot_length`, `session_times`, or `clock_change` where the session lies in an hour that the clocks skip
    or repeat that night.
    """
    if not 5 <= length <= 240 or not 0 <= gap <= 120:
        raise Refusal("slot_length", length=length, gap=gap)
    opening, closing = datetime.combine(day, start), datetime.combine(day, end)
    if closing <= opening:
        raise Refusal("session_times", start=start, end=end)
    if not (is_plain(opening, zone) and is_plain(closing, zone)):
        raise Refusal("clock_change", day=day)
    slots = []
    moment, last = _utc(opening, zone), _utc(closing, zone)
    while moment + timedelta(minutes=length) <= last:
        slots.append(Span(_local(moment, zone), _local(moment + timedelta(minutes=length), zone)))
        moment += timedelta(minutes=length + gap)
    if not slots:
        raise Refusal("session_too_short", start=start, end=end, length=length)
    if not all(is_plain(edge, zone) for slot in slots for edge in (slot.start, slot.end)):
        raise Refusal("clock_change", day=day)
    return SlottedSession(opening, closing, tuple(slots))


def is_plain(moment: datetime, zone: ZoneInfo) -> bool:
    """Whether a wall time exists exactly once in its zone: not skipped and not repeated by a change of the clocks."""
    offsets = {moment.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1)}
    return len(offsets) == 1


def check_no_overlap(sessions: list[Span]) -> None:
    """Raise Refusal `sessions_overlap` where two matchmaking sessions share a moment: a person has one diary."""
    for earlier, later in pairwise(sorted(sessions, key=lambda span: span.start)):
        if earlier.overlaps(later):
            raise Refusal("sessions_overlap", first=earlier.start, second=later.start)


def _utc(moment: datetime, zone: ZoneInfo) -> datetime:
    return moment.replace(tzinfo=zone).astimezone(UTC)


def _local(moment: datetime, zone: ZoneInfo) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None)
