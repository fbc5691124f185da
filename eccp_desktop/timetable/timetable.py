"""What the engine answers: who meets when and where, what could not be placed and why, and how good that is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from eccp_desktop.base.progress import Progress
from eccp_desktop.timetable.problem import Placement


class Why(StrEnum):
    """Why a meeting has no place. The facts that go with each are named in `reasons`."""

    NEVER_FREE_TOGETHER = "never_free_together"
    SLOTS_OVER = "common_slots_over"
    PERSON_GONE = "people_gone"
    PEOPLE_BUSY = "common_slots_taken"
    TABLES_FULL = "tables_full"
    DAILY_MAXIMUM = "daily_maximum"
    PAUSE_NEEDED = "pause_needed"
    NO_INTERPRETER = "no_interpreter"
    TABLE_TAKEN = "own_table_taken"
    NO_TIME_TO_WALK = "no_time_to_walk"
    ORDER = "order_of_meetings"
    MIXED = "several_obstacles"


class Help(StrEnum):
    """What would make room for a meeting."""

    MORE_TABLES_IN_SLOT = "one_more_table"
    UNLOCK = "release_lock"
    SHORTER_ABSENCE = "shorten_absence"
    RAISE_MAXIMUM = "raise_daily_maximum"
    MORE_INTERPRETERS = "one_more_interpreter"


@dataclass(frozen=True, slots=True)
class Reason:
    """A computed reason; `facts` hold keys of the problem and counts, the sentence is made where it is shown."""

    code: Why
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Remedy:
    """A change that was tried out: with it, `gain` more meetings are placed and none is lost."""

    code: Help
    facts: Mapping[str, object] = field(default_factory=dict)
    gain: int = 1


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A wanted meeting without a place."""

    meeting: str
    reason: Reason
    remedy: Remedy | None = None


@dataclass(frozen=True, slots=True)
class Aim:
    """One aim in the engine's order: what was reached, what is known to be the limit, and whether the two are equal."""

    name: str
    value: int
    bound: int

    @property
    def proven(self) -> bool:
        return self.value == self.bound


@dataclass(frozen=True, slots=True)
class Timetable:
    """A timetable with its figures.

    `bound` is a number of meetings that no timetable of the problem can exceed. `proven` says that no timetable places
    more weight (must meetings first). `breaks` counts idle gaps between the first and the last meeting of somebody in a
    session; `moved` counts meetings of the timetable in force that now lie in another slot or at another table,
    `cancelled` those that lost their place. `repeatable` is False where the wall clock or several workers decided when
    the search ended, so that the same seed may give another result. Seconds are wall-clock seconds.
    """

    placements: tuple[Placement, ...]
    unplaced: tuple[Unplaced, ...]
    placed: int
    wanted: int
    bound: int
    proven: bool
    aims: tuple[Aim, ...]
    breaks: int
    most_breaks: int
    table_changes: int
    walks: int
    moved: int
    cancelled: int
    seconds: float
    first_seconds: float
    repeatable: bool


@dataclass(frozen=True, slots=True)
class Step(Progress):
    """How far the engine is: meetings placed of those wanted, the most that may still be possible, breaks so far."""

    placed: int = 0
    wanted: int = 0
    bound: int = 0
    breaks: int = 0
    seconds: float = 0.0
