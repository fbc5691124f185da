"""Which slot runs now, which is next, and how long until the bell. Wall times are naive and of the venue."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from eccp_desktop.domain.hall import HallSlot


class Phase(StrEnum):
    """Where the present moment lies among the slots of the event."""

    BEFORE = "before"  # before the first slot
    RUNNING = "running"
    BETWEEN = "between"  # a pause, a night
    AFTER = "after"
    EMPTY = "empty"  # no slots at all


@dataclass(frozen=True, slots=True)
class Now:
    """`slot` is the one that runs, `following` the first that starts later, `latest` the last that is over."""

    moment: datetime
    phase: Phase
    slot: HallSlot | None = None
    following: HallSlot | None = None
    latest: HallSlot | None = None

    @property
    def shown(self) -> HallSlot | None:
        """The slot that people in the hall ask about: the one that runs, else the next, else the last."""
        return self.slot or self.following or self.latest


def wall_time(instant: datetime, zone: str) -> datetime:
    """An aware instant as naive wall time of an IANA zone."""
    return instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def now_among(slots: Sequence[HallSlot], moment: datetime) -> Now:
    """Place a wall time among slots that are in the order of time. A slot that ends this very moment is over."""
    if not slots:
        return Now(moment, Phase.EMPTY)
    running = [slot for slot in slots if slot.span.start <= moment < slot.span.end]
    following = next((slot for slot in slots if slot.span.start > moment), None)
    latest = next((slot for slot in reversed(slots) if slot.span.end <= moment), None)
    if running:
        return Now(moment, Phase.RUNNING, running[-1], following, latest)
    if latest is None:
        return Now(moment, Phase.BEFORE, None, following, None)
    return Now(moment, Phase.BETWEEN if following else Phase.AFTER, None, following, latest)


class Bell(StrEnum):
    """What the countdown of a slot runs to."""

    STARTS = "starts"
    ENDS = "ends"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Countdown:
    """`left` is zero where the slot is over."""

    bell: Bell
    left: timedelta

    @property
    def clock(self) -> str:
        """Minutes and seconds, `04:31`; hours where there are some, `1:04:31`."""
        seconds = max(0, int(self.left.total_seconds()))
        minutes, seconds = divmod(seconds, 60)
        hours, minutes = divmod(minutes, 60)
        return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes:02}:{seconds:02}"


def countdown(slot: HallSlot, instant: datetime, zone: str) -> Countdown:
    """How long until a slot starts or ends. `instant` is aware: a night in which the clocks change counts its real hours."""
    start, end = (_instant(edge, zone) for edge in (slot.span.start, slot.span.end))
    if instant < start:
        return Countdown(Bell.STARTS, _whole_seconds(start - instant))
    if instant < end:
        return Countdown(Bell.ENDS, _whole_seconds(end - instant))
    return Countdown(Bell.OVER, timedelta())


def _instant(moment: datetime, zone: str) -> datetime:
    return moment.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def _whole_seconds(left: timedelta) -> timedelta:
    """Rounded up, so that a countdown reaches 00:00 at the bell and not a second before."""
    return timedelta(seconds=-(-left // timedelta(seconds=1)))
