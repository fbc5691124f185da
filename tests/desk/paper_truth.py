"""What an event file holds, read with SQL alone: what its papers have to say, found without the program's own reads."""

import sqlite3
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import ClassVar

from eccp_desktop.store.unit import MeetingPerson, Participant, ParticipantLanguage, Session, SessionPerson, Unit
from tests.desk.page_texts import WORD, Told

VISIT = "Factory Zvz"
_MEETINGS = """
select meeting.number, slot.start, slot.end, hall_table.number, meeting_person.role, participant.given_name,
       participant.family_name
from meeting join slot on slot.id = slot_id join hall_table on hall_table.id = table_id
     join meeting_person on meeting_person.meeting_id = meeting.id join participant on participant.id = participant_id
where meeting.state not in ('unscheduled', 'cancelled')
"""


@dataclass(frozen=True, slots=True)
class Meets:
    """A meeting that takes place: its people and who interprets, by the words in their names."""

    number: int
    start: datetime
    end: datetime
    table: int
    people: tuple[str, ...]
    interpreters: tuple[str, ...]

    def told(self, *, without: str = "", helped: bool = True) -> Told:
        """As a page tells it, to one of its people or to all, with or without who interprets."""
        names = (*self.people, *(self.interpreters if helped and without not in self.interpreters else ()))
        return Told(self.start, self.end, self.table, tuple(sorted(name for name in names if name != without)))


def meetings_in(path: Path) -> list[Meets]:
    """All meetings that take place, in the order of their numbers."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as file:
        rows = file.execute(_MEETINGS).fetchall()
    found: dict[tuple[int, str, str, int], list[tuple[str, str]]] = {}
    for number, start, end, table, role, given, family in rows:
        (word,) = WORD.findall(f"{given} {family}")
        found.setdefault((number, start, end, table), []).append((role, word))
    return [
        Meets(
            number,
            datetime.fromisoformat(start),
            datetime.fromisoformat(end),
            table,
            tuple(word for role, word in people if role != "interpreter"),
            tuple(word for role, word in people if role == "interpreter"),
        )
        for (number, start, end, table), people in sorted(found.items())
    ]


def rows_of(meetings: list[Meets], word: str) -> list[Told]:
    """Somebody's meetings as their own sheet tells them."""
    mine = [one for one in meetings if word in (*one.people, *one.interpreters)]
    return sorted(one.told(without=word) for one in mine)


@dataclass(frozen=True, slots=True)
class Staffed:
    """Lets people of their own interpret, locks meetings, closes tables, and takes some people on a visit."""

    title: ClassVar[str] = "Staff"
    seed: int

    def apply(self, unit: Unit) -> tuple[str, ...]:
        """The words of who goes on the visit."""
        random = Random(self.seed)
        voices = [
            unit.participants.add(Participant(code=f"VOICE{index}", given_name="Ines", family_name=f"Quz{index}x"))
            for index in "abc"
        ]
        unit.flush()
        for voice in voices:
            voice.interprets = True
            unit.languages.add(ParticipantLanguage(participant_id=voice.id, language=random.choice(("it", "bg", "zh"))))
        busy = set()
        for meeting in unit.meetings.all():
            meeting.locked = random.random() < 0.2
            voice = random.choice(voices)
            seated = meeting.state in ("scheduled", "held")
            if seated and random.random() < 0.5 and (voice.id, meeting.slot_id) not in busy:
                busy.add((voice.id, meeting.slot_id))
                unit.meeting_people.add(
                    MeetingPerson(meeting_id=meeting.id, participant_id=voice.id, role="interpreter")
                )
        used = {one.table_id for one in unit.meetings.all() if one.state in ("scheduled", "held")}
        for table in unit.tables.all():
            table.open = table.id in used or random.random() < 0.5
        return self._visit(unit, random)

    def _visit(self, unit: Unit, random: Random) -> tuple[str, ...]:
        start = datetime.combine(date(2016, 4, 25), time(19))
        visit = unit.sessions.add(
            Session(kind="visit", day=start.date(), start=start, end=start + timedelta(hours=1), title=VISIT)
        )
        unit.flush()
        people = [one for one in unit.participants.all() if one.state == "registered"]
        going = random.sample(people, random.randint(1, len(people)))
        for person in going:
            unit.session_people.add(SessionPerson(session_id=visit.id, participant_id=person.id))
        return tuple(WORD.findall(person.family_name)[-1] for person in going)


@dataclass(frozen=True, slots=True)
class Shuffled:
    """Cancels meetings, moves others to seats that are free, and sends interpreters away."""

    title: ClassVar[str] = "Shuffle"
    seed: int

    def apply(self, unit: Unit) -> None:
        random = Random(self.seed)
        seated = [one for one in unit.meetings.all() if one.state in ("scheduled", "held")]
        for meeting in random.sample(seated, len(seated) // 4):
            meeting.state = "cancelled"
        unit.flush()
        left = [one for one in seated if one.state != "cancelled"]
        for part in unit.meeting_people.where(role="interpreter"):
            if random.random() < 0.3:
                unit.meeting_people.delete(part)
        taken = {(one.slot_id, one.table_id) for one in left}
        tables = [table.id for table in unit.tables.all() if table.open]
        for meeting in random.sample(left, len(left) // 3):
            free = [table for table in tables if (meeting.slot_id, table) not in taken]
            if free:
                taken.discard((meeting.slot_id, meeting.table_id))
                meeting.table_id = random.choice(free)
                taken.add((meeting.slot_id, meeting.table_id))
                unit.flush()
