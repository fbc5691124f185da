"""What helps a meeting that has no seat."""

from datetime import datetime, timedelta

from eccp_desktop.domain.frame import Span
from eccp_desktop.domain.hall import Diary, Hall, HallMeeting, HallPlace, HallSlot
from eccp_desktop.domain.ids import MeetingId, ParticipantId, SlotId, TableId
from eccp_desktop.domain.making_room import Seat, free_seats, rooms
from eccp_desktop.domain.moving import best_table, move_refusal, released, slot_refusal, swap_refusal
from eccp_desktop.domain.vocabulary import MeetingState, Pairing

NINE = datetime(2016, 4, 25, 9)
ANNA, BEA, CARL = (ParticipantId(name) for name in ("Anna", "Bea", "Carl"))
FIRST, SECOND, THIRD = (SlotId(name) for name in ("first", "second", "third"))
ONE, TWO = TableId("one"), TableId("two")


def slots() -> dict[SlotId, HallSlot]:
    starts = [NINE + timedelta(minutes=25 * number) for number in range(3)]
    return {
        slot: HallSlot(slot, "morning", Span(start, start + timedelta(minutes=20)))
        for slot, start in zip((FIRST, SECOND, THIRD), starts, strict=True)
    }


def hall_with(*meetings: HallMeeting, tables: tuple[TableId, ...] = (ONE, TWO), until: SlotId = THIRD) -> Hall:
    """A hall of Anna, Bea and Carl, with the slots up to one of them."""
    open_slots = dict(list(slots().items())[: list(slots()).index(until) + 1])
    diaries = {
        person: Diary(
            person,
            person,
            meetings={m.slot: m.id for m in meetings if m.seated and m.slot is not None and person in m.people},
        )
        for person in (ANNA, BEA, CARL)
    }
    return Hall(
        pairing=Pairing.ANYONE,
        slots=open_slots,
        tables={table: HallPlace(table, number) for number, table in enumerate(tables, start=1)},
        diaries=diaries,
        meetings={meeting.id: meeting for meeting in meetings},
        at_table={(m.slot, m.table): m.id for m in meetings if m.seated and m.slot and m.table},
    )


def meeting(number: int, *people: ParticipantId, slot: SlotId | None, table: TableId = ONE) -> HallMeeting:
    state = MeetingState.SCHEDULED if slot is not None else MeetingState.UNSCHEDULED
    return HallMeeting(MeetingId(f"m{number}"), number, state, people, slot, table if slot is not None else None)


def test_free_seats_are_the_slots_in_which_all_are_free_with_the_lowest_free_table() -> None:
    hall = hall_with(meeting(1, ANNA, BEA, slot=FIRST), meeting(2, BEA, CARL, slot=SECOND))
    assert list(free_seats(hall, (ANNA, CARL))) == [Seat(THIRD, ONE)]


def test_slots_that_are_over_are_no_free_seats() -> None:
    assert [seat.slot for seat in free_seats(hall_with(), (ANNA, BEA), NINE + timedelta(minutes=50))] == [THIRD]


def test_room_is_made_by_the_one_meeting_that_can_go_elsewhere() -> None:
    hall = hall_with(meeting(1, ANNA, CARL, slot=FIRST), meeting(2, BEA, CARL, slot=SECOND), tables=(ONE,), until=THIRD)
    assert list(free_seats(hall, (ANNA, BEA))) == [Seat(THIRD, ONE)]
    (first, second) = rooms(hall, (ANNA, BEA))
    assert (first.blocker, first.seat, first.new_seat) == ("m1", Seat(FIRST, ONE), Seat(THIRD, ONE))
    assert (second.blocker, second.seat, second.new_seat) == ("m2", Seat(SECOND, ONE), Seat(THIRD, ONE))


def test_a_locked_meeting_makes_no_room() -> None:
    locked = HallMeeting(MeetingId("m1"), 1, MeetingState.SCHEDULED, (ANNA, CARL), FIRST, ONE, locked=True)
    assert not list(rooms(hall_with(locked), (ANNA, BEA)))


def test_a_meeting_keeps_its_table_in_another_slot_where_that_is_free() -> None:
    mover = meeting(1, ANNA, BEA, slot=FIRST, table=TWO)
    assert best_table(hall_with(mover), mover.id, SECOND) == TWO
    taken = meeting(2, CARL, slot=SECOND, table=TWO)
    assert best_table(hall_with(mover, taken), mover.id, SECOND) == ONE


def test_the_past_is_guarded_unless_no_clock_is_given() -> None:
    mover = meeting(1, ANNA, BEA, slot=SECOND)
    hall, now = hall_with(mover), NINE + timedelta(minutes=21)
    assert (no := move_refusal(hall, mover.id, FIRST, ONE, now)) is not None
    assert no.code == "slot_over"
    assert move_refusal(hall, mover.id, FIRST, ONE) is None


def test_a_full_slot_is_refused_whichever_table_is_meant() -> None:
    mover, other = meeting(1, ANNA, BEA, slot=FIRST), meeting(2, CARL, slot=SECOND)
    no = slot_refusal(hall_with(mover, other, tables=(ONE,)), mover.id, SECOND)
    assert no is not None
    assert no.code == "no_table_free"


def test_a_swap_asks_the_rules_as_if_neither_had_a_seat() -> None:
    one, other = meeting(1, ANNA, BEA, slot=FIRST), meeting(2, ANNA, CARL, slot=SECOND)
    assert swap_refusal(hall_with(one, other), one.id, other.id) is None
    third = meeting(3, CARL, slot=FIRST, table=TWO)
    no = swap_refusal(hall_with(one, other, third), one.id, other.id)
    assert no is not None
    assert no.code == "person_taken"


def test_released_leaves_the_given_hall_as_it_was() -> None:
    mover = meeting(1, ANNA, BEA, slot=FIRST)
    hall = hall_with(mover)
    cleared = released(hall, mover.id)
    assert not cleared.at_table
    assert not cleared.diaries[ANNA].meetings
    assert hall.at_table == {(FIRST, ONE): mover.id}
