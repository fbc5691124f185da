"""Which state of a meeting may follow which, and what type a meeting is of."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import StrEnum

from eccp_desktop.domain.frame import Span
from eccp_desktop.domain.reasons import reason_of
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.vocabulary import MISSING_STATES, SEATED_STATES, MeetingState, MeetingType, OrganisationKind

_SETTLED = {MeetingState.HELD, *MISSING_STATES}

FOLLOWERS: dict[MeetingState, frozenset[MeetingState]] = {
    MeetingState.UNSCHEDULED: frozenset({MeetingState.SCHEDULED, MeetingState.CANCELLED}),
    MeetingState.SCHEDULED: frozenset(
        {MeetingState.CALLED, MeetingState.RUNNING, MeetingState.UNSCHEDULED, MeetingState.CANCELLED, *_SETTLED}
    ),
    MeetingState.CALLED: frozenset(
        {MeetingState.SCHEDULED, MeetingState.RUNNING, MeetingState.UNSCHEDULED, MeetingState.CANCELLED, *_SETTLED}
    ),
    MeetingState.RUNNING: frozenset({MeetingState.CALLED, MeetingState.CANCELLED, *_SETTLED}),
    **{
        state: frozenset({MeetingState.SCHEDULED, MeetingState.CALLED, MeetingState.RUNNING, *_SETTLED} - {state})
        for state in _SETTLED
    },
    **{state: frozenset({*MeetingState} - {MeetingState.UNSCHEDULED, state}) for state in MISSING_STATES},
    MeetingState.CANCELLED: frozenset({MeetingState.UNSCHEDULED, MeetingState.SCHEDULED}),
}
"""A roll-call is corrected as often as it is wrong; a meeting that was held is not cancelled afterwards. One whose host or guest
is missing is, when its table is given to others."""


def check_follows(number: int, state: MeetingState, following: MeetingState) -> None:
    """Raise Refusal `state_cannot_follow` where a meeting of this number cannot go from one state to the other."""
    if following not in FOLLOWERS[state]:
        raise Refusal("state_cannot_follow", meeting=number, state=state, following=following)


def roll_call_refusal(slot: Span, slots: Iterable[Span], now: datetime) -> Refusal | None:
    """What keeps the roll-call of a slot from being changed without being meant, at a wall time of the venue.

    While the slot runs, and until another one that began after it has ended, tables are still answered and put right: in the
    slot or the pause that follows, and all evening after the last one.
    """
    since = min((other.end for other in slots if slot.end <= other.start and other.end <= now), default=None)
    return None if since is None else Refusal("roll_call_over", slot=slot.start, since=slot.end)


class Ending(StrEnum):
    """What became of a meeting that had a seat; every one that is over ends in exactly one of these."""

    HELD = "held"
    MISSING = "missing"
    CANCELLED = "cancelled"


PARTNER_MISSING = "partner_missing"
"""Code of the reason of a meeting that was cancelled because somebody did not come and the other one sat down with others."""


def ending(state: MeetingState, reason: str | None) -> Ending | None:
    """How a meeting ended, by its state and its stored reason; None while it is open or waits for a seat.

    One whose table was given up after a no-show counts as missing: that is what happened at it.
    """
    if state is MeetingState.HELD:
        return Ending.HELD
    if state in MISSING_STATES:
        return Ending.MISSING
    if state is not MeetingState.CANCELLED:
        return None
    why = reason_of(reason)
    return Ending.MISSING if why is not None and why.code == PARTNER_MISSING else Ending.CANCELLED


def was_scheduled(state: MeetingState, slot: str | None, reason: str | None) -> bool:
    """Whether a meeting has a seat, or had one until it was cancelled. What waits in the tray is not scheduled.

    Of the scheduled ones, `ending` counts every one once when the day is over: held + missing + cancelled = scheduled.
    """
    if state is not MeetingState.CANCELLED:
        return state in SEATED_STATES
    why = reason_of(reason)
    return slot is not None or (why is not None and "slot" in why.facts)


def meeting_type(kinds: Sequence[OrganisationKind]) -> MeetingType:
    """C2C between cluster organisations, B2B between others, C2B where one side is a cluster organisation."""
    clusters = [kind is OrganisationKind.CLUSTER for kind in kinds]
    if all(clusters):
        return MeetingType.C2C
    return MeetingType.C2B if any(clusters) else MeetingType.B2B
