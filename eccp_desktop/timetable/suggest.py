"""One hole now: the best legal meetings for a free slot, found without a search."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from eccp_desktop.domain.vocabulary import Presence
from eccp_desktop.timetable.availability import free_slots, open_tables
from eccp_desktop.timetable.problem import Problem, Wanted


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A meeting that could be held in the hole, with its table (and interpreter).

    `from_slot` is the later slot that it would leave, empty for a meeting without a place. `here` says that all its people
    are in the building.
    """

    meeting: str
    slot: str
    table: str
    interpreter: str = ""
    from_slot: str = ""
    here: bool = False


def suggest(problem: Problem, slot: str, people: Collection[str] = (), limit: int = 3) -> tuple[Suggestion, ...]:
    """Meetings that could be seated in the slot as the timetable in force (`current`) stands, best first.

    With `people` only meetings that include one of them. People in the building come first, then must meetings, then
    weight, then meetings without a place before those that would be brought forward. Nothing else moves. A slot that is
    running may be asked for although it counts as past.
    """
    hole = _Hole(problem, slot)
    found = []
    for wanted in problem.wanted:
        if people and not any(person in people for person in wanted.people):
            continue
        suggestion = hole.suggestion(wanted)
        if suggestion is not None:
            rank = (suggestion.here, wanted.must, wanted.weight, not suggestion.from_slot)
            found.append((rank, suggestion))
    found.sort(key=lambda pair: pair[0], reverse=True)
    return tuple(suggestion for _, suggestion in found[:limit])


class _Hole:
    """Who and what is idle in one slot."""

    def __init__(self, problem: Problem, slot: str) -> None:
        self._problem = problem
        self._slot = slot
        self._number = {candidate.key: n for n, candidate in enumerate(problem.slots)}
        self._day = {candidate.key: candidate.day for candidate in problem.slots}
        seats = {seat.meeting: seat for seat in (*problem.current, *problem.locked)}
        self._later: dict[str, list[str]] = {}
        for wanted in problem.wanted:
            for first in wanted.after:
                self._later.setdefault(first, []).append(wanted.key)
        members = {wanted.key: wanted.people for wanted in problem.wanted}
        inside = [seat for seat in seats.values() if seat.slot == slot]
        busy = {person for seat in inside for person in (*members[seat.meeting], seat.interpreter)}
        self._seats = seats
        self._locked = {seat.meeting for seat in problem.locked}
        self._person = {person.key: person for person in problem.people}
        free = free_slots(problem)
        self._idle = {
            person.key
            for person, slots in zip(problem.people, free, strict=True)
            if slot in slots and person.key not in busy
        }
        self._diaries: dict[str, dict[int, str]] = {}
        for seat in seats.values():
            for person in members[seat.meeting]:
                self._diaries.setdefault(person, {})[self._number[seat.slot]] = seat.meeting
        taken = {seat.table for seat in inside}
        opened = open_tables(problem)[self._number[slot]]
        self._tables = [table for table in problem.tables if table.key in opened and table.key not in taken]
        self._zone_of = {table.key: table.zone for table in problem.tables}
        self._reserved = {person.table for person in problem.people if person.table}
        self._voices = [
            voice
            for voice in problem.interpreters
            if voice.key not in busy and (voice.free is None or slot in voice.free)
        ]

    def suggestion(self, wanted: Wanted) -> Suggestion | None:
        seat = self._seats.get(wanted.key)
        if seat is not None and (seat.meeting in self._locked or self._number[seat.slot] <= self._number[self._slot]):
            return None
        if not all(person in self._idle for person in wanted.people) or not self._in_order(wanted):
            return None
        if wanted.allowed is not None and self._slot not in wanted.allowed:
            return None
        if wanted.slot not in ("", self._slot) or not self._below_maximum(wanted, seat.slot if seat else ""):
            return None
        table = self._table(wanted, seat.meeting if seat else "")
        able = (voice.key for voice in self._voices if wanted.language in voice.languages)
        voice = next((key for key in able if key not in wanted.people), "")
        if not table or (wanted.language and not voice):
            return None
        here = all(self._person[key].presence is Presence.HERE for key in wanted.people)
        return Suggestion(wanted.key, self._slot, table, voice, seat.slot if seat else "", here)

    def _in_order(self, wanted: Wanted) -> bool:
        """Meetings that must come first lie earlier, those that must come later lie later or nowhere."""
        here = self._number[self._slot]
        first = [self._seats[key] for key in wanted.after if key in self._seats]
        if any(self._number[seat.slot] >= here for seat in first):
            return False
        later = [self._seats[key] for key in self._later.get(wanted.key, ()) if key in self._seats]
        return all(self._number[seat.slot] > here for seat in later)

    def _below_maximum(self, wanted: Wanted, old_slot: str) -> bool:
        """Daily maxima; a meeting that only changes its slot on this day does not count twice. Somebody who needs pauses
        is not asked to fill a hole that would make the row too long."""
        same_day = old_slot != "" and self._day[old_slot] == self._day[self._slot]
        for key in wanted.people:
            most = self._person[key].most_per_day
            if most is not None and self._held(key) - same_day >= most:
                return False
        return all(self._row(key, wanted.key) for key in wanted.people)

    def _held(self, person: str) -> int:
        """Meetings of the person on the day of the hole."""
        day, slots = self._day[self._slot], self._problem.slots
        return sum(slots[t].day == day for t in self._diaries.get(person, ()))

    def _row(self, person: str, moving: str) -> bool:
        most = self._person[person].most_in_a_row
        if most is None:
            return True
        slots, here = self._problem.slots, self._number[self._slot]
        block = (slots[here].day, slots[here].session)
        busy = {t for t, meeting in self._diaries.get(person, {}).items() if meeting != moving}
        length = 1
        for step in (-1, 1):
            t = here + step
            while t in busy and (slots[t].day, slots[t].session) == block:
                length += 1
                t += step
        return length <= most

    def _table(self, wanted: Wanted, moving: str) -> str:
        """The table of its own, one of the owners, or the first free one; empty where there is none within reach."""
        tied = wanted.table or next((self._person[p].table for p in wanted.people if self._person[p].table), "")
        free = [table for table in self._tables if table.key == tied or (not tied and table.key not in self._reserved)]
        owners = [self._person[key].organisation for key in wanted.people]
        roomy = [table for table in free if table.seats >= len(wanted.people)]
        usable = [table for table in roomy if tied or table.owner in ("", *owners)]
        for zone in self._zones_beside(wanted, moving):
            usable = [table for table in usable if table.zone == zone]
        usable.sort(key=lambda table: table.owner == "")
        return usable[0].key if usable else ""

    def _zones_beside(self, wanted: Wanted, moving: str) -> Iterator[str]:
        """Zones that people who need time to walk come from, or go on to, at once."""
        slots, here = self._problem.slots, self._number[self._slot]
        for key in wanted.people:
            for t in (here - 1, here + 1) if self._person[key].slow_walker else ():
                other = self._diaries.get(key, {}).get(t, moving)
                if other != moving and (slots[t].day, slots[t].session) == (slots[here].day, slots[here].session):
                    yield self._zone_of[self._seats[other].table]
