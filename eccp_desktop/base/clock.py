"""Where the time comes from: the laptop's clock, a clock that was moved for a rehearsal, or one that a test holds still."""

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the present instant."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""


class SystemClock:
    """The laptop's own clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class ShiftedClock:
    """Another clock plus an offset that may be changed: rehearsal moves the day with it."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.offset = timedelta()

    @property
    def unmoved(self) -> Clock:
        """The clock below, which goes on as it is."""
        return self._clock

    def now(self) -> datetime:
        return self._clock.now() + self.offset

    def move_to(self, instant: datetime) -> None:
        """Make `now` answer this instant (aware), and run on from there."""
        self.offset = instant - self._clock.now()


def unmoved(clock: Clock) -> Clock:
    """The clock that tells the true time, also while another one is moved for a rehearsal."""
    return clock.unmoved if isinstance(clock, ShiftedClock) else clock


class HeldClock:
    """Stands still until it is told to advance."""

    def __init__(self, instant: datetime) -> None:
        self._instant = instant.astimezone(UTC)

    def now(self) -> datetime:
        return self._instant

    def advance(self, by: timedelta) -> None:
        """Move the instant; a negative step plays a clock that was put back."""
        self._instant += by
