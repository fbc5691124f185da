"""The column at the right: the selected table, who is stranded with possible partners, and on narrow pages who is awaited."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.base.progress import Report, Stopping
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.hall import HallSlot
from eccp_desktop.domain.ids import ParticipantId, SlotId, TableId
from eccp_desktop.domain.vocabulary import Presence
from eccp_desktop.store.reads.now_board import BoardPerson, BoardTable
from eccp_desktop.store.reads.repair_list import (
    LaterMeeting,
    RepairList,
    RepairOption,
    later_meetings,
    repair_list,
)
from eccp_desktop.store.reads.stranded import Stranded
from eccp_desktop.ui.commands import Command
from eccp_desktop.ui.job import Job
from eccp_desktop.ui.kit.card import SidePanel
from eccp_desktop.ui.pages.now.awaited_list import AwaitedLists
from eccp_desktop.ui.pages.now.repair_panel import RepairPanel
from eccp_desktop.ui.pages.now.situation import Situation
from eccp_desktop.ui.pages.now.table_panel import TablePanel
from eccp_desktop.ui.theme import SPACE_2, SPACE_3, SPACE_4

WIDTH = 336

ROOM_FOR = ((3, 604), (2, 556))
"""So many partners are shown from this height of the column on, and one below; a table with two people then fits above."""

ROOM_FOR_LESS = (690, 500)
"""Below each of these heights the table's card leaves out something while somebody is stranded."""


