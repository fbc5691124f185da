"""Why a meeting has no place, and what would help: each remedy is tried with the engine."""

from dataclasses import replace
from typing import cast

import pytest
from hypothesis import example, given, settings

from eccp_desktop.domain.vocabulary import Presence
from eccp_desktop.timetable.engine import solve
from eccp_desktop.timetable.problem import Interpreter, Mode, Person, Placement, Problem, Slot, Table, Wanted
from eccp_desktop.timetable.timetable import Help, Remedy, Unplaced, Why
from tests.benchmarks.events import NORMAL, event
from tests.timetable.small_problems import problems

SLOTS = tuple(Slot(f"s{n}", "2016-04-25", "am", 540 + 25 * n, 560 + 25 * n) for n in range(2))
PROBLEM = Problem(
    slots=SLOTS,
    tables=(Table("t1"), Table("t2")),
    people=tuple(Person(name) for name in "abcd"),
    wanted=(Wanted("m", ("a", "b")),),
)


def only_gap(problem: Problem) -> Unplaced:
    (gap,) = solve(problem, seconds=5).unplaced
    return gap


def people(**values: Person) -> tuple[Person, ...]:
    return tuple(values.get(name, Person(name)) for name in "abcd")


@pytest.mark.parametrize(
    ("why", "problem"),
    [
        (Why.PERSON_GONE, replace(PROBLEM, people=people(a=Person("a", presence=Presence.GONE)))),
        (
            Why.NEVER_FREE_TOGETHER,
            replace(
                PROBLEM, people=people(a=Person("a", free=frozenset({"s0"})), b=Person("b", free=frozenset({"s1"})))
            ),
        ),
        (Why.SLOTS_OVER, replace(PROBLEM, past=frozenset({"s0", "s1"}))),
        (Why.TABLES_FULL, replace(PROBLEM, tables=())),
        (Why.DAILY_MAXIMUM, replace(PROBLEM, people=people(a=Person("a", most_per_day=0)))),
        (Why.PAUSE_NEEDED, replace(PROBLEM, people=people(a=Person("a", most_in_a_row=0)))),
        (Why.NO_INTERPRETER, replace(PROBLEM, wanted=(Wanted("m", ("a", "b"), language="fr"),))),
        (
            Why.TABLE_TAKEN,
            replace(
                PROBLEM,
                tables=(Table("t1", closed=frozenset({"s0", "s1"})), Table("t2")),
                wanted=(Wanted("m", ("a", "b"), table="t1"),),
            ),
        ),
    ],
)
def test_the_reason_is_the_one_that_stands_in_the_way(why: Why, problem: Problem) -> None:
    assert only_gap(problem).reason.code is why


def test_a_table_that_is_too_far_away_is_no_help() -> None:
    slots = frozenset({"s0"})
    problem = replace(
        PROBLEM,
        tables=(Table("t1", zone="a", closed=slots), Table("t2", zone="b", closed=frozenset({"s1"}))),
        people=people(a=Person("a", slow_walker=True)),
        wanted=(Wanted("n", ("a", "c"), weight=6, slot="s1"), Wanted("m", ("a", "b"), allowed=slots)),
    )
    assert only_gap(problem).reason.code is Why.NO_TIME_TO_WALK


def test_meetings_that_fill_the_common_slots_are_named() -> None:
    problem = replace(
        PROBLEM,
        wanted=(
            Wanted("m", ("a", "b")),
            Wanted("n", ("a", "c"), weight=6, must=True),
            Wanted("o", ("a", "d"), weight=6, must=True),
        ),
    )
    gap = only_gap(problem)
    assert gap.reason.code is Why.PEOPLE_BUSY
    assert (sorted(cast("list[str]", gap.reason.facts["meetings"])), gap.reason.facts["musts"]) == (["n", "o"], 2)


def test_a_slot_with_an_interpreter_more_would_help() -> None:
    problem = replace(PROBLEM, wanted=(Wanted("m", ("a", "b"), language="fr"),))
    remedy = only_gap(problem).remedy
    assert remedy is not None
    assert remedy.code is Help.MORE_INTERPRETERS
    assert solve(with_remedy(problem, remedy), seconds=5).placed == 1


