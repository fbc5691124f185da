"""What the engine is asked: slots, tables, people and the meetings they want, as values with plain string keys."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from eccp_desktop.domain.vocabulary import Presence, Priority


class Mode(StrEnum):
    """How much of the timetable in force may change."""

    ALL = "all"
    FREE = "free"
    REPAIR = "repair"
    SUGGEST = "suggest"


@dataclass(frozen=True, slots=True)
class Slot:
    """A time at which every table can hold one meeting. `start` and `end` are minutes from midnight of the first day."""

    key: str
    day: str
    session: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Table:
    """A place for one meeting of at most `seats` people. One with an `owner` (organisation) only seats that owner's."""

    key: str
    zone: str = ""
    owner: str = ""
    seats: int = 4
    closed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a diary.

    `free` holds the slots in which the person can meet, None means all. `table` is the place the person never leaves;
    it is kept for that person. A `slow_walker` needs a free slot between meetings of a session in different zones.
    `late_until` is in minutes as in `Slot`: slots that start earlier are lost. Somebody who is gone has no slots left.
    """

    key: str
    organisation: str = ""
    free: frozenset[str] | None = None
    table: str = ""
    most_per_day: int | None = None
    most_in_a_row: int | None = None
    slow_walker: bool = False
    presence: Presence = Presence.EXPECTED
    late_until: int | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """A meeting to place. The first person is the host.

    `allowed` None means every slot. `after` names meetings that must lie in earlier slots where they are placed.
    `language` asks for an interpreter who speaks it.
    """

    key: str
    people: tuple[str, ...]
    weight: int = 1
    must: bool = False
    allowed: frozenset[str] | None = None
    slot: str = ""
    table: str = ""
    after: frozenset[str] = frozenset()
    language: str = ""


@dataclass(frozen=True, slots=True)
class Interpreter:
    """Somebody who can sit in one meeting a slot; `free` None means always.

    One with the key of a person has meetings of their own too, does one thing at a time, and is free at least when that
    person is.
    """

    key: str
    languages: frozenset[str]
    free: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Placement:
    """A meeting in its slot, at its table, with its interpreter where it needs one. An empty table means any."""

    meeting: str
    slot: str
    table: str = ""
    interpreter: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Everything the engine knows.

    `slots` are in time order. `current` is the timetable in force (as printed); `locked` are placements that must stay,
    whatever absences and closed tables say. Placements of `current` in `past` slots stay as well, and nothing new goes
    into a past slot. With `at_printed_tables` a meeting that keeps its slot keeps its table where it can, whatever walks that
    costs.
    """

    slots: tuple[Slot, ...]
    tables: tuple[Table, ...]
    people: tuple[Person, ...]
    wanted: tuple[Wanted, ...]
    locked: tuple[Placement, ...] = ()
    current: tuple[Placement, ...] = ()
    past: frozenset[str] = frozenset()
    interpreters: tuple[Interpreter, ...] = ()
    at_printed_tables: bool = False

    def kept(self) -> dict[str, Placement]:
        """Placements that may not change, by meeting: locked ones, and those of the timetable in force that are over.

        A locked one that is over as well keeps who interpreted, though its lock names nobody.
        """
        over = {placement.meeting: placement for placement in self.current if placement.slot in self.past}
        kept = over | {placement.meeting: placement for placement in self.locked}
        for meeting, lock in kept.items():
            past = over.get(meeting, lock)
            if past.slot == lock.slot and not lock.interpreter:
                kept[meeting] = replace(lock, interpreter=past.interpreter)
        return kept


_WEIGHTS = {Priority.MUST: 6, Priority.WISH: 3, Priority.MAYBE: 1}


def weigh(priorities: Iterable[Priority]) -> tuple[int, bool]:
    """Weight of a meeting from what each side asked for, and whether somebody said must."""
    asked = list(priorities)
    return sum(_WEIGHTS[priority] for priority in asked), Priority.MUST in asked


def for_mode(problem: Problem, mode: Mode) -> Problem:
    """The problem with what the mode keeps: `free` locks the whole timetable in force, `repair` holds on to its tables."""
    if mode is Mode.REPAIR:
        return replace(problem, at_printed_tables=True)
    if mode is not Mode.FREE:
        return problem
    locked = {placement.meeting for placement in problem.locked}
    return replace(
        problem,
        locked=(*problem.locked, *(placement for placement in problem.current if placement.meeting not in locked)),
    )
