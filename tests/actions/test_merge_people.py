"""Two records of one person, or of one organisation, become one; undo makes them two again."""

import atexit
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from random import Random
from shutil import copy
from tempfile import TemporaryDirectory
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eccp_desktop.actions.intent import Intent
from eccp_desktop.actions.merge_organisations import MergeOrganisations
from eccp_desktop.actions.merge_people import PERSON_PARTS, MergePeople
from eccp_desktop.actions.merging import Merged
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.opening import new_desk, open_desk
from eccp_desktop.domain.hall import Hall
from eccp_desktop.domain.ids import MeetingId, OrganisationId, ParticipantId
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.vocabulary import MeetingState
from eccp_desktop.store.checking import problems
from eccp_desktop.store.journal.replay import dump
from eccp_desktop.store.reads.hall import hall
from eccp_desktop.store.reads.organisations import organisation_detail
from eccp_desktop.store.reads.people import people_rows, person_detail
from eccp_desktop.store.unit import (
    Absence,
    Meeting,
    MeetingPerson,
    Organisation,
    OrganisationSector,
    OrganisationTarget,
    Outcome,
    Participant,
    ParticipantLanguage,
    Print,
    Request,
    Unit,
)
from tests.actions.test_meetings_by_hand import DOORS, SMALL, SetState

PEOPLE = ("Anna", "Anne", "Xaver", "Yves", "Zoe")


@dataclass(frozen=True, slots=True)
class AddTwins:
    """Anna is on the list twice, as Anne of another spelling of her hub; three of the other side."""

    title: ClassVar[str] = "Add twins"

    def apply(self, unit: Unit) -> None:
        eu, us = unit.sides.all()
        for name in PEOPLE:
            side = eu if name.startswith("A") else us
            organisation = unit.organisations.add(Organisation(name=f"{name} Hub", side_id=side.id))
            unit.flush()
            person = unit.participants.add(
                Participant(code=name.upper(), given_name=name, family_name="Rossi", organisation_id=organisation.id)
            )
            unit.flush()
            unit.languages.add(ParticipantLanguage(participant_id=person.id, language="it" if name == "Anna" else "en"))
            unit.prints.add(Print(document="schedules", participant_id=person.id, printed_at=unit.now))
            unit.sectors.add(OrganisationSector(organisation_id=organisation.id, sector="Energy"))
            unit.targets.add(
                OrganisationTarget(organisation_id=organisation.id, country=f"{name[0]}{name[-1].upper()}", rank=1)
            )
            if name == "Anne":
                person.email, person.notes = "anne@hub.example", "Vegetarian"


@dataclass(frozen=True, slots=True)
class Sit:
    """A meeting of two, by name, in a slot and at a table by their place; no slot: in the tray."""

    title: ClassVar[str] = "Sit"
    one: str
    other: str
    slot: int | None
    table: int = 0
    state: MeetingState = MeetingState.SCHEDULED
    locked: bool = False

    def apply(self, unit: Unit) -> MeetingId:
        who = {person.given_name: person.id for person in unit.participants.all()}
        slots, tables = sorted(unit.slots.all(), key=lambda slot: slot.start), unit.tables.all()
        meeting = unit.meetings.add(Meeting(number=unit.next_meeting_number(), locked=self.locked))
        if self.slot is not None:
            meeting.state, meeting.slot_id, meeting.table_id = self.state, slots[self.slot].id, tables[self.table].id
        unit.flush()
        for name, role in ((self.one, "host"), (self.other, "guest")):
            unit.meeting_people.add(MeetingPerson(meeting_id=meeting.id, participant_id=who[name], role=role))
        if self.state is MeetingState.HELD:
            unit.outcomes.add(Outcome(meeting_id=meeting.id, participant_id=who[self.one], quality=4))
        return MeetingId(meeting.id)


@dataclass(frozen=True, slots=True)
class Ask:
    title: ClassVar[str] = "Ask"
    sender: str
    receiver: str
    priority: str = "wish"
    state: str = "open"

    def apply(self, unit: Unit) -> None:
        who = {person.given_name: person.id for person in unit.participants.all()}
        unit.requests.add(
            Request(
                sender_id=who[self.sender], receiver_id=who[self.receiver], priority=self.priority, state=self.state
            )
        )


