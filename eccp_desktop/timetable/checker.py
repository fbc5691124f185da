"""Proves that a timetable keeps the hard rules. Written apart from the engine: it reads only the problem and the result."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from eccp_desktop.domain.vocabulary import Presence
from eccp_desktop.timetable.problem import Person, Placement, Problem, Slot, Wanted


class Rule(StrEnum):
    """The rule that is broken."""

    UNKNOWN = "unknown key"
    TWICE_PLACED = "meeting placed twice"
    PERSON_TWICE = "person twice in a slot"
    TABLE_TWICE = "table twice in a slot"
    NO_TABLE = "meeting without a table"
    NOT_FREE = "person not free"
    TABLE_CLOSED = "table closed"
    TABLE_TOO_SMALL = "more people than seats"
    TABLE_OF_ANOTHER = "table belongs to somebody else"
    NOT_ALLOWED = "slot not allowed"
    PAST = "new meeting in a slot that is over"
    FIXED = "fixed slot or table not kept"
    LOCKED = "locked meeting moved"
    ORDER = "order not kept"
    DAILY_MAXIMUM = "daily maximum exceeded"
    NO_PAUSE = "too many meetings in a row"
    INTERPRETER = "interpreter missing"
    NO_TIME_TO_WALK = "next meeting in another zone without a slot to walk"


@dataclass(frozen=True, slots=True)
class Violation:
    """A broken rule and the keys that break it."""

    rule: Rule
    meeting: str = ""
    slot: str = ""
    subject: str = ""


def check(problem: Problem, placements: Iterable[Placement]) -> list[Violation]:
    """Every violation of the hard rules; an empty list means that the timetable is legal.

    Locked meetings and those of past slots must stand where they stood, and are then excused from absences, closed tables
    and maxima.
    """
    seats = list(placements)
    unknown = list(_unknown(problem, seats))
    if unknown:
        return unknown
    excused = _excused(problem, seats)
    return [
        *_doubles(problem, seats),
        *_locked(problem, seats),
        *_people(problem, seats, excused),
        *_tables(problem, seats, excused),
        *_slots(problem, seats, excused),
        *_order(problem, seats, excused),
        *_maxima(problem, seats, excused),
        *_pauses(problem, seats, excused),
        *_interpreters(problem, seats, excused),
        *_walks(problem, seats, excused),
    ]


def _unknown(problem: Problem, seats: list[Placement]) -> Iterator[Violation]:
    meetings = {wanted.key for wanted in problem.wanted}
    slots = {slot.key for slot in problem.slots}
    tables = {table.key for table in problem.tables}
    voices = {interpreter.key for interpreter in problem.interpreters} | {""}
    for seat in seats:
        for key, known in ((seat.meeting, meetings), (seat.slot, slots), (seat.interpreter, voices)):
            if key not in known:
                yield Violation(Rule.UNKNOWN, seat.meeting, seat.slot, key)
        if seat.table and seat.table not in tables:
            yield Violation(Rule.UNKNOWN, seat.meeting, seat.slot, seat.table)


def _by_key(problem: Problem) -> dict[str, Wanted]:
    return {wanted.key: wanted for wanted in problem.wanted}


def _excused(problem: Problem, seats: list[Placement]) -> set[str]:
    """Meetings that stand where they may not be moved from."""
    locked = {kept.meeting: kept.slot for kept in problem.locked}
    over = {kept.meeting: kept.slot for kept in problem.current if kept.slot in problem.past}
    return {seat.meeting for seat in seats if locked.get(seat.meeting, over.get(seat.meeting)) == seat.slot}


def _doubles(problem: Problem, seats: list[Placement]) -> Iterator[Violation]:
    wanted = _by_key(problem)
    for meeting, times in Counter(seat.meeting for seat in seats).items():
        if times > 1:
            yield Violation(Rule.TWICE_PLACED, meeting)
    people = Counter((person, seat.slot) for seat in seats for person in wanted[seat.meeting].people)
    # Who interprets somewhere cannot meet anybody meanwhile; two meetings to interpret in are counted below.
    people.update({(seat.interpreter, seat.slot) for seat in seats if (seat.interpreter, seat.slot) in people})
    for (person, slot), times in people.items():
        if times > 1:
            yield Violation(Rule.PERSON_TWICE, slot=slot, subject=person)
    for (table, slot), times in Counter((seat.table, seat.slot) for seat in seats if seat.table).items():
        if times > 1:
            yield Violation(Rule.TABLE_TWICE, slot=slot, subject=table)


def _locked(problem: Problem, seats: list[Placement]) -> Iterator[Violation]:
    at = {seat.meeting: seat for seat in seats}
    over = [placement for placement in problem.current if placement.slot in problem.past]
    locked = {placement.meeting for placement in problem.locked}
    for kept in (*problem.locked, *(placement for placement in over if placement.meeting not in locked)):
        seat = at.get(kept.meeting)
        if seat is None or seat.slot != kept.slot or (kept.table and seat.table != kept.table):
            yield Violation(Rule.LOCKED, kept.meeting, kept.slot)


def _present(person: Person, slot: Slot) -> bool:
    if person.presence is Presence.GONE:
        return False
    if person.late_until is not None and slot.start < person.late_until:
        return False
    return person.free is None or slot.key in person.free


def _people(problem: Problem, seats: list[Placement], excused: set[str]) -> Iterator[Violation]:
    wanted = _by_key(problem)
    person_of = {person.key: person for person in problem.people}
    slot_of = {slot.key: slot for slot in problem.slots}
    for seat in seats:
        if seat.meeting in excused:
            continue
        for key in wanted[seat.meeting].people:
            if not _present(person_of[key], slot_of[seat.slot]):
                yield Violation(Rule.NOT_FREE, seat.meeting, seat.slot, key)


def _tables(problem: Problem, seats: list[Placement], excused: set[str]) -> Iterator[Violation]:
    wanted = _by_key(problem)
    table_of = {table.key: table for table in problem.tables}
    person_of = {person.key: person for person in problem.people}
    homes = {person.table for person in problem.people if person.table}
    for seat in seats:
        if not seat.table:
            yield Violation(Rule.NO_TABLE, seat.meeting, seat.slot)
            continue
        if seat.meeting in excused:
            continue
        if seat.slot in table_of[seat.table].closed:
            yield Violation(Rule.TABLE_CLOSED, seat.meeting, seat.slot, seat.table)
        meeting = wanted[seat.meeting]
        if len(meeting.people) > table_of[seat.table].seats:
            yield Violation(Rule.TABLE_TOO_SMALL, seat.meeting, seat.slot, seat.table)
        if meeting.table:
            continue
        people = [person_of[key] for key in meeting.people]
        home = next((person.table for person in people if person.table), "")
        if home:
            if seat.table != home:
                yield Violation(Rule.FIXED, seat.meeting, seat.slot, seat.table)
            continue
        owner = table_of[seat.table].owner
        foreign = owner and owner not in {person.organisation for person in people}
        if foreign or seat.table in homes:
            yield Violation(Rule.TABLE_OF_ANOTHER, seat.meeting, seat.slot, seat.table)


def _slots(problem: Problem, seats: list[Placement], excused: set[str]) -> Iterator[Violation]:
    wanted = _by_key(problem)
    for seat in seats:
        if seat.meeting in excused:
            continue
        meeting = wanted[seat.meeting]
        if seat.slot in problem.past:
            yield Violation(Rule.PAST, seat.meeting, seat.slot)
        if meeting.allowed is not None and seat.slot not in meeting.allowed:
            yield Violation(Rule.NOT_ALLOWED, seat.meeting, seat.slot)
        if (meeting.slot and seat.slot != meeting.slot) or (meeting.table and seat.table != meeting.table):
            yield Violation(Rule.FIXED, seat.meeting, seat.slot, seat.table)


def _order(problem: Problem, seats: list[Placement], excused: set[str]) -> Iterator[Violation]:
    position = {slot.key: number for number, slot in enumerate(problem.slots)}
    at = {seat.meeting: seat for seat in seats}
    for wanted in problem.wanted:
        for first in wanted.after:
            if wanted.key in at and first in at and position[at[first].slot] >= position[at[wanted.key].slot]:
                if first in excused and wanted.key in excused:
                    continue
                yield Violation(Rule.ORDER, wanted.key, at[wanted.key].slot, first)


def _maxima(problem: Problem, seats: list[Placement], excused: set[str]) -> Iterator[Violation]:
    most = {person.key: person.most_per_day for person in problem.people if person.most_per_day is not None}
    if not most:
        return
    wanted = _by_key(problem)
    day_of = {slot.key: slot.day for slot in problem.slots}
    held: Counter[tuple[str, str]] = Counter()
    kept: Counter[tuple[str, str]] = Counter()
    for seat in seats:
        for person in wanted[seat.meeting].people:
            held[person, day_of[seat.slot]] += 1
            kept[person, day_of[seat.slot]] += seat.meeting in excused
    for (person, day), number in held.items():
        if person in most and number > max(most[person], kept[person, day]):
            yield Violation(Rule.DAILY_MAXIMUM, slot=day, subject=person)


def _pauses(problem: Problem, seats: list[Placement], excused: set[str]) -> Iterator[Violation]:
    wanted = _by_key(problem)
    diary: dict[str, dict[str, bool]] = defaultdict(dict)
    for seat in seats:
        for person in wanted[seat.meeting].people:
            diary[person][seat.slot] = seat.meeting in excused
    blocks: dict[tuple[str, str], list[str]] = defaultdict(list)
    for slot in problem.slots:
        blocks[slot.day, slot.session].append(slot.key)
    for somebody in problem.people:
        if somebody.most_in_a_row is None:
            continue
        for block in blocks.values():
            run: list[str] = []
            for key in [*block, ""]:
                if key in diary[somebody.key]:
                    run.append(key)
                    continue
                if len(run) > somebody.most_in_a_row and not all(diary[somebody.key][slot] for slot in run):
                    yield Violation(Rule.NO_PAUSE, slot=run[0], subject=somebody.key)
                run = []


def _interpreters(problem: Problem, seats: list[Placement], excused: set[str]) -> Iterator[Violation]:
    wanted = _by_key(problem)
    voices = {interpreter.key: interpreter for interpreter in problem.interpreters}
    for (key, slot), times in Counter((seat.interpreter, seat.slot) for seat in seats if seat.interpreter).items():
        if times > 1:
            yield Violation(Rule.INTERPRETER, slot=slot, subject=key)
    for seat in seats:
        language = wanted[seat.meeting].language
        if not language or seat.meeting in excused:
            continue
        voice = voices.get(seat.interpreter)
        if voice is None or language not in voice.languages or (voice.free is not None and seat.slot not in voice.free):
            yield Violation(Rule.INTERPRETER, seat.meeting, seat.slot, seat.interpreter)


def _walks(problem: Problem, seats: list[Placement], excused: set[str]) -> Iterator[Violation]:
    wanted = _by_key(problem)
    zone_of = {table.key: table.zone for table in problem.tables}
    at = {(person, seat.slot): seat for seat in seats for person in wanted[seat.meeting].people}
    slow = [person.key for person in problem.people if person.slow_walker]
    for first, second in pairwise(problem.slots):
        if (first.day, first.session) != (second.day, second.session):
            continue
        for person in slow:
            before, after = at.get((person, first.key)), at.get((person, second.key))
            if before is None or after is None or not before.table or not after.table:
                continue
            if zone_of[before.table] != zone_of[after.table] and not {before.meeting, after.meeting} <= excused:
                yield Violation(Rule.NO_TIME_TO_WALK, after.meeting, second.key, person)
