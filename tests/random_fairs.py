"""Fairs that nobody wrote down before: people, tables, days and meetings by chance, with names in many scripts."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import product
from pathlib import Path
from random import Random
from typing import ClassVar

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from eccp_desktop.actions.create_event import CreateEvent
from eccp_desktop.base.clock import Clock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.opening import new_desk
from eccp_desktop.domain.codes import new_code
from eccp_desktop.domain.names import full_name, list_name
from eccp_desktop.store.unit import (
    Meeting,
    MeetingPerson,
    Organisation,
    Participant,
    ParticipantLanguage,
    Session,
    TableClosure,
    Unit,
)

seeds = st.integers(0, 100_000)
"""Each makes another fair (`random_fair`)."""

FIRST_DAY = date(2016, 4, 25)
COUNTRIES = ("DE", "FR", "IT", "GR", "BG", "US", "CN", "MK", "BA", None)
SYLLABLES = {
    "latin": ("an", "ro", "ßi", "Mü", "ller", "ço", "Øst", "ģir", "łu", "-", " de la ", "ña", "O’"),
    "greek": ("Πα", "πα", "δό", "που", "λος", "Νί", "κη", " "),
    "cyrillic": ("Ще", "рев", "Ива", "но", "ва", "ђе", " "),
    "arabic": ("مح", "مد", "عب", "دا", " "),
    "chinese": ("王", "伟", "李", "娜", "张"),
    "emoji": ("Em", "ma", "🚀", "🇪🇺"),
}


def some_fairs(most: int) -> settings:
    """For tests over so many fairs, each of which takes a moment to be made; a smaller seed is no simpler fair."""
    return settings(
        max_examples=most,
        phases=(Phase.explicit, Phase.reuse, Phase.generate),
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody registered. `word` is in their name and in nobody else's; it holds Latin letters only."""

    id: str
    word: str
    name: str
    sorted_as: str
    organisation: str
    country: str
    code: str


@dataclass(frozen=True, slots=True)
class Seated:
    """A meeting that takes place, in wall time; people by id."""

    number: int
    start: datetime
    end: datetime
    table: int
    people: frozenset[str]


@dataclass(frozen=True, slots=True)
class Laid:
    """What was laid down: what papers have to say. `interpreted` are ids of people who need an interpreter."""

    guests: tuple[Guest, ...]
    meetings: tuple[Seated, ...]
    tables: tuple[int, ...]
    interpreted: frozenset[str]
    sessions: tuple[tuple[datetime, str], ...]


@dataclass(frozen=True, slots=True)
class LayRandomFair:
    """Fills an event. Some meetings are cancelled or wait for a seat, some people cancelled: papers know nothing of them."""

    title: ClassVar[str] = "Lay random fair"
    seed: int

    def apply(self, unit: Unit) -> Laid:
        random = Random(self.seed)
        sides = [side.id for side in unit.sides.all()]
        tables = sorted(unit.tables.all(), key=lambda table: table.number)
        for table in tables:
            table.zone = random.choice((None, "A", "B", "Upper floor of the hall"))
        guests = [_guest(unit, random, index, sides) for index in range(random.randint(4, 22))]
        people = [one for one in guests if random.random() < 0.9 or len(guests) < 6]
        for one in guests:
            if one not in people:
                unit.participants.get(one.id).state = "cancelled"
        needing = frozenset(one.id for one in people if random.random() < 0.15)
        for one in needing:
            unit.participants.get(one).interpreter_needed = random.choice(("it", "bg", "zh"))
        sessions = tuple(_session(unit, random, index) for index in range(random.randint(0, 4)))
        meetings = _meetings(unit, random, people)
        return Laid(tuple(people), meetings, tuple(table.number for table in tables), needing, sessions)


def random_fair(folder: Path, clock: Clock, seed: int) -> tuple[Desk, Laid]:
    """A desk over a fair that the seed decides; the caller closes it."""
    random = Random(seed)
    desk = new_desk(folder / "fair.eccp", clock, "MK")
    desk.do(
        CreateEvent(
            name="Random Fair",
            zone="Europe/Berlin",
            days=tuple(FIRST_DAY + timedelta(days=day) for day in range(random.randint(1, 3))),
            sessions=((time(9), time(random.randint(10, 13))), (time(14), time(15, random.choice((0, 30))))),
            tables=random.randint(1, 9),
            sides=("EU", "US"),
        )
    )
    return desk, desk.do(LayRandomFair(seed))


def _guest(unit: Unit, random: Random, index: int, sides: list[str]) -> Guest:
    word = f"Qu{chr(97 + index // 26)}{chr(97 + index % 26)}x"
    given, organisation = _words(random, 24), _words(random, 60)
    family = f"{_words(random, 50)} {word}".strip()
    country = random.choice(COUNTRIES)
    row = unit.organisations.add(
        Organisation(name=organisation or "Alone", country=country, side_id=random.choice(sides))
    )
    unit.flush()
    person = unit.participants.add(
        Participant(
            code=new_code(),
            given_name=given,
            family_name=family,
            organisation_id=row.id,
            presence=random.choice(("expected", "here", "gone")),
        )
    )
    unit.flush()
    if random.random() < 0.3:
        unit.languages.add(ParticipantLanguage(participant_id=person.id, language=random.choice(("it", "bg"))))
    return Guest(
        person.id, word, full_name(given, family), list_name(given, family), row.name, country or "", person.code
    )


def _words(random: Random, most: int) -> str:
    """Up to so many characters of one script, without digits; seldom long."""
    syllables = SYLLABLES[random.choice(sorted(SYLLABLES))]
    length = most if random.random() < 0.1 else random.randint(0, most // 3)
    text = ""
    while len(text) < length:
        text += random.choice(syllables)
    return " ".join(text.strip(" -,’").split())


def _session(unit: Unit, random: Random, index: int) -> tuple[datetime, str]:
    start = datetime.combine(FIRST_DAY, time(random.randint(8, 18), 5 * index))
    title = f"{_words(random, 60)} Seminar Z{chr(97 + index)}z"
    unit.sessions.add(
        Session(kind="seminar", day=FIRST_DAY, start=start, end=start + timedelta(minutes=30), title=title)
    )
    return start, title


def _meetings(unit: Unit, random: Random, people: list[Guest]) -> tuple[Seated, ...]:
    seats = list(product(unit.slots.all(), unit.tables.all()))
    random.shuffle(seats)
    busy: set[tuple[str, str]] = set()
    found: list[Seated] = []
    for number, (slot, table) in enumerate(seats[: random.randint(1, 60)], start=1):
        free = [one for one in people if (one.id, slot.id) not in busy]
        group = random.sample(free, min(len(free), random.choice((2, 2, 2, 2, 3, 4))))
        if len(group) < 2:
            closure = TableClosure(table_id=table.id, slot_id=slot.id)
            unit.closures.add(closure)
            continue
        state = random.choices(("scheduled", "held", "cancelled", "unscheduled"), (12, 3, 2, 1))[0]
        seated = state != "unscheduled"
        meeting = unit.meetings.add(
            Meeting(
                number=number, state=state, slot_id=slot.id if seated else None, table_id=table.id if seated else None
            )
        )
        unit.flush()
        for place, one in enumerate(group):
            role = ("host", "guest")[place] if place < 2 else "other"
            unit.meeting_people.add(MeetingPerson(meeting_id=meeting.id, participant_id=one.id, role=role))
        if state in ("scheduled", "held"):
            busy.update((one.id, slot.id) for one in group)
            ids = frozenset(one.id for one in group)
            found.append(Seated(number, slot.start, slot.end, table.number, ids))
    return tuple(found)
