"""A laptop's clock is doubted for a reason, and not without one."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from eccp_desktop.domain.laptop_clock import ClockFacts, Doubt, clock_doubt

DAYS = (date(2016, 4, 25), date(2016, 4, 26))
EVENING_BEFORE = datetime(2016, 4, 24, 18, 0, tzinfo=UTC)
MORNING = datetime(2016, 4, 25, 7, 30, tzinfo=UTC)
SUMMER_TIME = timedelta(hours=2)


def doubt(now: datetime, last: datetime | None = EVENING_BEFORE, offset: timedelta = SUMMER_TIME) -> Doubt | None:
    return clock_doubt(now, offset, ClockFacts(last, DAYS, ZoneInfo("Europe/Berlin")))


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (MORNING, None),
        (EVENING_BEFORE - timedelta(minutes=1), None),
        (EVENING_BEFORE - timedelta(hours=1), Doubt.BEHIND),
        (datetime(2000, 1, 1, tzinfo=UTC), Doubt.BEHIND),
        (datetime(2026, 4, 25, 8, 0, tzinfo=UTC), Doubt.LONG_AFTER),
        (datetime(2016, 10, 20, 8, 0, tzinfo=UTC), None),
    ],
)
def test_a_clock_that_cannot_be_right_is_doubted(now: datetime, said: Doubt | None) -> None:
    assert doubt(now) is said


def test_an_event_that_took_place_may_be_opened_years_later() -> None:
    assert doubt(datetime(2026, 4, 25, 8, 0, tzinfo=UTC), last=MORNING) is None


def test_another_zone_matters_only_while_the_event_is_on() -> None:
    assert doubt(MORNING, offset=timedelta(hours=-4)) is Doubt.OTHER_ZONE
    assert doubt(MORNING - timedelta(days=1), last=None, offset=timedelta(hours=-4)) is None


def test_a_new_file_knows_nothing_against_any_clock() -> None:
    empty = ClockFacts(None, (), ZoneInfo("UTC"))
    assert clock_doubt(datetime(2000, 1, 1, tzinfo=UTC), timedelta(), empty) is None