@dataclass(frozen=True, slots=True)
class Leave:
    """Somebody is not free in the first slot."""

    title: ClassVar[str] = "Leave"
    name: str

    def apply(self, unit: Unit) -> None:
        (person,) = unit.participants.where(given_name=self.name)
        start, end = datetime(2016, 4, 25, 9), datetime(2016, 4, 25, 9, 20)
        unit.absences.add(Absence(participant_id=person.id, start=start, end=end, reason="Visit"))


@cache
def _twins_file() -> Path:
    folder = TemporaryDirectory()
    atexit.register(folder.cleanup)
    path = Path(folder.name) / "twins.eccp"
    desk = new_desk(path, HeldClock(DOORS), "MK")
    desk.do(SMALL)
    desk.do(AddTwins())
    desk.close()
    return path


@pytest.fixture
def twins(tmp_path: Path) -> Iterator[Desk]:
    desk = open_desk(Path(copy(_twins_file(), tmp_path / "twins.eccp")), HeldClock(DOORS), "MK")
    yield desk
    desk.close()


def person_of(desk: Desk, code: str) -> ParticipantId:
    return next(row.id for row in desk.read(people_rows) if row.code == code.upper())


def organisation_of(desk: Desk, name: str) -> OrganisationId:
    found = next(row.organisation_id for row in desk.read(people_rows) if row.given_name == name)
    assert found is not None
    return found


def states(found: Hall) -> dict[int, MeetingState]:
    return {meeting.number: meeting.state for meeting in found.meetings.values()}


def test_what_the_kept_record_leaves_empty_is_filled_and_the_rest_is_chosen(twins: Desk) -> None:
    twins.do(MergePeople("Anna", "Anne", ("name",)))
    detail = twins.read(person_detail, person_of(twins, "Anna"))
    assert detail is not None
    assert (detail.row.name, detail.email, detail.notes) == ("Anne Rossi", "anne@hub.example", "Vegetarian")
    assert detail.row.organisation == "Anna Hub"
    assert detail.languages == ("en", "it")
    assert sorted(row.code for row in twins.read(people_rows)) == ["ANNA", "XAVER", "YVES", "ZOE"]


def test_meetings_and_outcomes_go_along(twins: Desk) -> None:
    twins.do(Sit("Anne", "Xaver", 0, state=MeetingState.HELD))
    twins.do(Sit("Yves", "Anne", None))
    assert twins.do(MergePeople("Anna", "Anne")).waiting == ()
    found = twins.read(hall)
    assert {len(meeting.people) for meeting in found.meetings.values()} == {2}
    assert person_of(twins, "Anna") in next(iter(found.meetings.values())).people
    (outcome,) = twins.read(dump)["outcome"].values()
    assert person_of(twins, "Anna") in outcome


def test_of_two_meetings_in_one_slot_the_locked_one_keeps_its_seat(twins: Desk) -> None:
    twins.do(Sit("Anna", "Xaver", 1, 0))
    twins.do(Sit("Anne", "Yves", 1, 1, locked=True))
    assert twins.do(MergePeople("Anna", "Anne")).waiting == (1,)
    assert states(twins.read(hall)) == {1: MeetingState.UNSCHEDULED, 2: MeetingState.SCHEDULED}


def test_a_second_meeting_with_the_same_partner_is_cancelled(twins: Desk) -> None:
    twins.do(Sit("Anna", "Xaver", 0))
    twins.do(Sit("Anne", "Xaver", 2))
    assert twins.do(MergePeople("Anna", "Anne")).cancelled == (2,)


def test_two_who_sat_at_two_tables_at_once_are_two_people(twins: Desk) -> None:
    twins.do(Sit("Anna", "Xaver", 0, 0, MeetingState.HELD))
    twins.do(Sit("Anne", "Yves", 0, 1, MeetingState.HELD))
    with pytest.raises(Refusal, match="met_at_once"):
        twins.do(MergePeople("Anna", "Anne"))


