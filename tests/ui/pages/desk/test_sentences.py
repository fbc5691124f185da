"""What the Desk says to somebody whose place in the running slot was given up, and to who typed in vain."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from eccp_desktop.actions.presence import CheckIn
from eccp_desktop.actions.roll_call import SettleMeeting
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.ids import MeetingId, ParticipantId
from eccp_desktop.domain.vocabulary import MeetingState
from eccp_desktop.store.reads.desk_card import desk_card
from eccp_desktop.store.reads.now_board import now_board
from eccp_desktop.store.reads.now_frame import now_frame
from eccp_desktop.store.reads.stranded import stranded_in
from eccp_desktop.ui.pages.desk import sentences
from eccp_desktop.ui.pages.now import words
from tests.event_day import Guests, Seat, event_desk

DURING = datetime(2016, 4, 25, 9, 5)
AFTER = datetime(2016, 4, 25, 9, 21)


@pytest.fixture
def desk(tmp_path: Path, clock: HeldClock) -> Iterator[Desk]:
    desk = event_desk(tmp_path, clock)
    yield desk
    desk.close()


@pytest.fixture
def emily(desk: Desk) -> ParticipantId:
    """Anna waits at table 2 for Emily, who did not come, and then was checked in."""
    anna, emily = desk.do(Guests(("Anna Rossi", "Emily Ross"))).values()
    meeting = MeetingId(desk.do(Seat(anna, emily, slot=0, table=2)))
    desk.do(SettleMeeting(meeting, MeetingState.GUEST_MISSING))
    desk.do(CheckIn(ParticipantId(emily)))
    return ParticipantId(emily)


def said(desk: Desk, person: ParticipantId, now: datetime) -> str:
    card = desk.read(desk_card, person, now)
    assert card is not None
    return sentences.here(card, now)


def test_who_comes_late_hears_that_somebody_may_still_wait(desk: Desk, emily: ParticipantId) -> None:
    words = "Emily Ross is here. Marked missing at 09:00, table 2: Anna Rossi may still wait there."
    assert said(desk, emily, DURING).startswith(words)


def test_after_the_slot_nobody_waits_any_more(desk: Desk, emily: ParticipantId) -> None:
    assert said(desk, emily, AFTER) == "Emily Ross is here. No more meetings."


def test_now_says_of_whom_somebody_waits_for_that_they_were_checked_in(desk: Desk, emily: ParticipantId) -> None:
    slot = desk.read(now_frame).slots[0].slot.id
    (stranded,) = desk.read(stranded_in, desk.read(now_board, slot))
    assert words.stranded(stranded) == "table 2, without Emily Ross (checked in)"


def test_a_walk_in_is_offered_for_what_may_be_a_name_alone() -> None:
    assert "Enter registers a walk-in" in sentences.found("juno lynch", 0, None, sure=False)
    assert sentences.found("R2Y4ZZ9", 0, None, sure=False) == "Nobody found. Scan again, or type a part of the name."


def test_the_list_has_room_for_a_time_of_another_day() -> None:
    monday = datetime(2016, 4, 25, 9, 1)
    assert sentences.short_moment(monday, datetime(2016, 4, 25, 17, 0)) == "09:01"
    assert sentences.short_moment(monday, datetime(2016, 4, 26, 8, 0)) == "Mon 09:01"
    assert sentences.short_moment(monday, datetime(2016, 5, 2, 8, 0)) == "25 Apr"
