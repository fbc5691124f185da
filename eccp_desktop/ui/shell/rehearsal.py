"""Rehearsal: the program's clock is moved to the event's day, and a band over the page says so."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from eccp_desktop.base.clock import ShiftedClock
from eccp_desktop.base.i18n import N_
from eccp_desktop.ui.commands import Command
from eccp_desktop.ui.memory import Memory
from eccp_desktop.ui.shell.banner import Banner

STEP = timedelta(minutes=5)

REMEMBERED = "rehearsal"


class Rehearsal:
    """Moves a clock. `start` answers the naive wall time at the venue to begin with, None where the event has no day yet;
    `slots` when its slots begin, likewise, in the order of time.

    A rehearsal that was not ended goes on where it was left: `memory` keeps the moment for the `event`, which a path names.
    """

    def __init__(
        self,
        clock: ShiftedClock,
        banner: Banner,
        zone: Callable[[], str],
        start: Callable[[], datetime | None],
        moved: Callable[[], object],
        slots: Callable[[], Sequence[datetime]],
        memory: Memory,
        event: str,
    ) -> None:
        self._clock = clock
        self._banner = banner
        self._zone = zone
        self._start = start
        self._moved = moved
        self._slots = slots
        self._memory = memory
        self._event = event

    @property
    def on(self) -> bool:
        return self._clock.offset != timedelta()

    def begin(self) -> None:
        """Move the clock to where the last rehearsal was left, else to the event's first day, before the doors open."""
        start = self._left or self._start()
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

    def next_slot(self) -> None:
        """Move the clock on to the bell of the next slot."""
        start = self._coming
        if start is not None:
            self.move_to(start)

    def keep(self) -> None:
        """Remember where it is left."""
        if self.on:
            self._memory.put(REMEMBERED, {"event": self._event, "moment": self._wall.isoformat(timespec="seconds")})

    @property
    def begin_words(self) -> str:
        """What beginning means now."""
        return N_("Rehearse the first day") if self._left is None else N_("Go on with the rehearsal")

    @property
    def _wall(self) -> datetime:
        """The moved clock's time at the venue, naive."""
        return self._clock.now().astimezone(ZoneInfo(self._zone())).replace(tzinfo=None)

    @property
    def _coming(self) -> datetime | None:
        now = self._wall
        return next((start for start in self._slots() if start > now), None)

    @property
    def _left(self) -> datetime | None:
        kept = self._memory.get(REMEMBERED, {})
        if kept.get("event") != self._event:
            return None
        try:
            return datetime.fromisoformat(str(kept.get("moment")))
        except ValueError:
            return None

    def end(self) -> None:
        """Put the clock right again."""
        self._clock.offset = timedelta()
        self._memory.put(REMEMBERED, {})
        self._tell()

    def commands(self) -> list[Command]:
        """What a user can do about it."""
        return [
            Command("rehearsal.begin", self.begin_words, self.begin, icon="play", when=lambda: not self.on),
            Command(
                "rehearsal.step", N_("Rehearsal: 5 minutes on"), self.step, "F9", "fast-forward", when=lambda: self.on
            ),
            Command(
                "rehearsal.next-slot",
                N_("Rehearsal: to the next slot"),
                self.next_slot,
                "Shift+F9",
                "skip-forward",
                when=lambda: self.on and self._coming is not None,
            ),
            Command("rehearsal.end", N_("End the rehearsal"), self.end, icon="stop", when=lambda: self.on),
        ]

    def _tell(self) -> None:
        if self.on:
            now = self._wall
            words = N_("Rehearsal: the clock was moved to {day}.").format(day=f"{now.day} {now:%b %Y, %H:%M}")
            coming = [(N_("Next slot (Shift+F9)"), self.next_slot)] if self._coming is not None else []
            self._banner.say(words, (N_("5 min on (F9)"), self.step), *coming, (N_("End rehearsal"), self.end))
            self.keep()
        else:
            self._banner.say("")
        self._moved()
