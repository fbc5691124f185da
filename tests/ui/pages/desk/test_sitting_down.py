"""Two people at the Desk sit down at once."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from eccp_desktop.actions.edit_tables import SetTables
from eccp_desktop.actions.presence import CheckIn
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.ids import ParticipantId
from eccp_desktop.store.reads.hall import hall
from eccp_desktop.ui.pages.desk import DeskPage
from eccp_desktop.ui.pages.timetable.meet_sheet import MeetSheet
from tests.ui.pages.desk.at_the_desk import says, until_known


def test_two_at_the_desk_sit_down_within_twelve_keys(
    qtbot: QtBot, page: DeskPage, people: dict[str, ParticipantId], desk: Desk
) -> None:
    desk.do(SetTables(2))
    desk.do(CheckIn(people["Emily"]))
    until_known(qtbot, page, desk, people["Emily"])
    page._show_id(people["Anna"])
    qtbot.keyClick(page.finder.field, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    sheet = page.findChild(MeetSheet)
    assert sheet is not None
    assert [person.given_name for person in sheet.found.rows_model.rows] == ["Emily"]
    qtbot.keyClick(sheet.fields[1], Qt.Key.Key_Return)
    qtbot.keyClick(sheet.seats, Qt.Key.Key_Return)
    says(qtbot, page, "Anna Rossi and Emily Carter meet Mon 09:00, table 1.")
    (meeting,) = desk.read(hall).meetings.values()
    assert meeting.people == (people["Anna"], people["Emily"])


def test_the_second_name_may_be_typed(
    qtbot: QtBot, page: DeskPage, people: dict[str, ParticipantId], desk: Desk
) -> None:
    desk.do(SetTables(2))
    page._show_id(people["Anna"])
    page._sit_down()
    sheet = page.findChild(MeetSheet)
    assert sheet is not None
    assert sheet.found.row is None
    qtbot.keyClicks(sheet.fields[1], "carter")
    qtbot.waitUntil(lambda: sheet.found.row is not None)
    qtbot.keyClick(sheet.fields[1], Qt.Key.Key_Return)
    assert sheet.seats.row is not None
    sheet.reject()
