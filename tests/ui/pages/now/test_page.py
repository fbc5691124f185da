"""The Now page over a real event, with a clock that stands still."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from eccp_desktop.actions.presence import CheckIn
from eccp_desktop.actions.roll_call import CallSlot, SettleMeeting
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.ids import MeetingId, ParticipantId
from eccp_desktop.domain.vocabulary import MeetingState, Presence
from eccp_desktop.store.reads.hall import hall
from eccp_desktop.ui.pages.now import words
from eccp_desktop.ui.pages.now.page import NowPage
from eccp_desktop.ui.signals import DeskSignals
from tests.event_day import Ask, Guests, Seat, meeting_of
from tests.ui.shown_pages import Opened


def _state(desk: Desk, id: str) -> Callable[[MeetingState], Callable[[], bool]]:
    return lambda state: lambda: meeting_of(desk, id).state is state


def _shown(page: NowPage) -> Callable[[MeetingState], Callable[[], bool]]:
    return lambda state: (
        lambda: page.table is not None and page.table.meeting is not None and page.table.meeting.state is state
    )


def test_while_a_slot_runs_its_tables_and_its_countdown_are_shown(
    desk: Desk, people: list[str], opened: Opened, clock: HeldClock
) -> None:
    desk.do(Seat(people[0], people[1], slot=0, table=2))
    clock.advance(timedelta(minutes=15, seconds=29))

    page = opened()

    assert page.headline.said == "09:00 – 09:20 next at 09:25"
    assert page.headline.countdown == "ends in 04:31"
    assert [table.number for table in page.map.tables] == [1, 2, 3, 4]
    assert page.table is not None
    assert page.table.number == 2, "the first table that is taken is selected"


def test_every_second_the_countdown_is_repainted_and_nothing_is_read(
    desk: Desk, people: list[str], opened: Opened, clock: HeldClock
) -> None:
    desk.do(Seat(people[0], people[1], slot=0, table=2))
    page = opened()
    board = page.board

    clock.advance(timedelta(seconds=61))
    page.tick()

    assert page.headline.countdown == "ends in 18:59"
    assert page.board is board


def test_at_the_bell_the_next_slot_comes(desk: Desk, people: list[str], opened: Opened, clock: HeldClock) -> None:
    desk.do(Seat(people[0], people[1], slot=0, table=2))
    page = opened()

    clock.advance(timedelta(minutes=20))
    page.tick()

    assert page.headline.said.startswith("09:25 – 09:45")
    assert page.headline.countdown == "starts in 05:00"


def test_the_roll_call_is_one_key_a_table(desk: Desk, people: list[str], opened: Opened, qtbot: QtBot) -> None:
    first, second, third = (
        desk.do(Seat(people[2 * index], people[2 * index + 1], slot=0, table=index + 1)) for index in range(3)
    )
    page = opened()

    qtbot.keyClicks(page.map, "c")
    qtbot.waitUntil(lambda: meeting_of(desk, third).state is MeetingState.CALLED)
    qtbot.keyClicks(page.map, "132")

    qtbot.waitUntil(lambda: meeting_of(desk, third).state is MeetingState.HOST_MISSING)
    assert meeting_of(desk, first).state is MeetingState.RUNNING
    assert meeting_of(desk, second).state is MeetingState.GUEST_MISSING


def test_the_second_key_says_that_it_was_held_and_zero_that_nobody_came(
    desk: Desk, people: list[str], opened: Opened, qtbot: QtBot
) -> None:
    meeting = desk.do(Seat(people[0], people[1], slot=0, table=1))
    page = opened()

    for key, state in (("1", MeetingState.RUNNING), ("1", MeetingState.HELD), ("0", MeetingState.BOTH_MISSING)):
        qtbot.keyClicks(page.map, key)
        qtbot.waitUntil(_shown(page)(state))
    assert meeting_of(desk, meeting).state is MeetingState.BOTH_MISSING


def test_when_the_slot_is_over_both_here_means_held(
    desk: Desk, people: list[str], opened: Opened, clock: HeldClock, qtbot: QtBot
) -> None:
    meeting = desk.do(Seat(people[0], people[1], slot=0, table=1))
    clock.advance(timedelta(minutes=22))
    page = opened()
    qtbot.keyClick(page.map, Qt.Key.Key_PageUp)
    assert "not the slot of now" in page.headline.said

    qtbot.keyClicks(page.map, "1")

    qtbot.waitUntil(_state(desk, meeting)(MeetingState.HELD))
    qtbot.keyClick(page.map, Qt.Key.Key_Home)
    assert page.headline.said.startswith("09:25")


def test_arrows_move_over_the_tables(desk: Desk, people: list[str], opened: Opened, qtbot: QtBot) -> None:
    desk.do(Seat(people[0], people[1], slot=0, table=1))
    page = opened()

    qtbot.keyClick(page.map, Qt.Key.Key_Right)

    assert page.table is not None
    assert page.table.number == 2


def test_a_no_show_is_repaired_with_two_keys(desk: Desk, people: list[str], opened: Opened, qtbot: QtBot) -> None:
    anna, emily, _, liam, *_ = people
    vain = desk.do(Seat(anna, emily, slot=0, table=2))
    desk.do(Ask(anna, liam, "must"))
    desk.do(Ask(liam, anna, "must"))
    page = opened()

    qtbot.keyClicks(page.map, "3")
    qtbot.waitUntil(lambda: page.side.option is not None)
    assert page.side.stranded is not None
    assert page.side.stranded.person.name == "Anna Rossi"
    assert page.side.option is not None
    assert page.side.option.name == "Liam Byrne"
    qtbot.keyClick(page.map, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: meeting_of(desk, vain).state is MeetingState.CANCELLED)
    qtbot.waitUntil(lambda: page.notices.sentence == "Anna Rossi meets Liam Byrne at table 2.")
    qtbot.waitUntil(lambda: page.side.stranded is None)


def test_in_a_slot_that_is_over_a_seat_has_to_be_meant(
    desk: Desk, people: list[str], opened: Opened, clock: HeldClock, qtbot: QtBot
) -> None:
    vain = MeetingId(desk.do(Seat(people[0], people[1], slot=0, table=2)))
    desk.do(SettleMeeting(vain, MeetingState.GUEST_MISSING))
    clock.advance(timedelta(days=30))
    page = opened()
    page.choose_slot(page.frame.slots[0].slot.id)

    qtbot.keyClick(page.map, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "over" in page.notices.sentence)
    assert meeting_of(desk, vain).state is MeetingState.GUEST_MISSING
    button = page.notices.findChild(QPushButton)
    assert button.text() == "Seat anyway"
    button.click()

    qtbot.waitUntil(_state(desk, vain)(MeetingState.CANCELLED))


def test_gone_for_today_frees_what_comes_later(desk: Desk, people: list[str], opened: Opened, qtbot: QtBot) -> None:
    anna, emily, _, liam, *_ = people
    vain = MeetingId(desk.do(Seat(anna, emily, slot=0, table=2)))
    later = desk.do(Seat(emily, people[2], slot=2, table=3))
    desk.do(Seat(anna, liam, slot=1, table=1))
    desk.do(SettleMeeting(vain, MeetingState.GUEST_MISSING))
    page = opened()

    qtbot.keyClicks(page.map, "g")

    qtbot.waitUntil(_state(desk, later)(MeetingState.UNSCHEDULED))
    qtbot.waitUntil(lambda: page.notices.sentence == "Emily Ross is gone for today. Now free: Marco Roy 09:50.")
    assert desk.read(hall).diaries[emily].presence is Presence.GONE


def test_who_is_awaited_for_the_next_slot_goes_when_they_are_here(
    desk: Desk, people: list[str], opened: Opened, qtbot: QtBot
) -> None:
    late = desk.do(Guests(("Tom Late",)))["Tom Late"]
    desk.do(Seat(people[0], people[1], slot=0, table=1))
    desk.do(Seat(late, people[3], slot=1, table=2))
    page = opened()
    assert [one.person.name for one in page.awaited.coming.rows.rows_model.rows] == ["Tom Late"]

    desk.do(CheckIn(late))

    qtbot.waitUntil(lambda: not page.awaited.coming.rows.rows_model.rows)


def test_before_the_doors_the_first_slot_is_shown_with_whom_it_expects(
    desk: Desk, opened: Opened, clock: HeldClock
) -> None:
    anna, emily = desk.do(Guests(("Anna Rossi", "Emily Ross"))).values()
    desk.do(Seat(anna, emily, slot=0, table=1))
    clock.advance(timedelta(hours=-1))

    page = opened()

    assert page.headline.countdown == "starts in 1:00:00"
    assert [one.person.name for one in page.awaited.coming.rows.rows_model.rows] == ["Emily Ross", "Anna Rossi"]


def test_a_slot_that_is_long_over_is_changed_by_the_same_key_again(
    desk: Desk, people: list[str], opened: Opened, clock: HeldClock, qtbot: QtBot
) -> None:
    first, second = (
        desk.do(Seat(people[2 * index], people[2 * index + 1], slot=0, table=index + 1)) for index in range(2)
    )
    clock.advance(timedelta(minutes=46))
    page = opened()
    page.choose_slot(page.frame.slots[0].slot.id)

    qtbot.keyClicks(page.map, "1")
    assert page.notices.sentence == (
        "The slot of 09:00 ended at 09:20, and another one after it. 1 once more changes it all the same."
    )
    assert page.table is not None
    assert page.table.number == 1, "the roll-call does not go on"
    qtbot.keyClicks(page.map, "1")
    qtbot.waitUntil(_state(desk, first)(MeetingState.HELD))
    qtbot.keyClicks(page.map, "0")

    qtbot.waitUntil(_state(desk, second)(MeetingState.BOTH_MISSING))  # meant for the whole slot
    qtbot.keyClick(page.map, Qt.Key.Key_Home)
    page.choose_slot(page.frame.slots[0].slot.id)
    page.map.select_row(0)
    qtbot.keyClicks(page.map, "3")
    button = page.notices.findChild(QPushButton)
    assert button.text() == "I mean it", "coming back to it asks again"
    button.click()
    qtbot.waitUntil(_state(desk, first)(MeetingState.GUEST_MISSING))


def test_the_slot_that_has_just_ended_is_put_right_without_a_question(
    desk: Desk, people: list[str], opened: Opened, clock: HeldClock, qtbot: QtBot
) -> None:
    meeting = desk.do(Seat(people[0], people[1], slot=0, table=1))
    desk.do(SettleMeeting(MeetingId(meeting), MeetingState.GUEST_MISSING))
    clock.advance(timedelta(minutes=40))
    page = opened()
    qtbot.keyClick(page.map, Qt.Key.Key_PageUp)

    qtbot.keyClicks(page.map, "1")

    qtbot.waitUntil(_state(desk, meeting)(MeetingState.HELD))


def test_somebody_who_rings_is_late_until_a_slot(desk: Desk, people: list[str], opened: Opened, qtbot: QtBot) -> None:
    late = desk.do(Guests(("Tom Late",)))["Tom Late"]
    desk.do(Seat(people[0], people[1], slot=0, table=1))
    desk.do(Seat(late, people[3], slot=1, table=2))
    page = opened()
    page.awaited.coming.rows.setFocus()
    page.awaited.coming.rows.select_line(0)

    qtbot.keyClicks(page.awaited.coming.rows, "l")
    _choose("Late until 14:00")

    qtbot.waitUntil(lambda: page.notices.sentence == "Tom Late is late until 14:00. Misses 09:25.")
    assert desk.read(hall).diaries[late].late_until == datetime(2016, 4, 25, 14, 0)
    qtbot.waitUntil(
        lambda: [words.presence(one.person) for one in page.awaited.coming.rows.rows_model.rows] == ["late until 14:00"]
    )


def test_who_let_somebody_down_is_late_or_gone_from_the_repair_list(
    desk: Desk, people: list[str], opened: Opened, qtbot: QtBot
) -> None:
    away = ParticipantId(desk.do(Guests(("Ivo Bell", "Tom Late")))["Tom Late"])
    vain = MeetingId(desk.do(Seat(people[0], away, slot=0, table=2)))
    desk.do(Seat(people[2], people[3], slot=0, table=3))
    page = opened()
    qtbot.keyClicks(page.map, "3")
    qtbot.waitUntil(_state(desk, vain)(MeetingState.GUEST_MISSING))
    qtbot.waitUntil(lambda: bool(page.side.without))
    assert page.table is not None
    assert page.table.number == 3, "the roll-call went on"

    qtbot.keyClicks(page.map, "l")
    _choose("Late until 09:50")
    qtbot.waitUntil(lambda: page.notices.sentence == "Tom Late is late until 09:50.")
    page.activateWindow()
    qtbot.waitUntil(page.map.hasFocus)
    qtbot.keyClicks(page.map, "g")

    qtbot.waitUntil(lambda: desk.read(hall).diaries[away].presence is Presence.GONE)


def _choose(words: str) -> None:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()


def test_years_later_there_is_still_something_to_look_at(
    desk: Desk, people: list[str], opened: Opened, clock: HeldClock
) -> None:
    settled = MeetingId(desk.do(Seat(people[0], people[1], slot=0, table=1)))
    desk.do(SettleMeeting(settled, MeetingState.HELD))
    desk.do(Seat(people[0], people[1], slot=3, table=1))
    clock.advance(timedelta(days=3650))

    page = opened()

    assert page.headline.said.startswith("14:00 – 14:20")
    assert "The event ended on Tuesday 26 April 2016." in page.headline.said


def test_an_event_without_meetings_says_what_to_do_first(desk: Desk, opened: Opened, qtbot: QtBot) -> None:
    page = NowPage(desk, DeskSignals(desk), HeldClock(desk.file.clock.now()))
    qtbot.addWidget(page)
    page.build()
    page.show()

    assert page.no_meetings.isVisible()
    with qtbot.waitSignal(page.wanted) as wanted:
        page.no_meetings.button.click()
    assert wanted.args == ["timetable", None]


def test_everything_that_can_be_pressed_has_a_name(desk: Desk, people: list[str], opened: Opened) -> None:
    desk.do(Seat(people[0], people[1], slot=0, table=1))
    desk.do(CallSlot(desk.read(hall).meetings[next(iter(desk.read(hall).meetings))].slot))
    page = opened()

    nameless = [button for button in page.findChildren(QPushButton) if not (button.accessibleName() or button.text())]

    assert nameless == [page.notices.findChild(QPushButton)], "the notice's button is named when it is shown"
    assert page.map.accessibleName() == "Tables"
    index = page.map.model().index(0)
    words = page.map.model().data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert words == "Table 1, called: Anna Rossi (here), Emily Ross (here)"
