"""What is left of the day, shown before all of it is cancelled."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eccp_desktop.actions.falling_out import FallenOut
from eccp_desktop.base.i18n import N_
from eccp_desktop.ui.kit.buttons import primary_button, quiet_button
from eccp_desktop.ui.kit.labels import paragraph
from eccp_desktop.ui.kit.rows_model import Column
from eccp_desktop.ui.kit.sheet import Sheet, lines_with_room
from eccp_desktop.ui.kit.table_view import TableView
from eccp_desktop.ui.pages.now.words import day
from eccp_desktop.ui.theme import ROW

MOST_LINES = 9
AROUND = 232
"""Pixels of the sheet around the table's lines."""


class RestOfDaySheet(Sheet):
    """Lists the meetings that would go; `chosen` says whether they go to the tray (or are cancelled)."""

    chosen = Signal(bool)

    def __init__(self, lines: Sequence[FallenOut], parent: QWidget | None = None) -> None:
        count = len(lines)
        title = (N_("1 meeting is left of {day}") if count == 1 else N_("{count} meetings are left of {day}")).format(
            count=count, day=day(lines[0].start)
        )
        super().__init__(title, parent, width=640)
        people = len({name for line in lines for name in line.people})
        self.body.addWidget(
            paragraph(
                N_(
                    "From {start} to {end}, {people} people. Cancelled ones count as cancelled in the report; in the tray "
                    "they wait for another slot. Meetings that run go on."
                ).format(start=f"{lines[0].start:%H:%M}", end=f"{lines[-1].start:%H:%M}", people=people)
            )
        )
        columns = (
            Column[FallenOut]("time", N_("Time"), lambda line: f"{line.start:%H:%M}", strong=True, width=70),
            Column[FallenOut]("table", N_("Table"), lambda line: str(line.table), right=True, width=70),
            Column[FallenOut]("people", N_("People"), lambda line: ", ".join(line.people), stretch=True),
        )
        table = TableView[FallenOut](N_("Meetings that are left"), columns, lambda line: line.number)
        table.show_rows(lines)
        table.setFixedHeight(ROW * (min(count, lines_with_room(parent, MOST_LINES, AROUND)) + 1) + 2)
        self.body.addLayout(table.on_edge())
        leave = quiet_button(N_("Leave them"), self.reject)
        tray = quiet_button(N_("Put them into the tray"), lambda: self._choose(True), icon="tray")
        cancel = primary_button(N_("Cancel them"), lambda: self._choose(False), icon="x")
        self.end_with(leave, tray, cancel)
        leave.setFocus()

    def _choose(self, to_tray: bool) -> None:
        self.chosen.emit(to_tray)
        self.accept()