class Side(QWidget):
    """Two cards: one table, whose number stays above what scrolls, and below it one stranded person, always in sight."""

    def __init__(self, desk: Desk, commands: Mapping[str, Command], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self._desk = desk
        self._situation: Situation | None = None
        self._people: tuple[Stranded, ...] = ()
        self._turn = 0
        self._selected: TableId | None = None
        self._repair_slot: SlotId | None = None
        self._repair_soon = QTimer(self, singleShot=True, interval=0)
        self._repair_soon.timeout.connect(self._look_for_partners)
        self._looking: Job | None = None
        self._look_again = False
        self._due = False
        """Whether what the repair list shows is of before."""
        self.table = TablePanel(commands)
        self.repair = RepairPanel()
        self.awaited = AwaitedLists(whole=True)
        self.repair.turned.connect(self.next_stranded)
        self._arrange()

    def _arrange(self) -> None:
        card = SidePanel(N_("Table"), width=WIDTH)
        outer = card.layout()
        assert isinstance(outer, QVBoxLayout)
        outer.setContentsMargins(SPACE_4, SPACE_2, SPACE_4, SPACE_3)
        outer.insertWidget(0, self.table.head)
        card.body.setSpacing(SPACE_3)
        card.body.setContentsMargins(0, 0, SPACE_2, 0)
        card.body.addWidget(self.table)
        card.body.addWidget(self.awaited)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        column.addWidget(card, 1)
        column.addWidget(self.repair)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def _share_out(self) -> None:
        """Both cards find room: with little of it fewer partners are shown at a time, and not where people come from."""
        height = self.height()
        self.repair.show_most(next((rows for rows, least in ROOM_FOR if height >= least), 1))
        less = sum(height < least for least in ROOM_FOR_LESS)
        self.table.show_less(less if self.stranded is not None else 0)

    @property
    def stranded(self) -> Stranded | None:
        """Who is shown in the repair list."""
        return self._people[self._turn % len(self._people)] if self._people else None

    @property
    def without(self) -> tuple[BoardPerson, ...]:
        """Who did not come to the table of the one in the repair list."""
        stranded = self.stranded
        return stranded.missing if stranded is not None else ()

    @property
    def option(self) -> RepairOption | None:
        """The partner that is marked in the repair list."""
        self._settle()
        return self.repair.options.row if self.stranded is not None else None

    @property
    def repair_slot(self) -> SlotId | None:
        """The slot for which partners are offered."""
        self._settle()
        return self._repair_slot

    @property
    def repair_later(self) -> datetime | None:
        """When the slot starts for which partners are offered, where it is not the slot on the page."""
        self._settle()
        now = self._situation
        slots = now.repair_slots if now is not None and now.slot is not None else ()
        starts = [slot.span.start for slot in slots if slot.id == self._repair_slot and now and slot != now.slot]
        return starts[0] if starts else None

    def show_stranded(self, people: tuple[Stranded, ...], situation: Situation) -> None:
        """Show who is stranded in the situation's slot."""
        self._people, self._situation = people, situation
        self._due = True
        # The tables are painted before partners are looked for: the roll-call goes on with the next key.
        self._repair_soon.start()

    def next_stranded(self) -> None:
        """Show the next one who is stranded."""
        self._turn += 1
        self._show_repair()

    def _settle(self) -> None:
        """Partners now, for a key that means them."""
        if self._due:
            self._show_repair()

    def show_table(self, table: BoardTable | None, situation: Situation) -> None:
        """Show a table, with what those who may be gone still have on that day."""
        later: dict[ParticipantId, tuple[LaterMeeting, ...]] = {}
        slot = situation.slot
        if table is not None and table.meeting is not None and slot is not None:
            away = {person.id for person in table.meeting.missing}
            away |= {person.id for person in table.meeting.people if person.presence is not Presence.HERE}
            if away:
                later = self._desk.read(later_meetings, tuple(away), slot.id)
        self.table.show_table(table, later)
        if table is not None and table.id != self._selected:
            self._bring(self.table)
            self._selected = table.id

    def _look_for_partners(self) -> None:
        """Beside the window: in a large hall it takes a moment to ask everybody."""
        if self._looking is not None:
            self._look_again = True
            return
        self._look_again = False
        stranded = self.stranded
        if stranded is None or self._situation is None:
            self._show_repair()
            return
        self._looking = job = Job(partial(_look, self._desk, stranded, self._situation.repair_slots), self)
        job.done.connect(self._found)
        job.finished.connect(self._looked)
        job.start()

    def _found(self, answer: tuple[Stranded, RepairList]) -> None:
        stranded, found = answer
        # Otherwise others wait by now, or a key could not wait and the partners are there already.
        if self._due and stranded is self.stranded:
            self._show_partners(stranded, found)

    def _looked(self) -> None:
        self._looking = None
        if self._look_again and self._due:
            self._look_for_partners()

    def _show_repair(self) -> None:
        """Look for partners at once."""
        self._repair_soon.stop()
        self._due = False
        stranded = self.stranded
        if stranded is None or self._situation is None:
            self.repair.show_nobody()
            self._share_out()
            return
        slots = [slot.id for slot in self._situation.repair_slots]
        self._show_partners(stranded, self._desk.read(repair_list, stranded.person.id, slots, stranded.table))

    def _show_partners(self, stranded: Stranded, found: RepairList) -> None:
        self._due = False
        self._repair_slot = found.slot
        place, count = self._people.index(stranded), len(self._people)
        self.repair.show_stranded(stranded, found.options, place, count, self.repair_later)
        self._share_out()

    def _bring(self, part: QWidget) -> None:
        """Scroll a part into view, once the new content has its place."""
        scroll = self.findChild(QScrollArea)
        if scroll is not None:
            QTimer.singleShot(0, scroll, partial(_show, scroll, part))


def _look(
    desk: Desk, stranded: Stranded, slots: Sequence[HallSlot], _report: Report, _stopping: Stopping
) -> tuple[Stranded, RepairList]:
    return stranded, desk.read(repair_list, stranded.person.id, [slot.id for slot in slots], stranded.table)


def _show(scroll: QScrollArea, part: QWidget) -> None:
    """Scroll no farther than to the beginning of a part: that says whom it is about."""
    scroll.ensureWidgetVisible(part, 0, SPACE_2)
    bar = scroll.verticalScrollBar()
    bar.setValue(min(bar.value(), part.y()))
