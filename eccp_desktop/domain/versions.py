"""Two versions of a timetable: which meetings are new, moved, lost their seat, have another interpreter or another lock, and
whose sheets that changes."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from eccp_desktop.domain.ids import MeetingId, ParticipantId, SlotId
from eccp_desktop.domain.matching import plain
from eccp_desktop.domain.names import full_name, list_name


class Fate(StrEnum):
    """What became of a meeting from one version to the other: the first of these that applies."""

    NEW = "new"
    MOVED = "moved"
    CANCELLED = "cancelled"
    REVOICED = "another interpreter"
    LOCKED = "lock"


@dataclass(frozen=True, slots=True)
class Seating:
    """Where a meeting sits in a version. Times are the venue's wall times, `table` is the number that stands on the table."""

    slot: SlotId
    start: datetime
    end: datetime
    table: int

    @property
    def shown(self) -> tuple[datetime, datetime, int]:
        """What a sheet says of it: a slot that was made anew for the same time is the same seat."""
        return self.start, self.end, self.table


@dataclass(frozen=True, slots=True)
class SeatedMeeting:
    """A meeting that has a seat in a version; the host is the first of its people."""

    id: MeetingId
    number: int
    people: tuple[ParticipantId, ...]
    seating: Seating
    interpreters: tuple[ParticipantId, ...] = ()
    locked: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """A meeting that the versions do not have alike. `before` is None for a new one, `after` for one without its seat.

    `helped` interpreted in the earlier version, `helping` do in the later one; `locked` is None where the lock is as it was.
    """

    fate: Fate
    meeting: MeetingId
    number: int
    people: tuple[ParticipantId, ...]
    before: Seating | None
    after: Seating | None
    helped: frozenset[ParticipantId] = frozenset()
    helping: frozenset[ParticipantId] = frozenset()
    locked: bool | None = None

    @property
    def when(self) -> datetime:
        """The seat that it is looked up by: the later version's, if it has one there."""
        seating = self.after or self.before
        return datetime.min if seating is None else seating.start

    def fate_for(self, person: ParticipantId) -> Fate | None:
        """What became of it on the sheet of one of its people or interpreters; None where that shows no difference."""
        if self.fate is Fate.LOCKED:
            return None
        if person in self.people or (person in self.helped and person in self.helping):
            return self.fate
        return Fate.NEW if person in self.helping else Fate.CANCELLED


@dataclass(frozen=True, slots=True)
class Comparison:
    """The differences in the order of time, how many meetings are as they were, and everybody's given and family name."""

    differences: tuple[Difference, ...]
    unchanged: int
    names: Mapping[ParticipantId, tuple[str, str]]

    def count(self, fate: Fate) -> int:
        """How many meetings had this fate."""
        return sum(difference.fate is fate for difference in self.differences)


@dataclass(frozen=True, slots=True)
class PersonDifference:
    """Somebody whose sheet the differences change."""

    person: ParticipantId
    name: str
    differences: tuple[Difference, ...]

    @property
    def counts(self) -> Mapping[Fate, int]:
        """How many of their meetings had each fate."""
        fates = (difference.fate_for(self.person) for difference in self.differences)
        return Counter(fate for fate in fates if fate is not None)


def differences(then: Iterable[SeatedMeeting], now: Iterable[SeatedMeeting]) -> tuple[tuple[Difference, ...], int]:
    """What differs between two versions, in the order of time, and how many meetings are as they were.

    A meeting is the same one where its id and its people are. One that was given up and made again for the same people
    counts as the old one, in its old seat if it has that again. Each meeting is told at most once, with all that differs.
    """
    before = {(meeting.id, frozenset(meeting.people)): meeting for meeting in then}
    after = {(meeting.id, frozenset(meeting.people)): meeting for meeting in now}
    pairs = [(before.pop(key), after.pop(key)) for key in before.keys() & after.keys()]
    lost: dict[frozenset[ParticipantId], list[SeatedMeeting]] = defaultdict(list)
    for (_, people), meeting in before.items():
        lost[people].append(meeting)
    found = []
    for (_, people), meeting in after.items():
        again = next((old for old in lost[people] if _alike(old, meeting)), next(iter(lost[people]), None))
        if again is None:
            found.append(_new(meeting))
        else:
            lost[people].remove(again)
            pairs.append((again, meeting))
    found += [_cancelled(meeting) for rest in lost.values() for meeting in rest]
    changed = [difference for old, new in pairs if (difference := _changed(old, new)) is not None]
    everything = sorted((*found, *changed), key=lambda one: (one.when, one.number, one.meeting))
    return tuple(everything), len(pairs) - len(changed)


def by_person(comparison: Comparison) -> tuple[PersonDifference, ...]:
    """Whose sheets changed, in the order of their family names; those who interpret among them."""
    found: dict[ParticipantId, list[Difference]] = defaultdict(list)
    for difference in comparison.differences:
        for person in {*difference.people, *difference.helped, *difference.helping}:
            if difference.fate_for(person) is not None:
                found[person].append(difference)
    named = {person: list_name(*comparison.names.get(person, ("", ""))) for person in found}
    people = [PersonDifference(person, named[person], tuple(changed)) for person, changed in found.items()]
    return tuple(sorted(people, key=lambda line: (plain(line.name), line.person)))


def names_in(people: Sequence[ParticipantId], names: Mapping[ParticipantId, tuple[str, str]]) -> list[str]:
    """The names of some people, as one says them; somebody whom nobody knows any more is left out."""
    return [full_name(*names[person]) for person in people if any(names.get(person, ()))]


def _alike(old: SeatedMeeting, new: SeatedMeeting) -> bool:
    return old.seating.shown == new.seating.shown


def _new(meeting: SeatedMeeting) -> Difference:
    helping = frozenset(meeting.interpreters)
    return Difference(Fate.NEW, meeting.id, meeting.number, meeting.people, None, meeting.seating, helping=helping)


def _cancelled(meeting: SeatedMeeting) -> Difference:
    helped = frozenset(meeting.interpreters)
    return Difference(Fate.CANCELLED, meeting.id, meeting.number, meeting.people, meeting.seating, None, helped=helped)


def _changed(old: SeatedMeeting, new: SeatedMeeting) -> Difference | None:
    helped, helping = frozenset(old.interpreters), frozenset(new.interpreters)
    locked = None if old.locked == new.locked else new.locked
    if not _alike(old, new):
        fate = Fate.MOVED
    elif helped != helping:
        fate = Fate.REVOICED
    elif locked is not None:
        fate = Fate.LOCKED
    else:
        return None
    return Difference(fate, new.id, new.number, new.people, old.seating, new.seating, helped, helping, locked)
