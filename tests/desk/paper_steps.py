"""Steps that may or may not show on somebody's sheet, and the sheet as a reader sees it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import ClassVar

from eccp_desktop.actions.edit_event import SetLanguages
from eccp_desktop.actions.edit_people import CancelParticipation
from eccp_desktop.actions.event_colour import SetColour
from eccp_desktop.actions.event_logo import SetLogo
from eccp_desktop.base.trouble import Trouble
from eccp_desktop.documents.schedule_view import Mark, PersonSheet
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.store.reads.papers import PaperEvent, paper_event
from eccp_desktop.store.reads.prints import revision
from eccp_desktop.store.unit import (
    HallTable,
    Meeting,
    MeetingPerson,
    ParticipantLanguage,
    Session,
    SessionPerson,
    Unit,
)
from tests.desk.paper_scene import GUESTS, SCHEDULES, Add, Change, Event, text_of
from tests.documents.logos import png
from tests.event_day import Seat

Step = tuple[str, int, int, int]


@dataclass(frozen=True, slots=True)
class SeatAnew:
    """Cancels a meeting and seats the same people at the same table again: another meeting that reads the same."""

    title: ClassVar[str] = "Seat anew"
    meeting: str

    def apply(self, unit: Unit) -> None:
        old = unit.meetings.get(self.meeting)
        people = [(one.participant_id, one.role) for one in unit.meeting_people.where(meeting_id=old.id)]
        again = Meeting(
            number=unit.next_meeting_number(), slot_id=old.slot_id, table_id=old.table_id, state="scheduled"
        )
        old.state = "cancelled"
        unit.flush()
        unit.meetings.add(again)
        unit.flush()
        unit.meeting_people.add_all(
            MeetingPerson(meeting_id=again.id, participant_id=person, role=role) for person, role in people
        )


@dataclass(frozen=True, slots=True)
class Tie:
    """Makes the seminar a visit for the people who are tied to it, and ties one more."""

    title: ClassVar[str] = "Tie"
    person: str

    def apply(self, unit: Unit) -> None:
        session = unit.sessions.where(title="Policy")[0]
        session.kind = "visit"
        unit.session_people.add(SessionPerson(session_id=session.id, participant_id=self.person))


@dataclass(frozen=True, slots=True)
class OfSeminar:
    """Sets fields of the seminar."""

    title: ClassVar[str] = "Change seminar"
    values: tuple[tuple[str, object], ...]

    def apply(self, unit: Unit) -> None:
        for session in unit.sessions.where(title="Policy"):
            for name, value in self.values:
                setattr(session, name, value)


@dataclass(frozen=True, slots=True)
class OfEvent:
    """Sets a field of the event."""

    title: ClassVar[str] = "Change event"
    field: str
    value: str

    def apply(self, unit: Unit) -> None:
        setattr(unit.event, self.field, self.value)


@dataclass(frozen=True, slots=True)
class OfOrganisation:
    """Sets a field of a person's organisation."""

    title: ClassVar[str] = "Change organisation"
    person: str
    field: str
    value: str

    def apply(self, unit: Unit) -> None:
        organisation = unit.participants.get(self.person).organisation_id
        assert organisation is not None
        setattr(unit.organisations.get(organisation), self.field, self.value)


@dataclass(frozen=True, slots=True)
class _Chosen:
    """What a step is about, of the event as it is now."""

    event: PaperEvent
    person: str
    other: str
    slot: int
    table: int

    @property
    def meeting(self) -> str:
        meetings = self.event.meetings
        return meetings[(self.slot + self.table) % len(meetings)].id if meetings else "none"

    @property
    def slot_id(self) -> str:
        return list(self.event.slots)[self.slot % len(self.event.slots)]

    @property
    def table_id(self) -> str:
        return list(self.event.tables)[self.table - 1]

    @property
    def number(self) -> int:
        """Of the table as it is now: a step may have renumbered it."""
        return next(one.number for id, one in self.event.tables.items() if id == self.table_id)

    @property
    def start(self) -> datetime:
        return datetime(2016, 4, 25, 11) + timedelta(minutes=10 * self.slot)


@dataclass(frozen=True, slots=True)
class Interpret:
    """Lets somebody interpret in a meeting, or no longer."""

    title: ClassVar[str] = "Interpret"
    meeting: str
    person: str

    def apply(self, unit: Unit) -> None:
        parts = unit.meeting_people.where(meeting_id=self.meeting, participant_id=self.person)
        for part in parts:
            if part.role == "interpreter":
                unit.meeting_people.delete(part)
        if not parts:
            unit.meeting_people.add(
                MeetingPerson(meeting_id=self.meeting, participant_id=self.person, role="interpreter")
            )


