"""What hands do to the meetings of the tray: carry them into the grid, seat them where all are free, cancel them."""

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from eccp_desktop.actions.cancel_meeting import CancelMeeting
from eccp_desktop.actions.edit_tables import SetTables
from eccp_desktop.actions.lock_meeting import UnlockMeeting
from eccp_desktop.actions.make_room import MakeRoom
from eccp_desktop.actions.making_way import FreeInSlot, MakeWay, OpenTableInSlot
from eccp_desktop.actions.seat_meeting import SeatMeeting
from eccp_desktop.domain.hall import Hall
from eccp_desktop.domain.ids import MeetingId
from eccp_desktop.domain.making_room import Room, Seat
from eccp_desktop.domain.vocabulary import MeetingState
from eccp_desktop.store.reads.timetable_grid import Waiting
from eccp_desktop.ui.pages.timetable.carrying import Carrying, Fit
from eccp_desktop.ui.pages.timetable.day_grid import Axis, DayGrid
from eccp_desktop.ui.pages.timetable.hands import Hands
from eccp_desktop.ui.pages.timetable.trials import Trials
from eccp_desktop.ui.pages.timetable.words import names, seat_words

if TYPE_CHECKING:
    from eccp_desktop.ui.pages.timetable.page import TimetablePage


class TrayHands(QObject):
    """Joins the page's tray to the hands that carry in its grid."""

    def __init__(self, page: "TimetablePage", hands: Hands) -> None:
        super().__init__(page)
        self._page = page
        self._hands = hands
        self._view = page.view
        self._tray = page.side.tray
        self._tray.picked.connect(self._pick)
        self._tray.seated.connect(self._seat)
        self._tray.roomed.connect(self._make_room)
        self._tray.helped.connect(self._make_way)
        self._trials = Trials(page)
        self._tray.list.lifted.connect(self._lift)
        self._tray.list.dragged.connect(self._drag)
        self._tray.list.released.connect(self._drop)

    @property
    def _hall(self) -> Hall:
        return self._page.grid.hall

    @property
    def _now(self) -> datetime:
        return self._page.now

    def _pick(self, meeting: MeetingId) -> None:
        """Carry a meeting from the tray to the first cell in which it could sit, so that Enter is enough."""
        self._hands.pick(meeting)
        carrying, day = self._hands.carrying, self._view.grid_model.day
        if carrying is None or day is None:
            return
        slot = carrying.first_legal(tuple(slot.id for slot in self._hall.slots.values() if slot.span.end > self._now))
        if slot is not None:
            self._page.bar.choose_day(self._hall.slots[slot].span.start.date())
        self._page.show_lines_of(carrying.meeting.people)
        day = self._view.grid_model.day or day
        self._view.go_to(self._line_for(carrying, day, day.column_of(slot)), max(0, day.column_of(slot)))
        self._view.setFocus()
        self._page.look_again()  # the cursor may have been there already

    def _lift(self, waiting: Waiting) -> None:
        """A drag out of the tray begins."""
        self._hands.pick(waiting.id)

    def _drag(self, place: QPoint) -> None:
        """The pointer moves with a meeting of the tray (global position)."""
        if self._hands.carrying is not None:
            self._view.dragging = True
            self._view.hover_at(self._view.viewport().mapFromGlobal(place))
            self._hands.drag(place)

    def _drop(self, place: QPoint) -> None:
        """The pointer lets a meeting of the tray go (global position)."""
        self._view.dragging = False
        at = self._view.viewport().mapFromGlobal(place)
        index = self._view.indexAt(at)
        if index.isValid() and self._view.viewport().rect().contains(at):
            self._hands.drop(index.row(), index.column())
        else:
            self._hands.let_go()

    def _seat(self, waiting: Waiting, seat: Seat) -> None:
        """Give a meeting of the tray a free seat."""
        self._hands.let_go()
        words = f"{names(self._hall, waiting.people)} meet {seat_words(self._hall, seat)}."
        self._page.do(SeatMeeting(waiting.id, seat.slot, seat.table), words)

    def _make_room(self, waiting: Waiting, room: Room) -> None:
        """Move the meeting that is in the way, and give its slot to a meeting of the tray."""
        self._hands.let_go()
        words = f"{names(self._hall, waiting.people)} meet {seat_words(self._hall, room.seat)}."
        seat, new = room.seat, room.new_seat
        self._page.do(MakeRoom(waiting.id, seat.slot, seat.table, room.blocker, new.slot, new.table), words)

    def _make_way(self, intent: MakeWay) -> None:
        """Change what keeps meetings out, and seat those that it was tried for."""
        self._hands.let_go()
        self._trials.drop()
        self._page.do(intent, partial(_way_made, intent))

    def cancel(self) -> None:
        """Cancel the selected meeting of the tray."""
        waiting = self._tray.list.row
        if waiting is not None and waiting.state is MeetingState.UNSCHEDULED:
            who = names(self._hall, waiting.people)
            self._page.do(CancelMeeting(waiting.id), f"Meeting {waiting.number}, {who}, is cancelled.")

    def _line_for(self, carrying: Carrying, day: DayGrid, column: int) -> int:
        if day.axis is Axis.PEOPLE:
            lines = [day.line_of(person) for person in carrying.meeting.people]
            return next((line for line in lines if line >= 0), 0)
        if column < 0:
            return 0
        fits = (self._view.grid_model.verdict(line, column) for line in range(len(day.lines)))
        return next((line for line, found in enumerate(fits) if found is not None and found.fit is Fit.LEGAL), 0)


def _way_made(intent: MakeWay, seated: int) -> str:
    match intent.help:
        case SetTables(tables=tables):
            done = f"There are {tables} tables now."
        case UnlockMeeting():
            done = "The meeting in the way can be moved again."
        case OpenTableInSlot():
            done = "The table is open then."
        case FreeInSlot():
            done = "The absence is shorter."
        case _:
            done = "The daily maximum is higher."
    if not seated:
        return done
    return f"{done} {seated} more {'meeting has' if seated == 1 else 'meetings have'} a seat."
