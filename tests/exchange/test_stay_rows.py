"""Arrival, departure and consent are read as people write them; what cannot be read is said and left out."""

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eccp_desktop.domain.incoming import IncomingPerson
from eccp_desktop.exchange.moments import day_and_time, instant_of
from eccp_desktop.exchange.reading import ReadingFrame
from tests.exchange.files import csv_file, one_table, people_of, xlsx_file

DAYS = (date(2016, 4, 25), date(2016, 4, 26))
FRAME = ReadingFrame(("EU", "US"), DAYS, zone="Europe/Berlin")
BERLIN = ZoneInfo("Europe/Berlin")


def person(tmp_path: Path, **cells: object) -> IncomingPerson:
    named = {"Name": "Anna Rossi", **{key.replace("_", " "): value for key, value in cells.items()}}
    (found,) = people_of(csv_file(tmp_path / "people.csv", [list(named), list(named.values())]), FRAME)
    return found


def warned(tmp_path: Path) -> list[tuple[str, str]]:
    return [(note.column, note.reason) for note in one_table(tmp_path / "people.csv", FRAME).warnings]


@pytest.mark.parametrize(
    ("text", "arrival"),
    [
        ("2016-04-25 09:40", (25, 9, 40)),
        ("25.04.2016", (25, 0, 0)),
        ("25/04/2016 14:30", (25, 14, 30)),
        ("04/25/2016 2:30 pm", (25, 14, 30)),
        ("2016-04-25T14:30:00Z", (25, 16, 30)),
        ("2016-04-25 14:30:00+02:00", (25, 14, 30)),
        ("26.4. 9h30", (26, 9, 30)),
        ("Tuesday, 10h30", (26, 10, 30)),
        ("lundi 15:00", (25, 15, 0)),
        ("25 April at 14:30", (25, 14, 30)),
        ("26 avril à 9h", (26, 9, 0)),
        ("Day 2 11:00", (26, 11, 0)),
        ("11:20", (25, 11, 20)),
    ],
)
def test_an_arrival_is_understood(tmp_path: Path, text: str, arrival: tuple[int, int, int]) -> None:
    assert person(tmp_path, Arrival=text).arrival == datetime(2016, 4, *arrival)


@pytest.mark.parametrize(
    ("text", "departure"),
    [
        ("2016-04-26 15:10", (26, 15, 10)),
        ("26 April", (26, 23, 59)),
        ("2016-04-25 00:00:00", (25, 23, 59)),
        ("15:00", (26, 15, 0)),
        ("Monday", (25, 23, 59)),
    ],
)
def test_a_departure_without_a_time_is_the_end_of_the_day(
    tmp_path: Path, text: str, departure: tuple[int, int, int]
) -> None:
    assert person(tmp_path, Departure=text).departure == datetime(2016, 4, *departure)


def test_day_and_time_may_stand_in_two_columns_and_have_names_of_other_languages(tmp_path: Path) -> None:
    found = person(tmp_path, Anreisedatum="25.04.2016", Ankunftszeit="10:15", Abreise="26.04.2016 15:00")
    assert (found.arrival, found.departure) == (datetime(2016, 4, 25, 10, 15), datetime(2016, 4, 26, 15, 0))


def test_dates_of_a_workbook_are_dates(tmp_path: Path) -> None:
    rows = [("Name", "Arrival", "Departure"), ("Anna Rossi", datetime(2016, 4, 25, 10, 15), date(2016, 4, 26))]
    (found,) = people_of(xlsx_file(tmp_path / "people.xlsx", rows), FRAME)
    assert (found.arrival, found.departure) == (datetime(2016, 4, 25, 10, 15), datetime(2016, 4, 26, 23, 59))


@pytest.mark.parametrize(
    ("cells", "column", "said"),
    [
        ({"Arrival": "10 minutes late"}, "Arrival", "neither a day nor a time"),
        ({"Arrival": "2016-05-02"}, "Arrival", "after the last day"),
        ({"Departure": "2016-04-20 10:00"}, "Departure", "before the first day"),
        ({"Arrival": "Tuesday 12:00", "Departure": "Tuesday 11:00"}, "Departure", "not after the arrival"),
        ({"Consent": "perhaps"}, "Consent", "neither yes nor no"),
        ({"Consent_date": "soon", "Consent": "yes"}, "Consent date", "not a date"),
    ],
)
def test_what_cannot_be_is_said_and_the_person_comes_in(
    tmp_path: Path, cells: dict[str, str], column: str, said: str
) -> None:
    assert person(tmp_path, **cells).name == "Anna Rossi"
    ((warned_of, reason),) = warned(tmp_path)
    assert warned_of == column
    assert said in reason


def test_nothing_said_is_no_warning(tmp_path: Path) -> None:
    found = person(tmp_path, Arrival="tbd", Departure="-", Consent="")
    assert (found.arrival, found.departure, found.consented) == (None, None, None)
    assert warned(tmp_path) == []


def test_consent_is_a_tick_a_sentence_or_a_date(tmp_path: Path) -> None:
    assert person(tmp_path, GDPR_consent="yes").consented is True
    assert person(tmp_path, Einwilligung="Einverstanden mit der Verarbeitung").consented is True
    assert person(tmp_path, Consent="no").consented is False
    dated = person(tmp_path, Consent="2016-03-01 10:00", Consent_version="2")
    assert (dated.consented, dated.consent_version) == (True, "2")
    assert dated.consent_at == datetime(2016, 3, 1, 9, 0, tzinfo=UTC), "winter time at the venue"
    both = person(tmp_path, Consent="yes", Consent_at="2016-04-01T10:00:05+02:00")
    assert both.consent_at == datetime(2016, 4, 1, 8, 0, 5, tzinfo=UTC)


@given(st.datetimes(datetime(2016, 1, 1), datetime(2016, 12, 31)))
def test_what_the_program_writes_it_reads(moment: datetime) -> None:
    written = day_and_time(f"{moment:%Y-%m-%d %H:%M}", DAYS, BERLIN)
    assert written is not None
    assert (written.day, written.time) == (moment.date(), moment.time().replace(second=0, microsecond=0))
    instant = moment.replace(microsecond=0, tzinfo=UTC)
    assert instant_of(instant.astimezone(BERLIN).isoformat(" ", "seconds"), BERLIN) == instant
