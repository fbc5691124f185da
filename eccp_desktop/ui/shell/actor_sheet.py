"""Who is at this laptop: the initials that stand beside every step in the history."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.store.reads.event_setting import StaffMember
from eccp_desktop.ui.kit.buttons import primary_button, quiet_button
from eccp_desktop.ui.kit.form import Form
from eccp_desktop.ui.kit.rows_model import Column
from eccp_desktop.ui.kit.sheet import Sheet
from eccp_desktop.ui.kit.table_view import TableView
from eccp_desktop.ui.theme import ROW

MOST_LETTERS = 8
MOST_LINES = 8


class ActorSheet(Sheet):
    """Offers those who work at the desk, and takes any other initials."""

    chosen = Signal(str)
    staff: TableView[StaffMember] | None = None

    def __init__(self, initials: str, staff: Sequence[StaffMember] = (), parent: QWidget | None = None) -> None:
        super().__init__(N_("Who is at this laptop?"), parent, width=360)
        form = Form()
        self._initials = form.text("initials", N_("Initials"), initials, hint=N_("They stand beside every step."))
        self._initials.setMaxLength(MOST_LETTERS)
        self._initials.returnPressed.connect(self._choose)
        if staff:
            self.body.addLayout(self._list(staff, initials).on_edge())
        self.body.addWidget(form)
        self.end_with(quiet_button(N_("Back"), self.reject), primary_button(N_("Take over"), self._choose))
        if self.staff is not None:
            self.staff.selected.connect(self._marked)
            self.staff.setFocus()
        else:
            self._initials.setFocus()

    def _list(self, staff: Sequence[StaffMember], initials: str) -> TableView[StaffMember]:
        columns = (
            Column[StaffMember]("initials", N_("Initials"), lambda one: one.initials, strong=True, width=100),
            Column[StaffMember]("name", N_("Name"), lambda one: one.name, stretch=True),
        )
        self.staff = TableView[StaffMember](N_("Desk staff"), columns, lambda one: one.initials, header=False)
        self.staff.show_rows(staff)
        self.staff.setFixedHeight(ROW * min(len(staff), MOST_LINES) + 2)
        self.staff.select_key(initials)
        self.staff.opened.connect(self._choose)
        return self.staff

    def _marked(self, one: StaffMember | None) -> None:
        if one is not None:
            self._initials.setText(one.initials)

    def _choose(self) -> None:
        if not self.isVisible():
            return  # Enter reaches both the field and the default button
        self.chosen.emit(self._initials.text().strip().upper())
        self.accept()
