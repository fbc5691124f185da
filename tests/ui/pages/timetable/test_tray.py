"""The tray beside the grid."""

from dataclasses import dataclass
from multiprocessing import active_children
from typing import ClassVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from eccp_desktop.actions.apply_timetable import ApplyTimetable, PlannedMeeting
from eccp_desktop.actions.close_table_in_slots import CloseTableInSlots
from eccp_desktop.actions.unschedule_meeting import UnscheduleMeeting
from eccp_desktop.desk.timetabling import Mode
from eccp_desktop.domain.frame import Span
from eccp_desktop.domain.ids import MeetingId, ParticipantId, SlotId
from eccp_desktop.domain.making_room import free_seats, rooms
from eccp_desktop.domain.reasons import MeetingReason
from eccp_desktop.domain.vocabulary import MeetingState
from eccp_desktop.domain.ways_out import Way, ways_out
from eccp_desktop.store.reads.timetable_grid import Waiting
from eccp_desktop.store.unit import Absence, Unit
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
    screen.bot.waitUntil(lambda: screen.page.side.tray.list.select_key(meeting.id))
    screen.press(Qt.Key.Key_Return)
    assert screen.page.hands.carrying is not None
    assert "can sit here" in screen.page.line.words
    screen.press(Qt.Key.Key_Return)
    screen.until_said("meet")
    assert screen.hall.meetings[meeting.id].seated


def test_r_seats_a_meeting_of_the_tray_where_all_are_free(screen: Screen) -> None:
    meeting = next(meeting for meeting in screen.hall.meetings.values() if meeting.seated and not meeting.locked)
    screen.page.desk.do(UnscheduleMeeting(meeting.id))
    seat = next(free_seats(screen.hall, meeting.people, screen.page.now))
    select(screen, meeting.id)
    screen.press(Qt.Key.Key_R)
    screen.until_said("meet")
    seated = screen.hall.meetings[meeting.id]
    assert (seated.slot, seated.table) == (seat.slot, seat.table)
    tray = screen.page.side.tray.list
    screen.bot.waitUntil(lambda: tray.rows_model.row_of(meeting.id) < 0)
    assert tray.row is not None, "on to the next"
    assert tray.hasFocus()


def test_a_reason_that_does_not_hold_any_more_is_said_to_be_past(screen: Screen) -> None:
    meeting = next(meeting for meeting in screen.hall.meetings.values() if meeting.seated and not meeting.locked)
    reason = MeetingReason("common_slots_taken").stored()
    screen.page.desk.do(ApplyTimetable((PlannedMeeting(meeting.people, meeting.id, reason=reason),)))
    select(screen, meeting.id)
    labels = [label for label in screen.page.side.tray.findChildren(QLabel) if label.text().endswith(":")]
    assert any(label.text().startswith("No longer so: all are free") for label in labels)


def test_r_moves_the_meeting_that_is_in_the_way(screen: Screen) -> None:
    waiting = screen.page.grid.waiting[0]
    away(screen, waiting, [seat.slot for seat in free_seats(screen.hall, waiting.people, screen.page.now)])
    room = next(rooms(screen.hall, waiting.people, screen.page.now))
    select(screen, waiting.id)
    screen.press(Qt.Key.Key_R)
    screen.until_said("meet")
    after = screen.hall.meetings
    assert (after[waiting.id].slot, after[room.blocker].slot) == (room.seat.slot, room.new_seat.slot)


def test_r_does_what_was_tried_and_places_most(screen: Screen) -> None:
    waiting = one_that_needs_a_table(screen)
    before = len(screen.page.grid.waiting)
    tray = screen.page.side.tray
    select(screen, waiting.id)
    assert any("Open table" in words for words, _ in tray.remedies)
    screen.bot.waitUntil(lambda: "places " in tray.remedies[0][0], timeout=60_000)
    assert not tray.progress.isVisible()
    promised = tray.remedies[0][0].rpartition("places ")[2].split()[0]
    screen.press(Qt.Key.Key_R)
    screen.until_said(" more meeting")
    gained = before - sum(one.state is MeetingState.UNSCHEDULED for one in screen.page.grid.waiting)
    assert gained >= (int(promised) if promised.isdigit() else 1)
    screen.page.desk.undo()
    screen.bot.waitUntil(lambda: len(screen.page.grid.waiting) == before)


