"""Where the present moment lies among the slots."""

from datetime import UTC, datetime, timedelta

import pytest

from eccp_desktop.domain.frame import Span
from eccp_desktop.domain.hall import HallSlot
from eccp_desktop.domain.ids import SlotId
from eccp_desktop.domain.now import Bell, Phase, countdown, now_among, wall_time


def _slot(start: str, minutes: int = 20) -> HallSlot:
    moment = datetime.fromisoformat(start)
    return HallSlot(SlotId(start[-5:]), "session", Span(moment, moment + timedelta(minutes=minutes)))


DAY = [_slot(f"2016-04-25T{time}") for time in ("09:00", "09:25", "14:00")] + [_slot("2016-04-26T09:30")]


@pytest.mark.parametrize(
    ("moment", "phase", "shown"),
    [
        ("2016-04-24T20:00", Phase.BEFORE, "09:00"),
        ("2016-04-25T09:00", Phase.RUNNING, "09:00"),
        ("2016-04-25T09:19", Phase.RUNNING, "09:00"),
        ("2016-04-25T09:20", Phase.BETWEEN, "09:25"),
        ("2016-04-25T12:00", Phase.BETWEEN, "14:00"),
        ("2016-04-25T22:00", Phase.BETWEEN, "09:30"),
        ("2016-04-26T09:50", Phase.AFTER, "09:30"),
    ],
)
def test_the_slot_that_is_asked_about(moment: str, phase: Phase, shown: str) -> None:
    now = now_among(DAY, datetime.fromisoformat(moment))

    assert now.phase is phase
    assert now.shown is not None
    assert now.shown.id == shown


def test_an_event_without_slots_has_no_now() -> None:
    assert now_among([], datetime(2016, 4, 25)).phase is Phase.EMPTY


def test_while_a_slot_runs_the_next_one_is_known() -> None:
    now = now_among(DAY, datetime(2016, 4, 25, 9, 30))

    assert now.following is not None
    assert now.following.id == "14:00"


@pytest.mark.parametrize(
    ("instant", "bell", "clock"),
    [
        ("2016-04-25T06:59:59.400000", Bell.STARTS, "00:01"),
        ("2016-04-25T05:00:00", Bell.STARTS, "2:00:00"),
        ("2016-04-25T07:00:00", Bell.ENDS, "20:00"),
        ("2016-04-25T07:15:29", Bell.ENDS, "04:31"),
        ("2016-04-25T07:20:00", Bell.OVER, "00:00"),
    ],
)
def test_the_countdown_runs_to_the_bell(instant: str, bell: Bell, clock: str) -> None:
    left = countdown(DAY[0], datetime.fromisoformat(instant).replace(tzinfo=UTC), "Europe/Berlin")

    assert (left.bell, left.clock) == (bell, clock)


def test_the_night_the_clocks_change_has_its_real_hours() -> None:
    morning = _slot("2016-03-27T09:00")
    midnight = datetime(2016, 3, 26, 23, 0, tzinfo=UTC)

    assert wall_time(midnight, "Europe/Berlin") == datetime(2016, 3, 27)
    assert countdown(morning, midnight, "Europe/Berlin").left == timedelta(hours=8)
