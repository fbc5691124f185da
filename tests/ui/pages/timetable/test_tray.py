"""The tray beside the grid."""

from PySide6.QtCore import QPoint, Qt

from eccp_desktop.actions.unschedule_meeting import UnscheduleMeeting
from eccp_desktop.domain.vocabulary import MeetingState
from eccp_desktop.ui.pages.timetable.carrying import Fit
from eccp_desktop.ui.pages.timetable.day_grid import Axis
from tests.ui.pages.timetable.screen import Screen


def test_delete_puts_a_meeting_into_the_tray_and_enter_seats_it_again(screen: Screen) -> None:
    meeting = next(meeting for meeting in screen.hall.meetings.values() if meeting.seated and not meeting.locked)
    screen.go_to(meeting)
    screen.press(Qt.Key.Key_Delete)
    screen.until_said("is in the tray")
    assert screen.hall.meetings[meeting.id].state is MeetingState.UNSCHEDULED
    screen.press(Qt.Key.Key_T)
    assert screen.page.side.tray.list.select_key(meeting.id)
    screen.press(Qt.Key.Key_Return)
    assert screen.page.hands.carrying is not None
    assert "can sit here" in screen.page.line.words
    screen.press(Qt.Key.Key_Return)
    screen.until_said("meet")
    assert screen.hall.meetings[meeting.id].seated


def test_a_meeting_is_dragged_out_of_the_tray_to_a_table(screen: Screen) -> None:
    screen.press(Qt.Key.Key_V)
    assert screen.page.bar.axis is Axis.TABLES
    meeting = next(meeting for meeting in screen.hall.meetings.values() if meeting.seated and not meeting.locked)
    screen.page.desk.do(UnscheduleMeeting(meeting.id))
    screen.bot.waitUntil(lambda: screen.page.side.tray.list.select_key(meeting.id))
    tray, surface = screen.page.side.tray.list, screen.view.viewport()
    start = tray.visualRect(tray.currentIndex()).center()
    screen.bot.mousePress(tray.viewport(), Qt.MouseButton.LeftButton, pos=start)
    screen.bot.mouseMove(tray.viewport(), start + QPoint(-30, 0))
    model = screen.view.grid_model
    line, column = next(
        (line, column)
        for column in range(model.columnCount())
        for line in range(model.rowCount())
        if (verdict := model.verdict(line, column)) is not None and verdict.fit is Fit.LEGAL
    )
    screen.view.scrollTo(model.index(line, column))
    end = tray.viewport().mapFromGlobal(surface.mapToGlobal(screen.middle(line, column)))
    screen.bot.mouseMove(tray.viewport(), end)
    screen.bot.mouseRelease(tray.viewport(), Qt.MouseButton.LeftButton, pos=end)
    screen.until_said("meet")
    seated = screen.hall.meetings[meeting.id]
    assert model.day is not None
    assert (seated.table, seated.slot) == (model.day.lines[line].key, model.day.slots[column].id)


def test_a_narrow_window_folds_the_tray_until_it_is_asked_for(screen: Screen) -> None:
    assert screen.page.side.isVisible()
    screen.page.resize(800, 600)
    assert not screen.page.side.isVisible()
    screen.press(Qt.Key.Key_T)
    assert screen.page.side.isVisible()
    assert screen.page.side.tray.list.hasFocus()
