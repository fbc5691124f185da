"""A made-up fair of any size, laid straight into an event file: people, organisations, absences, a seminar, seated meetings."""

import atexit
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from random import Random
from shutil import copy
from tempfile import TemporaryDirectory
from typing import ClassVar

from eccp_desktop.actions.create_event import CreateEvent
from eccp_desktop.base.clock import Clock, SystemClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.opening import new_desk, open_desk
from eccp_desktop.domain.reasons import MeetingReason
from eccp_desktop.domain.seating import pairing_refusal, person_refusal
from eccp_desktop.store.unit import (
    Absence,
    Meeting,
    MeetingPerson,
    Organisation,
    Participant,
    Request,
    Session,
    SessionPerson,
    TableClosure,
    Unit,
)

FAIR = CreateEvent(
    name="Hannover 2016",
    zone="Europe/Berlin",
    days=(date(2016, 4, 25), date(2016, 4, 26)),
    sessions=((time(9), time(12, 30)), (time(14), time(15, 40))),
    tables=24,
    sides=("EU", "US"),
)

_EU_NAMES = """
IT Anna Rossi, IT Marco Rossini, DE Jürgen Müller, DE Hans-Christian Müller-Lüdenscheidt,
FR Zoé Lefèvre, ES María de la Cruz, GR Νίκος Παπαδόπουλος, PL Łukasz Wójcik, PT João Gonçalves,
NL Sanne van der Berg, SE Åsa Öberg, DK Søren Kjær, CZ Jiří Dvořák, HU Zsófia Nagy,
RO Ștefan Ionescu, BG Мария Петрова, AT Katharina Gruber, BE Lotte Peeters, FI Päivi Mäkinen,
IE Siobhán Byrne
"""
_US_NAMES = """
US Emily Ross, US Liam Cole, US Grace Kim, US James McDonald, US Olivia Lee, US Noah Bennett,
US Ava Whitfield, US Mason Clark, US Sophia Alvarez, US Ethan Brooks, US Chloe Nguyen,
US Lucas Foster, US Mia Patterson, US Henry O'Neill, US Ella Simmons
"""
EU = tuple(name.strip() for name in _EU_NAMES.split(","))
US = tuple(name.strip() for name in _US_NAMES.split(","))
FIELDS = ("Smart Grid", "Photonics", "Bio", "Battery", "Timber", "Water", "Robotics", "Aerospace", "Food", "Textile")
FORMS = ("Hub", "Cluster", "Alliance", "Valley", "Network")
TOWNS = ("Forlì", "Akron", "Thüringen", "Torino", "Lyon", "Kraków", "Austin", "Porto", "Boulder", "Malmö", "Dayton")


