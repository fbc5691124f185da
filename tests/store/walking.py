"""Small steps that tests take through an event: enough kinds to make, change, link and delete rows of several tables."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from sqlalchemy import Connection

from eccp_desktop.store.journal.replay import Dump, dump, replayed
from eccp_desktop.store.unit import (
    Absence,
    Meeting,
    MeetingPerson,
    Organisation,
    Participant,
    ParticipantLanguage,
    Unit,
)


@dataclass(frozen=True, slots=True)
class AddPerson:
    title: ClassVar[str] = "Add person"
    name: str

    def apply(self, unit: Unit) -> str:
        organisation = unit.organisations.add(Organisation(name=f"{self.name} Hub", country="IT"))
        person = unit.participants.add(
            Participant(code="K7Q2M4", given_name="Anna", family_name=self.name, organisation_id=organisation.id)
        )
        unit.flush()
        unit.languages.add(ParticipantLanguage(participant_id=person.id, language="it"))
        unit.about(person)
        return person.id


@dataclass(frozen=True, slots=True)
class Rename:
    title: ClassVar[str] = "Rename"
    which: int
    name: str

    def apply(self, unit: Unit) -> None:
        people = unit.participants.all()
        if people:
            person = people[self.which % len(people)]
            person.family_name = self.name
            unit.about(person)


@dataclass(frozen=True, slots=True)
class RemovePerson:
    title: ClassVar[str] = "Remove person"
    which: int

    def apply(self, unit: Unit) -> None:
        people = unit.participants.all()
        if people:
            person = people[self.which % len(people)]
            for part in unit.meeting_people.where(participant_id=person.id):
                unit.meetings.delete(unit.meetings.get(part.meeting_id))
            unit.participants.delete(person)


@dataclass(frozen=True, slots=True)
class Speak:
    """Add a language, or take it away where it is there."""

    title: ClassVar[str] = "Speak"
    which: int
    language: str

    def apply(self, unit: Unit) -> None:
        people = unit.participants.all()
        if not people:
            return
        person = people[self.which % len(people)]
        known = unit.languages.where(participant_id=person.id, language=self.language)
        if known:
            unit.languages.delete(known[0])
        else:
            unit.languages.add(ParticipantLanguage(participant_id=person.id, language=self.language))


@dataclass(frozen=True, slots=True)
class BeAway:
    title: ClassVar[str] = "Be away"
    which: int

    def apply(self, unit: Unit) -> None:
        people = unit.participants.all()
        if people:
            start, end = datetime(2016, 4, 25, 9), datetime(2016, 4, 25, 10)
            unit.absences.add(Absence(participant_id=people[self.which % len(people)].id, start=start, end=end))


@dataclass(frozen=True, slots=True)
class Meet:
    """Seat two people without asking the rules: the database may refuse."""

    title: ClassVar[str] = "Meet"
    one: int
    other: int
    slot: int
    table: int

    def apply(self, unit: Unit) -> None:
        people, slots, tables = unit.participants.all(), unit.slots.all(), unit.tables.all()
        if len(people) < 2 or not slots or not tables:
            return
        chosen = {people[self.one % len(people)].id, people[self.other % len(people)].id}
        if len(chosen) < 2:
            return
        meeting = unit.meetings.add(
            Meeting(
                number=unit.next_meeting_number(),
                state="scheduled",
                slot_id=slots[self.slot % len(slots)].id,
                table_id=tables[self.table % len(tables)].id,
            )
        )
        unit.flush()
        for role, person in zip(("host", "guest"), sorted(chosen), strict=False):
            unit.meeting_people.add(MeetingPerson(meeting_id=meeting.id, participant_id=person, role=role))


@dataclass(frozen=True, slots=True)
class RotateSeats:
    """Seat every seated meeting where the next one sits."""

    title: ClassVar[str] = "Rotate seats"

    def apply(self, unit: Unit) -> None:
        seated = [meeting for meeting in unit.meetings.all() if meeting.state == "scheduled"]
        seats = [(meeting.slot_id, meeting.table_id) for meeting in seated]
        unit.vacate(seated)
        for meeting, (slot, table) in zip(seated, seats[1:] + seats[:1], strict=True):
            meeting.slot_id, meeting.table_id, meeting.state = slot, table, "scheduled"


def stored(connection: Connection) -> Dump:
    """The journaled tables as they lie in the file."""
    return dump(connection)


def as_replayed(connection: Connection) -> Dump:
    """The journaled tables as the journal makes them."""
    return replayed(connection)
