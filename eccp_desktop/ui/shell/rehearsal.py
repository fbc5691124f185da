"""Rehearsal: the program's clock is moved to the event's day, and a band over the page says so."""

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from eccp_desktop.base.clock import ShiftedClock
from eccp_desktop.base.i18n import N_
from eccp_desktop.ui.commands import Command
from eccp_desktop.ui.shell.banner import Banner

STEP = timedelta(minutes=5)


class Rehearsal:
    """Moves a clock. `start` answers the naive wall time at the venue to begin with, None where the event has no day yet."""

    def __init__(
        self,
        clock: ShiftedClock,
        banner: Banner,
        zone: Callable[[], str],
        start: Callable[[], datetime | None],
        moved: Callable[[], object],
    ) -> None:
        self._clock = clock
        self._banner = banner
        self._zone = zone
        self._start = start
        self._moved = moved

    @property
    def on(self) -> bool:
        return self._clock.offset != timedelta()

    def begin(self) -> None:
        """Move the clock to the event's first day, before the doors open."""
        start = self._start()
        if start is not None:
            self.move_to(start)

    def move_to(self, moment: datetime) -> None:
        """Move the clock to this wall time at the venue (naive)."""
        self._clock.move_to(moment.replace(tzinfo=ZoneInfo(self._zone())))
        self._tell()

    def step(self) -> None:
        """Move the clock on."""
        self._clock.offset += STEP
        self._tell()

    def end(self) -> None:
        """Put the clock right again."""
        self._clock.offset = timedelta()
        self._tell()

    def commands(self) -> list[Command]:
        """What a user can do about it."""
        return [
            Command("rehearsal.begin", N_("Rehearse the first day"), self.begin, icon="play", when=lambda: not self.on),
            Command(
                "rehearsal.step", N_("Rehearsal: 5 minutes on"), self.step, "F9", "fast-forward", when=lambda: self.on
            ),
            Command("rehearsal.end", N_("End the rehearsal"), self.end, icon="stop", when=lambda: self.on),
        ]

    def _tell(self) -> None:
        if self.on:
            now = self._clock.now().astimezone(ZoneInfo(self._zone()))
            words = N_("Rehearsal: the clock was moved to {day}.").format(day=f"{now.day} {now:%B %Y, %H:%M}")
            self._banner.say(words, (N_("5 minutes on (F9)"), self.step), (N_("End the rehearsal"), self.end))
        else:
            self._banner.say("")
        self._moved()
