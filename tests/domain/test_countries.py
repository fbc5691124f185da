"""Countries belong to sides as the sides' names say, on the day of the event."""

from datetime import date

import pytest

from eccp_desktop.domain.countries import CountryGroup, Membership, SideCountries, side_countries

EU = CountryGroup(
    "EU",
    ("European Union",),
    (Membership("DE"), Membership("GB", until=date(2020, 1, 31)), Membership("HR", since=date(2013, 7, 1))),
)
EUROPE = CountryGroup("Europe", (), (Membership("DE"), Membership("GB"), Membership("CH")))
OTHERS = CountryGroup("third countries", ("international",), rest=True)
CODES = {"us": "US", "usa": "US", "united states": "US", "japan": "JP", "jp": "JP", "de": "DE", "germany": "DE"}


def sides(*names: str, day: date = date(2016, 4, 25)) -> SideCountries:
    return side_countries(names, [EU, EUROPE, OTHERS], CODES, day)


def test_a_group_and_a_country_are_sides() -> None:
    event = sides("EU", "US")
    assert [event.of_country(code) for code in ("DE", "US", "JP", None)] == ["EU", "US", None, None]


def test_membership_is_that_of_the_day() -> None:
    assert sides("EU", "US").of_country("GB") == "EU"
    assert sides("EU", "US", day=date(2024, 3, 1)).of_country("GB") is None
    assert sides("EU", day=date(2012, 3, 1)).of_country("HR") is None


def test_the_rest_of_the_world_can_be_a_side() -> None:
    event = sides("EU", "third countries")
    assert [event.of_country(code) for code in ("DE", "CH", "US")] == ["EU", "third countries", "third countries"]


def test_a_country_that_is_a_side_of_its_own_leaves_its_group() -> None:
    event = sides("EU", "Germany")
    assert event.of_country("DE") == "Germany"


def test_an_earlier_side_keeps_a_country_that_two_groups_hold() -> None:
    event = sides("EU", "Europe")
    assert [event.of_country(code) for code in ("DE", "CH")] == ["EU", "Europe"]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        *[
            ("EU", "EU"),
            ("EU delegation", "EU"),
            ("EU delegate", "EU"),
            ("eu-delegation", "EU"),
            ("European Union delegate", "EU"),
        ],
        *[("US delegation", "US"), ("Delegate (US)", "US"), ("USA", "US"), ("United States", "US")],
        *[
            ("Early bird", None),
            ("", None),
            ("EU-US evening", None),
            ("Museum", None),
            ("Join us", None),
            ("eu delegate", "EU"),
        ],
    ],
)
def test_a_column_names_a_side_in_many_ways(text: str, side: str | None) -> None:
    assert sides("EU", "US").named_in(text) == side


def test_words_of_the_organiser_are_sides_too() -> None:
    event = sides("Red team", "Blue team")
    assert event.named_in("blue team") == "Blue team"
    assert event.of_country("DE") is None
