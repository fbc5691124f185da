"""The Now page: who sits where in this slot, who is missing, and who could sit down instead."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.ids import SlotId
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.store.changes import ChangeSet
from eccp_desktop.store.reads.now_board import BoardTable, NowBoard, awaited, followed, meetings_of, now_board
from eccp_desktop.store.reads.now_frame import NowFrame, now_frame
from eccp_desktop.store.reads.stranded import stranded_in
from eccp_desktop.ui.commands import Command, command_button
from eccp_desktop.ui.kit.buttons import icon_button
from eccp_desktop.ui.kit.edge_layout import EdgeLayout
from eccp_desktop.ui.kit.empty_state import EmptyState
from eccp_desktop.ui.kit.icons import icon
from eccp_desktop.ui.kit.labels import ElidedLabel
from eccp_desktop.ui.pages import Page
from eccp_desktop.ui.pages.now.absences import Absences
from eccp_desktop.ui.pages.now.awaited_list import AwaitedLists
from eccp_desktop.ui.pages.now.bell import SlotBell
from eccp_desktop.ui.pages.now.day_end import DayEnd
from eccp_desktop.ui.pages.now.deeds import Deeds
from eccp_desktop.ui.pages.now.hall_screen import HallScreen
from eccp_desktop.ui.pages.now.headline import Headline
from eccp_desktop.ui.pages.now.side import Side
from eccp_desktop.ui.pages.now.situation import Situation, situation
from eccp_desktop.ui.pages.now.slot_chooser import SlotChooser
from eccp_desktop.ui.pages.now.table_map import TableMap
from eccp_desktop.ui.texts import sentence
from eccp_desktop.ui.theme import SPACE_1, SPACE_3, SPACE_4

QUICK = frozenset({"meeting", "meeting_person", "participant"})
"""Tables whose changes leave the frame of the page as it is, so that only the cards that are touched are read."""

REST = 20
"""Milliseconds after which the lists beside the cards follow: a key of the roll-call is answered before."""

WIDE = 1120
"""Width of the page from which the awaited people have a column of their own."""

AWAITED_WIDTH = 212

NOTICE_ROOM = 52
"""Pixels at the lower edge where the notice of the last key lies over the list of keys, and over no table."""


class NowPage(Page):
    """Shows the slot that runs, else the next; `choose_slot` looks at another one until `back_to_now`."""

    name = "now"
    title = N_("Now")
    icon = "clock"
    touched_by = (
        "event",
        "slot",
        "hall_table",
        "table_closure",
        "meeting",
        "meeting_person",
        "participant",
        "participant_language",
        "organisation",
        "request",
        "absence",
        "session_person",
    )

    def _create(self) -> None:
        self._chosen: SlotId | None = None
        self.frame = NowFrame("", "UTC", ())
        self.situation: Situation = situation(self.frame, self.clock.now())
        self.board: NowBoard | None = None
        self.hall_screen: HallScreen | None = None
        self.absences = Absences(self)
        self.bell = SlotBell(self.desk, self.signals, self.clock, self.memory, self)
        self.day_end = DayEnd(self)
        self.deeds = Deeds(self)
        commands = {command.id: command for command in self.commands()}
        self.chooser = SlotChooser()
        self.call_button = command_button(commands["now.call"], primary=True)
        self.end_button = command_button(commands["now.end"])
        self.bell_button = icon_button("", "bell", self.deeds.turn_bell)
        self.hall_button = icon_button(N_("Hall screen (Ctrl+H)"), "monitor", self.show_hall_screen)
        self.rest_button = icon_button(
            N_("Cancel what is left of the day (Shift+X)"), "calendar-x", commands["now.cancel-rest"].run
        )
        self.headline = Headline(self.back_to_now, self.day_end.settle_past)
        self.map = TableMap()
        self.no_slots = EmptyState(
            N_("There are no slots yet. Lay out a session with slots first."),
            N_("Open Event"),
            lambda: self.wanted.emit("event", None),
            icon="clock",
        )
        self.no_meetings = EmptyState(
            N_("No meetings are planned yet. Generate the timetable first."),
            N_("Open Timetable"),
            lambda: self.wanted.emit("timetable", None),
            icon="calendar-blank",
        )
        self._second = QTimer(self, interval=1000)
        self._rest_soon = QTimer(self, singleShot=True, interval=REST)
        self._steps.insert(0, self._add_sides)

    def _arrange(self) -> None:
        self._offers: tuple[QWidget, ...] = (
            self.bell_button,
            self.hall_button,
            self.chooser,
            self.end_button,
            self.call_button,
        )
        self.top.addWidget(self.rest_button)
        for offer in self._offers:
            self.top.addWidget(offer)
        above = QHBoxLayout()
        above.setContentsMargins(SPACE_3, 0, 0, 0)
        above.addWidget(self.headline)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(SPACE_3)
        self._columns.addWidget(self.map, 1)
        self._columns.addSpacing(SPACE_1)
        self._whole = QWidget()
        left = QVBoxLayout()
        left.setSpacing(SPACE_4)
        left.addLayout(above)
        left.addLayout(self._columns, 1)
        keys = ElidedLabel(N_("1 both, 2 host, 3 guest missing, 0 nobody, N next stranded, Enter seats, F1 all keys"))
        keys.setFixedHeight(NOTICE_ROOM)
        keys.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        below = QHBoxLayout()
        below.setContentsMargins(SPACE_3, 0, 0, 0)
        below.addWidget(keys)
        left.addLayout(below)
        self._halves = QHBoxLayout(self._whole)
        self._halves.setContentsMargins(0, 0, SPACE_3, 0)
        self._halves.addLayout(left, 1)
        self._stack = QStackedWidget()
        for widget in (self._whole, self.no_slots, self.no_meetings):
            self._stack.addWidget(widget)
        self.body.addLayout(EdgeLayout(self._stack), 1)

    def _add_sides(self) -> None:
        """What stands beside the map, in a step of its own: all at once would hold up who is at the Desk."""
        self.awaited = AwaitedLists()
        self.awaited.setFixedWidth(AWAITED_WIDTH + 2 * SPACE_3)
        self.side = Side(self.desk, {command.id: command for command in self.commands()})
        self._columns.insertWidget(0, self.awaited)
        self._halves.addWidget(self.side)

    def show_bell(self) -> None:
        """Show whether the bell is on."""
        words = N_("Bell on: rings when a slot begins and ends") if self.bell.on else N_("Bell off")
        self.bell_button.setIcon(icon("bell" if self.bell.on else "bell-slash", "quiet"))
        self.bell_button.setToolTip(words)
        self.bell_button.setAccessibleName(words)
        self._name_buttons(self.width() >= WIDE)

    def _connect(self) -> None:
        self.show_bell()
        self.chooser.chosen.connect(self.choose_slot)
        self.map.chosen.connect(self._show_table)
        self.side.table.gone.connect(self.deeds.gone)
        self.side.repair.seat.connect(self.deeds.seat)
        self.side.repair.late.connect(self.absences.offer_missing)
        self.side.table.late.connect(self.absences.offer_for)
        for listed in (self.awaited, self.side.awaited):
            listed.late.connect(self.absences.offer_for)
        self._second.timeout.connect(self.tick)
        self._rest_soon.timeout.connect(self._show_rest)

    def _reload(self) -> None:
        self.frame = self.desk.read(now_frame)
        self.situation = situation(self.frame, self.clock.now(), self._chosen)
        slot = self.situation.slot
        planned = any(figures.meetings for figures in self.frame.slots)
        self._stack.setCurrentWidget(self.no_slots if slot is None else self._whole if planned else self.no_meetings)
        for offer in self._offers:
            offer.setVisible(slot is not None and planned)
        if slot is None or not planned:
            self.board = None
            self.rest_button.hide()
            return
        self.board = self.desk.read(now_board, slot.id)
        self.chooser.show_slots(self.frame.slots, slot.id)
        self._show_board(self.board)
        if self.isVisible():
            self._show_lists(self.board)
        else:
            self._rest_soon.start()  # the page is about to be opened: the cards come first

    def _show_board(self, board: NowBoard) -> None:
        """The cards, and what is counted of them."""
        self.headline.show_situation(self.situation, board)
        self.headline.show_unanswered(self.day_end.past)
        self.map.show_tables(board.tables)
        self.call_button.setEnabled(self.deeds.can_call())
        self.end_button.setEnabled(self.deeds.can_end())
        self.rest_button.setEnabled(self.day_end.any_left())

    def _show_lists(self, board: NowBoard) -> None:
        """Who is awaited, and who waits."""
        self._rest_soon.stop()
        waiting_for = self.situation.awaited
        people = self.desk.read(awaited, waiting_for.id) if waiting_for else ()
        for part in (self.awaited, self.side.awaited):
            part.show_people(board.missing, people, self.situation)
        self.headline.show_unanswered(self.day_end.past)
        self.day_end.look_again()
        self._place_awaited()
        self.side.show_stranded(self.desk.read(stranded_in, board), self.situation)

    def on_change(self, change: ChangeSet) -> None:
        touched = frozenset(self.touched_by) & change.rows.keys()
        if touched and touched <= QUICK and self.board is not None and self.isVisible():
            self.board = self.desk.read(followed, self.board, meetings_of(change), change.ids("participant"))
            self._show_board(self.board)
            self._rest_soon.start()
        else:
            super().on_change(change)

    def _show_rest(self) -> None:
        """What follows from the cards; all of it anew where people ask about another slot now."""
        before = self.situation
        self.frame = self.desk.read(now_frame)
        self.situation = situation(self.frame, self.clock.now(), self._chosen)
        planned = any(figures.meetings for figures in self.frame.slots)
        if self.board is None or not planned or self.situation.same_as != before.same_as:
            self._reload()
        else:
            self._show_lists(self.board)

    def settle(self) -> None:
        """Show at once what was put off, for a key that means it."""
        if self._rest_soon.isActive():
            self._show_rest()

    def tick(self) -> None:
        """A second went by: repaint the countdown, and everything where another slot has come."""
        before, self.situation = self.situation, situation(self.frame, self.clock.now(), self._chosen)
        if self.situation.same_as != before.same_as:
            self._reload()
        else:
            self.headline.tick(self.situation)

    @property
    def table(self) -> BoardTable | None:
        """The selected table."""
        return self.map.table if self.board is not None else None

    def choose_slot(self, slot: SlotId) -> None:
        """Look at another slot."""
        self._chosen = None if slot == self.situation.natural else slot
        self.deeds.past.forget()
        self._reload()
        self.map.setFocus()

    def back_to_now(self) -> None:
        """Look at the slot that people ask about now."""
        self._chosen = None
        self.deeds.past.forget()
        self._reload()
        self.map.setFocus()

    def show_hall_screen(self) -> None:
        """Open the screen for the hall, or bring it to the front."""
        if self.hall_screen is None:
            self.hall_screen = HallScreen(self.desk, self.signals, self.clock, self)
            self.hall_screen.left_alone.connect(self._say_left_alone)
        self.hall_screen.show_there()

    def close_hall_screen(self) -> None:
        """Close the screen in the hall; the notice opens it again."""
        if self.hall_screen is not None:
            self.hall_screen.close()
            self.notices.say(N_("The hall screen is closed."), self.show_hall_screen, verb=N_("Open it again"))

    def has_hall_screen(self) -> bool:
        """Whether the hall sees its screen."""
        return self.hall_screen is not None and self.hall_screen.isVisible()

    def _say_left_alone(self) -> None:
        self.notices.say(N_("The hall's display is gone: the hall screen is a window here until one is plugged in."))

    def commands(self) -> Sequence[Command]:
        return self.deeds.commands()

    def focus_first(self) -> None:
        self.map.setFocus()

    def show_thing(self, thing: object) -> None:
        """Show a slot, a table, or the seat of a meeting or person that is on the page."""
        if any(figures.slot.id == thing for figures in self.frame.slots):
            self.choose_slot(SlotId(str(thing)))
            return
        for table in self.board.tables if self.board is not None else ():
            seated = {table.meeting.id, *(person.id for person in table.meeting.people)} if table.meeting else set()
            if thing == table.id or thing in seated:
                self.map.select_table(table.id)

    def refuse(self, refusal: Refusal) -> None:
        again = self.deeds.meant
        if refusal.code == "slot_over" and again is not None:
            self.notices.say(sentence(refusal), again, verb=N_("Seat anyway"))
        else:
            super().refuse(refusal)

    def _show_table(self, table: BoardTable | None) -> None:
        self.side.show_table(table, self.situation)

    def _place_awaited(self) -> None:
        """Beside the map where there is room, else below the selected table; the head has words where they fit."""
        wide = self.width() >= WIDE
        wanted = self.situation.awaited is not None or not self.awaited.missing.isHidden()
        self._columns.setContentsMargins(0 if wanted and wide else SPACE_3, 0, 0, 0)
        self.awaited.setVisible(wanted and wide)
        self.rest_button.setVisible(wide and self.board is not None)
        self.side.awaited.setVisible(wanted and not wide)
        self._name_buttons(wide)

    def _name_buttons(self, wide: bool) -> None:
        self.rest_button.setText(N_("Cancel the rest") if wide else "")
        self.hall_button.setText(N_("Hall screen") if wide else "")
        self.bell_button.setText((N_("Bell on") if self.bell.on else N_("Bell off")) if wide else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if hasattr(self, "side"):
            self._place_awaited()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if hasattr(self, "_second"):
            self.tick()
            self._second.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if hasattr(self, "_second"):
            self._second.stop()
