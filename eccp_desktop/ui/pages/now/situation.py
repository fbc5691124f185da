"""Which slot the page is about at this moment, and what there is to say of it. No Qt here."""

from dataclasses import dataclass
from datetime import datetime

from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.hall import HallSlot
from eccp_desktop.domain.ids import SlotId
from eccp_desktop.domain.now import Bell, Countdown, Now, Phase, countdown, now_among, wall_time
from eccp_desktop.store.reads.now_frame import NowFrame
from eccp_desktop.ui.pages.now import words

WORTHWHILE = 3
"""A replacement is worthwhile while a third of its slot is left."""


@dataclass(frozen=True, slots=True)
class Situation:
    """`slot` is the one on the page: the chosen one, else the one that people ask about now. `following` comes after it.

    `awaited` is the slot whose people should be in the building by now: the page's own until it begins, then the following.
    """

    now: Now
    slot: HallSlot | None
    natural: SlotId | None
    countdown: Countdown | None
    following: HallSlot | None
    awaited: HallSlot | None
    sentence: str

    @property
    def elsewhere(self) -> bool:
        """Whether the page shows another slot than the one that people ask about now."""
        return self.slot is not None and self.slot.id != self.natural

    @property
    def repair_slots(self) -> tuple[HallSlot, ...]:
        """The slots for which partners are looked for, the better one first: with little time left that is the next one."""
        assert self.slot is not None
        assert self.countdown is not None
        length = self.slot.span.end - self.slot.span.start
        following = self.following
        if self.countdown.bell is not Bell.ENDS or self.countdown.left * WORTHWHILE >= length or following is None:
            return (self.slot,)
        same_day = following.span.start.date() == self.slot.span.start.date()
        return (following, self.slot) if same_day else (self.slot,)

    @property
    def same_as(self) -> tuple[object, ...]:
        """What has to change for the page to be another one; the countdown alone does not."""
        return self.now.phase, self.slot, self.natural, self.countdown.bell if self.countdown else None, self.sentence


def situation(frame: NowFrame, instant: datetime, chosen: SlotId | None = None) -> Situation:
    """The situation at an aware instant. A chosen slot that is no longer there counts as none."""
    slots = [figures.slot for figures in frame.slots]
    now = now_among(slots, wall_time(instant, frame.zone))
    natural = _natural(frame, now)
    slot = next((slot for slot in slots if slot.id == chosen), natural)
    if slot is None:
        return Situation(now, None, None, None, None, None, "")
    left = countdown(slot, instant, frame.zone)
    following = next((other for other in slots if other.span.start > slot.span.start), None)
    return Situation(
        now=now,
        slot=slot,
        natural=natural.id if natural is not None else None,
        countdown=left,
        following=following,
        awaited=slot if left.bell is Bell.STARTS else following,
        sentence=_sentence(now, slots, slot, natural),
    )


def _natural(frame: NowFrame, now: Now) -> HallSlot | None:
    """After the last slot: the first one in which something is not settled, for whoever tidies up or rehearses."""
    if now.phase is Phase.AFTER:
        return next((figures.slot for figures in frame.slots if figures.open), now.latest)
    return now.shown


def _sentence(now: Now, slots: list[HallSlot], slot: HallSlot, natural: HallSlot | None) -> str:
    first, last = slots[0].span.start, slots[-1].span.end
    if now.phase is Phase.AFTER and now.moment.date() > last.date():
        return N_("The event ended on {day}. Any slot can be looked at and corrected.").format(day=words.day(last))
    if natural is not None and slot.id != natural.id:
        return N_("This is not the slot of now.")
    if now.phase is Phase.BEFORE and now.moment.date() < first.date():
        return N_("The event begins on {day} at {time}.").format(day=words.day(first), time=f"{first:%H:%M}")
    if now.phase is Phase.AFTER:
        return N_("The last slot is over. What is still open can be settled.")
    if now.slot is None and slot.span.start.date() != now.moment.date():
        return N_("No more slots today. This is the first one of {day}.").format(day=words.day(slot.span.start))
    return ""
