"""What the Now page shows to somebody who walks the floor: who is missing where, what Enter does, what a notice leaves free."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from eccp_desktop.actions.presence import CheckIn
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.ids import MeetingId
from eccp_desktop.domain.vocabulary import MeetingState
from eccp_desktop.store.reads.hall import hall
from eccp_desktop.ui.kit.table_view import TableView
from eccp_desktop.ui.pages.now import words
from eccp_desktop.ui.pages.now.awaited_list import ROW_HEIGHT
from eccp_desktop.ui.pages.now.close_table_sheet import CloseTableSheet
from eccp_desktop.ui.pages.now.unanswered_sheet import UnansweredSheet
from tests.event_day import Ask, Guests, Seat, meeting_of
from tests.ui.shown_pages import Opened


def test_host_and_guest_are_named_where_the_keys_are(desk: Desk, people: list[str], opened: Opened) -> None:
    desk.do(Seat(people[0], people[3], slot=0, table=2))
    page = opened()

    shown = [button.text() for button in page.side.table.findChildren(QPushButton) if button.text()[:1] in "1230"]
    roles = [label.text() for label in page.side.table.findChildren(QLabel) if label.isVisible()]

    assert "2   Anna Rossi is missing" in shown
    assert "3   Liam Byrne is missing" in shown
    assert roles.index("Anna Rossi") + 1 == roles.index("host")
    assert roles.index("Liam Byrne") + 1 == roles.index("guest")


@pytest.mark.parametrize("size", [QSize(1278, 690), QSize(712, 540)])
def test_the_offer_stays_in_sight_and_enter_does_what_it_says(
    desk: Desk, people: list[str], opened: Opened, qtbot: QtBot, size: QSize
) -> None:
    anna, emily, marco, liam, _, kim = people
    desk.do(Seat(anna, emily, slot=0, table=2))
    desk.do(Seat(marco, kim, slot=0, table=3))
    desk.do(Ask(anna, liam, "must"))
    page = opened()
    page.resize(size)
    qtbot.keyClicks(page.map, "3")
    qtbot.waitUntil(lambda: page.side.option is not None)
    qtbot.waitUntil(lambda: page.table is not None and page.table.number == 3)

    repair, seat = page.side.repair, page.side.repair.findChildren(QPushButton)[-1]
    assert repair.offer == "Seat Liam Byrne with Anna Rossi at table 2: Enter"
    assert page.rect().contains(QRect(seat.mapTo(page, QPoint()), seat.size())), "no scrolling leads to it"
    assert page.side.table.head.isVisible(), "and the number of the selected table stays"
    repair.options.select_line(1)
    other = repair.options.row
    assert other is not None
    assert repair.offer == f"Seat {other.name} with Anna Rossi at table {other.table}: Enter"
    qtbot.keyClick(page.map, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: page.notices.sentence == f"Anna Rossi meets {other.name} at table {other.table}.")


def test_who_is_missing_in_the_slot_that_runs_stands_first(
    desk: Desk, people: list[str], opened: Opened, qtbot: QtBot
) -> None:
    late = desk.do(Guests(("Tom Late",)))["Tom Late"]
    desk.do(Seat(people[0], people[1], slot=0, table=1))
    desk.do(Seat(people[2], late, slot=0, table=2))
    desk.do(Seat(late, people[3], slot=1, table=3))
    page = opened()

    qtbot.keyClicks(page.map, "3")

    missing, coming = page.awaited.missing, page.awaited.coming
    qtbot.waitUntil(lambda: len(missing.rows.rows_model.rows) == 2)
    assert [words.list_name(one.person) for one in missing.rows.rows_model.rows] == ["Late, Tom", "Ross, Emily"]
    assert [words.list_name(one.person) for one in coming.rows.rows_model.rows] == ["Late, Tom"]
    assert missing.y() < coming.y()


def test_before_the_slot_the_awaited_have_the_whole_column(
    desk: Desk, opened: Opened, clock: HeldClock, qtbot: QtBot
) -> None:
    names = ("Ada Bo", "Ben Cox", "Cara Dee", "Dan Eck", "Eva Fry", "Finn Gay", "Gil Hay", "Ina Joe")
    awaited = list(desk.do(Guests(names)).values())
    for table in range(4):
        desk.do(Seat(awaited[2 * table], awaited[2 * table + 1], slot=0, table=table + 1))
    clock.advance(timedelta(hours=-1))
    page = opened()
    page.resize(1280, 760)
    coming = page.awaited.coming
    qtbot.waitUntil(lambda: coming.rows.height() >= len(names) * ROW_HEIGHT)
    assert not page.awaited.missing.isVisible()

    for person in awaited[2:]:
        desk.do(CheckIn(person))
    qtbot.waitUntil(lambda: len(coming.rows.rows_model.rows) == 2)
    qtbot.waitUntil(lambda: coming.rows.height() <= 2 * ROW_HEIGHT + 2)
    assert coming.rows.mapTo(coming, QPoint()).y() < 2 * ROW_HEIGHT, "few stand at the top, below their heading"


def test_a_slot_that_is_ended_early_says_who_is_still_called_and_u_leads_there(
    desk: Desk, people: list[str], opened: Opened, clock: HeldClock, qtbot: QtBot
) -> None:
    meetings = [
        MeetingId(desk.do(Seat(people[2 * index], people[2 * index + 1], slot=0, table=index + 1)))
        for index in range(3)
    ]
    clock.advance(timedelta(minutes=15, seconds=29))
    page = opened()
    qtbot.keyClicks(page.map, "c")
    qtbot.waitUntil(lambda: meeting_of(desk, meetings[2]).state is MeetingState.CALLED)
    qtbot.keyClicks(page.map, "1")
    qtbot.waitUntil(lambda: meeting_of(desk, meetings[0]).state is MeetingState.RUNNING)

    qtbot.waitUntil(page.deeds.can_end)
    qtbot.keyClicks(page.map, "e")
    qtbot.waitUntil(
        lambda: (
            page.notices.sentence
            == "1 meeting of 09:00 was held, 04:31 before the end; 2 are still called: U to answer."
        )
    )
    qtbot.waitUntil(page.day_end.any_past)
    qtbot.keyClicks(page.map, "u")
    qtbot.waitUntil(lambda: bool(page.findChildren(UnansweredSheet)))
    sheet = page.findChild(UnansweredSheet)
    assert [row.table for row in sheet.table.rows_model.rows] == [2, 3]
    sheet.all_button.click()

    qtbot.waitUntil(lambda: all(meeting_of(desk, one).state is MeetingState.HELD for one in meetings))


@pytest.mark.parametrize("size", [QSize(1278, 690), QSize(712, 540)])
def test_a_notice_lies_over_no_table(desk: Desk, people: list[str], opened: Opened, qtbot: QtBot, size: QSize) -> None:
    desk.do(Seat(people[0], people[1], slot=0, table=1))
    page = opened()
    page.resize(size)

    qtbot.keyClicks(page.map, "1")
    qtbot.waitUntil(lambda: bool(page.notices.sentence))

    def lies_beside() -> bool:
        tables = QRect(page.map.mapTo(page, QPoint()), page.map.size())
        return not tables.intersects(page.notices.geometry())

    qtbot.waitUntil(lies_beside)


def test_a_table_is_closed_and_opened_again(desk: Desk, people: list[str], opened: Opened, qtbot: QtBot) -> None:
    meeting = desk.do(Seat(people[0], people[1], slot=0, table=1))
    page = opened()
    page.map.select_row(3)
    qtbot.keyClicks(page.map, "x")
    qtbot.waitUntil(lambda: not page.map.tables[3].open)
    page.map.select_row(0)

    qtbot.keyClicks(page.map, "x")
    qtbot.waitUntil(lambda: bool(page.findChildren(CloseTableSheet)))
    sheet = page.findChild(CloseTableSheet)
    lines = sheet.findChild(TableView).rows_model.rows
    assert [(one.line.number, one.line.table, one.to) for one in lines] == [(1, 1, 2)]
    assert meeting_of(desk, meeting).table == page.map.tables[0].id, "it is shown before"
    qtbot.keyClick(QApplication.focusWidget() or sheet, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.map.tables[0].open)
    assert page.notices.sentence == "Table 1 is closed for the rest of the day. 1 meeting moved to table 2."
    table = meeting_of(desk, meeting).table
    assert table is not None
    assert desk.read(hall).tables[table].number == 2

    page.activateWindow()
    qtbot.waitUntil(page.map.hasFocus)
    page.map.select_row(0)
    qtbot.keyClicks(page.map, "o")
    qtbot.waitUntil(lambda: page.map.tables[0].open)


def test_the_head_has_words_where_there_is_room_and_the_slot_is_whole(
    desk: Desk, people: list[str], opened: Opened, qtbot: QtBot
) -> None:
    desk.do(Seat(people[0], people[1], slot=0, table=1))
    page = opened()
    buttons = (page.rest_button, page.bell_button, page.hall_button)
    assert [button.text() for button in buttons] == ["Cancel the rest", "Bell off", "Hall screen"]

    page.resize(712, 540)

    qtbot.waitUntil(lambda: not any(button.text() for button in buttons))
    assert all(button.accessibleName() and button.toolTip() for button in buttons)
    slots = page.chooser.findChild(QComboBox)
    assert slots.currentText() == "Mon 25 Apr, 09:00"
    assert slots.width() >= slots.fontMetrics().horizontalAdvance(slots.currentText()) + 24
