"""Two versions of a timetable: each difference is told once, with all that differs, and from both sides alike."""

from collections import Counter
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eccp_desktop.domain.ids import MeetingId, ParticipantId, SlotId
from eccp_desktop.domain.versions import (
    Comparison,
    Difference,
    Fate,
    SeatedMeeting,
    Seating,
    by_person,
    differences,
)

NINE = datetime(2016, 4, 25, 9)
ANNA, EMILY, MARCO, INES, OLGA = (ParticipantId(name) for name in ("anna", "emily", "marco", "ines", "olga"))


def seating(slot: int, table: int, minutes: int = 20) -> Seating:
    start = NINE + timedelta(minutes=25 * slot)
    return Seating(SlotId(f"slot {slot}"), start, start + timedelta(minutes=minutes), table)


def meeting(
    people: tuple[ParticipantId, ...] = (ANNA, EMILY),
    seat: Seating | None = None,
    interpreters: tuple[ParticipantId, ...] = (),
    locked: bool = False,
    name: str = "m1",
) -> SeatedMeeting:
    return SeatedMeeting(MeetingId(name), 1, people, seat or seating(1, 7), interpreters, locked)


@pytest.mark.parametrize(
    ("then", "now", "fates"),
    [
        ([meeting()], [meeting()], []),
        ([], [meeting()], [Fate.NEW]),
        ([meeting()], [], [Fate.CANCELLED]),
        ([meeting()], [meeting(seat=seating(2, 7))], [Fate.MOVED]),
        ([meeting()], [meeting(seat=seating(1, 8))], [Fate.MOVED]),
        ([meeting()], [meeting(seat=seating(1, 7, minutes=15))], [Fate.MOVED]),
        ([meeting()], [meeting(interpreters=(INES,))], [Fate.REVOICED]),
        ([meeting(interpreters=(OLGA,))], [meeting(interpreters=(INES,))], [Fate.REVOICED]),
        ([meeting(interpreters=(OLGA,))], [meeting()], [Fate.REVOICED]),
        ([meeting()], [meeting(locked=True)], [Fate.LOCKED]),
        ([meeting(locked=True)], [meeting()], [Fate.LOCKED]),
        ([meeting()], [meeting(seat=seating(2, 7), interpreters=(INES,), locked=True)], [Fate.MOVED]),
        ([meeting()], [meeting(interpreters=(INES,), locked=True)], [Fate.REVOICED]),
        ([meeting()], [meeting(people=(EMILY, ANNA))], []),
        ([meeting()], [meeting(people=(ANNA, MARCO))], [Fate.CANCELLED, Fate.NEW]),
        ([meeting()], [meeting(name="made again")], []),
        ([meeting()], [meeting(name="made again", seat=seating(2, 7))], [Fate.MOVED]),
    ],
)
def test_each_kind_of_difference_is_told_once(
    then: list[SeatedMeeting], now: list[SeatedMeeting], fates: list[Fate]
) -> None:
    found, unchanged = differences(then, now)
    assert sorted(one.fate for one in found) == sorted(fates)
    assert unchanged == (0 if fates else 1)


def test_a_move_tells_the_interpreter_and_the_lock_that_changed_with_it() -> None:
    ((moved,), _) = differences(
        [meeting(interpreters=(OLGA,))], [meeting(seat=seating(2, 7), interpreters=(INES,), locked=True)]
    )
    assert (moved.fate, moved.helped, moved.helping, moved.locked) == (Fate.MOVED, {OLGA}, {INES}, True)


def test_a_pair_that_was_given_up_twice_and_made_again_once_keeps_the_seat_that_it_has_again() -> None:
    then = [meeting(name="a", seat=seating(1, 7)), meeting(name="b", seat=seating(2, 7))]
    found, unchanged = differences(then, [meeting(name="c", seat=seating(2, 7))])
    assert ([(one.meeting, one.fate) for one in found], unchanged) == ([("a", Fate.CANCELLED)], 1)


def test_who_interprets_has_another_sheet_and_a_lock_is_on_nobodys() -> None:
    then = [meeting(interpreters=(OLGA,)), meeting((MARCO, EMILY), seating(2, 7), name="m2")]
    now = [meeting(interpreters=(INES,)), meeting((MARCO, EMILY), seating(2, 7), locked=True, name="m2")]
    found, unchanged = differences(then, now)
    told = {line.person: line.counts for line in by_person(Comparison(found, unchanged, {}))}
    assert told == {
        ANNA: {Fate.REVOICED: 1},
        EMILY: {Fate.REVOICED: 1},
        INES: {Fate.NEW: 1},
        OLGA: {Fate.CANCELLED: 1},
    }


people = st.permutations([ANNA, EMILY, MARCO]).map(lambda names: tuple(names[:2]))
voices = st.sampled_from([(), (INES,), (OLGA,)])
seats = st.builds(seating, st.integers(1, 2), st.integers(7, 8))
meetings = st.builds(meeting, people, seats, voices, st.booleans(), st.sampled_from("abcdef"))
versions = st.lists(meetings, max_size=6, unique_by=lambda one: one.id)
MIRRORED = {Fate.NEW: Fate.CANCELLED, Fate.CANCELLED: Fate.NEW}


@given(versions, versions)
def test_every_meeting_of_both_versions_is_told_once_or_is_as_it_was(
    then: list[SeatedMeeting], now: list[SeatedMeeting]
) -> None:
    found, unchanged = differences(then, now)
    assert sum(one.before is not None for one in found) + unchanged == len(then)
    assert sum(one.after is not None for one in found) + unchanged == len(now)
    assert max(Counter(one.meeting for one in found if one.after is not None).values(), default=1) == 1


@given(versions, versions)
def test_what_is_told_differs_in_what_is_told_of_it(then: list[SeatedMeeting], now: list[SeatedMeeting]) -> None:
    found, _ = differences(then, now)
    assert all(differs(one) for one in found)


@given(versions)
def test_a_version_does_not_differ_from_itself(then: list[SeatedMeeting]) -> None:
    assert differences(then, list(reversed(then))) == ((), len(then))


@given(versions, versions)
def test_on_the_way_back_new_meetings_are_cancelled_and_the_other_way_round(
    then: list[SeatedMeeting], now: list[SeatedMeeting]
) -> None:
    there, back = differences(then, now)[0], differences(now, then)[0]
    new_and_gone = Counter(MIRRORED[one.fate] for one in back if one.fate in MIRRORED)
    assert new_and_gone == Counter(one.fate for one in there if one.fate in MIRRORED)


def differs(one: Difference) -> bool:
    match one.fate:
        case Fate.NEW:
            return one.before is None and one.after is not None
        case Fate.CANCELLED:
            return one.before is not None and one.after is None
    assert one.before is not None
    assert one.after is not None
    match one.fate:
        case Fate.MOVED:
            return one.before.shown != one.after.shown
        case Fate.REVOICED:
            return one.before.shown == one.after.shown and one.helped != one.helping
    return one.before.shown == one.after.shown and one.helped == one.helping and one.locked is not None
