"""The second tab: organisations, and the selected one at the right."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from eccp_desktop.base.country_names import country_name
from eccp_desktop.base.i18n import N_
from eccp_desktop.desk.folding import ascii_words
from eccp_desktop.store.reads.organisations import OrganisationRow, organisation_detail
from eccp_desktop.ui.kit.empty_state import EmptyState
from eccp_desktop.ui.kit.labels import quiet
from eccp_desktop.ui.kit.rows_model import Column
from eccp_desktop.ui.kit.search_field import SearchField
from eccp_desktop.ui.kit.table_view import TableView
from eccp_desktop.ui.pages.people.organisation_panel import OrganisationPanel
from eccp_desktop.ui.pages.people.panel_tab import PanelTab
from eccp_desktop.ui.theme import SPACE_3

if TYPE_CHECKING:
    from eccp_desktop.ui.pages.people.page import PeoplePage

COLUMNS = (
    Column[OrganisationRow]("name", N_("Organisation"), lambda row: row.name, strong=True, stretch=True),
    Column[OrganisationRow]("country", N_("Country"), lambda row: country_name(row.country), width=112),
    Column[OrganisationRow]("side", N_("Side"), lambda row: row.side, width=48),
    Column[OrganisationRow]("kind", N_("Kind"), lambda row: row.kind, quiet=True, width=152),
    Column[OrganisationRow]("sectors", N_("Sectors"), lambda row: ", ".join(row.sectors), quiet=True, width=140),
    Column[OrganisationRow](
        "people", N_("People"), lambda row: str(row.people), sort=lambda row: row.people, right=True, width=70
    ),
)

GIVES_WAY = ("sectors", "kind", "side", "country")


@dataclass(frozen=True, slots=True)
class FoundOrganisations:
    """The organisations, and, by their ids, the words that the search looks into."""

    rows: tuple[OrganisationRow, ...]
    words: Mapping[str, str]

    @classmethod
    def of(cls, rows: tuple[OrganisationRow, ...]) -> Self:
        """With the words of these rows."""
        return cls(rows, {row.id: " ".join(ascii_words(_searched(row))) for row in rows})


def _searched(row: OrganisationRow) -> str:
    return f"{row.name} {country_name(row.country)} {row.city} {' '.join(row.sectors)}"


class OrganisationsTab(PanelTab):
    """Search, table, detail."""

    def __init__(self, page: "PeoplePage") -> None:
        super().__init__()
        self._page = page
        self._rows: tuple[OrganisationRow, ...] = ()
        self._words: Mapping[str, str] = {}
        self.field = SearchField(N_("Name, country, city, sector"))
        self._count = quiet("")
        self.table = TableView[OrganisationRow](
            N_("Organisations"),
            COLUMNS,
            lambda row: row.id,
            gives_way=GIVES_WAY,
            nothing=N_("No organisation fits. Search for less."),
            memory=page.memory,
        )
        self.panel = OrganisationPanel(page)
        entry = QHBoxLayout()
        entry.setSpacing(SPACE_3)
        entry.addWidget(self.field, 1)
        entry.addWidget(self._count)
        left = QVBoxLayout()
        left.setSpacing(SPACE_3)
        left.addLayout(entry)
        left.addLayout(self.table.on_edge(), 1)
        self._fill_beside(
            left,
            self.panel,
            EmptyState(
                N_("Organisations come in with their people: import them, or register who stands at the Desk."),
                N_("Import participants"),
                self._open_import,
                icon="buildings",
            ),
        )
        self.field.searched.connect(self._show)
        self.field.moved.connect(self.table.step)
        self.field.entered.connect(self.table.setFocus)
        self.table.selected.connect(self._selected)
        self.table.opened.connect(self.edit)
        self.panel.editing.connect(self._edited)

    @property
    def count(self) -> int:
        """How many organisations there are."""
        return len(self._rows)

    def show_organisations(self, found: FoundOrganisations) -> None:
        """Show all organisations, as far as the search lets through."""
        self._rows, self._words = found.rows, found.words
        self._show_full(bool(self._rows))
        self._show()

    def _open_import(self) -> None:
        self._page.wanted.emit("exchange", None)

    def edit(self) -> None:
        """Correct the one that is selected."""
        self.panel.edit()

    def _edited(self, editing: bool) -> None:
        """While one thing is corrected no other is chosen."""
        for widget in (self.field, self.table):
            widget.setEnabled(not editing)
        if not editing:
            self.table.setFocus()

    def select(self, organisation: str) -> bool:
        """Show an organisation, whatever is searched for; False where there is none."""
        self.panel.leave()
        if self.table.rows_model.row_of(organisation) < 0:
            self.field.clear()
            self._show()
        return self.table.select_key(organisation)

    def _show(self) -> None:
        words = ascii_words(self.field.text())
        shown = [row for row in self._rows if all(word in self._words[row.id] for word in words)]
        self.table.show_rows(shown)
        if self.table.row is None:
            self.table.select_line(0)
        self._count.setVisible(bool(words))
        self._count.setText(N_("{n} of {all}").format(n=len(shown), all=len(self._rows)) if words else "")

    def _selected(self, row: OrganisationRow | None) -> None:
        if self.isVisible():
            self.panel.show_organisation(self._page.desk.read(organisation_detail, row.id) if row else None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._selected(self.table.row)
