"""The Timetable page, by keys and by mouse, on the real store."""

from collections.abc import Iterator
from datetime import timedelta
from multiprocessing import active_children
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QSpinBox, QTableView
from pytestqt.qtbot import QtBot

from eccp_desktop.actions.create_event import CreateEvent
from eccp_desktop.actions.unschedule_meeting import UnscheduleMeeting
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.opening import new_desk
from eccp_desktop.desk.timetabling import Mode
from eccp_desktop.domain.hall import Hall, HallMeeting
from eccp_desktop.domain.making_room import free_seats
from eccp_desktop.domain.seating import pairing_refusal
from eccp_desktop.domain.vocabulary import MeetingState
from eccp_desktop.store.reads.hall import hall
from eccp_desktop.ui.appearance import Appearance
from eccp_desktop.ui.memory import Memory
from eccp_desktop.ui.pages.timetable import TimetablePage
from eccp_desktop.ui.pages.timetable.carrying import Fit
from eccp_desktop.ui.pages.timetable.day_grid import Axis
from eccp_desktop.ui.pages.timetable.meet_sheet import MeetSheet
from eccp_desktop.ui.signals import DeskSignals
from tests.fairs import FillFair, fair


@pytest.fixture
def desk(tmp_path: Path, clock: HeldClock) -> Iterator[Desk]:
    clock.advance(timedelta(minutes=-60))
    desk = fair(tmp_path / "fair.eccp", clock, FillFair(people=24, meetings=60, waiting=4))
    yield desk
    desk.close()


class Screen:
    """The page as a person at the desk uses it."""

    def __init__(self, page: TimetablePage, bot: QtBot) -> None:
        self.page, self.bot, self.view = page, bot, page.view

    @property
    def hall(self) -> Hall:
        return self.page.desk.read(hall)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.bot.keyClick(self.page.window().focusWidget() or self.view, key, modifier)

    def go_to(self, meeting: HallMeeting) -> None:
        self.page.show_thing(meeting.id)
        self.view.setFocus()
        assert self.view.current is not None
        assert self.view.current.id == meeting.id

    def find(self, fit: Fit) -> tuple[HallMeeting, int, int]:
        """A meeting that may be moved, carried by now, and a cell on the same line with this verdict."""
        for meeting in self.hall.meetings.values():
            if not meeting.seated or meeting.locked:
                continue
            self.go_to(meeting)
            self.press(Qt.Key.Key_M)
            line = self.view.currentIndex().row()
            for column in range(self.view.grid_model.columnCount()):
                verdict = self.view.grid_model.verdict(line, column)
                if (
                    verdict is not None
                    and verdict.fit is fit
                    and (verdict.table is None or verdict.slot != meeting.slot)
                ):
                    return meeting, line, column
            self.press(Qt.Key.Key_Escape)
        raise AssertionError(f"no cell that says {fit}")

    def walk_to(self, column: int) -> None:
        """With the arrow keys, along the line."""
        for _ in range(self.view.grid_model.columnCount()):
            here = self.view.currentIndex().column()
            if here == column:
                return
            self.press(Qt.Key.Key_Right if here < column else Qt.Key.Key_Left)

    def middle(self, line: int, column: int) -> QPoint:
        return self.view.visualRect(self.view.grid_model.index(line, column)).center()

    def until_said(self, words: str) -> None:
        self.bot.waitUntil(lambda: words in self.page.notices.sentence)


@pytest.fixture
def screen(
    qtbot: QtBot, desk: Desk, signals: DeskSignals, clock: HeldClock, memory: Memory, appearance: Appearance
) -> Screen:
    return opened(qtbot, desk, signals, clock, memory)


def opened(qtbot: QtBot, desk: Desk, signals: DeskSignals, clock: HeldClock, memory: Memory) -> Screen:
    page = TimetablePage(desk, signals, clock, memory)
    page.undo = desk.submit_undo
    qtbot.addWidget(page)
    page.build()
    page.resize(1180, 760)
    page.show()
    page.activateWindow()
    page.focus_first()
    qtbot.waitExposed(page)
    return Screen(page, qtbot)


def test_the_grid_has_a_line_for_everybody_and_a_column_for_every_slot_of_the_day(screen: Screen) -> None:
    model = screen.view.grid_model
    assert model.rowCount() == 24
    assert model.columnCount() == 12
    assert model.headerData(0, Qt.Orientation.Horizontal) == "09:00"
    assert "meeting" in str(model.headerData(0, Qt.Orientation.Vertical))


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


def test_a_meeting_is_dragged_along_its_line(screen: Screen) -> None:
    meeting, line, column = screen.find(Fit.LEGAL)
    screen.press(Qt.Key.Key_Escape)
    screen.page.resize(2000, 760)
    screen.go_to(meeting)
    screen.view.scrollTo(screen.view.currentIndex(), QTableView.ScrollHint.PositionAtCenter)
    start, end = screen.middle(line, screen.view.currentIndex().column()), screen.middle(line, column)
    surface = screen.view.viewport()
    screen.bot.mousePress(surface, Qt.MouseButton.LeftButton, pos=start)
    screen.bot.mouseMove(surface, start + QPoint(20, 0))
    screen.bot.mouseMove(surface, end)
    assert screen.page.hands.carrying is not None
    assert "can sit here" in screen.page.line.words
    screen.bot.mouseRelease(surface, Qt.MouseButton.LeftButton, pos=end)
    screen.until_said("meet")
    assert screen.hall.meetings[meeting.id].slot == screen.view.grid_model.day.slots[column].id  # type: ignore[union-attr]  # shown


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


