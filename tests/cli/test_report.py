"""`eccp-desktop report` over one event and over a series."""

import json
from pathlib import Path

import pytest

from eccp_desktop.cli import run

FRAME = [
    "--zone",
    "Europe/Berlin",
    "--day",
    "2016-04-25",
    "--session",
    "09:00-10:30",
    "--tables",
    "2",
    "--sides",
    "EU,US",
]


def event(path: Path, name: str, series: str, rows: str) -> Path:
    """An event with the people of these rows."""
    people = path.with_suffix(".csv")
    people.write_text("First name,Last name,Organisation,Country,Status,Target countries\n" + rows, "utf-8")
    assert run(["new", str(path), "--name", name, "--series", series, *FRAME]) == 0
    assert run(["import", str(path), str(people)]) == 0
    return path


@pytest.fixture
def hannover(tmp_path: Path) -> Path:
    rows = "Anna,Rossi,Smart Grid Hub Forlì,Italy,Registered,United States; China\n"
    rows += "Göran,Ödman,Wood City Falun,SE,Cancelled,United States\n"
    rows += "Emily,Ross,Battery Cluster Akron,US,Registered,Italy\n"
    return event(tmp_path / "hannover.eccp", "Hannover", "EU-US", rows)


@pytest.fixture
def washington(tmp_path: Path) -> Path:
    rows = (
        "Anna,Rossi,Smart Grid Hub Forlì,IT,Registered,United States\nLiam,Byrne,Peat Network Athlone,IE,Registered,\n"
    )
    return event(tmp_path / "washington.eccp", "Washington", "EU-US", rows)


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, dict[str, object]]:
    capsys.readouterr()
    assert run(["report", *arguments, "--json"]) == 0
    answer: dict[str, dict[str, object]] = json.loads(capsys.readouterr().out)
    return answer


def test_who_cancelled_is_in_the_file_and_represents_nobody(hannover: Path, capsys: pytest.CaptureFixture[str]) -> None:
    counts = told(capsys, str(hannover))["counts"]
    assert counts["clusters_by_side"] == {"EU": 2, "US": 1}
    assert counts["represented"] == {
        "organisations": 2,
        "clusters_by_side": {"EU": 1, "US": 1},
        "countries_by_side": {"EU": 1, "US": 1},
    }
    assert counts["participants"] == {"total": 3, "registered": 2, "pending": 0, "cancelled": 1, "present": 0}


def test_target_countries_are_ranked(hannover: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ranking = told(capsys, str(hannover))["target_countries"]
    assert ranking == [
        {"country": "US", "rank": 1, "mentions": 2},
        {"country": "IT", "rank": 2, "mentions": 1},
        {"country": "CN", "rank": 3, "mentions": 1},
    ]


def test_a_series_is_added_up_and_a_cluster_that_came_twice_is_one(
    hannover: Path, washington: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = told(capsys, str(hannover), str(washington), "--series", "EU-US")
    assert answer["counts"]["organisations"] == 4
    assert answer["counts"]["countries_by_side"] == {"EU": 3, "US": 1}
    assert [one["name"] for one in answer["events"]] == ["Hannover", "Washington"]  # type: ignore[index]  # a list


def test_events_of_another_series_are_left_out(hannover: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, str(hannover), "--series", "EU-Japan")["events"] == []


def test_in_words_every_figure_says_what_it_counts(hannover: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(["report", str(hannover)]) == 0
    said = capsys.readouterr().out
    assert "2 EU, 1 US  cluster organisations in the file" in said
    assert "1. United States (2)" in said
