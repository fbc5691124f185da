"""The third tab: the tables of the hall."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from eccp_desktop.actions.close_table_in_slots import CloseTableInSlots
from eccp_desktop.actions.edit_tables import MOST_TABLES, ChangeTable, SetTables
from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.ids import SlotId
from eccp_desktop.store.reads.desk_list import desk_organisations
from eccp_desktop.store.reads.frame import Frame, FrameTable
from eccp_desktop.store.reads.hall import hall
from eccp_desktop.ui.commands import Command
from eccp_desktop.ui.kit.buttons import primary_button, quiet_button
from eccp_desktop.ui.kit.card import SidePanel
from eccp_desktop.ui.kit.empty_state import EmptyState
from eccp_desktop.ui.kit.form import Form
from eccp_desktop.ui.kit.full_or_empty import FullOrEmpty
from eccp_desktop.ui.kit.labels import title
from eccp_desktop.ui.kit.rows_model import Column
from eccp_desktop.ui.kit.sheet import Sheet
from eccp_desktop.ui.kit.table_view import TableView
from eccp_desktop.ui.pages.event.closures_sheet import ClosuresSheet
from eccp_desktop.ui.theme import SPACE_4, SPACE_6, State

if TYPE_CHECKING:
    from eccp_desktop.ui.pages.event.page import EventPage


def _use(table: FrameTable) -> str:
    if not table.open:
        return N_("not used")
    return N_("closed in {n} slots").format(n=table.closed_slots) if table.closed_slots else N_("open")


COLUMNS = (
    Column[FrameTable]("number", N_("Table"), lambda t: str(t.number), sort=lambda t: t.number, strong=True, width=72),
    Column[FrameTable]("zone", N_("Zone"), lambda t: t.zone, width=208),
    Column[FrameTable]("seats", N_("Seats"), lambda t: str(t.seats), sort=lambda t: t.seats, right=True, width=72),
    Column[FrameTable](
        "use",
        N_("Use"),
        _use,
        state=lambda t: State.HERE if t.open and not t.closed_slots else State.GONE,
        stretch=True,
    ),
    Column[FrameTable]("booth", N_("Booth of"), lambda t: t.organisation, width=240),
    Column[FrameTable](
        "meetings", N_("Meetings"), lambda t: str(t.meetings or ""), sort=lambda t: t.meetings, right=True, width=92
    ),
)


class TablesTab(FullOrEmpty):
    """The list of tables, and the selected one as a form at the right."""

    def __init__(self, page: "EventPage") -> None:
        super().__init__()
        self._page = page
        self._table = TableView[FrameTable](
            N_("Tables"), COLUMNS, lambda table: table.id, gives_way=("booth", "zone", "seats"), memory=page.memory
        )
        self._panel = SidePanel(N_("The selected table"), width=300)
        self._head = title("")
        self._form = form = Form()
        self._number = form.number("number", N_("Number"), 1, 1, MOST_TABLES)
        self._zone = form.text("zone", N_("Zone"), hint=N_("Hall, corner or colour: where to walk"))
        self._seats = form.number("seats", N_("Seats"), 4, 2, 40)
        self._booth = form.choice("booth", N_("Booth of"), [("", N_("nobody"))])
        self._open = QCheckBox(N_("Used for meetings"))
        self._save = quiet_button(N_("Save changes"), self._saved)
        self._closures = quiet_button(N_("Close for some slots"), self.ask_for_closures, icon="clock")
        for widget in (self._head, form, self._open, self._save, self._closures):
            self._panel.body.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.addWidget(primary_button(N_("Change number of tables"), self.ask_for_number, icon="grid-four"))
        buttons.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(SPACE_4)
        column.addLayout(buttons)
        column.addLayout(self._table.on_edge(), 1)
        row = QHBoxLayout()
        row.setSpacing(SPACE_6)
        row.addLayout(column, 1)
        row.addWidget(self._panel)
        empty = N_("There is no table yet, so nobody can be seated.")
        self._fill(row, EmptyState(empty, N_("Add tables"), self.ask_for_number, icon="grid-four"))
        self._table.selected.connect(self._selected)

    def show_frame(self, frame: Frame) -> None:
        """Show the tables as the store has them."""
        self._booth.clear()
        self._booth.addItem(N_("nobody"), "")
        for organisation in self._page.desk.read(desk_organisations):
            self._booth.addItem(organisation.name, organisation.id)
        self._table.show_rows(frame.tables)
        self._show_full(bool(frame.tables))
        if self._table.row is None:
            self._table.select_line(0)

    def commands(self) -> Sequence[Command]:
        """What can be done with tables."""
        return (
            Command("event.tables", N_("Change number of tables"), self.ask_for_number, icon="grid-four"),
            Command("event.closures", N_("Close a table for some slots"), self.ask_for_closures, icon="clock"),
        )

    def ask_for_number(self) -> None:
        """Ask how many tables there shall be."""
        sheet = NumberSheet(self._table.rows_model.rowCount(), self)
        sheet.chosen.connect(
            lambda tables: self._page.change_frame(SetTables(tables), N_("The hall has {n} tables.").format(n=tables))
        )
        sheet.open()

    def ask_for_closures(self) -> None:
        """Ask in which slots the selected table is closed."""
        table = self._table.row
        if table is None:
            return
        found = self._page.desk.read(hall)
        closed = found.tables[table.id].closed_slots
        sheet = ClosuresSheet(table.number, list(found.slots.values()), closed, self)
        sheet.chosen.connect(lambda slots, reason: self._close_in(table, slots, reason))
        sheet.open()

    def _close_in(self, table: FrameTable, slots: tuple[SlotId, ...], reason: str) -> None:
        words = N_("Table {table} is closed in {n} slots.") if slots else N_("Table {table} is open in every slot.")
        words = N_("Table {table} is closed in 1 slot.") if len(slots) == 1 else words
        intent = CloseTableInSlots(table.id, slots, reason)
        self._page.change_frame(intent, words.format(table=table.number, n=len(slots)))

    def _selected(self, table: FrameTable | None) -> None:
        self._panel.setVisible(table is not None)
        if table is None:
            return
        self._head.setText(N_("Table {n}").format(n=table.number))
        self._number.setValue(table.number)
        self._zone.setText(table.zone)
        self._seats.setValue(table.seats)
        self._booth.setCurrentIndex(max(0, self._booth.findData(table.organisation_id or "")))
        self._open.setChecked(table.open)

    def _saved(self) -> None:
        table = self._table.row
        if table is None:
            return
        intent = ChangeTable(
            table=table.id,
            number=self._number.value(),
            zone=self._zone.text(),
            seats=self._seats.value(),
            open=self._open.isChecked(),
            organisation=self._booth.currentData() or None,
        )
        self._page.change_frame(intent, N_("Table {n} is saved.").format(n=intent.number))


class NumberSheet(Sheet):
    """Asks for the number of tables."""

    chosen = Signal(int)

    def __init__(self, tables: int, parent: QWidget | None = None) -> None:
        super().__init__(N_("How many tables?"), parent, width=360)
        form = Form()
        hint = N_("New tables get the next numbers; those with the highest numbers go first.")
        self._tables = form.number("tables", N_("Tables"), tables, 0, MOST_TABLES, hint=hint)
        self.body.addWidget(form)
        self.end_with(quiet_button(N_("Back"), self.reject), primary_button(N_("Change"), self._choose))
        self._tables.setFocus()
        self._tables.selectAll()

    def _choose(self) -> None:
        self.chosen.emit(self._tables.value())
        self.accept()
