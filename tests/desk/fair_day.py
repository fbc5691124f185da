"""A fair of ordinary size, full of made-up people, for tests and pictures of the event day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import ClassVar

from eccp_desktop.actions.create_event import CreateEvent
from eccp_desktop.domain.codes import ALPHABET, is_code
from eccp_desktop.domain.vocabulary import MeetingState, Presence
from eccp_desktop.store.unit import (
    Meeting,
    MeetingPerson,
    Organisation,
    Participant,
    ParticipantLanguage,
    Print,
    Unit,
)

FAIR = CreateEvent(
    name="Hannover 2016",
    zone="Europe/Berlin",
    days=(date(2016, 4, 25), date(2016, 4, 26)),
    sessions=((time(9), time(12, 30)), (time(14), time(17, 30))),
    tables=15,
    sides=("EU", "US"),
)

NAMES: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "IT": (
        ("Anna", "Marco", "Giulia", "Paolo"),
        ("Rossi", "Rossini", "Bianchi", "Conti", "De Luca"),
        ("Forlì", "Torino", "Trento"),
    ),
    "DE": (
        ("Jürgen", "Katrin", "Hans-Christian", "Ute"),
        ("Müller", "Weiß", "Krämer-Lüdenscheidt", "Schröder"),
        ("Jena", "Aachen"),
    ),
    "FR": (("Hélène", "Loïc", "Aurélie"), ("Lefèvre", "Garnier", "Noël"), ("Lyon", "Grenoble")),
    "ES": (("María José", "Íñigo", "Lucía"), ("de la Cruz", "Núñez", "Etxeberria"), ("Bilbao", "Gijón")),
    "PL": (("Łukasz", "Małgorzata", "Piotr"), ("Wiśniewska", "Żak", "Kowalczyk"), ("Łódź", "Gdańsk")),
    "GR": (("Νίκος", "Ελένη"), ("Παπαδόπουλος", "Νικολάου"), ("Patras", "Volos")),
    "SE": (("Åsa", "Björn"), ("Sjöberg", "Öhman"), ("Umeå", "Luleå")),
    "NL": (("Pieter", "Sanne"), ("van der Berg", "de Wit"), ("Delft", "Breda")),
    "US": (
        ("Emily", "Liam", "Grace", "Tyler", "Hannah", "Marcus", "Ava", "Noah", "Ruth", "Owen", "Zoe", "Dean", "Ivy"),
        (
            "Ross",
            "O'Neill",
            "Byrne",
            "Lee",
            "Carter",
            "Nguyen",
            "Whitfield",
            "Okafor",
            "Hart",
            "McDonald",
            "Doyle",
            "Abbott",
            "Castillo",
            "Dunn",
            "Ellis",
            "Foster",
            "Greene",
            "Hayes",
            "Irving",
            "Jensen",
            "Keller",
            "Lopez",
        ),
        ("Akron", "Boise", "Tulsa", "Duluth", "Reno", "Albany", "Fargo", "Toledo"),
    ),
}

FIELDS = ("Smart Grid Hub", "Timber Valley", "Battery Cluster", "Photonics Network", "Water Alliance", "Bio Cluster")


@dataclass(frozen=True, slots=True)
class FillFair:
    """Puts people, their boxes, meetings and first sheets into an empty fair. `pairs` of people meet."""

    title: ClassVar[str] = "Fill fair"
    people: int = 110
    meetings: int = 300
    seed: int = 1

    def apply(self, unit: Unit) -> None:
        random = Random(self.seed)
        sides = {side.name: side.id for side in unit.sides.all()}
        people = [self._person(unit, random, at, sides) for at in range(self.people)]
        people.sort(key=lambda one: (one.family_name, one.given_name))
        for at, person in enumerate(people):
            person.box, person.box_position = "ABCDEFGH"[at // 25 % 8], at % 25 + 1
            for document in ("schedules", "badges"):
                unit.prints.add(Print(document=document, participant_id=person.id, printed_at=unit.now))
        unit.flush()
        self._meet(unit, random, people)

    def _person(self, unit: Unit, random: Random, at: int, sides: dict[str, str]) -> Participant:
        country = "US" if at % 2 else random.choice([code for code in NAMES if code != "US"])
        given, family, places = NAMES[country]
        name = f"{random.choice(FIELDS)} {random.choice(places)}"
        known = unit.organisations.where(name=name)
        side = sides["US" if country == "US" else "EU"]
        organisation = (
            known[0] if known else unit.organisations.add(Organisation(name=name, country=country, side_id=side))
        )
        unit.flush()
        person = unit.participants.add(
            Participant(
                code=code_of(random),
                given_name=given[at // 2 % len(given)],
                family_name=random.choice(family),
                organisation_id=organisation.id,
                job_title=random.choice(("Cluster manager", "Director", "Head of international affairs")),
                interpreter_needed="en" if at % 23 == 4 else None,
                notes="Vegetarian lunch. Comes with a guide dog." if at % 29 == 4 else None,
            )
        )
        unit.flush()
        unit.languages.add(ParticipantLanguage(participant_id=person.id, language="en"))
        return person

    def _meet(self, unit: Unit, random: Random, people: list[Participant]) -> None:
        side = {organisation.id: organisation.side_id for organisation in unit.organisations.all()}
        slots, tables = sorted(unit.slots.all(), key=lambda slot: slot.start), unit.tables.all()
        seats: Iterator[tuple[str, str]] = iter([(slot.id, table.id) for slot in slots for table in tables])
        busy: set[tuple[str, str]] = set()
        met: set[tuple[str, str]] = set()
        for number, (slot, table) in enumerate(seats, start=1):
            if number > self.meetings:
                return
            free = [one for one in people if (slot, one.id) not in busy]
            host = random.choice(free)
            guests = [
                one
                for one in free
                if side[one.organisation_id or ""] != side[host.organisation_id or ""] and (host.id, one.id) not in met
            ]
            guest = random.choice(guests)
            busy |= {(slot, host.id), (slot, guest.id)}
            met |= {(host.id, guest.id), (guest.id, host.id)}
            meeting = unit.meetings.add(
                Meeting(number=number, state=MeetingState.SCHEDULED, slot_id=slot, table_id=table, source="timetable")
            )
            unit.flush()
            unit.meeting_people.add(MeetingPerson(meeting_id=meeting.id, participant_id=host.id, role="host"))
            unit.meeting_people.add(MeetingPerson(meeting_id=meeting.id, participant_id=guest.id, role="guest"))


@dataclass(frozen=True, slots=True)
class Arrive:
    """Every so many-th person came in, a few minutes apart; some are late, one has gone."""

    title: ClassVar[str] = "Arrive"

    def apply(self, unit: Unit) -> None:
        began = datetime(2016, 4, 25, 6, 31, tzinfo=UTC)
        for at, person in enumerate(unit.participants.all()):
            if at % 5 in (0, 2):
                person.presence, person.presence_since = Presence.HERE, began + timedelta(seconds=41 * at)
            elif at % 19 == 3:
                person.presence, person.presence_since = Presence.LATE, began
                person.late_until = datetime(2016, 4, 25, 11, 0)
            elif at % 37 == 8:
                person.presence, person.presence_since = Presence.GONE, began + timedelta(seconds=50 * at)


def code_of(random: Random) -> str:
    """A badge code that the same seed draws again."""
    while True:
        code = "".join(random.choice(ALPHABET) for _ in range(6))
        if is_code(code):
            return code
