"""What hands do to meetings in the grid: pick up, drop, swap, lock, take off. The grid shows, the rules judge, the desk does."""

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from eccp_desktop.actions.cancel_meeting import CancelMeeting
from eccp_desktop.actions.lock_meeting import LockMeeting, UnlockMeeting
from eccp_desktop.actions.seat_meeting import SeatPeople
from eccp_desktop.actions.unschedule_meeting import UnscheduleMeeting
from eccp_desktop.base.i18n import N_
from eccp_desktop.desk.search import PeopleIndex
from eccp_desktop.domain.hall import Hall, HallMeeting
from eccp_desktop.domain.ids import MeetingId, ParticipantId, SlotId
from eccp_desktop.domain.making_room import Seat
from eccp_desktop.domain.moving import handling_refusal, slot_over_refusal
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.store.reads.desk_list import desk_people
from eccp_desktop.ui.interpreter_menu import interpreter_menu, pop_up
from eccp_desktop.ui.pages.timetable.carrying import Carrying, Fit, Verdict
from eccp_desktop.ui.pages.timetable.day_grid import Axis
from eccp_desktop.ui.pages.timetable.drag_label import DragLabel
from eccp_desktop.ui.pages.timetable.meet_sheet import MeetSheet
from eccp_desktop.ui.pages.timetable.words import carried_words, names, seat_words
from eccp_desktop.ui.texts import sentence

if TYPE_CHECKING:
    from eccp_desktop.ui.pages.timetable.page import TimetablePage

_TAKEN_OFF = {UnscheduleMeeting: "is in the tray", CancelMeeting: "is cancelled"}

_ALL_THE_SAME = {
    "slot_over": N_("Change the past all the same?"),
    "meeting_called": N_("Move it all the same?"),
}
"""What somebody is asked who can mean it."""


