"""What single cells say."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eccp_desktop.exchange.cells import address_of, day_of, line_of, text_of, time_of, values_of

DAYS = (date(2016, 4, 3), date(2016, 4, 4))


def test_a_line_has_single_spaces_and_keeps_its_case() -> None:
    assert line_of("  van\xa0der \n Berg\u200b ") == "van der Berg"


def test_composed_and_decomposed_accents_are_one() -> None:
    assert line_of("Mu\u0308ller") == "Müller"


@pytest.mark.parametrize("placeholder", ["", " ", "-", "n/a", "—"])
def test_a_placeholder_is_nothing(placeholder: str) -> None:
    assert line_of(placeholder) == ""


def test_a_text_keeps_its_lines() -> None:
    assert text_of("\r\nWe connect  members.\r\nAnd more.\r\n") == "We connect members.\nAnd more."


@pytest.mark.parametrize(
    ("cell", "values"),
    [
        ("Food;Water", ("Food", "Water")),
        ("Food; Water ;", ("Food", "Water")),
        ("Food\nWater\r\nFood", ("Food", "Water")),
        ("Advanced Manufacturing, Processing", ("Advanced Manufacturing, Processing",)),
        ("", ()),
    ],
)
def test_several_values_are_split(cell: str, values: tuple[str, ...]) -> None:
    assert values_of(cell) == values


@pytest.mark.parametrize(
    ("guarded", "text"),
    [
        ("'=1+1", "=1+1"),
        ("'+49 30", "+49 30"),
        ("''=x", "'=x"),
        ("'s-Hertogenbosch", "'s-Hertogenbosch"),
        ("=1+1", "=1+1"),
    ],
)
def test_exactly_one_guard_is_taken_off(guarded: str, text: str) -> None:
    assert line_of(guarded) == text


@pytest.mark.parametrize(
    "text", ["anna@x.example", "mailto:anna@x.example", "Anna Rossi <anna@x.example>", "anna.o'neil+eu@x-y.example"]
)
def test_addresses_are_found(text: str) -> None:
    found = address_of(text)
    assert found is not None
    assert "@x" in found


@pytest.mark.parametrize(
    "text",
    [
        "not an address",
        "anna@",
        "@x.example",
        "anna@x",
        "a@b@c.example",
        "anna x@y.example",
        "see anna@x.example please",
    ],
)
def test_what_is_no_address_is_none(text: str) -> None:
    assert address_of(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2016-04-25", date(2016, 4, 25)),
        ("2016-04-25 09:20", date(2016, 4, 25)),
        ("25.4.2016", date(2016, 4, 25)),
        ("25/04/16", date(2016, 4, 25)),
        ("04/25/2016", date(2016, 4, 25)),
        ("25 April 2016", date(2016, 4, 25)),
        ("April 25, 2016", date(2016, 4, 25)),
        ("25 avr. 2016", date(2016, 4, 25)),
        ("25. kwietnia 2016", date(2016, 4, 25)),
        ("Montag, 25. April 2016", date(2016, 4, 25)),
        ("03/04/2016", date(2016, 4, 3)),
        ("04/03/2016", date(2016, 4, 3)),
        ("Day 2", date(2016, 4, 4)),
        ("Day 3", None),
        ("31.2.2016", None),
        ("soon", None),
    ],
)
def test_days_in_many_spellings(text: str, day: date | None) -> None:
    assert day_of(text, DAYS) == day


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("09:00", time(9)),
        ("9:05", time(9, 5)),
        ("9.30", time(9, 30)),
        ("9h30", time(9, 30)),
        ("14h", time(14)),
        ("14", time(14)),
        ("2 pm", time(14)),
        ("12:15 AM", time(0, 15)),
        ("9:00 a.m.", time(9)),
        ("09:00:00", time(9)),
        ("14:30 Uhr", time(14, 30)),
        ("2016-04-25 14:30", time(14, 30)),
        ("2016-04-25T14:30:00", time(14, 30)),
        ("24:00", time(23, 59)),
        ("25:00", None),
        ("9:61", None),
        ("noon", None),
    ],
)
def test_times_in_many_spellings(text: str, moment: time | None) -> None:
    assert time_of(text) == moment


@given(st.dates(date(2000, 1, 1), date(2060, 12, 31)), st.times())
def test_what_a_program_writes_is_read(day: date, moment: time) -> None:
    assert day_of(day.isoformat(), (day,)) == day
    assert day_of(f"{day.day}.{day.month}.{day.year}", (day,)) == day
    assert time_of(f"{moment:%H:%M}") == moment.replace(second=0, microsecond=0)
