"""Who is to be erased."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eccp_desktop.base.country_names import country_name
from eccp_desktop.base.i18n import N_
from eccp_desktop.store.reads.desk_list import DeskPerson
from eccp_desktop.ui.kit.buttons import primary_button, quiet_button
from eccp_desktop.ui.kit.labels import paragraph
from eccp_desktop.ui.kit.rows_model import Column
from eccp_desktop.ui.kit.search_field import SearchField
from eccp_desktop.ui.kit.sheet import Sheet
from eccp_desktop.ui.kit.table_view import TableView
from eccp_desktop.ui.theme import ROW

MOST_LINES = 5


class EraseSheet(Sheet):
    """A search over everybody. Enter in the field only finds: what has no undo is done by its button."""

    chosen = Signal(object)  # DeskPerson

    def __init__(self, search: Callable[[str], Sequence[DeskPerson]], parent: QWidget | None = None) -> None:
        super().__init__(N_("Erase a person"), parent, width=560)
        self._search = search
        words = N_(
            "Name, contacts, notes and messages go for good, from the history too. Meetings, presence and results stay, so "
            "that no figure changes. There is no undo; a backup is made first, and then you are asked which copies go."
        )
        self.body.addWidget(paragraph(words))
        self._field = SearchField(N_("Name, organisation or badge code"))
        self.body.addWidget(self._field)
        columns = (
            Column[DeskPerson]("name", N_("Name"), lambda one: one.list_name, strong=True, width=200),
            Column[DeskPerson]("organisation", N_("Organisation"), lambda one: one.organisation, stretch=True),
            Column[DeskPerson]("country", N_("Country"), lambda one: country_name(one.country), quiet=True, width=120),
        )
        self._table = TableView[DeskPerson](N_("People found"), columns, lambda one: one.id, header=False)
        self._table.setFixedHeight(ROW * MOST_LINES + 2)
        self.body.addLayout(self._table.on_edge())
        self._button = primary_button(N_("Erase for good"), self._choose)
        self._button.setEnabled(False)
        self.end_with(quiet_button(N_("Back"), self.reject), self._button)
        self._field.searched.connect(self._find)
        self._field.moved.connect(self._table.step)
        self._field.entered.connect(lambda: self._table.setFocus())
        self._table.selected.connect(lambda one: self._button.setEnabled(one is not None))
        self._field.setFocus()

    def _find(self, letters: str) -> None:
        self._table.show_rows(tuple(self._search(letters)) if letters.strip() else ())

    def _choose(self) -> None:
        person = self._table.row
        if person is not None and self.isVisible():
            self.accept()
            self.chosen.emit(person)
