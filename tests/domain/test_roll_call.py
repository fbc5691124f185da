"""When a roll-call may still be put right, and how a meeting ended."""

from datetime import datetime

import pytest

from eccp_desktop.domain.frame import Span
from eccp_desktop.domain.reasons import MeetingReason
from eccp_desktop.domain.roll_call import Ending, ending, roll_call_refusal
from eccp_desktop.domain.vocabulary import MISSING_STATES, MeetingState


def at(hour: int, minute: int = 0, day: int = 25) -> datetime:
    return datetime(2016, 4, day, hour, minute)


MORNING = (Span(at(9), at(9, 20)), Span(at(9, 25), at(9, 45)), Span(at(12), at(12, 20)))
NEXT_DAY = Span(at(9, day=26), at(9, 20, day=26))


@pytest.mark.parametrize(
    ("moment", "free"),
    [
        (at(8), True),
        (at(9, 10), True),
        (at(9, 22), True),
        (at(9, 44), True),
        (at(9, 45), False),
        (at(18), False),
    ],
)
def test_a_slot_is_put_right_until_the_next_one_has_ended(moment: datetime, free: bool) -> None:
    assert (roll_call_refusal(MORNING[0], MORNING, moment) is None) is free


def test_the_last_slot_of_a_day_is_put_right_all_evening_and_not_after_the_first_one_of_the_next_day() -> None:
    slots = (*MORNING, NEXT_DAY)

    assert roll_call_refusal(MORNING[2], slots, at(23, 59)) is None
    refusal = roll_call_refusal(MORNING[2], slots, at(9, 30, day=26))

    assert refusal is not None
    assert refusal.facts == {"slot": at(12), "since": at(12, 20)}


def test_every_meeting_ends_held_missing_or_cancelled() -> None:
    gave_up = MeetingReason("partner_missing", {"missing": ["Kim Lee"]}).stored()
    by_hand = MeetingReason("cancelled_by_hand").stored()

    assert ending(MeetingState.HELD, None) is Ending.HELD
    assert {ending(state, None) for state in MISSING_STATES} == {Ending.MISSING}
    assert ending(MeetingState.CANCELLED, by_hand) is Ending.CANCELLED
    assert ending(MeetingState.CANCELLED, gave_up) is Ending.MISSING, "the table went to others after a no-show"
    assert ending(MeetingState.RUNNING, None) is None
    assert ending(MeetingState.UNSCHEDULED, gave_up) is None
