"""The Timetable: who meets whom, when and where, and every way to change it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.folding import filed_as
from eccp_desktop.domain.hall import HallMeeting
from eccp_desktop.domain.ids import MeetingId, ParticipantId, SlotId
from eccp_desktop.store.reads.timetable_grid import TimetableGrid, timetable_grid
from eccp_desktop.ui.commands import Command, menu
from eccp_desktop.ui.kit.empty_state import EmptyState
from eccp_desktop.ui.kit.labels import quiet
from eccp_desktop.ui.kit.tabs import Tabs
from eccp_desktop.ui.pages.reading import ReadingPage
from eccp_desktop.ui.pages.timetable.carrying import Fit
from eccp_desktop.ui.pages.timetable.cell_line import CellLine
from eccp_desktop.ui.pages.timetable.compare_lines import CompareLine
from eccp_desktop.ui.pages.timetable.day_grid import Axis, DayGrid, days_of
from eccp_desktop.ui.pages.timetable.generating import Generating
from eccp_desktop.ui.pages.timetable.grid_bar import GridBar
from eccp_desktop.ui.pages.timetable.grid_view import GridView
from eccp_desktop.ui.pages.timetable.hands import Hands
from eccp_desktop.ui.pages.timetable.page_commands import page_commands
from eccp_desktop.ui.pages.timetable.preview import proposed
from eccp_desktop.ui.pages.timetable.side import Side
from eccp_desktop.ui.pages.timetable.tray_hands import TrayHands
from eccp_desktop.ui.theme import SPACE_2, SPACE_3, SPACE_4

TICK = 5_000
"""Milliseconds after which the grid looks whether another slot runs."""

NARROW = 920
"""Pages that are not as wide fold the panel until it is asked for."""


class TimetablePage(ReadingPage[TimetableGrid]):
    """The grid with the tray beside it."""

    name = "timetable"
    title = N_("Timetable")
    icon = "calendar"
    touched_by = (
        "event",
        "side",
        "session",
        "session_person",
        "slot",
        "hall_table",
        "table_closure",
        "organisation",
        "participant",
        "participant_language",
        "absence",
        "request",
        "meeting",
        "meeting_person",
    )

    grid: TimetableGrid
    """The timetable as it was read last; there from the first `_show` on."""

    def _create(self) -> None:
        self.figures = quiet("")
        self.bar = GridBar(self.memory)
        self.view = GridView()
        self.view.set_zoom(self.bar.zoom)
        self.line = CellLine()
        self._tick = QTimer(self, interval=TICK)
        self.empty = EmptyState(
            N_("This event has no slots yet. Lay down its days, sessions and tables first."),
            N_("Set up the event"),
            partial(self.wanted.emit, "event", None),
            icon="calendar",
        )
        self.nobody = EmptyState(
            N_("Nobody is in this event yet. Import the list of the online tool, or register people at the Desk."),
            N_("Import participants"),
            partial(self.wanted.emit, "exchange", None),
            icon="users",
        )
        self._steps.insert(0, self._add_side)

    def _arrange(self) -> None:
        self.top.addWidget(self.figures)
        left = QVBoxLayout()
        left.setSpacing(SPACE_2)
        left.addWidget(self.view, 1)
        left.addWidget(self.line)
        self._row = row = QHBoxLayout()
        row.setSpacing(SPACE_3)
        row.addLayout(left, 1)
        work = QWidget()
        column = QVBoxLayout(work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addWidget(self.bar)
        column.addLayout(row, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(work)
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.nobody)
        self.body.addWidget(self.stack, 1)

    def _add_side(self) -> None:
        """The panel, in a step of its own: all at once would hold up who is at the Desk."""
        self.side = Side(self.desk, self.clock)
        self.hands = Hands(self)
        self.tray_hands = TrayHands(self, self.hands)
        self.generating = Generating(self)
        self._row.addWidget(self.side)
        self.side.setVisible(self.bar.panel_shown)

    def _connect(self) -> None:
        self.bar.changed.connect(self.show_day)
        self.bar.zoomed.connect(self.view.set_zoom)
        self.bar.panelled.connect(self.side.setVisible)
        self.bar.entered.connect(self._enter_grid)
        self.view.looked.connect(self._look)
        self.view.picked.connect(self.hands.pick)
        self.view.dropped.connect(self.hands.drop)
        self.view.let_go.connect(self.hands.let_go)
        self.view.dragged.connect(self.hands.drag)
        self.view.opened.connect(self.hands.arrange_meeting)
        self.view.menu_wanted.connect(self._menu)
        self.side.tray.generate_wanted.connect(self.to_generate)
        self.side.turned.connect(self._turned)
        self.side.compare.compared.connect(self._turned)
        self.side.compare.pointed.connect(self._point_at_difference)
        self.side.compare.entered.connect(self.view.setFocus)
        self._tick.timeout.connect(self._time_goes_on)
        self._tick.start()

    def commands(self) -> Sequence[Command]:
        return page_commands(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._built:
            self.bar.fold_for(self.width() < NARROW)

    def focus_first(self) -> None:
        self.view.setFocus()

    def show_thing(self, thing: object) -> None:
        """Go to a person's or a table's line, or to a meeting's cell."""
        meeting = self.grid.hall.meetings.get(MeetingId(str(thing)))
        if meeting is not None:
            self._go_to_meeting(meeting)
            return
        tables = any(table == thing for table in self.grid.hall.tables)
        self.bar.choose_axis(Axis.TABLES if tables else Axis.PEOPLE)
        day = self.view.grid_model.day
        if day is not None and day.line_of(str(thing)) < 0:
            self.bar.clear_filter()
            day = self.view.grid_model.day
        if day is not None and day.line_of(str(thing)) >= 0:
            self.view.go_to(day.line_of(str(thing)), max(0, self.view.currentIndex().column()))

    @property
    def now(self) -> datetime:
        """The wall time at the venue."""
        return self.clock.now().astimezone(ZoneInfo(self.grid.zone)).replace(tzinfo=None)

    @property
    def tabs(self) -> Tabs:
        """The tabs of the panel at the side."""
        return self.side.tabs

    @staticmethod
    def read(desk: Desk) -> TimetableGrid:
        """The whole timetable, people in the order of boxes and lists; any thread may ask."""
        grid = desk.read(timetable_grid)
        return replace(grid, people=tuple(sorted(grid.people, key=lambda person: filed_as(person.name))))

    def _show(self, found: TimetableGrid) -> None:
        self.grid = found
        days = days_of(self.grid)
        self.stack.setCurrentIndex(1 if not days else 0 if found.people else 2)
        self.bar.show_days(days, self.now.date())
        hall = self.grid.hall
        seated = sum(meeting.seated for meeting in hall.meetings.values())
        locked = sum(meeting.seated and meeting.locked for meeting in hall.meetings.values())
        waiting = sum(meeting.state == "unscheduled" for meeting in self.grid.waiting)
        parts = [f"{seated} meetings seated", f"{waiting} in the tray", f"{locked} locked" if locked else ""]
        self.figures.setText(" · ".join(part for part in parts if part))
        self.side.count(waiting)
        self.side.tray.show_grid(self.grid, self.now)
        self.show_day()
        self.generating.offer_fitting_mode()
        self.side.look_again()
        self.hands.carry_on()

    def show_day(self) -> None:
        """Show what the bar asks for, of the timetable or of the proposal that is looked at."""
        day = self.bar.day
        shown = self._day_grid(day)
        before = self._place()
        self.view.grid_model.show(shown, self.now)
        self.view.share_width()
        if not self.view.currentIndex().isValid() and shown.lines and shown.slots:
            line = shown.line_of(before[0]) if before else 0
            self.view.go_to(max(0, line), before[1] if before else self._first_column(shown))
        self.look_again()

    def _day_grid(self, day: date | None) -> DayGrid:
        if self.side.comparing:
            compare = self.side.compare
            return DayGrid(self.grid, self.bar.axis, day, self.bar.filtered, compare.marks, compare.since)
        preview = self.side.generate.preview
        if preview is None or not self.side.previewing:
            return DayGrid(self.grid, self.bar.axis, day, self.bar.filtered)
        return DayGrid(proposed(self.grid, preview.hall), self.bar.axis, day, self.bar.filtered, preview.changes)

    def look_again(self) -> None:
        """Say what the current cell says now."""
        self._look(self.view.currentIndex().row(), self.view.currentIndex().column())

    def show_lines_of(self, people: Sequence[ParticipantId]) -> None:
        """Drop the filter where it hides all of these people."""
        day = self.view.grid_model.day
        if day is not None and day.axis is Axis.PEOPLE and all(day.line_of(person) < 0 for person in people):
            self.bar.clear_filter()

    def _place(self) -> tuple[str, int] | None:
        """The line's key and the column of the current cell."""
        day, index = self.view.grid_model.day, self.view.currentIndex()
        if day is None or not index.isValid() or index.row() >= len(day.lines):
            return None
        return day.lines[index.row()].key, index.column()

    def _first_column(self, day: DayGrid) -> int:
        """The slot that runs or comes next; the first one on other days."""
        coming = [column for column, slot in enumerate(day.slots) if slot.span.end > self.now]
        return coming[0] if coming else 0

    def _look(self, line: int, column: int) -> None:
        model = self.view.grid_model
        if model.day is None or not (0 <= line < model.rowCount() and 0 <= column < model.columnCount()):
            nobody = self.bar.filtered and not model.rowCount()
            self.line.say(N_("No line has {text} in it.").format(text=self.bar.filtered) if nobody else "")
            return
        verdict = model.verdict(line, column)
        self.line.say(
            model.words(line, column, self.view.dragging), refused=verdict is not None and verdict.fit is Fit.NO
        )

    def _go_to_meeting(self, meeting: HallMeeting) -> None:
        if not meeting.seated or meeting.slot is None:
            self.to_tray()
            self.side.tray.list.select_key(meeting.id)
            return
        self.bar.choose_day(self.grid.hall.slots[meeting.slot].span.start.date())
        self.show_lines_of(meeting.people)
        day = self.view.grid_model.day
        if day is not None:
            key = meeting.people[0] if self.bar.axis is Axis.PEOPLE else str(meeting.table)
            self.view.go_to(day.line_of(key), day.column_of(meeting.slot))

    def to_tray(self) -> None:
        """Put the focus into the tray."""
        self.bar.show_panel(True)
        self.side.to_tray()

    def to_generate(self) -> None:
        """Open the panel that makes a timetable."""
        self.bar.show_panel(True)
        self.side.to_generate()

    def to_compare(self) -> None:
        """Open the panel that compares two versions."""
        self.bar.show_panel(True)
        self.side.to_compare()

    def point_at(self, who: ParticipantId, slot: SlotId | None) -> None:
        """Show the cell of a person in a slot; nothing happens where there is none any more."""
        found = self.grid.hall.slots.get(slot) if slot is not None else None
        if found is None or who not in self.grid.hall.diaries:
            return
        self.bar.choose_day(found.span.start.date())
        self.bar.choose_axis(Axis.PEOPLE)
        self.show_lines_of([who])
        day = self.view.grid_model.day
        if day is not None:
            self.view.go_to(day.line_of(who), day.column_of(found.id))

    def _turned(self) -> None:
        day = self.view.grid_model.day
        if self.side.generate.proposal is not None or self.side.comparing or (day is not None and day.changes):
            self.show_day()

    def _point_at_difference(self, line: CompareLine) -> None:
        self.point_at(line.who, line.slot)

    def _enter_grid(self) -> None:
        self.view.setFocus()
        self.view.go_to(0, max(0, self.view.currentIndex().column()))

    def _menu(self, place: QPoint) -> None:
        menu(self.commands(), self).exec(place)

    def _time_goes_on(self) -> None:
        """Mark another slot as the one that runs, when it is."""
        if not self.isVisible():
            return
        before, now = self.view.grid_model.now, self.now
        edges = {edge for slot in self.grid.hall.slots.values() for edge in (slot.span.start, slot.span.end)}
        if any(before < edge <= now for edge in edges):
            self.show_day()
