"""Ways out of the tray, each tried with the engine: how many more meetings it would really place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from eccp_desktop.actions.edit_event import SetLimits
from eccp_desktop.actions.edit_tables import SetTables
from eccp_desktop.actions.lock_meeting import UnlockMeeting
from eccp_desktop.actions.making_way import FreeInSlot, Help, MakeWay, OpenTableInSlot
from eccp_desktop.base.progress import Progress, Report, Stopping, never_stopping, unreported
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.timetable_problem import EventProblem, event_problem
from eccp_desktop.desk.timetabling import placed_by
from eccp_desktop.domain.ids import MeetingId
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.ways_out import NEW_TABLE, Way, WayOut
from eccp_desktop.store.reads.timetable_problem import TimetableFacts, timetable_facts
from eccp_desktop.timetable.problem import Mode, Problem, Table
from eccp_desktop.timetable.process import EngineEnded, solve_apart
from eccp_desktop.timetable.timetable import Timetable

SECONDS_EACH = 2.0


@dataclass(frozen=True, slots=True)
class Tried:
    """A way out with what it brings: `gain` more meetings get a seat than without it, and `intent` does it all in one step."""

    way: WayOut
    gain: int
    intent: MakeWay


@dataclass(frozen=True, slots=True)
class Trial(Progress):
    """A way was tried; `tried` is None where it places nobody."""

    way: WayOut
    tried: Tried | None


class WaysTried:
    """Tries ways out on the event as it stands; nothing is changed. Slow: for a job, not for the window's thread."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def best(
        self,
        ways: Iterable[WayOut],
        now: datetime,
        report: Report = unreported,
        stopping: Stopping = never_stopping,
    ) -> tuple[Tried, ...]:
        """Those that place more meetings while nothing else moves, most first; each is told as a `Trial`, whatever came of it.
        `now` is naive wall time at the venue. A stop ends it at once, with those that were tried."""
        with self._desk.apart():
            facts = self._desk.read(timetable_facts)
        event = event_problem(facts, now)
        found, wanted = list[Tried](), list(ways)
        try:
            without = _free(event.problem, stopping)
            for number, way in enumerate(wanted, start=1):
                tried = _try(way, facts, event, without, stopping)
                if stopping():
                    break
                found += [tried] if tried is not None else []
                report(Trial(number, len(wanted), "", way, tried))
        except (EngineEnded, Refusal):
            pass  # it was stopped, or locked meetings clash: nothing more is known
        return tuple(sorted(found, key=lambda tried: -tried.gain))


def help_of(way: WayOut, tables: int, most_per_day: int | None) -> Help:
    """The intent that goes this way, in an event with so many tables and this daily maximum."""
    match way:
        case WayOut(Way.OPEN_TABLE, slot=slot, table=table) if slot is not None and table is not None:
            return OpenTableInSlot(table, slot)
        case WayOut(Way.FREE_PERSON, slot=slot, person=person) if slot is not None and person is not None:
            return FreeInSlot(person, slot)
        case WayOut(Way.UNLOCK, meeting=meeting) if meeting is not None:
            return UnlockMeeting(meeting)
        case WayOut(Way.RAISE_MAXIMUM):
            return SetLimits(most_meetings_per_day=(most_per_day or 0) + 1)
        case _:
            return SetTables(tables + 1)


def _free(problem: Problem, stopping: Stopping) -> Timetable:
    return solve_apart(problem, Mode.FREE, SECONDS_EACH, stopping=stopping, ending=stopping)


def _try(
    way: WayOut, facts: TimetableFacts, event: EventProblem, without: Timetable, stopping: Stopping
) -> Tried | None:
    helped = replace(event, problem=_helped(way, event.problem))
    timetable = _free(helped.problem, stopping)
    gain = timetable.placed - without.placed
    if gain <= 0:
        return None
    intent = help_of(way, len(event.hall.tables), facts.most_meetings_per_day)
    return Tried(way, gain, MakeWay(intent, placed_by(replace(helped, problem=event.problem), timetable)))


def _helped(way: WayOut, problem: Problem) -> Problem:
    """The problem after the change."""
    match way.way:
        case Way.OPEN_TABLE:
            return replace(problem, tables=tuple(_opened(problem.tables, way)))
        case Way.ADD_TABLE:
            return replace(problem, tables=(*problem.tables, Table(NEW_TABLE)))
        case Way.FREE_PERSON:
            return replace(
                problem,
                people=tuple(
                    replace(one, free=one.free | {str(way.slot)})
                    if one.key == way.person and one.free is not None
                    else one
                    for one in problem.people
                ),
            )
        case Way.RAISE_MAXIMUM:
            return replace(
                problem,
                people=tuple(
                    one if one.most_per_day is None else replace(one, most_per_day=one.most_per_day + 1)
                    for one in problem.people
                ),
            )
        case Way.UNLOCK:
            return replace(
                problem,
                locked=tuple(seat for seat in problem.locked if MeetingId(seat.meeting) != way.meeting),
                current=tuple(seat for seat in problem.current if MeetingId(seat.meeting) != way.meeting),
            )


def _opened(tables: Iterable[Table], way: WayOut) -> Iterator[Table]:
    for table in tables:
        yield replace(table, closed=table.closed - {str(way.slot)}) if table.key == way.table else table
