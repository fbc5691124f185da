"""What falls out of the timetable, shown before the frame is changed."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from eccp_desktop.actions.falling_out import FallenOut
from eccp_desktop.base.i18n import N_
from eccp_desktop.ui.kit.buttons import primary_button, quiet_button
from eccp_desktop.ui.kit.labels import paragraph
from eccp_desktop.ui.kit.rows_model import Column
from eccp_desktop.ui.kit.sheet import Sheet, lines_with_room
from eccp_desktop.ui.kit.table_view import TableView
from eccp_desktop.ui.texts import day_words
from eccp_desktop.ui.theme import ROW

MOST_LINES = 9
AROUND = 224
"""Pixels of the sheet around the table's lines."""


class FallOutSheet(Sheet):
    """Lists the meetings that lose their seat; `accepted` where the change is wanted all the same."""

    def __init__(self, fallen: Sequence[FallenOut], parent: QWidget | None = None) -> None:
        count = len(fallen)
        title = N_("1 meeting falls out") if count == 1 else N_("{n} meetings fall out").format(n=count)
        super().__init__(title, parent, width=640)
        self.body.addWidget(paragraph(N_("They wait in the tray of the timetable until they get another seat.")))
        columns = (
            Column[FallenOut]("day", N_("Day"), lambda line: day_words(line.start.date()), width=150),
            Column[FallenOut]("time", N_("Time"), lambda line: f"{line.start:%H:%M}", width=70),
            Column[FallenOut]("table", N_("Table"), lambda line: str(line.table), right=True, width=70),
            Column[FallenOut]("people", N_("People"), lambda line: ", ".join(line.people), stretch=True),
        )
        table = TableView[FallenOut](N_("Meetings that fall out"), columns, lambda line: line.number)
        table.show_rows(fallen)
        table.setFixedHeight(ROW * (min(count, lines_with_room(parent, MOST_LINES, AROUND)) + 1) + 2)
        self.body.addLayout(table.on_edge())
        leave = quiet_button(N_("Leave it as it is"), self.reject)
        self.end_with(leave, primary_button(N_("Change it"), self.accept))
        leave.setFocus()
