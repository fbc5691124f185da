"""An import brings in what is new, updates what it brought itself, keeps what people changed, and is one step."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eccp_desktop.actions.import_files import ImportFiles
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.opening import new_desk
from eccp_desktop.domain.incoming import (
    FileKind,
    IncomingAbsence,
    IncomingMeeting,
    IncomingOrganisation,
    IncomingPerson,
    IncomingRequest,
    IncomingTable,
    Record,
    RowState,
    TableResult,
)
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.vocabulary import ParticipantState, Priority, RequestState
from eccp_desktop.store.reads.export import export_tables
from eccp_desktop.store.unit import OrganisationSector, Unit
from eccp_desktop.store.whole_event import whole_event
from tests.event_day import event_desk

HUB = IncomingOrganisation(
    "Smart Grid Hub", side="EU", country="IT", sectors=("Food", "Water"), target_countries=("US", "CA")
)
WATER = IncomingOrganisation("Water Alliance", side="US", country="US")
ANNA = IncomingPerson(
    2, "Anna", "Rossi", email="anna@x.example", phone="+39 1", organisation=HUB, languages=("it", "en")
)
EMILY = IncomingPerson(3, "Emily", "Ross", email="emily@y.example", organisation=WATER)


@pytest.fixture
def desk(tmp_path: Path, clock: HeldClock) -> Iterator[Desk]:
    desk = event_desk(tmp_path, clock)
    yield desk
    desk.close()


def table(kind: FileKind, records: Sequence[Record]) -> IncomingTable:
    mapping = {"phone": "Phone number", "from": "From", "who": "Email"}
    return IncomingTable("file.csv", "", kind, ("Header",), len(records), tuple(records), mapping=mapping)


def people(*records: IncomingPerson) -> IncomingTable:
    return table(FileKind.PEOPLE, records)


def take(desk: Desk, *tables: IncomingTable) -> tuple[TableResult, ...]:
    return desk.do(ImportFiles(tables))


def states(result: TableResult) -> list[RowState]:
    return [result.states[row] for row in sorted(result.states)]


def exported(desk: Desk, title: str) -> list[dict[str, object]]:
    (found,) = (one for one in desk.read(export_tables) if one.title == title)
    return [dict(zip(found.headers, row, strict=True)) for row in found.rows]


@dataclass(frozen=True, slots=True)
class ChangePhone:
    """Something that a person does by hand."""

    title: ClassVar[str] = "Change phone"
    phone: str | None

    def apply(self, unit: Unit) -> None:
        for person in unit.participants.where(given_name="Anna"):
            person.phone = self.phone


@dataclass(frozen=True, slots=True)
class ChangeSectors:
    """Adds one sector by hand and takes another away."""

    title: ClassVar[str] = "Change sectors"

    def apply(self, unit: Unit) -> None:
        (food,) = unit.sectors.where(sector="Food")
        unit.sectors.add(OrganisationSector(organisation_id=food.organisation_id, sector="Tourism"))
        unit.sectors.delete(food)


def test_new_people_come_with_their_organisation_side_and_a_code(desk: Desk) -> None:
    (result,) = take(desk, people(ANNA, EMILY))
    assert states(result) == [RowState.NEW, RowState.NEW]
    anna = next(row for row in exported(desk, "Participants") if row["Given name"] == "Anna")
    assert (anna["Organisation"], anna["Side"], anna["Country"]) == ("Smart Grid Hub", "EU", "Italy")
    assert (anna["Sectors"], anna["Target countries"], anna["Languages"]) == (
        "Food; Water",
        "United States; Canada",
        "en; it",
    )
    assert anna["Status"] == "registered"
    assert len(str(anna["Badge code"])) == 6


def test_importing_again_changes_nothing(desk: Desk) -> None:
    tables = (
        people(ANNA, EMILY),
        table(FileKind.REQUESTS, [IncomingRequest(2, "anna@x.example", "Emily Ross", Priority.MUST)]),
    )
    take(desk, *tables)
    before = desk.read(whole_event)
    again = take(desk, *tables)
    assert {state for result in again for state in states(result)} == {RowState.SAME}
    assert desk.read(whole_event) == before


def test_an_import_is_one_step_that_undo_takes_back(desk: Desk) -> None:
    before = desk.read(whole_event)
    take(desk, people(ANNA, EMILY), table(FileKind.REQUESTS, [IncomingRequest(2, "anna@x.example", "emily@y.example")]))
    after = desk.read(whole_event)
    assert desk.undo().title == "Import"
    assert desk.read(whole_event) == before
    desk.redo()
    assert desk.read(whole_event) == after


def test_a_rehearsal_says_the_same_and_keeps_nothing(desk: Desk) -> None:
    before = desk.read(whole_event)
    intent = ImportFiles((people(ANNA, EMILY),))
    rehearsed = desk.rehearse(intent)
    assert desk.read(whole_event) == before
    assert desk.do(intent) == rehearsed


def test_people_come_first_whatever_the_order_of_files(desk: Desk) -> None:
    requests = table(FileKind.REQUESTS, [IncomingRequest(2, "anna@x.example", "emily@y.example")])
    taken = take(desk, requests, people(ANNA, EMILY))
    assert [(result.kind, states(result)[0]) for result in taken] == [
        (FileKind.REQUESTS, RowState.NEW),
        (FileKind.PEOPLE, RowState.NEW),
    ]


def test_a_row_that_stands_twice_counts_once(desk: Desk) -> None:
    twin = IncomingPerson(4, "Anna", "Rossi", email="ANNA@x.example", job_title="CEO", organisation=HUB)
    (result,) = take(desk, people(ANNA, EMILY, twin))
    assert states(result) == [RowState.NEW, RowState.NEW, RowState.SAME]
    assert [row["Job title"] for row in exported(desk, "Participants")] == [None, "CEO"]


def test_who_bought_again_after_a_refund_comes(desk: Desk) -> None:
    gone = IncomingPerson(2, "Anna", "Rossi", email="anna@x.example", state=ParticipantState.CANCELLED)
    back = IncomingPerson(3, "Anna", "Rossi", email="anna@x.example", state=ParticipantState.REGISTERED)
    take(desk, people(gone, back))
    assert [row["Status"] for row in exported(desk, "Participants")] == ["registered"]


def test_people_who_share_an_address_are_two(desk: Desk) -> None:
    marco = IncomingPerson(3, "Marco", "Bianchi", email="anna@x.example", organisation=HUB)
    take(desk, people(ANNA, marco))
    assert len(exported(desk, "Participants")) == 2
    assert len(exported(desk, "Organisations")) == 1


def test_an_organisation_in_other_letters_is_the_same(desk: Desk) -> None:
    other = IncomingOrganisation(" SMART  grid hub", side="EU", country="IT")
    take(desk, people(ANNA, IncomingPerson(3, "Jo", "Vaz", organisation=other)))
    assert [row["Organisation"] for row in exported(desk, "Organisations")] == ["Smart Grid Hub"]


def test_what_an_import_set_a_later_one_may_change(desk: Desk) -> None:
    take(desk, people(ANNA))
    newer = IncomingPerson(2, "Anna", "Rossi", email="anna@x.example", phone="+39 2", organisation=HUB)
    (result,) = take(desk, people(newer))
    assert states(result) == [RowState.CHANGED]
    assert exported(desk, "Participants")[0]["Phone"] == "+39 2"


def test_an_empty_cell_erases_nothing(desk: Desk) -> None:
    take(desk, people(ANNA))
    (result,) = take(desk, people(IncomingPerson(2, "Anna", "Rossi", email="anna@x.example")))
    assert states(result) == [RowState.SAME]
    assert exported(desk, "Participants")[0]["Phone"] == "+39 1"


@pytest.mark.parametrize("by_hand", ["+39 555", None])
def test_what_a_person_changed_is_kept_and_reported(desk: Desk, by_hand: str | None) -> None:
    take(desk, people(ANNA))
    desk.do(ChangePhone(by_hand))
    (result,) = take(desk, people(ANNA, EMILY))
    assert states(result) == [RowState.CONFLICT, RowState.NEW]
    (note,) = result.errors
    assert (note.row, note.column, note.value) == (2, "Phone number", "+39 1")
    assert note.reason == f"This was changed by hand to “{by_hand or ''}”, and that is kept."
    assert [row["Phone"] for row in exported(desk, "Participants") if row["Given name"] == "Anna"] == [by_hand]
    assert result.refused == ()


def test_what_was_changed_by_hand_and_undone_may_be_changed_again(desk: Desk) -> None:
    take(desk, people(ANNA))
    desk.do(ChangePhone("+39 555"))
    desk.undo()
    newer = IncomingPerson(2, "Anna", "Rossi", email="anna@x.example", phone="+39 2")
    assert states(take(desk, people(newer))[0]) == [RowState.CHANGED]
    desk.undo()
    desk.redo()
    assert states(take(desk, people(ANNA))[0]) == [RowState.CHANGED]


def test_lists_follow_the_file_but_for_what_was_done_by_hand(desk: Desk) -> None:
    take(desk, people(ANNA))
    desk.do(ChangeSectors())
    newer = IncomingOrganisation("Smart Grid Hub", sectors=("Food", "Mobility"), target_countries=("CA", "US", "MX"))
    (result,) = take(desk, people(IncomingPerson(2, "Anna", "Rossi", email="anna@x.example", organisation=newer)))
    assert states(result) == [RowState.CHANGED]
    (hub,) = exported(desk, "Organisations")
    assert hub["Sectors"] == "Mobility; Tourism"
    assert hub["Target countries"] == "Canada; United States; Mexico"


def test_two_rows_that_tell_two_countries_of_one_organisation_are_told(desk: Desk) -> None:
    other = IncomingOrganisation("Smart Grid Hub", side="EU", country="FR")
    (result,) = take(desk, people(ANNA, IncomingPerson(3, "Jo", "Vaz", organisation=other)))
    assert [note.reason for note in result.warnings] == ["Row 2 says IT for this organisation; that holds."]


def test_a_badge_code_that_comes_back_finds_its_person(desk: Desk) -> None:
    take(desk, people(ANNA))
    code = str(exported(desk, "Participants")[0]["Badge code"])
    renamed = IncomingPerson(2, "Annamaria", "Rossi-Bianchi", email="new@x.example", code=code)
    assert states(take(desk, people(renamed))[0]) == [RowState.CHANGED]
    assert len(exported(desk, "Participants")) == 1


def test_requests_name_people_in_three_ways_and_stand_once(desk: Desk) -> None:
    take(desk, people(ANNA, EMILY))
    code = str(next(row for row in exported(desk, "Participants") if row["Given name"] == "Anna")["Badge code"])
    rows = [
        IncomingRequest(2, "anna@x.example", "Ross, Emily", Priority.MUST, RequestState.ACCEPTED),
        IncomingRequest(3, code, "emily@y.example", Priority.MAYBE),
        IncomingRequest(4, "emily@y.example", "Anna Rossi"),
    ]
    (result,) = take(desk, table(FileKind.REQUESTS, rows))
    assert states(result) == [RowState.NEW, RowState.SAME, RowState.NEW]
    asked = [(row["Who asks"], row["Priority"], row["Status"], row["Origin"]) for row in exported(desk, "Requests")]
    assert asked == [("Emily Ross", "wish", "open", "import"), ("Anna Rossi", "must", "accepted", "import")]


def test_namesakes_are_told_apart_by_their_organisation(desk: Desk) -> None:
    other = IncomingPerson(4, "Anna", "Rossi", email="rossi@y.example", organisation=WATER)
    take(desk, people(ANNA, EMILY, other))
    rows = [
        IncomingRequest(2, "Anna Rossi (Smart Grid Hub)", "Emily Ross"),
        IncomingRequest(3, "Anna Rossi", "Emily Ross"),
    ]
    assert states(take(desk, table(FileKind.REQUESTS, rows))[0]) == [RowState.NEW, RowState.REFUSED]


def test_requests_of_nobody_of_several_and_of_oneself_are_refused(desk: Desk) -> None:
    marco = IncomingPerson(4, "Marco", "Bianchi", email="anna@x.example", organisation=HUB)
    take(desk, people(ANNA, EMILY, marco))
    rows = [
        IncomingRequest(2, "nobody@z.example", "emily@y.example"),
        IncomingRequest(3, "anna@x.example", "emily@y.example"),
        IncomingRequest(4, "Emily Ross", "emily@y.example"),
        IncomingRequest(5, "Anna Rossi", "emily@y.example"),
    ]
    (result,) = take(desk, table(FileKind.REQUESTS, rows))
    assert states(result) == [RowState.REFUSED, RowState.REFUSED, RowState.REFUSED, RowState.NEW]
    nobody, several, oneself = (note.reason for note in result.refused)
    assert nobody == "Nobody in this event has this e-mail, badge code or name."
    assert several.startswith("This may be ")
    assert oneself == "This is the person who asks."


def test_absences_are_added_once(desk: Desk) -> None:
    take(desk, people(ANNA))
    day = date(2016, 4, 25)
    rows = [
        IncomingAbsence(2, "anna@x.example", day, time(9), time(10, 30), "train"),
        IncomingAbsence(3, "anna@x.example", day, time(9), time(10, 30), "train"),
        IncomingAbsence(4, "Anna Rossi", day, time(15), None),
        IncomingAbsence(5, "nobody@z.example", day),
    ]
    (result,) = take(desk, table(FileKind.AVAILABILITY, rows))
    assert states(result) == [RowState.NEW, RowState.SAME, RowState.NEW, RowState.REFUSED]
    spans = [(row["Unavailable from"], row["Unavailable to"]) for row in exported(desk, "Availability")]
    assert spans == [("09:00", "10:30"), ("15:00", "24:00")]


def test_meetings_are_seated_where_their_seat_is_free(desk: Desk) -> None:
    jo = IncomingPerson(4, "Jo", "Vaz", email="jo@x.example")
    take(desk, people(ANNA, EMILY, jo))
    day, nine = date(2016, 4, 25), time(9)
    rows = [
        IncomingMeeting(2, "anna@x.example", "emily@y.example", day, nine, "1"),
        IncomingMeeting(3, "emily@y.example", "anna@x.example", day, nine, "2"),
        IncomingMeeting(4, "jo@x.example", "emily@y.example", day, nine, "Table 3"),
        IncomingMeeting(5, "jo@x.example", "jo@x.example"),
    ]
    (result,) = take(desk, table(FileKind.MEETINGS, rows))
    assert states(result) == [RowState.NEW, RowState.SAME, RowState.NEW, RowState.REFUSED]
    assert [(row["State"], row["Table"]) for row in exported(desk, "Meetings")] == [
        ("scheduled", 1),
        ("unscheduled", None),
    ]
    assert "another meeting then" in result.warnings[0].reason


def test_who_is_cancelled_by_a_later_file_leaves_no_partner_at_a_table(desk: Desk) -> None:
    take(desk, people(ANNA, EMILY))
    seat = IncomingMeeting(2, "anna@x.example", "emily@y.example", date(2016, 4, 25), time(9, 25), "1")
    take(desk, table(FileKind.MEETINGS, [seat]))
    gone = IncomingPerson(2, "Anna", "Rossi", email="anna@x.example", state=ParticipantState.CANCELLED)
    assert states(take(desk, people(gone))[0]) == [RowState.CHANGED]
    assert [row["State"] for row in exported(desk, "Meetings")] == ["unscheduled"]


def test_a_file_of_which_no_row_can_be_taken_is_refused_as_a_whole(desk: Desk) -> None:
    before = desk.read(whole_event)
    requests = table(FileKind.REQUESTS, [IncomingRequest(2, "nobody@x.example", "Emily Ross")])
    with pytest.raises(Refusal) as refusal:
        take(desk, people(ANNA), replace(requests, file="requests.csv"))
    assert refusal.value.facts["sentence"] == (
        "requests.csv has no row that can be taken in; row 2, From “nobody@x.example”: "
        "Nobody in this event has this e-mail, badge code or name."
    )
    assert desk.read(whole_event) == before


def test_a_file_without_an_event_refuses(tmp_path: Path, clock: HeldClock) -> None:
    desk = new_desk(tmp_path / "empty.eccp", clock)
    with pytest.raises(Refusal):
        take(desk, people(ANNA))
    desk.close()


names = st.sampled_from(["Anna Rossi", "Emily Ross", "Jo Vaz", "Anna  ROSSI"])
emails = st.sampled_from([None, "a@x.example", "b@x.example", "A@X.example"])
firms = st.sampled_from([None, "Hub", "hub", "Valley"])


@settings(max_examples=15)
@given(st.lists(st.tuples(names, emails, firms, st.sampled_from([None, "1", "2"])), max_size=8))
def test_any_file_imported_twice_is_imported_once(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, ...]]
) -> None:
    desk = event_desk(tmp_path_factory.mktemp("twice"), HeldClock(datetime(2016, 4, 25, 7, tzinfo=UTC)))
    records = [
        IncomingPerson(
            number,
            *name.split(None, 1),
            email=email,
            phone=phone,
            organisation=IncomingOrganisation(firm) if firm else None,
        )
        for number, (name, email, firm, phone) in enumerate(rows, start=2)
    ]
    take(desk, people(*records))
    before = desk.read(whole_event)
    (again,) = take(desk, people(*records))
    assert set(again.states.values()) <= {RowState.SAME}
    assert desk.read(whole_event) == before
    desk.close()