class Hands(QObject):
    """Belongs to the page, and speaks to the desk through it."""

    def __init__(self, page: "TimetablePage") -> None:
        super().__init__(page)
        self._page = page
        self._view = page.view
        self._label = DragLabel(page)

    @property
    def carrying(self) -> Carrying | None:
        """The meeting that was picked up."""
        return self._view.grid_model.carrying

    @property
    def _hall(self) -> Hall:
        return self._page.grid.hall

    @property
    def _now(self) -> datetime:
        return self._page.now

    def pick(self, meeting: MeetingId, meant: bool = False) -> None:
        """Carry a meeting; where it may not be touched, say why."""
        if self.refused(meeting, meant, partial(self.pick, meeting, True)):
            return
        carrying = Carrying(self._hall, meeting, self._now, meant=meant)
        self._view.grid_model.carry(carrying)
        self._page.notices.hide()  # it would lie over the line that says the keys
        self._page.line.say(carried_words(carrying, self._page.bar.axis))

    def pick_current(self) -> None:
        """Carry the meeting of the current cell."""
        if self._view.current is not None:
            self.pick(self._view.current.id)

    def let_go(self) -> None:
        """Leave the carried meeting where it was."""
        self._view.grid_model.carry(None)
        self._label.hide()
        self._page.look_again()

    def carry_on(self) -> None:
        """Judge the cells anew for a meeting that is being carried while the event changed."""
        if self.carrying is None:
            return
        meeting, meant = self.carrying.meeting.id, self.carrying.meant
        if handling_refusal(self._hall, meeting, None if meant else self._now) is not None:
            self.let_go()
        else:
            self._view.grid_model.carry(Carrying(self._hall, meeting, self._now, meant=meant))

    def drop(self, line: int, column: int) -> None:
        """Put the carried meeting into a cell, or say why it cannot sit there; a drag is over then, keys carry on."""
        carrying, verdict = self.carrying, self._view.grid_model.verdict(line, column)
        dragged = not self._label.isHidden()
        self._label.hide()
        if carrying is None or verdict is None:
            return
        self._view.go_to(line, column)
        self._view.setFocus()
        if verdict.refusal is not None:
            if dragged:
                self.let_go()
            self._refuse_drop(carrying, verdict.refusal, line, verdict.slot)
            return
        self.let_go()
        self._put(carrying, verdict)

    def _put(self, carrying: Carrying, verdict: Verdict) -> None:
        intent = carrying.intent(verdict)
        if intent is not None:
            self._page.do(intent, _seated(carrying, verdict))

    def _hurry(self, carrying: Carrying, axis: Axis, key: str, slot: SlotId) -> None:
        """Seat the meeting although somebody has to hurry to it."""
        self.let_go()
        again = Carrying(self._hall, carrying.meeting.id, self._now, meant=carrying.meant, hurried=True)
        verdict = again.verdict(axis, key, slot)
        if verdict.refusal is not None:
            self._page.refuse(verdict.refusal)
        else:
            self._put(again, verdict)

    def drag(self, place: QPoint) -> None:
        """The pointer moves with the carried meeting (global position)."""
        if self.carrying is not None:
            self._label.follow(place, names(self._hall, self.carrying.meeting.people))

    def arrange_meeting(self) -> None:
        """Let two people meet who have no meeting: in a line of a person with that person, in the current slot if they can."""
        day, index = self._view.grid_model.day, self._view.currentIndex()
        first, slot = None, None
        if day is not None and index.isValid():
            slot = day.slots[index.column()].id
            first = ParticipantId(day.lines[index.row()].key) if day.axis is Axis.PEOPLE else None
        if self._view.current is not None:
            first, slot = None, None
        people = PeopleIndex(self._page.desk.read(desk_people))
        sheet = MeetSheet(people, self._hall, self._now, first, slot, self._page)
        sheet.agreed.connect(self._seat_people)
        sheet.open()

    def _seat_people(self, people: tuple[ParticipantId, ...], seat: Seat) -> None:
        words = f"{names(self._hall, people)} meet {seat_words(self._hall, seat)}."
        self._page.do(SeatPeople(people, seat.slot, seat.table), words)

    def toggle_lock(self) -> None:
        """Lock the current meeting, or unlock it."""
        meeting = self._view.current
        if self._page.side.previewing:
            self._page.notices.say(N_("This is a proposal: apply it or discard it first."))
        elif meeting is not None and meeting.locked:
            self._unlock(meeting.id)
        elif meeting is not None:
            self._page.do(LockMeeting(meeting.id), f"Meeting {meeting.number} is locked: it stays where it is.")

    def choose_interpreter(self) -> None:
        """Offer who could interpret in the current meeting, and take away who does."""
        meeting = self._view.current
        if meeting is None:
            return
        if self._page.side.previewing:
            self._page.notices.say(N_("This is a proposal: apply it or discard it first."))
            return
        over = slot_over_refusal(self._hall, meeting.slot, self._now) if meeting.slot is not None else None
        if over is not None:
            self._page.refuse(over)
            return
        below = self._view.visualRect(self._view.currentIndex()).bottomLeft()
        offered = interpreter_menu(self._hall, meeting.id, self._page.do, self._view)
        pop_up(offered, self._view.viewport().mapToGlobal(below))

    def unschedule(self) -> None:
        """Put the current meeting into the tray."""
        if self._view.current is not None:
            self._take_off(self._view.current, UnscheduleMeeting, False)

    def cancel(self) -> None:
        """Cancel the current meeting."""
        if self._view.current is not None:
            self._take_off(self._view.current, CancelMeeting, False)

    def _take_off(self, meeting: HallMeeting, kind: type[UnscheduleMeeting] | type[CancelMeeting], meant: bool) -> None:
        if not self.refused(meeting.id, meant, partial(self._take_off, meeting, kind, True)):
            who = names(self._hall, meeting.people)
            self._page.do(kind(meeting.id, meant=meant), f"Meeting {meeting.number}, {who}, {_TAKEN_OFF[kind]}.")

    def _unlock(self, meeting: MeetingId) -> None:
        self._page.do(UnlockMeeting(meeting), lambda number: f"Meeting {number} can be moved again.")

    def refused(self, meeting: MeetingId, meant: bool, again: "partial[None]") -> bool:
        """Whether a meeting may not be touched; the notice says why, and offers what would allow it."""
        if self._page.side.previewing:
            self._page.notices.say(N_("This is a proposal: apply it or discard it first."))
            return True
        refusal = handling_refusal(self._hall, meeting, None if meant else self._now)
        if refusal is None:
            return False
        if refusal.code in _ALL_THE_SAME:
            self._page.notices.say(_asked(refusal), again, verb=N_("I mean it"))
        elif refusal.code == "meeting_locked":
            self._page.notices.say(sentence(refusal), partial(self._unlock, meeting), verb=N_("Unlock"))
        else:
            self._page.refuse(refusal)
        return True

    def _refuse_drop(self, carrying: Carrying, refusal: Refusal, line: int, slot: SlotId) -> None:
        day = self._view.grid_model.day
        if refusal.code in _ALL_THE_SAME:
            again = partial(self.pick, carrying.meeting.id, True)
            self._page.notices.say(_asked(refusal), again, verb=N_("I mean it"))
        elif refusal.code == "no_time_to_walk" and day is not None:
            again = partial(self._hurry, carrying, day.axis, day.lines[line].key, slot)
            self._page.notices.say(sentence(refusal), again, verb=N_("I mean it"))
        else:
            self._page.refuse(refusal)
        self._page.look_again()


def _asked(refusal: Refusal) -> str:
    return f"{sentence(refusal)} {_ALL_THE_SAME[refusal.code]}"


def _seated(carrying: Carrying, verdict: Verdict) -> str:
    hall, who = carrying.hall, names(carrying.hall, carrying.meeting.people)
    if verdict.table is None:
        return ""
    where = seat_words(hall, Seat(verdict.slot, verdict.table))
    if verdict.fit is Fit.SWAP and verdict.other is not None:
        other = hall.meetings[verdict.other]
        return f"{who} meet {where}, and have changed places with {names(hall, other.people)}."
    return f"{who} meet {where}."
