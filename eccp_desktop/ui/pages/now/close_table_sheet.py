"""What becomes of a table's meetings, shown before it is closed."""

from PySide6.QtWidgets import QWidget

from eccp_desktop.actions.close_table import LeftTable, TableClosed
from eccp_desktop.base.i18n import N_
from eccp_desktop.ui.kit.buttons import primary_button, quiet_button
from eccp_desktop.ui.kit.labels import paragraph
from eccp_desktop.ui.kit.rows_model import Column
from eccp_desktop.ui.kit.sheet import Sheet
from eccp_desktop.ui.kit.table_view import TableView
from eccp_desktop.ui.pages.now import words
from eccp_desktop.ui.theme import ROW

MOST_LINES = 9


class CloseTableSheet(Sheet):
    """Lists the meetings that leave the table, with where each one goes; `accepted` where it is closed all the same."""

    def __init__(self, closed: TableClosed, parent: QWidget | None = None) -> None:
        title = N_("Close table {table} for the rest of the day").format(table=closed.table)
        super().__init__(title, parent, width=640)
        self.body.addWidget(paragraph(words.leaving(closed)))
        columns = (
            Column[LeftTable]("time", N_("Time"), lambda one: f"{one.line.start:%H:%M}", strong=True, width=70),
            Column[LeftTable]("from", N_("From"), lambda one: _table(one.line.table), width=88),
            Column[LeftTable]("to", N_("To"), lambda one: _table(one.to) if one.to else N_("the tray"), width=88),
            Column[LeftTable]("people", N_("People"), lambda one: ", ".join(one.line.people), stretch=True),
        )
        table = TableView[LeftTable](
            N_("Meetings that leave the table"), columns, lambda one: one.line.number, gives_way=("from",)
        )
        table.show_rows(closed.left)
        table.setFixedHeight(ROW * (min(len(closed.left), MOST_LINES) + 1) + 2)
        self.body.addLayout(table.on_edge())
        close = primary_button(N_("Close table"), self.accept, icon="prohibit")
        self.end_with(quiet_button(N_("Leave it open"), self.reject), close)
        close.setFocus()


def _table(number: int) -> str:
    return N_("table {number}").format(number=number)
