"""Which state of a meeting may follow which, and what type a meeting is of."""

from collections.abc import Sequence

from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.vocabulary import MISSING_STATES, MeetingState, MeetingType, OrganisationKind

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


def meeting_type(kinds: Sequence[OrganisationKind]) -> MeetingType:
    """C2C between cluster organisations, B2B between others, C2B where one side is a cluster organisation."""
    clusters = [kind is OrganisationKind.CLUSTER for kind in kinds]
    if all(clusters):
        return MeetingType.C2C
    return MeetingType.C2B if any(clusters) else MeetingType.B2B
