"""The tab of those who work at the desk."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from eccp_desktop.actions.edit_staff import MOST_INITIALS, AddStaff, ChangeStaff, RemoveStaff
from eccp_desktop.base.i18n import N_
from eccp_desktop.store.reads.event_setting import EventSetting, StaffMember
from eccp_desktop.ui.kit.buttons import primary_button, quiet_button
from eccp_desktop.ui.kit.empty_state import EmptyState
from eccp_desktop.ui.kit.form import Form
from eccp_desktop.ui.kit.full_or_empty import FullOrEmpty
from eccp_desktop.ui.kit.labels import quiet
from eccp_desktop.ui.kit.rows_model import Column
from eccp_desktop.ui.kit.sheet import Sheet
from eccp_desktop.ui.kit.table_view import TableView
from eccp_desktop.ui.theme import ROW, SPACE_2, SPACE_4

if TYPE_CHECKING:
    from eccp_desktop.ui.pages.event.page import EventPage

LIST_WIDTH = 560
MOST_LINES = 10

COLUMNS = (
    Column[StaffMember]("initials", N_("Initials"), lambda one: one.initials, strong=True, width=120),
    Column[StaffMember]("name", N_("Name"), lambda one: one.name, stretch=True),
)


class StaffTab(FullOrEmpty):
    """A short list; initials are offered to whoever says who is at a laptop."""

    def __init__(self, page: "EventPage") -> None:
        super().__init__()
        self._page = page
        self._table = TableView[StaffMember](N_("Desk staff"), COLUMNS, lambda one: one.id)
        self._table.setMaximumWidth(LIST_WIDTH)
        self._change = quiet_button(N_("Change"), self.change, icon="pencil-simple")
        self._remove = quiet_button(N_("Remove"), self.remove, icon="trash")
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_2)
        for button in (primary_button(N_("Add person"), self.add, icon="plus"), self._change, self._remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(SPACE_4)
        column.addLayout(buttons)
        column.addLayout(self._table.on_edge())
        words = N_("Initials stand beside every step in the history. “Who is at this laptop” (Ctrl+K) offers them.")
        column.addWidget(quiet(words, wrap=True))
        column.addStretch(1)
        empty = N_("Nobody is named yet. Initials tell who did what.")
        self._fill(column, EmptyState(empty, N_("Add person"), self.add, icon="user"))
        self._table.selected.connect(self._selected)
        self._table.opened.connect(self.change)
        self._selected(None)

    def show_setting(self, setting: EventSetting) -> None:
        """Show the staff as the store has them."""
        self._table.show_rows(setting.staff)
        self._table.setFixedHeight(ROW * (min(len(setting.staff), MOST_LINES) + 1) + 2)
        self._show_full(bool(setting.staff))

    def add(self) -> None:
        """Ask for one more."""

        def added(initials: str, name: str) -> None:
            words = N_("{name} works at the desk.").format(name=name or initials)
            self._page.do(AddStaff(initials, name), words)

        StaffSheet(N_("Add person"), "", "", added, self).open()

    def change(self) -> None:
        """Ask for the initials and the name of the selected one."""
        one = self._table.row
        if one is None:
            return

        def changed(initials: str, name: str) -> None:
            words = N_("{name} is saved.").format(name=name or initials)
            self._page.do(ChangeStaff(one.initials, initials, name), words)

        StaffSheet(N_("Change person"), one.initials, one.name, changed, self).open()

    def remove(self) -> None:
        """Take the selected one off the desk."""
        one = self._table.row
        if one is not None:
            words = N_("{name} works at the desk no longer.").format(name=one.name or one.initials)
            self._page.do(RemoveStaff(one.initials), words)

    def _selected(self, one: StaffMember | None) -> None:
        self._change.setEnabled(one is not None)
        self._remove.setEnabled(one is not None)


class StaffSheet(Sheet):
    """Asks for initials and a name; `chosen` gets both."""

    def __init__(
        self, title: str, initials: str, name: str, chosen: Callable[[str, str], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(title, parent, width=360)
        self._chosen = chosen
        self._form = Form()
        self._initials = self._form.text("initials", N_("Initials"), initials)
        self._initials.setMaxLength(MOST_INITIALS)
        self._name = self._form.text("name", N_("Name"), name)
        for field in (self._initials, self._name):
            field.returnPressed.connect(self._choose)
        self.body.addWidget(self._form)
        self.end_with(quiet_button(N_("Back"), self.reject), primary_button(title, self._choose))
        self._initials.setFocus()

    def _choose(self) -> None:
        if not self.isVisible():
            return  # Enter reaches both the field and the default button
        if not self._initials.text().strip():
            self._form.refuse("initials", N_("Initials are needed: they stand beside every step."))
            return
        initials, name = self._initials.text().strip(), self._name.text().strip()
        self.accept()
        self._chosen(initials, name)
