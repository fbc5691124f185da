"""Meetings are moved, swapped and locked, by keys and by mouse, on the real store."""

from datetime import timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QTableView

from eccp_desktop.actions.roll_call import CallSlot
from eccp_desktop.actions.unschedule_meeting import UnscheduleMeeting
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.domain.hall import HallMeeting
from eccp_desktop.domain.ids import TableId
from eccp_desktop.domain.making_room import free_seats
from eccp_desktop.domain.seating import pairing_refusal
from eccp_desktop.domain.vocabulary import MeetingState
from eccp_desktop.ui.pages.timetable.carrying import Fit
from eccp_desktop.ui.pages.timetable.day_grid import Axis
from eccp_desktop.ui.pages.timetable.meet_sheet import MeetSheet
from tests.fairs import LayZones
from tests.ui.pages.timetable.screen import Screen


def test_a_meeting_is_moved_with_m_arrows_and_enter(screen: Screen) -> None:
    meeting, line, column = screen.find(Fit.LEGAL)
    verdict = screen.view.grid_model.verdict(line, column)
    assert verdict is not None
    screen.walk_to(column)
    assert "can sit here" in screen.page.line.words
    screen.press(Qt.Key.Key_Return)
    screen.until_said("meet")
    moved = screen.hall.meetings[meeting.id]
    assert (moved.slot, moved.table) == (verdict.slot, verdict.table)
    assert screen.view.current is not None
    assert screen.view.current.id == meeting.id


def test_undo_in_the_notice_brings_a_moved_meeting_back(screen: Screen) -> None:
    meeting, _, column = screen.find(Fit.LEGAL)
    screen.walk_to(column)
    screen.press(Qt.Key.Key_Return)
    screen.until_said("meet")
    screen.bot.mouseClick(screen.page.notices.findChild(QAbstractButton), Qt.MouseButton.LeftButton)
    screen.bot.waitUntil(lambda: screen.hall.meetings[meeting.id] == meeting)


def test_two_meetings_change_places_where_the_target_holds_one(screen: Screen) -> None:
    meeting, line, column = screen.find(Fit.SWAP)
    other = screen.view.grid_model.verdict(line, column)
    assert other is not None
    assert other.other is not None
    before = screen.hall.meetings[other.other]
    screen.walk_to(column)
    assert "Swap with meeting" in screen.page.line.words
    screen.press(Qt.Key.Key_Return)
    screen.until_said("changed places")
    after = screen.hall.meetings
    assert (after[meeting.id].slot, after[meeting.id].table) == (before.slot, before.table)
    assert (after[before.id].slot, after[before.id].table) == (meeting.slot, meeting.table)


def test_an_illegal_cell_says_why_and_dropping_there_changes_nothing(screen: Screen) -> None:
    meeting, line, column = screen.find(Fit.NO)
    verdict = screen.view.grid_model.verdict(line, column)
    assert verdict is not None
    assert verdict.refusal is not None
    screen.walk_to(column)
    why = screen.page.line.words
    assert why.endswith(".")
    before = screen.hall
    screen.press(Qt.Key.Key_Return)
    assert screen.page.notices.sentence == why
    assert screen.hall == before
    assert screen.page.hands.carrying is not None, "it is still in hand"
    assert screen.page.hands.carrying.meeting.id == meeting.id


def test_escape_leaves_a_meeting_where_it_was(screen: Screen) -> None:
    screen.find(Fit.LEGAL)
    screen.press(Qt.Key.Key_Escape)
    assert screen.page.hands.carrying is None


def test_a_locked_meeting_is_not_picked_up_and_the_notice_offers_to_unlock_it(screen: Screen) -> None:
    meeting = next(meeting for meeting in screen.hall.meetings.values() if meeting.seated and not meeting.locked)
    screen.go_to(meeting)
    screen.press(Qt.Key.Key_L)
    screen.until_said("is locked")
    screen.press(Qt.Key.Key_M)
    assert screen.page.hands.carrying is None
    screen.until_said("Unlock it first")
    screen.bot.mouseClick(screen.page.notices.findChild(QAbstractButton), Qt.MouseButton.LeftButton)
    screen.until_said("can be moved again")
    screen.press(Qt.Key.Key_M)
    assert screen.page.hands.carrying is not None


