"""A slot in the hall, from the bell to the last table, without the mouse."""

from datetime import datetime

import pytest

from eccp_desktop.domain.vocabulary import MeetingState, Presence
from eccp_desktop.store.reads.desk_list import desk_people
from eccp_desktop.store.reads.now_board import BoardMeeting
from eccp_desktop.ui.pages.now.page import NowPage
from tests.journeys.everybody import EverybodyIsHere
from tests.journeys.volunteer import Volunteer

BELL = datetime(2016, 4, 25, 10, 0)


@pytest.fixture
def floor(volunteer: Volunteer) -> Volunteer:
    """Everybody is here; the volunteer went to the floor, and the first slot begins."""
    volunteer.desk.do(EverybodyIsHere())
    volunteer.at(BELL)
    volunteer.press("Ctrl+2")
    return volunteer


def now(volunteer: Volunteer) -> NowPage:
    return volunteer.page(NowPage)


def chosen(volunteer: Volunteer) -> BoardMeeting:
    """The meeting of the selected table."""
    table = now(volunteer).table
    assert table is not None
    assert table.meeting is not None
    return table.meeting


def answer(volunteer: Volunteer, key: str, state: MeetingState) -> BoardMeeting:
    """A key of the roll-call, and what it means for the table that was selected."""
    before = chosen(volunteer)
    volunteer.press(key)
    volunteer.until(lambda: volunteer.meeting(before.id).state is state)
    return before


def test_a_slot_is_called_and_answered_table_by_table(floor: Volunteer) -> None:
    page = now(floor)
    assert page.headline.said.startswith("10:00 – 10:20")
    floor.press("C")
    floor.hears(" meetings of 10:00 are called.")
    board = page.board
    assert board is not None
    called = board.count(MeetingState.CALLED)
    assert called == board.meetings > 10
    first = answer(floor, "1", MeetingState.RUNNING)
    floor.hears(" meet.")
    assert chosen(floor).id != first.id, "the next table is asked by itself"
    answer(floor, "2", MeetingState.HOST_MISSING)
    floor.hears(" did not come. ", " waits.")
    answer(floor, "3", MeetingState.GUEST_MISSING)
    answer(floor, "0", MeetingState.BOTH_MISSING)
    floor.hears("nobody came.")
    here = page.map.currentIndex().row()
    floor.press("Right", "Right", "Left")
    assert page.map.currentIndex().row() == here + 1
    floor.press("Down", "Up")
    assert page.map.currentIndex().row() == here + 1
    while page.table is not None and page.table.meeting is None:
        floor.press("Right")
    answer(floor, "1", MeetingState.RUNNING)
    floor.until(lambda: page.board is not None and page.board.count(MeetingState.CALLED) == called - 5)
    floor.press("E")
    floor.hears("2 meetings of 10:00 were held, ", " before the end; ", " are still called: U to answer.")
    for _ in range(6):
        floor.undoes()
    assert all(
        meeting.state is MeetingState.CALLED
        for meeting in floor.hall.meetings.values()
        if meeting.slot == page.situation.slot.id
    )  # type: ignore[union-attr]  # the slot is on the page


def test_all_tables_are_answered_by_one_key_as_fast_as_it_is_pressed(floor: Volunteer) -> None:
    page = now(floor)
    assert page.board is not None
    meetings = page.board.meetings
    floor.press("C")
    floor.hears("are called")
    floor.press(*(["1"] * meetings))
    floor.until(lambda: page.board is not None and page.board.count(MeetingState.RUNNING) == meetings)


def test_a_no_show_is_replaced_from_the_repair_list(floor: Volunteer) -> None:
    page = now(floor)
    slot = page.situation.slot
    assert slot is not None
    vain = answer(floor, "3", MeetingState.GUEST_MISSING)
    floor.until(lambda: page.side.stranded is not None)
    stranded = page.side.stranded
    assert stranded is not None
    assert stranded.person.id == vain.people[0].id
    option = page.side.option
    assert option is not None, "somebody is free, or waits too"
    floor.press("Return")
    floor.hears(f"{stranded.person.name} meets {option.name} at table ")
    seated = floor.hall.diaries[stranded.person.id].meetings[slot.id]
    assert set(floor.meeting(seated).people) == {stranded.person.id, option.partner.person}
    floor.undoes()
    floor.until(lambda: page.side.stranded is not None)
    assert floor.meeting(vain.id).state is MeetingState.GUEST_MISSING


def test_who_went_home_frees_the_day_in_one_step(floor: Volunteer) -> None:
    vain = answer(floor, "3", MeetingState.GUEST_MISSING)
    missing = next(person for person in vain.people if not person.host)
    seats = sum(missing.id in meeting.people and meeting.seated for meeting in floor.hall.meetings.values())
    before = floor.tables
    floor.press("Left")
    assert chosen(floor).id == vain.id
    floor.press("G")
    floor.hears(f"{missing.name} is gone for today.")
    assert floor.hall.diaries[missing.id].presence is Presence.GONE
    left = [m for m in floor.hall.meetings.values() if missing.id in m.people and m.seated]
    assert len(left) < seats
    assert all(floor.hall.slots[m.slot].span.start.day == 26 or m.id == vain.id for m in left if m.slot is not None)
    floor.undoes()
    assert floor.tables == before


def test_a_table_is_closed_and_opened_again(floor: Volunteer) -> None:
    page = now(floor)
    before = floor.tables
    table = page.table
    assert table is not None
    floor.press("X")
    floor.modal()
    floor.press("Return")
    floor.hears(f"Table {table.number} is closed for the rest of the day. ")
    assert page.table is not None
    assert page.table.id == table.id
    assert not page.table.open
    floor.press("O")
    floor.hears(f"Table {table.number} is open again.")
    floor.undoes()
    floor.undoes()
    assert floor.tables == before


def test_slots_are_leafed_through_and_home_is_now(floor: Volunteer) -> None:
    page = now(floor)
    floor.press("PgDown", "PgDown")
    assert page.headline.said.startswith("10:50 – 11:10")
    assert "This is not the slot of now." in page.headline.said
    floor.press("PgUp")
    assert page.headline.said.startswith("10:25 – 10:45")
    floor.press("Home")
    assert page.headline.said.startswith("10:00 – 10:20")


def test_the_hall_screen_leaves_keys_and_scans_to_the_window(floor: Volunteer) -> None:
    page = now(floor)
    floor.press("Ctrl+H")
    hall_screen = page.hall_screen
    assert hall_screen is not None
    floor.until(hall_screen.isVisible)
    floor.press("C")
    floor.hears(" meetings of 10:00 are called.")
    anna = next(iter(floor.desk.read(desk_people)))

    floor.scan(anna.code)

    floor.until(lambda: floor.window.page is not None and floor.window.page.name == "desk")
    assert hall_screen.isVisible()
    floor.press("Ctrl+2", "Escape")
    floor.hears("The hall screen is closed.")
    assert not hall_screen.isVisible()
    floor.press_notice()
    floor.until(hall_screen.isVisible)


def test_a_rehearsal_goes_from_bell_to_bell(floor: Volunteer) -> None:
    page = now(floor)
    floor.press("Shift+F9")
    floor.until(lambda: page.headline.said.startswith("10:25 – 10:45"))
    floor.press("F9")
    floor.until(lambda: page.headline.countdown.startswith(("ends in 14:5", "ends in 15:00")))
    floor.press("Shift+F9")
    floor.until(lambda: page.headline.said.startswith("10:50 – 11:10"))
