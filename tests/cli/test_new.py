"""`eccp-desktop new`."""

import json
from pathlib import Path

import pytest

from eccp_desktop.cli import run

FAIR = ["--name", "Fair", "--zone", "Europe/Berlin", "--day", "2016-04-25", "--day", "2016-04-26"]
SESSIONS = ["--session", "09:00-12:30", "--session", "14:00-17:30", "--slot", "20", "--gap", "5"]


@pytest.fixture
def event(tmp_path: Path) -> Path:
    return tmp_path / "fair.eccp"


def test_it_makes_an_event_and_says_so(event: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", str(event), *FAIR, *SESSIONS, "--tables", "24", "--sides", "EU,US"]) == 0
    assert capsys.readouterr().out == f"{event} holds Fair: 2 days, 24 tables.\n"
    assert event.exists()


def test_with_json_it_prints_one_object(event: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", str(event), *FAIR, "--sides", "EU, US", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["sides"] == ["EU", "US"]


def test_a_file_that_exists_is_not_touched(event: Path, capsys: pytest.CaptureFixture[str]) -> None:
    event.write_bytes(b"precious")
    assert run(["new", str(event), *FAIR]) == 3
    assert event.read_bytes() == b"precious"
    assert "exists already" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--name", "Fair", "--zone", "Europe/Atlantis"], "There is no time zone Europe/Atlantis."),
        ([*FAIR, "--day", "25.4."], "25.4. is no day."),
        ([*FAIR, "--session", "9 to 12"], "9 to 12 is no session."),
        ([*FAIR, "--session", "12:00-09:00"], "The session ends at 09:00"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence_and_leaves_no_file(
    event: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert run(["new", str(event), *arguments]) == 1
    assert capsys.readouterr().err.startswith(said)
    assert not event.exists()


def test_a_missing_name_is_a_matter_of_usage(event: Path) -> None:
    assert run(["new", str(event)]) == 2


def test_the_report_of_an_event_without_people_shows_zeros(event: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["new", str(event), *FAIR, "--sides", "EU,US"])
    capsys.readouterr()
    assert run(["report", str(event), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["counts"]["clusters_by_side"] == {"EU": 0, "US": 0}
    assert told["target_countries"] == []
    assert [one["name"] for one in told["events"]] == ["Fair"]
