"""Which slots a document is asked for."""

from datetime import date, datetime, time, timedelta

import pytest

from eccp_desktop.documents.catalogue import document, with_days
from eccp_desktop.documents.wanted_slots import WantedSlots, wanted_slots

MONDAY = date(2016, 4, 25)


def included(written: str) -> list[str]:
    """Of slots of 20 minutes on two days, which begin at these times."""
    wanted = wanted_slots(written)
    assert wanted is not None
    starts = [
        datetime.combine(day, clock)
        for day in (MONDAY, MONDAY + timedelta(days=1))
        for clock in (time(9), time(9, 20), time(10, 20), time(14))
    ]
    return [f"{start:%d %H:%M}" for start in starts if wanted.include(start, start + timedelta(minutes=20))]


@pytest.mark.parametrize(
    ("written", "slots"),
    [
        ("2016-04-26", ["26 09:00", "26 09:20", "26 10:20", "26 14:00"]),
        ("9:20", ["25 09:20", "26 09:20"]),
        ("2016-04-25 09:30", ["25 09:20"]),
        ("09:20-10:20", ["25 09:20", "26 09:20"]),
        ("2016-04-26 09:30 – 14:10", ["26 09:20", "26 10:20", "26 14:00"]),
        ("2016-04-25 10:00-", ["25 10:20", "25 14:00"]),
        ("2016-04-27", []),
    ],
)
def test_slots_are_asked_for_by_day_and_time(written: str, slots: list[str]) -> None:
    assert included(written) == slots


@pytest.mark.parametrize("written", ["", "all", " all "])
def test_all_slots_are_meant_unless_told(written: str) -> None:
    assert wanted_slots(written) == WantedSlots()


@pytest.mark.parametrize(
    "written", ["25.4.", "tomorrow", "2016-02-30", "25:00", "10:00-09:00", "10:00 11:00", "2016-04-25 -", "-"]
)
def test_what_cannot_be_read_is_no_choice(written: str) -> None:
    assert wanted_slots(written) is None
    assert not document("hall-plan").options[0].allows(written)


def test_the_days_of_an_event_stand_behind_all_of_it() -> None:
    entry = with_days(document("hall-plan"), [("2016-04-25", "Mon 25 Apr")])
    assert [value for value, _ in entry.options[0].values] == ["all", "2016-04-25"]
    assert with_days(document("badges"), [("2016-04-25", "Mon 25 Apr")]) == document("badges")
