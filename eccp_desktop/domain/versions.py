"""Two versions of a timetable: which meetings are new, which moved, which lost their seat, and whose sheets that changes."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from eccp_desktop.domain.ids import MeetingId, ParticipantId, SlotId
from eccp_desktop.domain.matching import plain
from eccp_desktop.domain.names import full_name, list_name


class Fate(StrEnum):
    """What became of a meeting from one version to the other."""

    NEW = "new"
    MOVED = "moved"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Seating:
    """Where a meeting sits in a version. `start` is the venue's wall time, `table` the number that stands on the table."""

    slot: SlotId
    start: datetime
    table: int

    @property
    def shown(self) -> tuple[datetime, int]:
        """What a sheet says of it: a slot that was made anew for the same time is the same seat."""
        return self.start, self.table


@dataclass(frozen=True, slots=True)
class SeatedMeeting:
    """A meeting that has a seat in a version; the host is the first of its people."""

    id: MeetingId
    number: int
    people: tuple[ParticipantId, ...]
    seating: Seating


@dataclass(frozen=True, slots=True)
class Difference:
    """A meeting that is not seated in both versions alike. `before` is None for a new one, `after` for one without its seat."""

    fate: Fate
    meeting: MeetingId
    number: int
    people: tuple[ParticipantId, ...]
    before: Seating | None
    after: Seating | None

    @property
    def when(self) -> datetime:
        """The seat that it is looked up by: the later version's, if it has one there."""
        seating = self.after or self.before
        return datetime.min if seating is None else seating.start


@dataclass(frozen=True, slots=True)
class Comparison:
    """The differences in the order of time, how many meetings are seated alike, and everybody's given and family name."""

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
        return Counter(difference.fate for difference in self.differences)


def differences(then: Iterable[SeatedMeeting], now: Iterable[SeatedMeeting]) -> tuple[tuple[Difference, ...], int]:
    """What differs between two versions, in the order of time, and how many meetings are seated alike.

    A meeting is the same one where its id and its people are. One that was given up and made again for the same people
    counts as moved, or as unchanged where it has its old seat.
    """
    before = {(meeting.id, frozenset(meeting.people)): meeting for meeting in then}
    after = {(meeting.id, frozenset(meeting.people)): meeting for meeting in now}
    pairs = [(before.pop(key), after.pop(key)) for key in before.keys() & after.keys()]
    again: dict[frozenset[ParticipantId], list[SeatedMeeting]] = defaultdict(list)
    for (_, people), meeting in before.items():
        again[people].append(meeting)
    found = []
    for (_, people), meeting in after.items():
        if again[people]:
            pairs.append((again[people].pop(0), meeting))
        else:
            found.append(_difference(Fate.NEW, meeting, None, meeting.seating))
    found += [_difference(Fate.CANCELLED, lost, lost.seating, None) for rest in again.values() for lost in rest]
    moved = [(old, new) for old, new in pairs if old.seating.shown != new.seating.shown]
    found += [_difference(Fate.MOVED, new, old.seating, new.seating) for old, new in moved]
    found.sort(key=lambda difference: (difference.when, difference.number, difference.meeting))
    return tuple(found), len(pairs) - len(moved)


def by_person(comparison: Comparison) -> tuple[PersonDifference, ...]:
    """Whose sheets changed, in the order of their family names."""
    found: dict[ParticipantId, list[Difference]] = defaultdict(list)
    for difference in comparison.differences:
        for person in difference.people:
            found[person].append(difference)
    named = {person: list_name(*comparison.names.get(person, ("", ""))) for person in found}
    people = [PersonDifference(person, named[person], tuple(changed)) for person, changed in found.items()]
    return tuple(sorted(people, key=lambda line: (plain(line.name), line.person)))


def names_in(people: Sequence[ParticipantId], names: Mapping[ParticipantId, tuple[str, str]]) -> list[str]:
    """The names of some people, as one says them; somebody whom nobody knows any more is left out."""
    return [full_name(*names[person]) for person in people if any(names.get(person, ()))]


def _difference(fate: Fate, meeting: SeatedMeeting, before: Seating | None, after: Seating | None) -> Difference:
    return Difference(fate, meeting.id, meeting.number, meeting.people, before, after)
