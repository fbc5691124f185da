"""A small event to play scenes of the day in, made through the desk."""

from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import ClassVar

from eccp_desktop.actions.create_event import CreateEvent
from eccp_desktop.base.clock import Clock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.opening import new_desk
from eccp_desktop.domain.codes import new_code
from eccp_desktop.domain.hall import HallMeeting
from eccp_desktop.domain.ids import MeetingId
from eccp_desktop.store.reads.hall import hall
from eccp_desktop.store.unit import Meeting, MeetingPerson, Organisation, Participant, Request, Unit

FRAME = CreateEvent(
    name="Fair 2016",
    zone="Europe/Berlin",
    days=(date(2016, 4, 25), date(2016, 4, 26)),
    sessions=((time(9), time(10, 10)), (time(14), time(14, 45))),
    tables=4,
    sides=("EU", "US"),
)
"""Two days with slots at 09:00, 09:25, 09:50, 14:00 and 14:25, of 20 minutes; four tables."""


def event_desk(folder: Path, clock: Clock) -> Desk:
    """A desk on an event with nobody in it, written by MK."""
    desk = new_desk(folder / "fair.eccp", clock, "MK")
    desk.do(FRAME)
    return desk


def meeting_of(desk: Desk, meeting: str) -> HallMeeting:
    """A meeting as it is now, by the id that `Seat` answered."""
    return desk.read(hall).meetings[MeetingId(meeting)]


@dataclass(frozen=True, slots=True)
class Guests:
    """Registers people by name ("Anna Rossi"), in turn from EU and US organisations of their own; answers name -> id."""

    title: ClassVar[str] = "Register guests"
    names: tuple[str, ...]
    presence: str = "expected"

    def apply(self, unit: Unit) -> dict[str, str]:
        sides = sorted(unit.sides.all(), key=lambda side: side.position)
        ids: dict[str, str] = {}
        for index, name in enumerate(self.names):
            given, _, family = name.partition(" ")
            side = sides[index % len(sides)]
            organisation = unit.organisations.add(
                Organisation(name=f"{family} Cluster", side_id=side.id, country="IT" if side.name == "EU" else "US")
            )
            person = unit.participants.add(
                Participant(
                    code=new_code(),
                    given_name=given,
                    family_name=family,
                    organisation_id=organisation.id,
                    presence=self.presence,
                )
            )
            ids[name] = person.id
        return ids


@dataclass(frozen=True, slots=True)
class Seat:
    """Seats two people at the table of a number in the n-th slot of the event; without a slot it waits in the tray."""

    title: ClassVar[str] = "Seat"
    host: str
    guest: str
    slot: int | None = None
    table: int | None = None

    def apply(self, unit: Unit) -> str:
        meeting = Meeting(number=unit.next_meeting_number())
        if self.slot is not None:
            meeting.slot_id = sorted(unit.slots.all(), key=lambda slot: slot.start)[self.slot].id
            meeting.table_id = unit.tables.where(number=self.table)[0].id
            meeting.state = "scheduled"
        unit.meetings.add(meeting)
        unit.flush()
        for person, role in ((self.host, "host"), (self.guest, "guest")):
            unit.meeting_people.add(MeetingPerson(meeting_id=meeting.id, participant_id=person, role=role))
        return meeting.id


@dataclass(frozen=True, slots=True)
class Ask:
    """A request from one person to another."""

    title: ClassVar[str] = "Ask"
    sender: str
    receiver: str
    priority: str = "wish"
    state: str = "accepted"

    def apply(self, unit: Unit) -> str:
        row = Request(sender_id=self.sender, receiver_id=self.receiver, priority=self.priority, state=self.state)
        return unit.requests.add(row).id
