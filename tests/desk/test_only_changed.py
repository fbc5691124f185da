"""Only what changed is offered again: exactly the people whose sheet differs from the copy they hold, no more and no fewer.

Compared with brute force: every sheet is drawn before and after, and read as a reader reads it.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from eccp_desktop.actions.edit_event import SetLanguages
from eccp_desktop.actions.edit_people import CancelParticipation
from eccp_desktop.actions.event_colour import SetColour
from eccp_desktop.actions.event_logo import SetLogo
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.base.trouble import Trouble
from eccp_desktop.desk.papers import Papers
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
from tests.desk.paper_scene import GUESTS, SCHEDULES, Add, Change, Event, seminar, text_of
from tests.documents.logos import png
from tests.event_day import Guests, Seat, event_desk

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
    def start(self) -> datetime:
        return datetime(2016, 4, 25, 11) + timedelta(minutes=10 * self.slot)


STEPS: dict[str, Callable[[_Chosen], object]] = {
    "move": lambda it: Change("meetings", it.meeting, (("slot_id", it.slot_id), ("table_id", it.table_id))),
    "cancel": lambda it: Change("meetings", it.meeting, (("state", "cancelled"),)),
    "table": lambda it: Change("meetings", it.meeting, (("table_id", it.table_id),)),
    "seat": lambda it: Seat(it.person, it.other, slot=it.slot % 5, table=it.table),
    "again": lambda it: SeatAnew(it.meeting),
    "name": lambda it: Change("participants", it.person, (("given_name", f"Renamed {it.slot}"),)),
    "presence": lambda it: Change("participants", it.person, (("presence", "here"),)),
    "leave": lambda it: CancelParticipation(it.person),
    "interpreter": lambda it: Change("participants", it.person, (("interpreter_needed", ("it", None)[it.slot % 2]),)),
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


def _steps() -> st.SearchStrategy[list[Step]]:
    kinds = st.sampled_from((*STEPS, "undo", "undo"))
    return st.lists(st.tuples(kinds, st.integers(0, 5), st.integers(0, 9), st.integers(1, 4)), min_size=1, max_size=8)


@settings(
    max_examples=6,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    deadline=None,
)
@given(steps=_steps())
@example(steps=[("move", 0, 3, 4), ("undo", 0, 0, 1)])
@example(steps=[("table", 0, 0, 4), ("table", 0, 0, 1)])
@example(steps=[("again", 0, 0, 1)])
@example(steps=[("cancel", 0, 0, 1), ("seat", 0, 0, 1)])
@example(steps=[("language", 0, 0, 1), ("event_language", 0, 0, 1)])
@example(steps=[("language", 0, 2, 1), ("language", 1, 1, 1)])
@example(steps=[("event_language", 0, 0, 1), ("event_language", 0, 2, 1)])
@example(steps=[("session_changed", 0, 2, 1), ("session_people", 2, 0, 1)])
@example(steps=[("session_people", 2, 0, 1), ("session_moved", 0, 0, 1)])
@example(steps=[("organiser", 0, 0, 1), ("colour", 0, 0, 1), ("logo", 0, 0, 1)])
@example(steps=[("leave", 1, 0, 1)])
@example(steps=[("number", 0, 9, 1), ("organisation", 1, 1, 1), ("name", 3, 1, 1)])
def test_offered_are_exactly_those_whose_sheet_would_look_different(
    steps: list[Step], tmp_path_factory: pytest.TempPathFactory, clock: HeldClock
) -> None:
    folder = tmp_path_factory.mktemp("event")
    desk = event_desk(folder, clock)
    try:
        people = desk.do(Guests(GUESTS))
        papers = Papers(desk)
        desk.do(Seat(people["Anna Rossi"], people["Emily Ross"], slot=0, table=1))
        desk.do(Seat(people["Zofia Żak"], people["Liam Byrne"], slot=2, table=2))
        desk.do(Add("sessions", seminar()))
        papers.save(SCHEDULES, folder / "a.pdf")
        event = Event(desk, papers, people)
        before = {name: _looks(event, name) for name in GUESTS}
        taken = 0
        for step in steps:
            # The print itself is a step too, and stays.
            if step[0] != "undo" or taken:
                taken += _take(event, *step)
        now = _event(event)
        coming = [name for name in GUESTS if people[name] in now.registered]
        changed = {people[name] for name in coming if _looks(event, name) != before[name]}
        assert {sheet.person for sheet in papers.stale_sheets()} == changed
        prepared = papers.prepare(replace(SCHEDULES, changed=True))
        assert {sheet.person for sheet in prepared.sheets} == changed
    finally:
        desk.close()


def _looks(event: Event, name: str) -> str:
    """The sheet as a reader sees it, without marks and version."""
    prepared = event.papers.prepare(replace(SCHEDULES, who=(event.people[name],)))
    sheet = prepared.view.sheets[0]  # type: ignore[attr-defined]  # the view of this document
    plain = tuple(
        replace(line, mark=None, before=None) for line in sheet.lines if line.mark is None or line.mark != "cancelled"
    )
    view = replace(prepared.view, sheets=(replace(sheet, version=1, replaces=None, lines=plain),))  # type: ignore[type-var]  # as above
    return text_of(event.papers.render(replace(prepared, view=view)).pdf)


def _take(event: Event, what: str, who: int, slot: int, table: int) -> int:
    """One random change, or none where the rules of the file forbid it; how many more can be undone."""
    before = event.desk.read(revision)
    try:
        if what == "undo":
            event.desk.undo()
            return -1
        chosen = _Chosen(_event(event), event.people[GUESTS[who]], event.people[GUESTS[(who + 1) % 6]], slot, table)
        event.desk.do(STEPS[what](chosen))  # type: ignore[arg-type]  # intents of many results
    except (Refusal, Trouble):
        return 0
    return int(event.desk.read(revision) != before)


def _event(event: Event) -> PaperEvent:
    found = event.desk.read(paper_event)
    assert found is not None
    return found
