"""The tray at the side: meetings without a seat, why, and where they could go."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import islice

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QVBoxLayout, QWidget

from eccp_desktop.actions.making_way import MakeWay
from eccp_desktop.base.i18n import N_
from eccp_desktop.desk.ways_tried import Tried, help_of
from eccp_desktop.domain.ids import MeetingId
from eccp_desktop.domain.making_room import Room, Seat, free_seats, rooms
from eccp_desktop.domain.ways_out import Way, WayOut, ways_out
from eccp_desktop.store.reads.timetable_grid import TimetableGrid, Waiting
from eccp_desktop.ui.kit.buttons import plain_button, quiet_button, small
from eccp_desktop.ui.kit.card import clear
from eccp_desktop.ui.kit.chips import Chip
from eccp_desktop.ui.kit.empty_state import EmptyState
from eccp_desktop.ui.kit.flow_layout import FlowLayout
from eccp_desktop.ui.kit.labels import Label, quiet
from eccp_desktop.ui.kit.progress_strip import ProgressStrip
from eccp_desktop.ui.kit.row_delegate import PAD
from eccp_desktop.ui.pages.timetable.inset import inset, inset_column
from eccp_desktop.ui.pages.timetable.tray_list import TrayList
from eccp_desktop.ui.pages.timetable.words import (
    raises_maximum,
    reason_words,
    remedy_words,
    room_words,
    seat_words,
    was_computed,
    way_words,
)
from eccp_desktop.ui.theme import SMALL, SPACE_1, SPACE_2

Remedy = tuple[str, Callable[[], object]]
"""What would help, in words, and how it is done."""

MOST_SEATS = 6
MOST_ROOMS = 2


@dataclass(frozen=True, slots=True)
class _Tries:
    """What was tried for a meeting and places somebody, most first, and what was not tried."""

    tried: tuple[Tried, ...]
    untried: tuple[WayOut, ...]


class Tray(QWidget):
    """The list, and below it what is known of the selected meeting."""

    picked = Signal(object)
    """Carry this meeting (its id) into the grid."""

    seated = Signal(object, object)
    """Seat a `Waiting` on a `Seat`."""

    generate_wanted = Signal()
    """Open the panel that makes a timetable."""

    roomed = Signal(object, object)
    """Seat a `Waiting` by way of a `Room`."""

    helped = Signal(object)
    """Do this `MakeWay`."""

    tries_wanted = Signal(object, object)
    """Try what these ways out would bring, for the meeting of this id, if it is dwelt on; none: try no more."""

    tries_resumed = Signal(object, object)
    """Try these now, for the meeting of this id: its other ways were tried already."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid: TimetableGrid | None = None
        self.remedies: list[Remedy] = []
        """What helps the selected meeting, the first of it by one key."""
        self._now = datetime.min
        self._trials: dict[MeetingId, _Tries] = {}
        self.progress = ProgressStrip()
        """Of the trial of the ways out."""
        self.list = TrayList(self._names)
        self._done = EmptyState(N_("Every meeting has a seat."), icon="check-circle")
        self._undone = EmptyState(
            N_("No timetable yet."), N_("Generate a timetable"), self.generate_wanted.emit, icon="calendar-plus"
        )
        known = QWidget()
        self._below = inset_column(known, SPACE_2)
        self._stack = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        column.addLayout(self._stack, 1)
        column.addWidget(known)
        column.addWidget(inset(self.progress))
        self._below.setContentsMargins(PAD, SPACE_2, PAD, 0)
        for part in (self.list, self._done, self._undone):
            self._stack.addWidget(part)  # not before the stack has its place: the first would be shown as a window
        self.list.selected.connect(self._show_selected)
        self.list.opened.connect(self._open)

    def show_grid(self, grid: TimetableGrid, now: datetime) -> None:
        """Show the meetings that wait."""
        if grid is not self._grid:
            self._trials.clear()
        self._grid, self._now = grid, now
        if grid.waiting:
            self._stack.setCurrentWidget(self.list)
        elif grid.wishes:
            self._undone.sentence.setText(f"{grid.wishes} pairs want to meet and have no meeting yet.")
            self._stack.setCurrentWidget(self._undone)
        else:
            self._stack.setCurrentWidget(self._done)
        line = self.list.currentIndex().row()
        self.list.show_rows(grid.waiting)
        if self.list.row is None and line >= 0 and self.list.hasFocus():
            self.list.select_line(line)  # the one that was here has its seat: on to the next
        self._show_selected(self.list.row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.progress.isVisible():
            self.progress.stopped.emit()
        else:
            super().keyPressEvent(event)

    def _open(self, waiting: Waiting) -> None:
        self.picked.emit(waiting.id)

    def _show_selected(self, waiting: Waiting | None) -> None:
        self.collect_focus()
        clear(self._below)
        self.remedies = []
        self.tries_wanted.emit("", ())
        if waiting is None or self._grid is None:
            return
        hall, now = self._grid.hall, self._now
        self._below.addWidget(Label(reason_words(waiting.reason), size=SMALL, wrap=True))
        seats = list(free_seats(hall, waiting.people, now))
        seats.sort(key=lambda seat: hall.slots[seat.slot].span.start <= now)  # a slot that has begun comes last
        helpful = "" if seats else remedy_words(waiting.reason)
        if helpful:
            self._below.addWidget(Label(helpful, size=SMALL, wrap=True))
        if seats:
            several = f"all are free in {len(seats)} slots; R takes the first:"
            words = several if len(seats) > 1 else "all are free then; R seats them:"
            words = f"No longer so: {words}" if was_computed(waiting.reason) else f"{words[0].upper()}{words[1:]}"
            self._below.addWidget(quiet(words, wrap=True))
            place = QWidget()
            flow = FlowLayout(place, gap=SPACE_1)
            for seat in seats[:MOST_SEATS]:
                self.remedies.append((seat_words(hall, seat), partial(self._seat, waiting, seat)))
                chip = Chip(seat.slot, seat_words(hall, seat))
                chip.setCheckable(False)
                chip.clicked.connect(partial(self._seat, waiting, seat))
                chip.setAccessibleName(f"Seat meeting {waiting.number}: {seat_words(hall, seat)}")
                flow.addWidget(chip)
            self._below.addWidget(place)
            return
        self._show_ways(waiting)

    def _show_ways(self, waiting: Waiting) -> None:
        """What makes room, by what it brings: what was tried and places several, moves of another meeting, the rest."""
        assert self._grid is not None
        hall, now = self._grid.hall, self._now
        ways = ways_out(hall, waiting.people, now)
        if raises_maximum(waiting.reason):
            ways = (*ways, WayOut(Way.RAISE_MAXIMUM))
        tries = self._trials.get(waiting.id, _Tries((), ways))
        many, one = [[found for found in tries.tried if (found.gain > 1) is several] for several in (True, False)]
        self.remedies = [
            *(self._tried_remedy(found) for found in many),
            *(
                (room_words(hall, room), partial(self._room, waiting, room))
                for room in islice(rooms(hall, waiting.people, now), MOST_ROOMS)
            ),
            *(self._tried_remedy(found) for found in one),
            *((way_words(hall, way), partial(self._untried, way)) for way in tries.untried),
        ]
        helps = "No free slot in common. It helps to (R does the first)"
        self._below.addWidget(quiet(helps if self.remedies else "They have no free slot in common.", wrap=True))
        for words, do in self.remedies:
            self._below.addWidget(small(quiet_button(words, do)))
        if waiting.id in self._trials and tries.untried:
            resume = partial(self.tries_resumed.emit, waiting.id, tries.untried)
            self._below.addWidget(small(plain_button(N_("Try what the others would place"), resume, icon="play")))
        elif tries.untried and self.isVisible():
            self.tries_wanted.emit(waiting.id, tries.untried)

    def show_tried(self, meeting: MeetingId, tried: tuple[Tried, ...], untried: tuple[WayOut, ...]) -> None:
        """Show what the ways out of a meeting bring, by trial; those that bring nothing go, the untried ones stay."""
        before = self._trials[meeting].tried if meeting in self._trials else ()
        by_gain = sorted((*before, *tried), key=lambda found: -found.gain)
        self._trials[meeting] = _Tries(tuple(by_gain), untried)
        waiting = self.list.row
        if waiting is not None and waiting.id == meeting:
            self._show_selected(waiting)

    def collect_focus(self) -> None:
        """Give the list the focus of a button of the tray that is about to go."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.list.setFocus()

    def help_first(self) -> None:
        """Do the first thing that helps the selected meeting."""
        if self.remedies:
            self.remedies[0][1]()

    def _tried_remedy(self, tried: Tried) -> Remedy:
        assert self._grid is not None
        words = way_words(self._grid.hall, tried.way, tried.gain)
        return words, partial(self.helped.emit, tried.intent)

    def _untried(self, way: WayOut) -> None:
        assert self._grid is not None
        self.helped.emit(MakeWay(help_of(way, len(self._grid.hall.tables), None), ()))

    def _seat(self, waiting: Waiting, seat: Seat, _checked: bool = False) -> None:
        self.seated.emit(waiting, seat)

    def _room(self, waiting: Waiting, room: Room) -> None:
        self.roomed.emit(waiting, room)

    def _names(self, waiting: Waiting) -> list[str]:
        if self._grid is None:
            return []
        hall = self._grid.hall
        return [hall.diaries[person].name for person in waiting.people if person in hall.diaries]