def drag(screen: Screen, meeting: HallMeeting, line: int, column: int) -> QPoint:
    """Take a meeting with the mouse along its line to a column; answers where the mouse is."""
    screen.press(Qt.Key.Key_Escape)
    screen.page.resize(2000, 760)
    screen.go_to(meeting)
    screen.view.scrollTo(screen.view.currentIndex(), QTableView.ScrollHint.PositionAtCenter)
    start, end = screen.middle(line, screen.view.currentIndex().column()), screen.middle(line, column)
    surface = screen.view.viewport()
    screen.bot.mousePress(surface, Qt.MouseButton.LeftButton, pos=start)
    screen.bot.mouseMove(surface, start + QPoint(20, 0))
    screen.bot.mouseMove(surface, end)
    return end


def test_a_meeting_is_dragged_along_its_line(screen: Screen) -> None:
    meeting, line, column = screen.find(Fit.LEGAL)
    end = drag(screen, meeting, line, column)
    assert screen.page.hands.carrying is not None
    assert "can sit here" in screen.page.line.words
    assert screen.page.line.words.endswith("Let go to seat it.")
    screen.bot.mouseRelease(screen.view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    screen.until_said("meet")
    assert screen.hall.meetings[meeting.id].slot == screen.view.grid_model.day.slots[column].id  # type: ignore[union-attr]  # shown


def test_a_meeting_that_is_dropped_where_it_cannot_sit_is_put_down(screen: Screen) -> None:
    meeting, line, column = screen.find(Fit.NO)
    end = drag(screen, meeting, line, column)
    assert screen.page.hands.carrying is not None
    screen.bot.mouseRelease(screen.view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert screen.page.hands.carrying is None
    assert screen.page.notices.sentence, "why it cannot sit there is still said"
    assert screen.hall.meetings[meeting.id] == meeting
    screen.go_to(meeting)
    screen.press(Qt.Key.Key_M)
    assert screen.page.notices.sentence == "", "the keys that carry it are said below it"


def test_a_called_meeting_is_picked_up_only_by_somebody_who_means_it(screen: Screen, clock: HeldClock) -> None:
    first = next(iter(screen.hall.slots))
    meeting = next(m for m in screen.hall.meetings.values() if m.seated and m.slot == first and not m.locked)
    screen.page.desk.do(CallSlot(first))
    screen.page.refresh()
    screen.bot.waitUntil(lambda: screen.page.grid.hall.meetings[meeting.id].state is MeetingState.CALLED)
    screen.go_to(meeting)
    screen.press(Qt.Key.Key_M)
    assert screen.page.hands.carrying is None
    screen.until_said("its people may sit there. Move it all the same?")
    screen.bot.mouseClick(screen.page.notices.findChild(QAbstractButton), Qt.MouseButton.LeftButton)
    assert screen.page.hands.carrying is not None


def test_what_the_marks_say_is_what_the_desk_does(screen: Screen) -> None:
    """Every cell's verdict against a rehearsal of the deed, for some meetings, in both ways to look at the day."""
    movable = [meeting for meeting in screen.hall.meetings.values() if meeting.seated and not meeting.locked][:2]
    for axis in Axis:
        screen.page.bar.choose_axis(axis)
        for meeting in movable:
            screen.page.hands.pick(meeting.id)
            carrying, model = screen.page.hands.carrying, screen.view.grid_model
            assert carrying is not None
            for line in range(0, model.rowCount(), 5):
                for column in range(0, model.columnCount(), 2):
                    verdict = model.verdict(line, column)
                    intent = None if verdict is None else carrying.intent(verdict)
                    if intent is not None:
                        screen.page.desk.rehearse(intent)
            screen.page.hands.let_go()


def test_the_past_is_changed_only_by_somebody_who_means_it(screen: Screen, clock: HeldClock) -> None:
    first = next(iter(screen.hall.slots))
    meeting = next(m for m in screen.hall.meetings.values() if m.seated and m.slot == first and not m.locked)
    clock.advance(timedelta(hours=3))
    screen.page.refresh()
    screen.go_to(meeting)
    screen.press(Qt.Key.Key_Delete)
    screen.until_said("is over")
    assert screen.hall.meetings[meeting.id].seated
    screen.bot.mouseClick(screen.page.notices.findChild(QAbstractButton), Qt.MouseButton.LeftButton)
    screen.bot.waitUntil(lambda: not screen.hall.meetings[meeting.id].seated)


def test_another_window_s_change_is_shown_and_a_carried_meeting_is_judged_anew(screen: Screen) -> None:
    meeting, _, _ = screen.find(Fit.LEGAL)
    screen.page.desk.do(UnscheduleMeeting(meeting.id))
    carrying = screen.page.hands
    screen.bot.waitUntil(lambda: carrying.carrying is not None and not carrying.carrying.meeting.seated)


def test_two_who_want_to_meet_are_seated_with_a_few_keys(screen: Screen) -> None:
    before = screen.hall
    one = next(diary for diary in before.diaries.values() if diary.name == "Anna Rossi")
    other = next(
        diary
        for diary in before.diaries.values()
        if pairing_refusal(before.pairing, one, diary) is None
        and not any({one.id, diary.id} == set(meeting.people) for meeting in before.meetings.values())
        and next(free_seats(before, (one.id, diary.id)), None) is not None
    )
    screen.press(Qt.Key.Key_N)
    sheet = screen.page.findChild(MeetSheet)
    assert sheet is not None
    for place, name in enumerate((one.name, other.name)):
        sheet.fields[place].setText(name)
        screen.bot.keyClick(sheet.fields[place], Qt.Key.Key_Return)
    screen.bot.keyClick(sheet.seats, Qt.Key.Key_Return)
    screen.until_said("meet")
    made = [meeting for meeting in screen.hall.meetings.values() if set(meeting.people) == {one.id, other.id}]
    assert [meeting.seated for meeting in made] == [True]


def test_nobody_is_offered_a_meeting_with_themselves(screen: Screen) -> None:
    screen.press(Qt.Key.Key_N)
    sheet = screen.page.findChild(MeetSheet)
    assert sheet is not None
    found = sheet.found.rows_model
    sheet.fields[0].setText("a")
    screen.bot.waitUntil(lambda: found.rowCount() > 1)
    first = found.rows[0]
    screen.bot.keyClick(sheet.fields[0], Qt.Key.Key_Return)

    sheet.fields[1].setText("a")

    screen.bot.waitUntil(lambda: found.rowCount() > 1)
    assert first.id not in {person.id for person in found.rows}


def test_a_cell_that_leaves_no_time_to_walk_says_so_and_takes_who_means_it(screen: Screen) -> None:
    screen.page.desk.do(LayZones())
    screen.until_shown()
    screen.page.bar.choose_axis(Axis.TABLES)
    meeting, line, table = far_cell(screen)
    screen.page.hands.drop(line, screen.view.currentIndex().column())
    screen.until_said("has no time to walk from table")
    assert screen.hall.meetings[meeting.id] == meeting
    screen.page.notices.press()
    screen.bot.waitUntil(lambda: screen.hall.meetings[meeting.id].table == table)


def far_cell(screen: Screen) -> tuple[HallMeeting, int, TableId | None]:
    """A meeting that is carried now, and the line and table of a cell in its slot to which the way is too long."""
    for meeting in [one for one in screen.hall.meetings.values() if one.seated and not one.locked]:
        screen.go_to(meeting)
        screen.press(Qt.Key.Key_M)
        model, column = screen.view.grid_model, screen.view.currentIndex().column()
        for line in range(model.rowCount()):
            verdict = model.verdict(line, column)
            if verdict is not None and verdict.refusal is not None and verdict.refusal.code == "no_time_to_walk":
                return meeting, line, verdict.table
        screen.press(Qt.Key.Key_Escape)
    raise AssertionError("nobody has to walk")
