"""A table that breaks down in the middle of the day."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from eccp_desktop.actions.close_table import CloseTable, ReopenTable
from eccp_desktop.actions.edit_event import SetLimits
from eccp_desktop.actions.roll_call import StartMeeting
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.ids import MeetingId, TableId
from eccp_desktop.domain.vocabulary import MeetingState
from eccp_desktop.store.reads.hall import hall
from tests.actions.rows import Alter
from tests.event_day import Guests, Seat, event_desk

NAMES = tuple(
    f"{given} Guest{number}" for number, given in enumerate(("Ann", "Bob", "Cleo", "Dan", "Eva", "Fred", "Gus", "Hal"))
)


@pytest.fixture
def desk(tmp_path: Path, clock: HeldClock) -> Iterator[Desk]:
    desk = event_desk(tmp_path, clock)
    yield desk
    desk.close()


def _table(desk: Desk, number: int) -> TableId:
    return next(table.id for table in desk.read(hall).tables.values() if table.number == number)


def test_meetings_move_to_free_tables_and_the_rest_falls_to_the_tray(desk: Desk) -> None:
    guests = list(desk.do(Guests(NAMES)).values())
    moving = MeetingId(desk.do(Seat(guests[0], guests[1], slot=0, table=1)))
    falling = MeetingId(desk.do(Seat(guests[0], guests[1], slot=1, table=1)))
    for table in (2, 3, 4):
        desk.do(Seat(guests[2 * table - 2], guests[2 * table - 1], slot=1, table=table))

    closed = desk.do(CloseTable(_table(desk, 1)))

    found = desk.read(hall)
    assert closed.moved == ((found.meetings[moving].number, 2),)
    assert closed.fallen == (found.meetings[falling].number,)
    assert found.meetings[moving].table == _table(desk, 2)
    assert found.meetings[falling].state is MeetingState.UNSCHEDULED


def test_a_meeting_that_runs_goes_on(desk: Desk, clock: HeldClock) -> None:
    guests = list(desk.do(Guests(NAMES)).values())
    running = MeetingId(desk.do(Seat(guests[0], guests[1], slot=0, table=1)))
    clock.advance(timedelta(minutes=5))
    desk.do(StartMeeting(running))

    closed = desk.do(CloseTable(_table(desk, 1)))

    assert (closed.moved, closed.fallen) == ((), ())
    assert desk.read(hall).meetings[running].table == _table(desk, 1)


def test_it_is_closed_for_the_rest_of_the_day_and_can_be_used_again(desk: Desk, clock: HeldClock) -> None:
    clock.advance(timedelta(minutes=30))
    table = _table(desk, 3)
    desk.do(CloseTable(table))
    found = desk.read(hall)
    starts = {slot.id: f"{slot.span.start:%d %H:%M}" for slot in found.slots.values()}
    assert {starts[slot] for slot in found.tables[table].closed_slots} == {
        "25 09:25",
        "25 09:50",
        "25 14:00",
        "25 14:25",
    }

    desk.do(ReopenTable(table))

    assert desk.read(hall).tables[table].closed_slots == frozenset()


def test_nothing_is_moved_where_nobody_wants_it(desk: Desk) -> None:
    guests = list(desk.do(Guests(NAMES)).values())
    meeting = MeetingId(desk.do(Seat(guests[0], guests[1], slot=0, table=1)))

    closed = desk.do(CloseTable(_table(desk, 1), move=False, reason="Broken leg"))

    assert closed.fallen == (desk.read(hall).meetings[meeting].number,)
    desk.undo()
    assert desk.read(hall).meetings[meeting].state is MeetingState.SCHEDULED


def test_where_one_meeting_went_counts_for_the_next_one(desk: Desk) -> None:
    """Between zones nobody walks in the pause: who moves to the other zone at nine cannot be back at the next slot."""
    desk.do(SetLimits(slots_between_zones=1))
    for number, zone in ((1, "North"), (2, "South"), (3, "North"), (4, "North")):
        desk.do(Alter("tables", _table(desk, number), {"zone": zone}))
    ann, bob, cleo, dan, eva, *_ = desk.do(Guests(NAMES)).values()
    first = MeetingId(desk.do(Seat(ann, bob, slot=0, table=1)))
    second = MeetingId(desk.do(Seat(ann, cleo, slot=1, table=1)))
    desk.do(Seat(dan, eva, slot=1, table=2))
    for table in (3, 4):
        desk.do(Alter("tables", _table(desk, table), {"open": table == 3}))

    closed = desk.do(CloseTable(_table(desk, 1)))

    found = desk.read(hall)
    assert closed.moved == ((found.meetings[first].number, 2),)
    assert closed.fallen == (found.meetings[second].number,)


def test_what_is_shown_before_is_what_happens(desk: Desk) -> None:
    guests = list(desk.do(Guests(NAMES)).values())
    for slot in range(4):
        desk.do(Seat(guests[0], guests[1 + slot], slot=slot, table=1))
    intent = CloseTable(_table(desk, 1))
    shown = desk.rehearse(intent)
    assert shown == desk.do(intent)
    assert len(shown.moved) == 4
