"""The timetable as it was: moments that somebody may want to look back at, and the difference between two of them."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, NewType
from zoneinfo import ZoneInfo

from sqlalchemy import and_, distinct, func, or_, select

from eccp_desktop.domain.ids import MeetingId, ParticipantId, SlotId
from eccp_desktop.domain.versions import Comparison, SeatedMeeting, Seating, differences
from eccp_desktop.domain.vocabulary import SEATED_STATES, MeetingRole
from eccp_desktop.store.journal.hybrid_clock import instant_of, tick
from eccp_desktop.store.journal.registers import DELETED
from eccp_desktop.store.reads import Reading
from eccp_desktop.store.reads.desk_list import venue_zone
from eccp_desktop.store.rows import Change, JournalUnit, Slot

Moment = NewType("Moment", int)
"""A place in the journal: all that was done up to it, itself included."""

LATEST = Moment(2**63 - 1)
"""After everything that was done."""

MANY = 10
"""Meetings that one step has to reseat at least to be offered as a moment."""


_AGAIN = ("undo", "redo")
"""Steps that are called as the step that they take back or make again."""


class Kind(StrEnum):
    """What makes a moment worth looking back at."""

    NOW = "now"
    BEFORE = "before"
    AFTER = "after"
    PRINT = "print"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class NamedMoment:
    """A moment with what happened then. `at` is the venue's wall time; `count` meetings were reseated, or sheets printed.

    `title` is the step's; of a print, the id of the document. `action` is `undo` or `redo` where the step was one of these.
    """

    moment: Moment
    kind: Kind
    at: datetime
    title: str = ""
    count: int = 0
    action: str = ""


def named_moments(reading: Reading, now: datetime) -> tuple[NamedMoment, ...]:
    """The moments to choose from, latest first. `now` is an instant.

    They are: now; before and after each step that reseated many meetings, a timetable that was applied always among them;
    each print of several sheets; the first slot of each day that has begun.
    """
    zone = venue_zone(reading)
    found = [*_reseatings(reading, zone), *_prints(reading, zone), *_days(reading, zone, now)]
    found.sort(key=lambda named: (named.moment, named.kind is Kind.BEFORE), reverse=True)
    return NamedMoment(LATEST, Kind.NOW, _wall(now, zone)), *found


def comparison(reading: Reading, then: Moment, now: Moment) -> Comparison:
    """What differs in the timetable between two moments, whichever was first. Slow at large events: not for the window's
    thread."""
    before, after = _replayed(reading, then, now)
    found, unchanged = differences(before.meetings(), after.meetings())
    return Comparison(found, unchanged, {**before.names(), **after.names()})


def _reseatings(reading: Reading, zone: ZoneInfo) -> Iterator[NamedMoment]:
    meetings = func.count(distinct(Change.row_id))
    query = (
        select(JournalUnit.clock, JournalUnit.title, JournalUnit.action, meetings.label("meetings"))
        .join(Change, Change.unit_id == JournalUnit.id)
        .where(Change.table_name == "meeting", Change.field.in_(("slot_id", "table_id")))
        .group_by(JournalUnit.id)
        .having(or_(meetings >= MANY, JournalUnit.action == "apply-timetable"))
    )
    for clock, title, action, count in reading.execute(query):
        at = _wall(instant_of(clock), zone)
        again = action if action in _AGAIN else ""
        yield NamedMoment(Moment(clock), Kind.AFTER, at, title, count, again)
        yield NamedMoment(Moment(clock - 1), Kind.BEFORE, at, title, count, again)


def _prints(reading: Reading, zone: ZoneInfo) -> Iterator[NamedMoment]:
    sheets = func.count(distinct(Change.row_id))
    query = (
        select(JournalUnit.clock, func.min(Change.value).label("document"), sheets.label("sheets"))
        .join(Change, Change.unit_id == JournalUnit.id)
        .where(JournalUnit.action == "record-print", Change.table_name == "print", Change.field == "document")
        .group_by(JournalUnit.id)
        .having(sheets > 1)
    )
    for clock, document, count in reading.execute(query):
        title = "" if document is None else str(json.loads(document))
        yield NamedMoment(Moment(clock), Kind.PRINT, _wall(instant_of(clock), zone), title, count)


def _days(reading: Reading, zone: ZoneInfo, now: datetime) -> Iterator[NamedMoment]:
    first = reading.execute(select(func.min(JournalUnit.clock))).scalar() or LATEST
    starts: dict[object, datetime] = {}
    for start in reading.execute(select(Slot.start)).scalars():
        starts[start.date()] = min(start, starts.get(start.date(), start))
    for start in starts.values():
        instant = start.replace(tzinfo=zone)
        clock = tick(instant, 0) - 1
        if instant <= now and clock >= first:
            yield NamedMoment(Moment(clock), Kind.DAY, start)


def _wall(instant: datetime, zone: ZoneInfo) -> datetime:
    return instant.astimezone(zone).replace(tzinfo=None)


_FIELDS = {
    "meeting": ("number", "state", "slot_id", "table_id", "locked", DELETED),
    "meeting_person": ("meeting_id", "participant_id", "role", DELETED),
    "slot": ("start", "end"),
    "hall_table": ("number",),
    "participant": ("given_name", "family_name"),
}
"""What a version is made of. Slots, tables and people are asked for what they were called, though they may be gone."""

_Rows = dict[str, dict[str, str | None]]


class _Version:
    """Rows as the journal leaves them at a moment; values are JSON."""

    def __init__(self) -> None:
        self.tables: dict[str, _Rows] = {table: defaultdict(dict) for table in _FIELDS}

    def meetings(self) -> Iterator[SeatedMeeting]:
        """The meetings that have a seat."""
        people: dict[str, list[tuple[bool, ParticipantId]]] = defaultdict(list)
        interpreters: dict[str, list[ParticipantId]] = defaultdict(list)
        for fields in self._standing("meeting_person"):
            meeting, person, role = fields("meeting_id"), ParticipantId(fields("participant_id")), fields("role")
            if role == MeetingRole.INTERPRETER:
                interpreters[meeting].append(person)
            else:
                people[meeting].append((role != MeetingRole.HOST, person))
        for row, values in self.tables["meeting"].items():
            fields = _reader(values)
            if fields(DELETED) or fields("state") not in SEATED_STATES:
                continue
            seating = self._seating(fields("slot_id"), fields("table_id"))
            if seating is not None:
                who = tuple(person for _, person in sorted(people[row]))
                voices, locked = tuple(sorted(interpreters[row])), bool(fields("locked"))
                yield SeatedMeeting(MeetingId(row), fields("number"), who, seating, voices, locked)

    def names(self) -> Mapping[ParticipantId, tuple[str, str]]:
        """What everybody who was ever in the event was called last; empty for somebody who was erased."""
        return {
            ParticipantId(row): (_reader(values)("given_name") or "", _reader(values)("family_name") or "")
            for row, values in self.tables["participant"].items()
        }

    def _standing(self, table: str) -> Iterator[Callable[[str], Any]]:  # Any: values of several columns
        for values in self.tables[table].values():
            fields = _reader(values)
            if not fields(DELETED):
                yield fields

    def _seating(self, slot: str | None, table: str | None) -> Seating | None:
        if slot is None or table is None:
            return None
        times = _reader(self.tables["slot"][slot])
        start, end = times("start"), times("end")
        if start is None or end is None:
            return None
        number = _reader(self.tables["hall_table"][table])("number")
        return Seating(SlotId(slot), datetime.fromisoformat(start), datetime.fromisoformat(end), int(number or 0))


def _reader(values: Mapping[str, str | None]) -> Callable[[str], Any]:  # Any: as in _standing
    def read(field: str) -> Any:  # Any: as above
        text = values.get(field)
        return None if text is None else json.loads(text)

    return read


def _replayed(reading: Reading, then: Moment, now: Moment) -> tuple[_Version, _Version]:
    """Both versions in one pass over the journal."""
    wanted = or_(*(and_(Change.table_name == table, Change.field.in_(fields)) for table, fields in _FIELDS.items()))
    query = (
        select(JournalUnit.clock, Change.table_name, Change.row_id, Change.field, Change.value)
        .join(JournalUnit, JournalUnit.id == Change.unit_id)
        .where(wanted, JournalUnit.clock <= max(then, now))
        .order_by(JournalUnit.clock, JournalUnit.device_id, Change.position)
    )
    before, after = _Version(), _Version()
    for clock, table, row, field, value in reading.execute(query):
        if clock <= then:
            before.tables[table][row][field] = value
        if clock <= now:
            after.tables[table][row][field] = value
    return before, after