def test_the_filter_finds_a_line_and_enter_goes_there(screen: Screen) -> None:
    screen.press(Qt.Key.Key_Slash)
    screen.bot.keyClicks(screen.page.bar.filter, "muller")
    screen.bot.waitUntil(lambda: screen.view.grid_model.rowCount() < 24)
    assert screen.view.grid_model.day is not None
    assert all("müller" in line.title.lower() for line in screen.view.grid_model.day.lines)
    screen.bot.keyClick(screen.page.bar.filter, Qt.Key.Key_Return)
    assert screen.view.hasFocus()


def test_day_zoom_and_lines_are_remembered(
    screen: Screen, desk: Desk, signals: DeskSignals, clock: HeldClock, memory: Memory
) -> None:
    screen.page.bar.step_day(1)
    screen.page.bar.set_zoom(0)
    screen.page.bar.turn()
    day = screen.page.bar.day
    screen.page.close()
    clock.advance(timedelta(days=-3))
    again = opened(screen.bot, desk, signals, clock, memory)
    assert again.page.bar.axis is Axis.TABLES
    assert again.view.zoom_step == 0
    assert again.page.bar.day == day


def test_another_window_s_change_is_shown_and_a_carried_meeting_is_judged_anew(screen: Screen) -> None:
    meeting, _, _ = screen.find(Fit.LEGAL)
    screen.page.desk.do(UnscheduleMeeting(meeting.id))
    carrying = screen.page.hands
    screen.bot.waitUntil(lambda: carrying.carrying is not None and not carrying.carrying.meeting.seated)


def test_a_timetable_is_generated_looked_at_and_applied_as_one_step(screen: Screen) -> None:
    before = screen.hall
    screen.press(Qt.Key.Key_G)
    screen.page.side.generate.start(Mode.ALL, 2)
    screen.bot.waitUntil(lambda: screen.page.side.generate.proposal is not None, timeout=60_000)
    assert screen.hall == before, "nothing counts until it is applied"
    assert "meetings have a seat" in screen.page.side.generate.view.outcome
    screen.bot.mouseClick(screen.page.side.generate.view.apply, Qt.MouseButton.LeftButton)
    screen.bot.waitUntil(lambda: "applied" in screen.page.notices.sentence, timeout=10_000)
    assert screen.hall != before
    screen.page.desk.undo()
    assert screen.hall == before


def test_a_proposal_is_looked_at_in_the_grid_and_cannot_be_touched_there(screen: Screen) -> None:
    screen.press(Qt.Key.Key_G)
    screen.page.side.generate.start(Mode.FREE, 1)
    screen.bot.waitUntil(lambda: screen.page.side.generate.proposal is not None, timeout=60_000)
    proposal, model = screen.page.side.generate.proposal, screen.view.grid_model
    assert proposal is not None
    assert model.day is not None
    assert len(model.day.changes) == len(proposal.new) + len(proposal.moved) + len(proposal.cancelled)
    shown = next(iter(model.day.grid.hall.meetings))
    screen.page.hands.pick(shown)
    assert "proposal" in screen.page.notices.sentence
    screen.bot.mouseClick(screen.page.side.generate.view.discard, Qt.MouseButton.LeftButton)
    assert model.day.changes == {}


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


def test_an_event_without_slots_says_what_to_do_first(
    qtbot: QtBot, tmp_path: Path, clock: HeldClock, memory: Memory, appearance: Appearance
) -> None:
    bare = new_desk(tmp_path / "bare.eccp", clock, "MK")
    bare.do(CreateEvent("Bare", "Europe/Berlin"))
    screen = opened(qtbot, bare, DeskSignals(bare), clock, memory)
    with qtbot.waitSignal(screen.page.wanted) as asked:
        qtbot.mouseClick(screen.page.empty.button, Qt.MouseButton.LeftButton)
    assert asked.args == ["event", None]
    bare.close()


def test_a_narrow_window_folds_the_tray_until_it_is_asked_for(screen: Screen) -> None:
    assert screen.page.side.isVisible()
    screen.page.resize(800, 600)
    assert not screen.page.side.isVisible()
    screen.press(Qt.Key.Key_T)
    assert screen.page.side.isVisible()
    assert screen.page.side.tray.list.hasFocus()


def test_every_control_has_a_name_for_screen_readers(screen: Screen) -> None:
    kinds = (QAbstractButton, QLineEdit, QSpinBox, QComboBox, QTableView)
    for tab in (screen.page.to_tray, screen.page.to_generate):
        tab()
        for kind in kinds:
            for control in screen.page.findChildren(kind):
                used = control.isVisible() and control.focusPolicy() != Qt.FocusPolicy.NoFocus
                text = control.text() if isinstance(control, QAbstractButton) else ""
                assert not used or control.accessibleName() or text, control


def test_the_engine_ends_with_the_window(screen: Screen) -> None:
    screen.page.side.generate.start(Mode.ALL, 300)
    screen.bot.waitUntil(lambda: bool(active_children()), timeout=20_000)
    screen.page.side.deleteLater()
    screen.bot.waitUntil(lambda: not active_children(), timeout=20_000)
