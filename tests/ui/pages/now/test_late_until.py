"""On Now somebody is late until any time that is typed, as on the Desk."""

from datetime import datetime, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from eccp_desktop.actions.presence import MarkLate
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.ids import ParticipantId
from eccp_desktop.store.reads.desk_list import desk_people
from eccp_desktop.store.reads.hall import hall
from eccp_desktop.ui.pages.desk.late_menu import ask_for_time
from eccp_desktop.ui.pages.desk.late_time import LateTimeSheet, time_of
from eccp_desktop.ui.pages.now.page import NowPage
from tests.event_day import Guests, Seat
from tests.ui.shown_pages import Opened


@pytest.fixture
def late(desk: Desk, people: list[str]) -> str:
    """Tom Late is not here and has a meeting in the second slot."""
    person = desk.do(Guests(("Tom Late",)))["Tom Late"]
    desk.do(Seat(people[0], people[1], slot=0, table=1))
    desk.do(Seat(person, people[3], slot=1, table=2))
    return person


def asked(page: NowPage, qtbot: QtBot) -> LateTimeSheet:
    page.awaited.coming.rows.setFocus()
    page.awaited.coming.rows.select_line(0)
    qtbot.keyClicks(page.awaited.coming.rows, "l")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    qtbot.keyClick(menu, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), LateTimeSheet))
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, LateTimeSheet)
    sheet.activateWindow()
    qtbot.waitUntil(sheet.time.hasFocus)
    return sheet


@pytest.mark.parametrize("typed", ["10:37", "1037"])
def test_any_time_of_the_day_may_be_typed(desk: Desk, late: str, opened: Opened, qtbot: QtBot, typed: str) -> None:
    page = opened()
    sheet = asked(page, qtbot)
    qtbot.keyClicks(sheet.time, typed)
    qtbot.keyClick(sheet.time, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.notices.sentence == "Tom Late is late until 10:37. Misses 09:25.")
    assert desk.read(hall).diaries[late].late_until == datetime(2016, 4, 25, 10, 37)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("soon", "This is no time of the day. Type hours and minutes, such as 10:40."),
        ("25:00", "This is no time of the day. Type hours and minutes, such as 10:40."),
        ("8:30", "It is 09:00 already: a later time, please."),
    ],
)
def test_what_is_no_time_to_come_is_answered_in_a_sentence(
    desk: Desk, late: str, opened: Opened, qtbot: QtBot, typed: str, said: str
) -> None:
    sheet = asked(opened(), qtbot)
    qtbot.keyClicks(sheet.time, typed)
    qtbot.keyClick(sheet.time, Qt.Key.Key_Return)
    assert said in [label.text() for label in sheet.findChildren(QLabel) if label.isVisible()]
    assert desk.read(hall).diaries[late].late_until is None
    sheet.reject()


def test_on_the_evening_before_it_is_the_next_day_that_is_meant(desk: Desk, late: str, qtbot: QtBot) -> None:
    (tom,) = desk.read(desk_people, [ParticipantId(late)])
    evening, starts = datetime(2016, 4, 24, 19), [datetime(2016, 4, 25, 9)]
    marked: list[object] = []
    page = QWidget()
    qtbot.addWidget(page)
    sheet = ask_for_time(tom, evening, starts, lambda intent, _person: marked.append(intent), page)
    assert sheet.windowTitle() == "Tom Late is late on Monday 25 April"
    sheet.time.setText("8:30")
    sheet.time.returnPressed.emit()
    assert marked == [MarkLate(late, datetime(2016, 4, 25, 8, 30))]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("10:37", time(10, 37)),
        ("1037", time(10, 37)),
        (" 9.05 ", time(9, 5)),
        ("10h37", time(10, 37)),
        ("10 37", time(10, 37)),
        ("10H", time(10)),
        ("11", time(11)),
        ("24:00", None),
        ("10:60", None),
        ("10:3", None),
        ("", None),
        ("ten", None),
    ],
)
def test_hours_and_minutes_are_typed_as_one_likes(typed: str, meant: time | None) -> None:
    assert time_of(typed) == meant