def test_a_trial_is_stopped_by_escape_or_its_button_and_taken_up_again(screen: Screen) -> None:
    waiting = one_that_needs_a_table(screen)
    tray = screen.page.side.tray
    select(screen, waiting.id)
    offered = [words for words, _ in tray.remedies]
    screen.bot.waitUntil(tray.progress.isVisible, timeout=20_000)
    screen.press(Qt.Key.Key_Escape)
    assert not tray.progress.isVisible()
    button(tray, "Try what the others would place").click()
    stop = button(tray, "Stop")
    stop.setFocus()
    screen.press(Qt.Key.Key_Return)
    assert not tray.progress.isVisible()
    assert tray.list.hasFocus()
    assert [words for words, _ in tray.remedies] == offered, "what was not tried is offered all the same"
    screen.bot.waitUntil(lambda: not active_children(), timeout=20_000)
    button(tray, "Try what the others would place").click()
    assert tray.progress.isVisible()
    screen.bot.waitUntil(lambda: "places " in tray.remedies[0][0], timeout=60_000)
    assert not tray.progress.isVisible()


def test_a_search_for_a_timetable_ends_the_trial(screen: Screen) -> None:
    waiting = one_that_needs_a_table(screen)
    tray = screen.page.side.tray
    select(screen, waiting.id)
    screen.bot.waitUntil(tray.progress.isVisible, timeout=20_000)
    screen.page.side.generate.start(Mode.FREE, 1)
    assert not tray.progress.isVisible()
    screen.page.side.generate.end()
    screen.bot.waitUntil(lambda: not screen.page.side.generate.running, timeout=20_000)


def one_that_needs_a_table(screen: Screen) -> Waiting:
    """Every table that is free is shut: opening one seats somebody who waits."""
    for meeting in [one for one in screen.hall.meetings.values() if one.seated and not one.locked][:12]:
        screen.page.desk.do(UnscheduleMeeting(meeting.id))
    for table in screen.hall.tables:
        taken = {slot for slot, other in screen.hall.at_table if other == table}
        shut = tuple(slot for slot in screen.hall.slots if slot not in taken)
        screen.page.desk.do(CloseTableInSlots(table, shut))
    screen.bot.waitUntil(lambda: len(screen.page.grid.waiting) >= 12)
    return next(
        one
        for one in screen.page.grid.waiting
        if not any(free_seats(screen.hall, one.people, screen.page.now))
        and any(way.way is Way.OPEN_TABLE for way in ways_out(screen.hall, one.people, screen.page.now))
    )


def button(inside: QWidget, words: str) -> QAbstractButton:
    return next(one for one in inside.findChildren(QAbstractButton) if one.text() == words)


def test_r_shortens_the_absence_that_keeps_two_apart(screen: Screen) -> None:
    waiting = screen.page.grid.waiting[0]
    away(screen, waiting, list(screen.hall.slots))
    select(screen, waiting.id)
    name = screen.hall.diaries[waiting.people[0]].name
    way = next(index for index, (words, _) in enumerate(screen.page.side.tray.remedies) if f"{name} is there" in words)
    screen.page.side.tray.remedies[way][1]()
    screen.until_said("The absence is shorter.")
    assert any(free_seats(screen.hall, waiting.people, screen.page.now))


@dataclass(frozen=True, slots=True)
class BeAway:
    """Somebody is not there for some times."""

    title: ClassVar[str] = "Be away"
    who: ParticipantId
    spans: tuple[Span, ...]

    def apply(self, unit: Unit) -> None:
        for span in self.spans:
            unit.absences.add(Absence(participant_id=self.who, start=span.start, end=span.end, reason="Train"))


def away(screen: Screen, waiting: Waiting, slots: list[SlotId]) -> None:
    """One of those who wait cannot meet in these slots."""
    spans = tuple(screen.hall.slots[slot].span for slot in slots)
    screen.page.desk.do(BeAway(waiting.people[0], spans))
    screen.bot.waitUntil(lambda: not any(free_seats(screen.page.grid.hall, waiting.people, screen.page.now)))


def select(screen: Screen, meeting: MeetingId) -> None:
    """T, and the meeting is the one that is selected."""
    screen.press(Qt.Key.Key_T)
    screen.bot.waitUntil(lambda: screen.page.side.tray.list.select_key(meeting))


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
