"""On a small screen a long notice lies over the lowest tables: they are reached all the same."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from eccp_desktop.actions.edit_tables import SetTables
from eccp_desktop.desk.desk import Desk
from eccp_desktop.ui.pages.now.page import NowPage
from tests.event_day import Seat
from tests.ui.shown_pages import Opened

SMALL = (724, 500)
"""What the window leaves of a screen of 800 x 600 for a page."""

LONG = "Table 4 is closed. 12 meetings move to other tables; 3 wait in the tray of the timetable. " * 2


def place(page: NowPage, row: int) -> QRect:
    """Where a card is on the page."""
    found = page.map.visualRect(page.map.model().index(row, 0))
    return found.translated(page.map.viewport().mapTo(page, QPoint()))


def test_the_lowest_tables_are_scrolled_clear_of_the_notice(
    desk: Desk, people: list[str], opened: Opened, qtbot: QtBot
) -> None:
    desk.do(Seat(people[0], people[1], slot=0, table=2))
    desk.do(SetTables(24))
    page = opened()
    page.resize(*SMALL)
    qtbot.wait(50)
    page.notices.say(LONG)
    bar, end = page.notices.geometry(), page.map.verticalScrollBar()
    end.setValue(end.maximum())
    assert bar.intersects(QRect(page.map.mapTo(page, QPoint()), page.map.size())), "it lies over the map"
    assert not place(page, 23).intersects(bar)


def test_the_roll_call_goes_on_above_the_notice_and_the_cards_stay_where_they_are_laid(
    desk: Desk, people: list[str], opened: Opened, qtbot: QtBot
) -> None:
    desk.do(Seat(people[0], people[1], slot=0, table=2))
    desk.do(SetTables(24))
    page = opened()
    page.resize(*SMALL)
    qtbot.wait(50)
    before = [place(page, row) for row in range(24)]
    page.notices.say(LONG)
    assert [place(page, row) for row in range(24)] == before
    QTest.keyClick(page.map, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: page.table is not None and page.table.number == 24)
    qtbot.waitUntil(lambda: not place(page, 23).intersects(page.notices.geometry()))