def test_a_lock_that_could_be_released_is_named() -> None:
    wanted = (Wanted("m", ("a", "b"), allowed=frozenset({"s0"})), Wanted("n", ("a", "c")))
    problem = replace(PROBLEM, wanted=wanted, locked=(Placement("n", "s0", "t1"),))
    remedy = only_gap(problem).remedy
    assert remedy == Remedy(Help.UNLOCK, {"meeting": "n"})
    assert solve(replace(problem, locked=()), seconds=5).placed == 2


def with_remedy(problem: Problem, remedy: Remedy) -> Problem:
    """The problem in which the remedy was applied."""
    facts = {name: str(value) for name, value in remedy.facts.items()}
    match remedy.code:
        case Help.MORE_TABLES_IN_SLOT:
            closed = frozenset(slot.key for slot in problem.slots if slot.key != facts["slot"])
            zones = {table.zone for table in problem.tables}  # a table helps where its people can walk to
            extra = tuple(Table(f"extra {zone}", zone=zone, seats=9, closed=closed) for zone in sorted(zones))
            return replace(problem, tables=(*problem.tables, *extra))
        case Help.MORE_INTERPRETERS:
            voice = Interpreter("extra", frozenset({facts["language"]}), frozenset({facts["slot"]}))
            return replace(problem, interpreters=(*problem.interpreters, voice))
        case Help.UNLOCK:
            locked = tuple(seat for seat in problem.locked if seat.meeting != facts["meeting"])
            return replace(problem, locked=locked)
        case Help.SHORTER_ABSENCE:
            return _with_person(problem, facts["person"], free=facts["slot"])
        case Help.RAISE_MAXIMUM:
            return _with_person(problem, facts["person"])


def _with_person(problem: Problem, key: str, *, free: str = "") -> Problem:
    def helped(person: Person) -> Person:
        if person.key != key:
            return person
        if not free:
            return replace(person, most_per_day=None if person.most_per_day is None else person.most_per_day + 1)
        slots = person.free if person.free is not None else frozenset(slot.key for slot in problem.slots)
        start = next(slot.start for slot in problem.slots if slot.key == free)
        until = person.late_until
        lost = frozenset(slot.key for slot in problem.slots if until is not None and slot.start < until) - {free}
        return replace(person, free=(slots | {free}) - lost, late_until=None if until and start < until else until)

    return replace(problem, people=tuple(helped(person) for person in problem.people))


SLOW_BETWEEN_ZONES = Problem(
    slots=SLOTS,
    tables=(Table("t1", zone="hall"),),
    people=(Person("a", slow_walker=True), Person("b"), Person("c", table="t1")),
    wanted=(Wanted("m", ("a", "b")), Wanted("n", ("a", "c"))),
)
"""The table is somebody's own, and one that helps has to be near it."""


@settings(max_examples=60)
@given(problems())
@example(SLOW_BETWEEN_ZONES)
def test_a_remedy_places_what_it_promises_in_small_problems(problem: Problem) -> None:
    timetable = solve(problem, seconds=5)
    for gap in timetable.unplaced:
        if gap.remedy is not None and gap.remedy.code is not Help.UNLOCK:
            helped = with_remedy(replace(problem, current=timetable.placements), gap.remedy)
            again = solve(helped, seconds=5)
            assert again.aims[0].value + again.aims[1].value > timetable.aims[0].value + timetable.aims[1].value


def test_a_remedy_places_one_more_meeting_of_an_event() -> None:
    problem = event(NORMAL, seed=11)
    timetable = solve(problem, seconds=5)
    remedies = [gap.remedy for gap in timetable.unplaced if gap.remedy is not None]
    assert len(remedies) > len(timetable.unplaced) // 2
    for remedy in remedies[:3]:
        assert solve(with_remedy(problem, remedy), Mode.ALL, seconds=5).placed >= timetable.placed + remedy.gain