@dataclass(frozen=True, slots=True)
class FillFair:
    """People of two sides, their absences, and meetings seated as they come; what finds no seat lands in the tray."""

    title: ClassVar[str] = "Fill fair"
    people: int = 110
    meetings: int = 300
    waiting: int = 13
    seed: int = 1

    def apply(self, unit: Unit) -> None:
        random = Random(self.seed)
        self._people(unit, random)
        self._absences(unit, random)
        self._meetings(unit, random)

    def _people(self, unit: Unit, random: Random) -> None:
        sides = {side.name: side.id for side in unit.sides.all()}
        for number in range(self.people):
            side, names = ("EU", EU) if number % 2 == 0 else ("US", US)
            country, _, name = names[number // 2 % len(names)].partition(" ")
            given, _, family = name.partition(" ")
            second = number // 2 // len(names)
            organisation = Organisation(
                name=f"{random.choice(FIELDS)} {random.choice(FORMS)} {random.choice(TOWNS)}",
                country=country,
                side_id=sides[side],
            )
            unit.organisations.add(organisation)
            unit.flush()
            unit.participants.add(
                Participant(
                    code=f"K{number:05}",
                    given_name=given,
                    family_name=family if second == 0 else f"{family}-{EU[(number + second) % 20].split()[-1]}",
                    organisation_id=organisation.id,
                    presence=random.choices(("expected", "here", "late", "gone"), (3, 12, 1, 0.2))[0],
                )
            )
        unit.flush()

    def _absences(self, unit: Unit, random: Random) -> None:
        people = unit.participants.all()
        seminar = unit.sessions.add(
            Session(
                kind="seminar",
                day=date(2016, 4, 25),
                start=datetime(2016, 4, 25, 11),
                end=datetime(2016, 4, 25, 12),
                title="Policy seminar",
            )
        )
        unit.flush()
        for person in random.sample(people, len(people) // 6):
            unit.session_people.add(SessionPerson(session_id=seminar.id, participant_id=person.id))
        for person in random.sample(people, len(people) // 8):
            day, hour = random.choice((25, 26)), random.choice((9, 10, 14))
            unit.absences.add(
                Absence(
                    participant_id=person.id,
                    start=datetime(2016, 4, day, hour),
                    end=datetime(2016, 4, day, hour + 2),
                    reason=random.choice(("Train", "Own stand", "Interview", "")),
                )
            )
        tables, slots = unit.tables.all(), unit.slots.all()
        for table in tables[-2:]:
            for slot in slots[:4]:
                unit.closures.add(TableClosure(table_id=table.id, slot_id=slot.id, reason="Film crew"))
        unit.flush()

    def _meetings(self, unit: Unit, random: Random) -> None:
        hall = unit.hall()
        people = list(hall.diaries.values())
        stars = people[:8]
        taken: dict[str, set[str]] = {person.id: set() for person in people}
        tables_left = {slot: [table.id for table in hall.free_tables(slot)] for slot in hall.slots}
        met: set[frozenset[str]] = set()
        seated = waiting = number = 0
        for _ in range(self.meetings * 60):
            if seated >= self.meetings and waiting >= self.waiting:
                break
            host = random.choice(stars) if random.random() < 0.12 else random.choice(people)
            guest = random.choice(people)
            pair = frozenset((host.id, guest.id))
            if pair in met or pairing_refusal(hall.pairing, host, guest) is not None:
                continue
            seat = next(
                (
                    slot
                    for slot in random.sample(list(hall.slots.values()), len(hall.slots))
                    if tables_left[slot.id]
                    and slot.id not in taken[host.id] | taken[guest.id]
                    and all(
                        person_refusal(hall, replace(side, presence="here"), slot) is None for side in (host, guest)
                    )
                ),
                None,
            )
            if (seat is None and waiting >= self.waiting) or (seat is not None and seated >= self.meetings):
                if seat is None:
                    continue
                seat = None
            met.add(pair)
            number += 1
            meeting = Meeting(number=number, source="timetable", locked=seat is not None and random.random() < 0.04)
            if seat is None:
                waiting += 1
                why = MeetingReason("common_slots_taken", {"meetings": [f"{host.name} - {people[waiting].name}"]})
                meeting.reason = why.stored() if waiting % 3 else "Asked at the desk"
            else:
                seated += 1
                meeting.state = "scheduled"
                meeting.slot_id = seat.id
                meeting.table_id = tables_left[seat.id].pop(0)
                taken[host.id].add(seat.id)
                taken[guest.id].add(seat.id)
            unit.meetings.add(meeting)
            unit.flush()
            unit.meeting_people.add(MeetingPerson(meeting_id=meeting.id, participant_id=host.id, role="host"))
            unit.meeting_people.add(MeetingPerson(meeting_id=meeting.id, participant_id=guest.id, role="guest"))
            unit.requests.add(
                Request(
                    sender_id=host.id,
                    receiver_id=guest.id,
                    priority=random.choices(("must", "wish", "maybe"), (2, 5, 3))[0],
                    state=random.choice(("open", "accepted")),
                    origin="import",
                )
            )


@dataclass(frozen=True, slots=True)
class LayZones:
    """Two zones of tables, so far apart that the way from one to the other takes a slot."""

    title: ClassVar[str] = "Lay zones"

    def apply(self, unit: Unit) -> None:
        unit.event.slots_between_zones = 1
        for table in unit.tables.all():
            table.zone = "North" if table.number % 2 else "South"


def fair(path: Path, clock: Clock, filling: FillFair | None = None) -> Desk:
    """A desk over a fair that is laid at this path; the caller closes it. A filling is made once and copied from then on."""
    copy(_laid(filling or FillFair()), path)
    return open_desk(path, clock, "MK")


@cache
def _laid(filling: FillFair) -> Path:
    folder = TemporaryDirectory()
    atexit.register(folder.cleanup)
    path = Path(folder.name) / "fair.eccp"
    desk = new_desk(path, SystemClock(), "MK")
    desk.do(FAIR)
    desk.do(filling)
    desk.close()
    return path
