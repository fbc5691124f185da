"""From requests to seats: the timetable of an event, made, looked at, applied and taken back."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from eccp_desktop.actions.apply_timetable import ApplyTimetable, PlannedMeeting
from eccp_desktop.actions.cancel_meeting import CancelMeeting
from eccp_desktop.actions.lock_meeting import LockMeeting
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.timetabling import Mode, Timetabling
from eccp_desktop.domain.hall import Hall
from eccp_desktop.domain.ids import MeetingId, ParticipantId
from eccp_desktop.domain.reasons import reason_of
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.vocabulary import MeetingState
from eccp_desktop.store.reads.hall import hall as read_hall
from eccp_desktop.store.reads.timetable_grid import timetable_grid
from tests.event_day import Ask, Guests, Seat, event_desk

EU = ("Anna Rossi", "Zoé Lefèvre", "Jürgen Müller")
US = ("Emily Ross", "Liam Cole", "Grace Kim")


@pytest.fixture
def desk(tmp_path: Path, clock: HeldClock) -> Iterator[Desk]:
    desk = event_desk(tmp_path, clock)
    yield desk
    desk.close()


@pytest.fixture
def guests(desk: Desk) -> dict[str, str]:
    names = tuple(name for pair in zip(EU, US, strict=True) for name in pair)
    return desk.do(Guests(names))


def hall(desk: Desk) -> Hall:
    return desk.read(read_hall)


def seats(desk: Desk) -> dict[frozenset[ParticipantId], tuple[object, object]]:
    return {
        frozenset(meeting.people): (meeting.slot, meeting.table)
        for meeting in hall(desk).meetings.values()
        if meeting.seated
    }


def schedule(desk: Desk, mode: Mode = Mode.ALL) -> None:
    timetabling = Timetabling(desk)
    timetabling.apply(timetabling.generate(mode, seconds=5))


def test_both_asked_is_one_meeting(desk: Desk, guests: dict[str, str]) -> None:
    anna, emily = guests["Anna Rossi"], guests["Emily Ross"]
    desk.do(Ask(anna, emily, "must"))
    desk.do(Ask(emily, anna, "maybe", "open"))
    proposal = Timetabling(desk).generate(seconds=5)
    assert (proposal.timetable.placed, len(proposal.new), proposal.timetable.wanted) == (1, 1, 1)
    assert hall(desk).meetings == {}
    Timetabling(desk).apply(proposal)
    (meeting,) = hall(desk).meetings.values()
    assert (meeting.state, meeting.people, meeting.number) == (MeetingState.SCHEDULED, (anna, emily), 1)


def test_only_those_who_may_meet_are_placed(desk: Desk, guests: dict[str, str]) -> None:
    anna, zoe, emily, liam = (guests[name] for name in ("Anna Rossi", "Zoé Lefèvre", "Emily Ross", "Liam Cole"))
    desk.do(Ask(anna, zoe))
    desk.do(Ask(anna, emily, state="declined"))
    desk.do(Ask(emily, anna, state="open"))
    desk.do(Ask(zoe, liam, state="withdrawn"))
    desk.do(Ask(zoe, emily, state="accepted"))
    schedule(desk)
    assert set(seats(desk)) == {frozenset((zoe, emily))}


def test_a_timetable_is_one_step(desk: Desk, guests: dict[str, str]) -> None:
    for european in EU:
        for american in US:
            desk.do(Ask(guests[european], guests[american]))
    schedule(desk)
    placed = seats(desk)
    assert len(placed) == 9
    desk.undo()
    assert hall(desk).meetings == {}
    desk.redo()
    assert seats(desk) == placed


def test_what_finds_no_place_waits_with_its_reason(desk: Desk, guests: dict[str, str]) -> None:
    anna = guests["Anna Rossi"]
    more = desk.do(Guests(tuple(f"Guest {n}" for n in range(1, 17))))
    americans = [*(guests[name] for name in US), *(more[f"Guest {n}"] for n in range(2, 17, 2))]
    for american in americans:
        desk.do(Ask(anna, american))
    schedule(desk)
    upcoming = 9  # of ten slots, the first begins now
    assert len(seats(desk)) == upcoming
    waiting = desk.read(timetable_grid).waiting
    assert len(waiting) == len(americans) - upcoming
    reasons = {reason.code for one in waiting if (reason := reason_of(one.reason)) is not None}
    assert reasons == {"common_slots_taken"}


def test_locked_and_cancelled_meetings_are_left_alone(desk: Desk, guests: dict[str, str]) -> None:
    anna, emily, liam = guests["Anna Rossi"], guests["Emily Ross"], guests["Liam Cole"]
    desk.do(Ask(anna, emily))
    desk.do(Ask(anna, liam))
    locked = MeetingId(desk.do(Seat(anna, emily, slot=4, table=3)))
    desk.do(LockMeeting(locked))
    cancelled = MeetingId(desk.do(Seat(anna, liam, slot=1, table=1)))
    desk.do(CancelMeeting(cancelled))
    before = seats(desk)
    schedule(desk)
    assert seats(desk) == before


def test_free_leaves_every_seat_and_fills_the_holes(desk: Desk, guests: dict[str, str]) -> None:
    anna, emily, liam = guests["Anna Rossi"], guests["Emily Ross"], guests["Liam Cole"]
    desk.do(Seat(anna, emily, slot=4, table=3))
    before = seats(desk)
    desk.do(Ask(anna, liam))
    schedule(desk, Mode.FREE)
    after = seats(desk)
    assert before.items() <= after.items()
    assert frozenset((anna, liam)) in after


def test_on_the_day_slots_that_began_are_frozen(desk: Desk, guests: dict[str, str], clock: HeldClock) -> None:
    anna, emily, liam = guests["Anna Rossi"], guests["Emily Ross"], guests["Liam Cole"]
    desk.do(Seat(anna, emily, slot=0, table=3))
    before = seats(desk)
    clock.advance(timedelta(minutes=35))
    desk.do(Ask(anna, liam))
    schedule(desk)
    after = seats(desk)
    assert before.items() <= after.items()
    slots = list(hall(desk).slots)
    assert slots.index(after[frozenset((anna, liam))][0]) >= 2


def test_an_event_that_is_over_can_still_be_planned(desk: Desk, guests: dict[str, str], clock: HeldClock) -> None:
    desk.do(Ask(guests["Anna Rossi"], guests["Emily Ross"]))
    clock.advance(timedelta(days=3650))
    schedule(desk)
    assert len(seats(desk)) == 1


def test_a_seat_taken_meanwhile_refuses_the_whole_proposal(desk: Desk, guests: dict[str, str]) -> None:
    anna, emily, zoe, liam = (guests[name] for name in ("Anna Rossi", "Emily Ross", "Zoé Lefèvre", "Liam Cole"))
    desk.do(Ask(anna, emily))
    proposal = Timetabling(desk).generate(seconds=5)
    (change,) = proposal.new
    assert change.after is not None
    slots = list(hall(desk).slots)
    number = hall(desk).tables[change.after.table].number
    desk.do(Seat(zoe, liam, slot=slots.index(change.after.slot), table=number))
    with pytest.raises(Refusal, match="timetable_outdated"):
        Timetabling(desk).apply(proposal)
    assert set(seats(desk)) == {frozenset((zoe, liam))}


def test_a_plan_never_seats_two_at_one_table(desk: Desk, guests: dict[str, str]) -> None:
    frame = hall(desk)
    slot, table = next(iter(frame.slots)), next(iter(frame.tables))
    plans = tuple(
        PlannedMeeting((ParticipantId(guests[one]), ParticipantId(guests[other])), slot=slot, table=table)
        for one, other in zip(EU[:2], US[:2], strict=True)
    )
    with pytest.raises(Refusal, match="timetable_outdated"):
        desk.do(ApplyTimetable(plans))


def test_a_hole_is_filled_from_the_tray(desk: Desk, guests: dict[str, str]) -> None:
    anna, emily, zoe, liam = (guests[name] for name in ("Anna Rossi", "Emily Ross", "Zoé Lefèvre", "Liam Cole"))
    waiting = desk.do(Seat(anna, emily))
    desk.do(Ask(zoe, liam, "must"))
    slot = list(hall(desk).slots)[2]
    found = Timetabling(desk).fill_hole(slot)
    assert [(one.meeting, frozenset(one.people)) for one in found] == [
        (None, frozenset((zoe, liam))),
        (waiting, frozenset((anna, emily))),
    ]


def test_a_hole_is_filled_anew_after_each_step(desk: Desk, guests: dict[str, str]) -> None:
    anna, emily, zoe, liam = (guests[name] for name in ("Anna Rossi", "Emily Ross", "Zoé Lefèvre", "Liam Cole"))
    waiting = desk.do(Seat(anna, emily))
    timetabling, (slot, later) = Timetabling(desk), list(hall(desk).slots)[2:4]
    assert [one.meeting for one in timetabling.fill_hole(slot)] == [waiting]
    assert timetabling.fill_hole(slot) == timetabling.fill_hole(slot)
    second = desk.do(Seat(zoe, liam))
    assert {one.meeting for one in timetabling.fill_hole(slot)} == {waiting, second}
    desk.undo()
    assert [one.meeting for one in timetabling.fill_hole(slot)] == [waiting]
    assert [one.meeting for one in timetabling.fill_hole(later)] == [waiting]


def test_without_slots_or_tables_there_is_nothing_to_generate(tmp_path: Path, clock: HeldClock) -> None:
    from eccp_desktop.actions.create_event import CreateEvent
    from eccp_desktop.desk.opening import new_desk

    desk = new_desk(tmp_path / "empty.eccp", clock, "MK")
    desk.do(CreateEvent(name="Empty", zone="Europe/Berlin"))
    with pytest.raises(Refusal, match="no_slots"):
        Timetabling(desk).generate()
    desk.close()


def test_a_search_that_is_ended_before_its_first_timetable_refuses_in_words(desk: Desk, guests: dict[str, str]) -> None:
    with pytest.raises(Refusal, match="ended_early"):
        Timetabling(desk).generate(ending=lambda: True)
