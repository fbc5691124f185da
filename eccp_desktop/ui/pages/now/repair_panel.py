"""Who waits in vain, and who could sit down with them."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.store.reads.repair_list import RepairOption
from eccp_desktop.store.reads.stranded import Stranded
from eccp_desktop.ui.kit.buttons import plain_button, quiet_button, small
from eccp_desktop.ui.kit.card import Card
from eccp_desktop.ui.kit.labels import Label, quiet
from eccp_desktop.ui.kit.rows_model import Column
from eccp_desktop.ui.kit.table_view import TableView
from eccp_desktop.ui.pages.now import words
from eccp_desktop.ui.theme import CONTROL, SPACE_1, SPACE_2, SPACE_4

ROW_HEIGHT = 46
BUTTON_HEIGHT = CONTROL + 20
"""Of two lines: whom Enter seats with whom, and where."""

COLUMNS = (Column[RepairOption]("name", N_("Name"), lambda one: one.name, second=words.why, strong=True, stretch=True),)


class RepairPanel(Card):
    """A card of its own that is always in sight while somebody waits in vain; hidden while nobody does.

    Shows one stranded person at a time; `turned` asks for the next, `seat` to seat the marked partner, `late` what is known
    of who did not come. With little room it shows `most` partners at a time, the others by the arrow keys.
    """

    turned = Signal()
    seat = Signal()
    late = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, gap=SPACE_1)
        self._stranded: Stranded | None = None
        self._later: datetime | None = None
        self._most = 3
        self._heading = Label(strong=True, wrap=True)
        self._next = small(plain_button("", self.turned.emit, icon="caret-right"))
        self._next.setAccessibleName(N_("Next who is stranded"))
        self._next.setToolTip(N_("Next who is stranded (N)"))
        self._why = quiet("", wrap=True)
        self._late = small(plain_button(N_("Late or gone"), self.late.emit, icon="clock"))
        self._late.setToolTip(N_("Who did not come is late or gone (L)"))
        self.options: TableView[RepairOption] = TableView(
            N_("Possible partners"), COLUMNS, lambda one: one.partner.person, row_height=ROW_HEIGHT, header=False
        )
        self.options.setObjectName("lines")
        self.options.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._none = quiet(N_("Nobody who is here is free and may meet them."), wrap=True)
        self._seat = quiet_button("", self.seat.emit)
        self._seat.setAccessibleName(N_("Seat the marked partner"))
        self._seat.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._seat.setMinimumHeight(BUTTON_HEIGHT)
        self.options.opened.connect(self.seat)
        self.options.selected.connect(self._mark)
        self._arrange()
        self.hide()

    def _arrange(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.body.setContentsMargins(SPACE_4, SPACE_2, SPACE_4, SPACE_4)
        head = QHBoxLayout()
        head.setSpacing(SPACE_2)
        head.addWidget(self._heading, 1)
        head.addWidget(self._next)
        beside = QHBoxLayout()
        beside.setSpacing(SPACE_2)
        beside.addWidget(self._why, 1)
        beside.addWidget(self._late)
        self.body.addLayout(head)
        self.body.addLayout(beside)
        self.body.addWidget(self.options)
        self.body.addWidget(self._none)
        self.body.addSpacing(SPACE_1)
        self.body.addWidget(self._seat)

    @property
    def offer(self) -> str:
        """What Enter does now, as the button says it; empty where nobody can be seated."""
        return "" if self._seat.isHidden() else self._seat.accessibleName()

    def show_nobody(self) -> None:
        """Nobody is stranded."""
        self._stranded = None
        self.hide()
        self.options.show_rows(())

    def show_stranded(
        self, one: Stranded, options: Sequence[RepairOption], place: int, count: int, later: datetime | None = None
    ) -> None:
        """Show somebody with their possible partners, the best one marked. `later` starts another slot than the page's."""
        self._stranded, self._later = one, later
        self._heading.setText(N_("Stranded: {person}").format(person=one.person.name))
        self._next.setText(N_("{place} of {count}").format(place=place + 1, count=count))
        self._next.setVisible(count > 1)
        self._why.setText(words.stranded(one))
        self._late.setVisible(bool(one.missing))
        self.options.show_rows(options)
        if options and self.options.row is None:
            self.options.select_line(0)
        for widget in (self.options, self._seat):
            widget.setVisible(bool(options))
        self._none.setVisible(not options)
        self._fit()
        self._mark(self.options.row)
        self.show()

    def show_most(self, rows: int) -> None:
        """Show so many partners at a time."""
        self._most = rows
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._mark(self.options.row)  # as much of the names as there is room for now

    def _fit(self) -> None:
        count = len(self.options.rows_model.rows)
        self.options.setFixedHeight(max(1, min(count, self._most)) * ROW_HEIGHT)
        current = self.options.currentIndex()
        if current.isValid():
            self.options.scrollTo(current)

    def _mark(self, option: RepairOption | None) -> None:
        """Say what Enter does with the marked partner."""
        if option is None or self._stranded is None:
            return
        who, where = words.seating(self._stranded.person.name, option, self._later)
        room = max(120, self.width() - 2 * SPACE_4 - 2 * SPACE_4)
        shown = self._seat.fontMetrics().elidedText(who, Qt.TextElideMode.ElideRight, room)
        self._seat.setText(f"{shown}\n{where}".replace("&", "&&"))
        self._seat.setAccessibleName(f"{who} {where}")
        self._seat.setToolTip(f"{who} {where}")
