"""Arrival, departure and consent come in, keep people out of slots, go out and come back."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.exporting import ExportFormat, export_event
from eccp_desktop.desk.importing import import_files
from eccp_desktop.desk.opening import new_desk
from eccp_desktop.domain.hall import Diary
from eccp_desktop.domain.incoming import RowState
from eccp_desktop.domain.seating import person_refusal
from eccp_desktop.store.reads.export import export_tables
from eccp_desktop.store.reads.hall import hall
from tests.event_day import FRAME
from tests.exchange.files import csv_file

HEADER = ("First name", "Last name", "E-mail", "Company", "Arrival", "Departure", "Consent", "Consent version")
ANNA = ("Anna", "Rossi", "anna@x.example", "Hub", "2016-04-25 09:25", "", "2016-03-01 10:00", "2")
EMILY = ("Emily", "Ross", "emily@y.example", "Alliance", "", "25 April 09:30", "yes", "")
NEW_COLUMNS = ("Arrival", "Departure", "Consent at", "Consent version")


@pytest.fixture
def desk(tmp_path: Path, clock: HeldClock) -> Iterator[Desk]:
    desk = new_desk(tmp_path / "fair.eccp", clock, "MK")
    desk.do(FRAME)
    import_files(desk, [csv_file(tmp_path / "people.csv", [HEADER, ANNA, EMILY])])
    yield desk
    desk.close()


def diary(desk: Desk, name: str) -> Diary:
    return next(one for one in desk.read(hall).diaries.values() if one.name == name)


def columns(desk: Desk) -> list[tuple[object, ...]]:
    (table,) = (one for one in desk.read(export_tables) if one.title == "Participants")
    at = [table.headers.index(name) for name in ("Given name", *NEW_COLUMNS)]
    return [tuple(row[index] for index in at) for row in table.rows]


def test_who_has_not_arrived_or_has_left_cannot_be_seated(desk: Desk) -> None:
    found = desk.read(hall)
    slots = {slot.span.start: slot for slot in found.slots.values()}
    early, late = slots[min(slots)], slots[max(slots)]
    assert diary(desk, "Anna Rossi").arrival == datetime(2016, 4, 25, 9, 25)
    refusal = person_refusal(found, diary(desk, "Anna Rossi"), early)
    assert refusal is not None
    assert refusal.code == "person_not_arrived"
    assert person_refusal(found, diary(desk, "Anna Rossi"), late) is None
    gone = person_refusal(found, diary(desk, "Emily Ross"), late)
    assert gone is not None
    assert gone.code == "person_departed"


def test_a_consent_without_a_time_counts_from_the_import_and_stays(
    tmp_path: Path, desk: Desk, clock: HeldClock
) -> None:
    before = columns(desk)
    clock.advance(timedelta(hours=1))
    again = import_files(desk, [tmp_path / "people.csv"])
    assert again.count(RowState.SAME) == 2
    assert columns(desk) == before
    no = csv_file(tmp_path / "no.csv", [HEADER, (*EMILY[:6], "no", "")])
    done = import_files(desk, [no])
    assert "The event holds a consent; that is kept." in [note.reason for note in done.results[0].warnings]
    assert columns(desk) == before


@pytest.mark.parametrize("kind", [ExportFormat.XLSX, ExportFormat.CSV])
def test_what_is_exported_comes_back(tmp_path: Path, desk: Desk, clock: HeldClock, kind: ExportFormat) -> None:
    out = tmp_path / ("out.xlsx" if kind is ExportFormat.XLSX else "out.csv")
    export_event(desk, kind, out)
    other = new_desk(tmp_path / "other.eccp", clock, "MK")
    other.do(FRAME)
    import_files(other, [out])
    assert columns(other) == columns(desk)
    assert import_files(desk, [out]).count(RowState.CHANGED) == 0
    other.close()


def test_meetings_outside_of_the_stay_are_named(tmp_path: Path, desk: Desk) -> None:
    start = max(slot.span.start for slot in desk.read(hall).slots.values())
    tom = ("Tom", "Byrne", "tom@z.example", "Forum", "")
    import_files(desk, [csv_file(tmp_path / "tom.csv", [HEADER, (*tom, "", "", "")])])
    seated = ("tom@z.example", "anna@x.example", f"{start:%Y-%m-%d}", f"{start:%H:%M}", "1")
    meetings = [("Host", "Guest", "Day", "Start", "Table"), seated]
    import_files(desk, [csv_file(tmp_path / "meetings.csv", meetings)])
    leaves = csv_file(tmp_path / "leaves.csv", [HEADER, (*tom, "2016-04-25 09:10", "", "")])
    done = import_files(desk, [leaves])
    assert any("after the departure: meeting 1." in note.reason for note in done.results[0].warnings)