STEPS: dict[str, Callable[[_Chosen], object]] = {
    "move": lambda it: Change("meetings", it.meeting, (("slot_id", it.slot_id), ("table_id", it.table_id))),
    "cancel": lambda it: Change("meetings", it.meeting, (("state", "cancelled"),)),
    "table": lambda it: Change("meetings", it.meeting, (("table_id", it.table_id),)),
    "seat": lambda it: Seat(it.person, it.other, slot=it.slot % 5, table=it.number),
    "again": lambda it: SeatAnew(it.meeting),
    "name": lambda it: Change("participants", it.person, (("given_name", f"Renamed {it.slot}"),)),
    "presence": lambda it: Change("participants", it.person, (("presence", "here"),)),
    "leave": lambda it: CancelParticipation(it.person),
    "interpreter": lambda it: Change("participants", it.person, (("interpreter_needed", ("it", None)[it.slot % 2]),)),
    "interpret": lambda it: Interpret(it.meeting, it.person),
    "language": lambda it: Add(
        "languages", ParticipantLanguage(participant_id=it.person, language=("fr", "de", "it", "en")[it.slot % 4])
    ),
    "country": lambda it: OfOrganisation(it.person, "country", ("DE", "US")[it.table % 2]),
    "organisation": lambda it: OfOrganisation(it.person, "name", f"Cluster {it.slot}"),
    "zone": lambda it: Change("tables", it.table_id, (("zone", f"Hall {it.slot}"),)),
    "number": lambda it: Change("tables", it.table_id, (("number", it.table + it.slot),)),
    "table_added": lambda it: Add("tables", HallTable(number=10 + it.slot)),
    "session": lambda it: Add(
        "sessions", Session(kind="break", day=it.start.date(), start=it.start, end=it.start, title="Lunch")
    ),
    "session_changed": lambda it: OfSeminar((("room", f"Room {it.slot}"), ("speakers", f"Speaker {it.table}"))),
    "session_moved": lambda it: OfSeminar((("start", it.start), ("end", it.start + timedelta(minutes=30)))),
    "session_people": lambda it: Tie(it.person),
    "city": lambda it: OfEvent("city", f"City {it.slot}"),
    "organiser": lambda it: OfEvent("organiser", f"Office {it.slot}"),
    "event_language": lambda it: SetLanguages((("fr", "de", "en")[it.slot % 3],)),
    "colour": lambda it: SetColour(("#006D77", "")[it.slot % 2]),
    "logo": lambda it: SetLogo(png()),
}
"""Whatever may or may not show on somebody's sheet."""


def sheet_of(event: Event, name: str) -> PersonSheet:
    """The sheet of somebody as it would be printed now."""
    prepared = event.papers.prepare(replace(SCHEDULES, who=(event.people[name],)))
    sheet: PersonSheet = prepared.view.sheets[0]  # type: ignore[attr-defined]  # the view of this document
    return sheet


def looks(event: Event, name: str) -> str:
    """The sheet as a reader sees it, without marks and version."""
    prepared = event.papers.prepare(replace(SCHEDULES, who=(event.people[name],)))
    sheet = sheet_of(event, name)
    plain = tuple(replace(line, mark=None, before=None) for line in sheet.lines if line.mark is not Mark.CANCELLED)
    view = replace(prepared.view, sheets=(replace(sheet, version=1, replaces=None, lines=plain),))  # type: ignore[type-var]  # as above
    return text_of(event.papers.render(replace(prepared, view=view)).pdf)


def take(event: Event, what: str, who: int, slot: int, table: int) -> int:
    """One random change, or none where the rules of the file forbid it; how many more can be undone."""
    before = event.desk.read(revision)
    try:
        if what == "undo":
            event.desk.undo()
            return -1
        chosen = _Chosen(held(event), event.people[GUESTS[who]], event.people[GUESTS[(who + 1) % 6]], slot, table)
        event.desk.do(STEPS[what](chosen))  # type: ignore[arg-type]  # intents of many results
    except (Refusal, Trouble):
        return 0
    return int(event.desk.read(revision) != before)


def held(event: Event) -> PaperEvent:
    """The event as it is now."""
    found = event.desk.read(paper_event)
    assert found is not None
    return found
