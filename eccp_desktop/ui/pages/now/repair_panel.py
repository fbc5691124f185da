"""Who waits in vain, and who could sit down with them."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.store.reads.repair_list import RepairOption
from eccp_desktop.store.reads.stranded import Stranded
from eccp_desktop.ui.kit.buttons import plain_button, quiet_button, small
from eccp_desktop.ui.kit.labels import Label, heading, quiet
from eccp_desktop.ui.kit.rows_model import Column
from eccp_desktop.ui.kit.table_view import TableView
from eccp_desktop.ui.pages.now import words
from eccp_desktop.ui.theme import HEADING, SPACE_1, SPACE_2

ROW_HEIGHT = 46

COLUMNS = (Column[RepairOption]("name", N_("Name"), lambda one: one.name, second=words.why, strong=True, stretch=True),)


class RepairPanel(QWidget):
    """Shows one stranded person at a time; `turned` asks for the next, `seat` to seat the marked partner, `late` what is known
    of who did not come.
    """

    turned = Signal()
    seat = Signal()
    late = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = heading("")
        self._next = plain_button(N_("Next"), self.turned.emit, icon="caret-right")
        self._next.setToolTip(N_("Next who is stranded (N)"))
        self._name = Label(size=HEADING, strong=True, wrap=True)
        self._why = quiet("", wrap=True)
        self._late = small(plain_button(N_("Late or gone"), self.late.emit, icon="clock"))
        self._late.setToolTip(N_("Who did not come is late or gone (L)"))
        self.options: TableView[RepairOption] = TableView(
            N_("Possible partners"), COLUMNS, lambda one: one.partner.person, row_height=ROW_HEIGHT, header=False
        )
        self.options.setObjectName("lines")
        self.options.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._none = quiet(N_("Nobody who is here is free and may meet them."), wrap=True)
        self._seat = quiet_button(N_("Seat"), self.seat.emit, icon="arrow-elbow-down-left")
        self.options.opened.connect(self.seat)
        self._arrange()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE_2)
        head.addWidget(self._heading, 1)
        head.addWidget(self._next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_1)
        column.addLayout(head)
        column.addWidget(self._name)
        beside = QHBoxLayout()
        beside.setSpacing(SPACE_2)
        beside.addWidget(self._why, 1)
        beside.addWidget(self._late)
        column.addLayout(beside)
        column.addWidget(self.options)
        column.addWidget(self._none)
        column.addWidget(self._seat)

    def show_nobody(self) -> None:
        """Nobody is stranded."""
        self._heading.setText(N_("Nobody waits in vain"))
        for widget in (self._next, self._name, self._why, self._late, self.options, self._none, self._seat):
            widget.setVisible(False)
        self.options.show_rows(())

    def show_stranded(
        self, one: Stranded, options: Sequence[RepairOption], place: int, count: int, later: datetime | None = None
    ) -> None:
        """Show somebody with their possible partners, the best one marked. `later` starts another slot than the page's."""
        self._heading.setText(
            N_("Stranded") if count == 1 else N_("Stranded, {place} of {count}").format(place=place + 1, count=count)
        )
        self._next.setVisible(count > 1)
        self._name.setText(one.person.name)
        self._why.setText(words.stranded(one))
        for widget in (self._name, self._why):
            widget.setVisible(True)
        self._late.setVisible(bool(one.missing))
        self.options.show_rows(options)
        if options and self.options.row is None:
            self.options.select_line(0)
        self.options.setFixedHeight(len(options) * ROW_HEIGHT)
        self.options.setVisible(bool(options))
        self._none.setVisible(not options)
        self._seat.setVisible(bool(options))
        words_of_seat = N_("Seat at {time}, table {table}   Enter") if later else N_("Seat at table {table}   Enter")
        if options:
            self._seat.setText(words_of_seat.format(table=options[0].table, time=f"{later:%H:%M}" if later else ""))
