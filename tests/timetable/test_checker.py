"""The checker finds each kind of broken rule, and nothing in a legal timetable."""

from dataclasses import replace

import pytest

from eccp_desktop.domain.vocabulary import Presence
from eccp_desktop.timetable.checker import Rule, check
from eccp_desktop.timetable.problem import Interpreter, Person, Placement, Problem, Slot, Table, Wanted

SLOTS = tuple(Slot(f"s{n}", "2016-04-25", "am", 540 + 25 * n, 560 + 25 * n) for n in range(4))
PROBLEM = Problem(
    slots=SLOTS,
    tables=(Table("t1"), Table("t2"), Table("booth", owner="x", seats=2)),
    people=tuple(Person(name, organisation=name) for name in "abcdef"),
    wanted=(Wanted("m", ("a", "b")), Wanted("n", ("a", "c")), Wanted("o", ("d", "e"))),
    interpreters=(Interpreter("i", frozenset({"fr"}), free=frozenset({"s1"})),),
)
LEGAL = (Placement("m", "s0", "t1"), Placement("n", "s1", "t1"), Placement("o", "s0", "t2"))


def person(problem: Problem, key: str, **values: object) -> Problem:
    people = tuple(replace(one, **values) if one.key == key else one for one in problem.people)  # type: ignore[arg-type]  # fields by their names
    return replace(problem, people=people)


def wanted(problem: Problem, key: str, **values: object) -> Problem:
    meetings = tuple(replace(one, **values) if one.key == key else one for one in problem.wanted)  # type: ignore[arg-type]  # fields by their names
    return replace(problem, wanted=meetings)


def rules(problem: Problem, *seats: Placement) -> set[Rule]:
    return {violation.rule for violation in check(problem, seats)}


def test_a_legal_timetable_has_no_violation() -> None:
    assert check(PROBLEM, LEGAL) == []
    assert check(PROBLEM, ()) == []


@pytest.mark.parametrize(
    ("rule", "seats"),
    [
        (Rule.UNKNOWN, [Placement("nobody", "s0", "t1")]),
        (Rule.UNKNOWN, [Placement("m", "nowhen", "t1")]),
        (Rule.UNKNOWN, [Placement("m", "s0", "nowhere")]),
        (Rule.TWICE_PLACED, [Placement("m", "s0", "t1"), Placement("m", "s1", "t1")]),
        (Rule.PERSON_TWICE, [Placement("m", "s0", "t1"), Placement("n", "s0", "t2")]),
        (Rule.TABLE_TWICE, [Placement("m", "s0", "t1"), Placement("o", "s0", "t1")]),
        (Rule.NO_TABLE, [Placement("m", "s0")]),
        (Rule.TABLE_OF_ANOTHER, [Placement("m", "s0", "booth")]),
    ],
)
def test_a_wrong_seat_is_found(rule: Rule, seats: list[Placement]) -> None:
    assert rules(PROBLEM, *seats) == {rule}


@pytest.mark.parametrize(
    ("rule", "problem"),
    [
        (Rule.NOT_FREE, person(PROBLEM, "a", free=frozenset({"s1", "s2"}))),
        (Rule.NOT_FREE, person(PROBLEM, "b", presence=Presence.GONE)),
        (Rule.NOT_FREE, person(PROBLEM, "b", late_until=541)),
        (Rule.TABLE_CLOSED, replace(PROBLEM, tables=(Table("t1", closed=frozenset({"s0"})), *PROBLEM.tables[1:]))),
        (Rule.TABLE_OF_ANOTHER, person(PROBLEM, "f", table="t1")),
        (Rule.TABLE_TOO_SMALL, replace(PROBLEM, tables=(Table("t1", seats=1), *PROBLEM.tables[1:]))),
        (Rule.FIXED, person(PROBLEM, "a", table="t2")),
        (Rule.FIXED, wanted(PROBLEM, "m", table="t2")),
        (Rule.FIXED, wanted(PROBLEM, "m", slot="s1")),
        (Rule.NOT_ALLOWED, wanted(PROBLEM, "m", allowed=frozenset({"s1"}))),
        (Rule.PAST, replace(PROBLEM, past=frozenset({"s0"}))),
        (Rule.LOCKED, replace(PROBLEM, locked=(Placement("m", "s2", "t1"),))),
        (Rule.LOCKED, replace(PROBLEM, locked=(Placement("m", "s0", "t2"),))),
        (Rule.LOCKED, replace(PROBLEM, current=(Placement("m", "s3", "t1"),), past=frozenset({"s3"}))),
        (Rule.ORDER, wanted(PROBLEM, "m", after=frozenset({"n"}))),
        (Rule.DAILY_MAXIMUM, person(PROBLEM, "a", most_per_day=1)),
        (Rule.NO_PAUSE, person(PROBLEM, "a", most_in_a_row=1)),
        (Rule.INTERPRETER, wanted(PROBLEM, "m", language="fr")),
    ],
)
def test_a_broken_condition_is_found(rule: Rule, problem: Problem) -> None:
    assert rule in rules(problem, *LEGAL)


def test_an_interpreter_sits_in_one_meeting_of_a_slot_and_only_when_free() -> None:
    problem = wanted(wanted(PROBLEM, "n", language="fr"), "o", language="fr")
    one = Placement("n", "s1", "t1", "i")
    assert rules(problem, one) == set()
    assert rules(problem, one, Placement("o", "s1", "t2", "i")) == {Rule.INTERPRETER}
    assert rules(problem, replace(one, slot="s2")) == {Rule.INTERPRETER}
    assert rules(problem, replace(one, interpreter="")) == {Rule.INTERPRETER}


def test_who_needs_time_to_walk_has_a_slot_between_two_zones() -> None:
    tables = (Table("t1", zone="a"), Table("t2", zone="b"))
    problem = person(replace(PROBLEM, tables=tables), "a", slow_walker=True)
    first = Placement("m", "s0", "t1")
    assert rules(problem, first, Placement("n", "s1", "t2")) == {Rule.NO_TIME_TO_WALK}
    assert rules(problem, first, Placement("n", "s1", "t1")) == set()
    assert rules(problem, first, Placement("n", "s2", "t2")) == set()
    assert rules(replace(problem, locked=(first,)), first, Placement("n", "s1", "t2")) == {Rule.NO_TIME_TO_WALK}
    both = (first, Placement("n", "s1", "t2"))
    assert rules(replace(problem, locked=both), *both) == set()


def test_what_is_locked_or_over_is_excused_from_absences_and_maxima() -> None:
    absent = person(
        person(PROBLEM, "a", free=frozenset(), most_per_day=1, most_in_a_row=1), "d", presence=Presence.GONE
    )
    locked = replace(absent, locked=LEGAL[:2], current=LEGAL[2:], past=frozenset({"s0"}))
    assert check(locked, LEGAL) == []
