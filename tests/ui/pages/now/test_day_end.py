"""The end of a day on the Now page: what is left is cancelled, what is past gets its answer, by keys and with undo."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.ids import MeetingId
from eccp_desktop.store.reads.hall import hall
from eccp_desktop.ui.pages.now.page import NowPage
from eccp_desktop.ui.pages.now.rest_of_day_sheet import RestOfDaySheet
from eccp_desktop.ui.pages.now.unanswered_sheet import UnansweredSheet
from tests.event_day import Seat
from tests.ui.shown_pages import shown_now


@pytest.fixture
def meetings(desk: Desk, people: list[str]) -> list[MeetingId]:
    """Three of the first slot, and one each at 14:00 and 14:25."""
    seats = ((0, 1, 0, 1), (2, 3, 0, 2), (4, 5, 0, 3), (0, 3, 3, 1), (2, 5, 4, 1))
    return [MeetingId(desk.do(Seat(people[one], people[other], slot, table))) for one, other, slot, table in seats]


@pytest.fixture
def page(desk: Desk, meetings: list[MeetingId], clock: HeldClock, qtbot: QtBot) -> NowPage:
    """At eleven, when nobody has called the roll."""
    clock.advance(timedelta(hours=2))
    return shown_now(desk, clock, qtbot)


def states(desk: Desk, meetings: list[MeetingId]) -> list[str]:
    found = desk.read(hall).meetings
    return [str(found[meeting].state) for meeting in meetings]


def test_past_meetings_are_answered_by_the_keys_of_the_roll_call(
    desk: Desk, page: NowPage, meetings: list[MeetingId], qtbot: QtBot
) -> None:
    button = next(one for one in page.headline.findChildren(QPushButton) if "past meetings" in one.text())
    assert button.text() == "3 past meetings have no answer"
    qtbot.keyClicks(page.map, "u")
    sheet = page.findChild(UnansweredSheet)
    assert sheet is not None
    qtbot.waitUntil(lambda: QApplication.activeWindow() is sheet)
    for key, left in (("2", 2), ("1", 1)):
        qtbot.keyClicks(sheet.table, key)
        qtbot.waitUntil(lambda left=left: sheet.table.rows_model.rowCount() == left)
    assert states(desk, meetings)[:3] == ["host missing", "held", "scheduled"]
    qtbot.waitUntil(lambda: page.notices.sentence == "09:00, table 2: Marco Roy and Liam Byrne met.")
    qtbot.keyClick(sheet.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: sheet.table.rows_model.rowCount() == 2)
    assert states(desk, meetings)[:3] == ["host missing", "scheduled", "scheduled"]
    qtbot.keyClick(sheet.table, Qt.Key.Key_Return)
    assert states(desk, meetings)[:3] == ["host missing", "scheduled", "scheduled"], (
        "a row that is entered is no answer"
    )
    sheet.all_button.click()
    qtbot.waitUntil(lambda: page.notices.sentence == "2 past meetings were held.")
    assert states(desk, meetings)[:3] == ["host missing", "held", "held"]
    qtbot.waitUntil(lambda: not button.isVisible())


def test_what_is_left_of_the_day_is_shown_and_then_cancelled_in_one_step(
    desk: Desk, page: NowPage, meetings: list[MeetingId], qtbot: QtBot
) -> None:
    qtbot.keyClick(page.map, Qt.Key.Key_X, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: page.findChild(RestOfDaySheet) is not None)
    sheet = page.findChild(RestOfDaySheet)
    assert sheet is not None
    assert states(desk, meetings)[3:] == ["scheduled", "scheduled"], "nothing happens before it was seen"
    next(one for one in sheet.findChildren(QPushButton) if one.text() == "Cancel them").click()
    qtbot.waitUntil(lambda: page.notices.sentence == "2 meetings are cancelled.")
    assert states(desk, meetings)[3:] == ["cancelled", "cancelled"]
    assert states(desk, meetings)[:3] == ["scheduled"] * 3, "what is past waits for its answer"
    page.notices.press()
    qtbot.waitUntil(lambda: states(desk, meetings)[3:] == ["scheduled", "scheduled"])
