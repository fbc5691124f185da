"""What the Now page reads."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from eccp_desktop.actions.close_table import CloseTable
from eccp_desktop.actions.gone_for_today import GoneForToday
from eccp_desktop.actions.lock_meeting import LockMeeting
from eccp_desktop.actions.presence import CheckIn, MarkLate
from eccp_desktop.actions.roll_call import CallSlot, SettleMeeting, StartMeeting
from eccp_desktop.actions.seat_replacement import SeatReplacement
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.ids import MeetingId, ParticipantId, SlotId
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.repair import Why
from eccp_desktop.domain.vocabulary import MeetingState
from eccp_desktop.store.changes import ChangeSet
from eccp_desktop.store.reads.now_board import awaited, followed, now_board
from eccp_desktop.store.reads.now_frame import now_frame
from eccp_desktop.store.reads.repair_list import later_meetings, repair_list
from eccp_desktop.store.reads.stranded import Stranded, stranded_in
from tests.event_day import Ask, Guests, Seat, event_desk


@pytest.fixture
def desk(tmp_path: Path, clock: HeldClock) -> Iterator[Desk]:
    desk = event_desk(tmp_path, clock)
    yield desk
    desk.close()


@pytest.fixture
def people(desk: Desk) -> list[str]:
    """Anna (EU), Emily (US), Marco (EU), Liam (US); nobody is here."""
    return list(desk.do(Guests(("Anna Rossi", "Emily Ross", "Marco Roy", "Liam Byrne"))).values())


def _slot(desk: Desk, index: int) -> SlotId:
    return desk.read(now_frame).slots[index].slot.id


def _stranded(desk: Desk, index: int) -> tuple[Stranded, ...]:
    return desk.read(stranded_in, desk.read(now_board, _slot(desk, index)))


def test_slots_know_what_is_open_in_them(desk: Desk, people: list[str]) -> None:
    held = desk.do(Seat(people[0], people[1], slot=0, table=1))
    desk.do(Seat(people[2], people[3], slot=0, table=2))
    desk.do(SettleMeeting(MeetingId(held), MeetingState.HELD))

    frame = desk.read(now_frame)

    assert (frame.zone, len(frame.slots)) == ("Europe/Berlin", 10)
    assert (frame.slots[0].meetings, frame.slots[0].open) == (2, 1)


def test_every_table_stands_in_its_order_with_host_and_guest(desk: Desk, people: list[str]) -> None:
    desk.do(Seat(people[1], people[0], slot=0, table=3))
    desk.do(CloseTable(desk.read(now_board, _slot(desk, 0)).tables[3].id))

    tables = desk.read(now_board, _slot(desk, 0)).tables

    assert [(table.number, table.open) for table in tables] == [(1, True), (2, True), (3, True), (4, False)]
    meeting = tables[2].meeting
    assert meeting is not None
    assert [(person.name, person.host) for person in meeting.people] == [("Emily Ross", True), ("Anna Rossi", False)]


def test_who_came_in_vain_is_stranded(desk: Desk, people: list[str]) -> None:
    meeting = MeetingId(desk.do(Seat(people[0], people[1], slot=0, table=2)))
    desk.do(SettleMeeting(meeting, MeetingState.GUEST_MISSING))

    (stranded,) = _stranded(desk, 0)

    assert (stranded.person.name, stranded.table_number, stranded.without) == ("Anna Rossi", 2, ("Emily Ross",))


def test_who_got_a_meeting_in_the_next_slot_is_stranded_no_more(desk: Desk, people: list[str]) -> None:
    anna, emily, _, liam = (ParticipantId(person) for person in people)
    meeting = MeetingId(desk.do(Seat(anna, emily, slot=0, table=2)))
    desk.do(SettleMeeting(meeting, MeetingState.GUEST_MISSING))
    table = _stranded(desk, 0)[0].table
    assert table is not None

    desk.do(SeatReplacement(anna, liam, _slot(desk, 1), table))

    assert _stranded(desk, 0) == ()


def test_whose_partner_went_home_is_stranded_in_that_slot(desk: Desk, people: list[str]) -> None:
    desk.do(Seat(people[0], people[1], slot=1, table=2))
    desk.do(CheckIn(people[0]))
    desk.do(GoneForToday(people[1]))

    (stranded,) = _stranded(desk, 1)

    assert (stranded.person.name, stranded.table_number, stranded.without) == ("Anna Rossi", 2, ("Emily Ross",))
    assert _stranded(desk, 0) == ()


def test_who_has_a_meeting_and_is_not_in_the_building_is_awaited(desk: Desk, people: list[str]) -> None:
    desk.do(Seat(people[0], people[1], slot=1, table=2))
    desk.do(Seat(people[2], people[3], slot=1, table=3))
    desk.do(CheckIn(people[0]))
    desk.do(MarkLate(people[1]))

    found = desk.read(awaited, _slot(desk, 1))

    assert [(one.person.name, one.table) for one in found] == [("Liam Byrne", 3), ("Marco Roy", 3), ("Emily Ross", 2)]
    assert found[2].partners == ("Anna Rossi",)


def test_partners_come_with_names_and_reasons(desk: Desk, people: list[str]) -> None:
    meeting = MeetingId(desk.do(Seat(people[0], people[1], slot=0, table=2)))
    desk.do(SettleMeeting(meeting, MeetingState.GUEST_MISSING))
    desk.do(CheckIn(people[3]))
    desk.do(Ask(people[3], people[0], "must"))

    slot = _slot(desk, 0)
    table = _stranded(desk, 0)[0].table
    (option,) = desk.read(repair_list, ParticipantId(people[0]), [slot], table).options

    assert (option.name, option.country, option.table, option.asker) == ("Liam Byrne", "US", 2, "Liam Byrne")
    assert option.partner.why is Why.ASKED


def test_later_meetings_are_those_of_the_day(desk: Desk, people: list[str]) -> None:
    for slot in (0, 2, 3, 6):
        desk.do(Seat(people[0], people[1], slot=slot, table=1))

    found = desk.read(later_meetings, [ParticipantId(person) for person in people[:3]], _slot(desk, 1))

    assert [(f"{one.start:%H:%M}", one.table) for one in found[ParticipantId(people[0])]] == [
        ("09:50", 1),
        ("14:00", 1),
    ]
    assert found[ParticipantId(people[1])] == found[ParticipantId(people[0])]
    assert found[ParticipantId(people[2])] == ()


def test_a_board_that_follows_each_step_is_the_board_that_is_read_anew(desk: Desk, people: list[str]) -> None:
    slot = _slot(desk, 0)
    steps: list[ChangeSet] = []
    desk.listen(steps.append)
    first = MeetingId(desk.do(Seat(people[0], people[1], slot=0, table=1)))
    second = MeetingId(desk.do(Seat(people[2], people[3], slot=0, table=2)))
    kim = ParticipantId(desk.do(Guests(("Nina Nagy", "Kim Lee"), presence="here"))["Kim Lee"])
    board = desk.read(now_board, slot)
    free = board.tables[3].id
    steps.clear()

    for intent in (
        CallSlot(slot),
        StartMeeting(first),
        SettleMeeting(second, MeetingState.GUEST_MISSING),
        MarkLate(people[3]),
        SettleMeeting(first, MeetingState.HELD),
        GoneForToday(people[3], slot),
        SeatReplacement(ParticipantId(people[2]), kim, slot, free),
        LockMeeting(second),
    ):
        with suppress(Refusal):
            desk.do(intent)
        desk.undo()
        desk.redo()
        for step in steps:
            board = desk.read(followed, board, step.ids("meeting"), step.ids("participant"))
        steps.clear()
        assert board == desk.read(now_board, slot), intent