def test_two_who_met_are_two_people_and_a_plan_to_meet_oneself_vanishes(twins: Desk) -> None:
    meeting = twins.do(Sit("Anna", "Anne", 0))
    assert twins.rehearse(MergePeople("Anna", "Anne")).waiting == ()
    twins.do(SetState(meeting, MeetingState.HELD))
    with pytest.raises(Refusal, match="met_each_other"):
        twins.do(MergePeople("Anna", "Anne"))


def test_a_meeting_in_the_other_records_absence_waits(twins: Desk) -> None:
    twins.do(Sit("Anna", "Xaver", 0))
    twins.do(Leave("Anne"))
    assert twins.do(MergePeople("Anna", "Anne")).waiting == (1,)


def test_requests_between_the_same_two_become_one(twins: Desk) -> None:
    for ask in (
        Ask("Anna", "Xaver", "maybe"),
        Ask("Anne", "Xaver", "must", "accepted"),
        Ask("Yves", "Anne"),
        Ask("Anne", "Anna"),
    ):
        twins.do(ask)
    twins.do(MergePeople("Anna", "Anne"))
    detail = twins.read(person_detail, person_of(twins, "Anna"))
    assert detail is not None
    assert [(line.outgoing, line.priority, line.state) for line in detail.requests] == [
        (True, "must", "accepted"),
        (False, "wish", "open"),
    ]


def test_a_record_is_not_merged_with_itself(twins: Desk) -> None:
    with pytest.raises(Refusal, match="same_record"):
        twins.do(MergePeople("Anna", "Anna"))


def test_colleagues_who_were_to_meet_wait_when_their_organisations_become_one(twins: Desk) -> None:
    twins.do(Sit("Xaver", "Yves", 0))
    anna, anne = organisation_of(twins, "Anna"), organisation_of(twins, "Anne")
    twins.do(Sit("Anna", "Xaver", 1))
    merged = twins.do(MergeOrganisations(anna, anne))
    assert merged.waiting == ()
    assert {row.organisation_id for row in twins.read(people_rows) if row.given_name in ("Anna", "Anne")} == {anna}
    detail = twins.read(organisation_detail, anna)
    assert detail is not None
    assert detail.targets == ("AA", "AE")


@settings(max_examples=25)
@given(seed=st.integers(0, 10_000), taken=st.sets(st.sampled_from(sorted(PERSON_PARTS))))
def test_merged_and_taken_back_is_as_before_and_the_file_stays_whole(seed: int, taken: set[str]) -> None:
    random = Random(seed)
    with TemporaryDirectory() as folder:
        desk = open_desk(Path(copy(_twins_file(), Path(folder) / "twins.eccp")), HeldClock(DOORS), "MK")
        try:
            for _ in range(random.randrange(10)):
                one, other = random.sample(PEOPLE, 2)
                made = random.choice(("sit", "sit", "ask", "leave"))
                try:
                    if made == "sit":
                        state = random.choice((MeetingState.SCHEDULED, MeetingState.SCHEDULED, MeetingState.HELD))
                        slot = random.choice((None, 0, 1, 2))
                        desk.do(Sit(one, other, slot, random.randrange(2), state, random.random() < 0.3))
                    elif made == "ask":
                        desk.do(Ask(one, other, random.choice(("must", "wish", "maybe"))))
                    else:
                        desk.do(Leave(one))
                except Refusal:
                    continue
            before = desk.read(dump)
            steps: list[Intent[Merged]] = [
                MergePeople("Anna", "Anne", tuple(taken)),
                MergeOrganisations(organisation_of(desk, "Xaver"), organisation_of(desk, "Yves")),
            ]
            done = 0
            for step in steps:
                try:
                    desk.do(step)
                    done += 1
                except Refusal:
                    continue
                assert desk.read(problems) == []
            after = desk.read(dump)
            for _ in range(done):
                desk.undo()
            assert desk.read(dump) == before
            for _ in range(done):
                desk.redo()
            assert desk.read(dump) == after
            assert desk.read(problems) == []
        finally:
            desk.close()
