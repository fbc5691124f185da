"""The first tab: people, with filters as chips, search as one types, and the selected one at the right."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
)

from eccp_desktop.base.country_names import country_name
from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.ids import ParticipantId
from eccp_desktop.store.reads.people import PersonRow, person_detail
from eccp_desktop.ui.kit.buttons import link_button, quiet_button, small
from eccp_desktop.ui.kit.chips import ChipRow
from eccp_desktop.ui.kit.choice_box import ChoiceBox
from eccp_desktop.ui.kit.empty_state import EmptyState
from eccp_desktop.ui.kit.labels import quiet
from eccp_desktop.ui.kit.rows_model import Column
from eccp_desktop.ui.kit.search_field import SearchField
from eccp_desktop.ui.kit.table_view import TableView
from eccp_desktop.ui.pages.people.filters import chips, let_through
from eccp_desktop.ui.pages.people.panel_tab import PanelTab
from eccp_desktop.ui.pages.people.person_panel import PersonPanel
from eccp_desktop.ui.pages.people.side_width import ROOMY, TIGHT, WIDTH_TIGHT
from eccp_desktop.ui.theme import SPACE_2, SPACE_3, SPACE_6, State, state_of_presence

if TYPE_CHECKING:
    from eccp_desktop.ui.pages.people.page import PeoplePage


def _state(row: PersonRow) -> State:
    return State.CANCELLED if row.cancelled else state_of_presence(row.presence)


def _state_word(row: PersonRow) -> str:
    if row.cancelled or row.since is None or row.presence.value not in ("here", "gone"):
        return ""
    return f"{row.presence.value} {row.since:%H:%M}"


COLUMNS = (
    Column[PersonRow]("name", N_("Name"), lambda row: row.list_name, strong=True, stretch=True),
    Column[PersonRow]("organisation", N_("Organisation"), lambda row: row.organisation, stretch=True),
    Column[PersonRow]("country", N_("Country"), lambda row: country_name(row.country), width=108),
    Column[PersonRow]("side", N_("Side"), lambda row: row.side, width=48),
    Column[PersonRow](
        "presence", N_("Presence"), _state_word, state=_state, sort=lambda row: _state(row).value, width=112
    ),
    Column[PersonRow](
        "meetings", N_("Meetings"), lambda row: str(row.meetings), sort=lambda row: row.meetings, right=True, width=78
    ),
    Column[PersonRow](
        "requests", N_("Requests"), lambda row: str(row.requests), sort=lambda row: row.requests, right=True, width=78
    ),
)

GIVES_WAY = ("side", "requests", "country", "meetings")

CHOICE, CHOICE_NARROW = 168, 132

CHIP = 28
"""Height of a chip."""

REST = 60
"""Milliseconds for which the selection stays before its detail is read: the list answers a key first."""


class PeopleTab(PanelTab):
    """Search, chips, table, detail."""

    def __init__(self, page: "PeoplePage") -> None:
        super().__init__()
        self._page = page
        self._rows: tuple[PersonRow, ...] = ()
        self.field = SearchField(N_("Name, organisation, country, badge code"))
        self.chips = ChipRow()
        self._country = ChoiceBox()
        self._kind = ChoiceBox()
        self._count = quiet("")
        self._count.setMinimumHeight(CHIP)
        self._everybody = small(link_button(N_("Show everybody"), self.show_everybody))
        self._everybody.hide()
        self.table = TableView[PersonRow](
            N_("People"),
            COLUMNS,
            lambda row: row.id,
            gives_way=GIVES_WAY,
            nothing=N_("Nobody fits. Take a filter off, or search for less."),
            memory=page.memory,
        )
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.make_one = quiet_button(N_("Make one of the two"), self._make_one, icon="users")
        self.make_one.hide()
        self.panel = PersonPanel(page)
        for box, name in ((self._country, N_("Country")), (self._kind, N_("Kind of organisation"))):
            box.setAccessibleName(name)
            box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            box.setFixedWidth(CHOICE)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._show_detail)
        self._arrange()
        self.field.searched.connect(self._show)
        self.field.moved.connect(self.table.step)
        self.field.entered.connect(self._entered)
        self.chips.chosen.connect(self._show)
        self._country.currentIndexChanged.connect(self._show)
        self._kind.currentIndexChanged.connect(self._show)
        self.table.selected.connect(self._selected)
        self.table.opened.connect(self.edit)
        self.table.clicked.connect(self._offer_to_make_one)
        self.panel.editing.connect(self._edited)

    def _arrange(self) -> None:
        choices = QHBoxLayout()
        choices.setSpacing(SPACE_3)
        choices.addWidget(self._country)
        choices.addWidget(self._kind)
        self._entry = entry = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        entry.setSpacing(SPACE_3)
        entry.addWidget(self.field, 1)
        entry.addLayout(choices)
        filters = QHBoxLayout()
        filters.setSpacing(SPACE_2)
        filters.addWidget(self.chips, 1)
        for widget in (self.make_one, self._everybody, self._count):
            filters.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)  # in line with the first row of chips
        left = QVBoxLayout()
        left.setSpacing(SPACE_3)
        left.addLayout(entry)
        left.addLayout(filters)
        left.addLayout(self.table.on_edge(), 1)
        words = N_("Nobody is in this event yet. Import the list of the online tool, or register people at the Desk.")
        self._fill_beside(
            left, self.panel, EmptyState(words, N_("Import participants"), self._open_import, icon="users")
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy, tight = event.size().width() >= ROOMY, event.size().width() < TIGHT
        self._entry.setDirection(QBoxLayout.Direction.TopToBottom if tight else QBoxLayout.Direction.LeftToRight)
        half = max(0, (event.size().width() - WIDTH_TIGHT - SPACE_6 - 3 * SPACE_3) // 2)
        for box in (self._country, self._kind):
            box.setFixedWidth(CHOICE if roomy else half if tight else CHOICE_NARROW)

    def show_people(self, rows: tuple[PersonRow, ...]) -> None:
        """Show everybody, as far as filters and search let through."""
        self._rows = rows
        self.chips.show_chips(chips(self._rows))
        countries = sorted({(country_name(row.country), row.country) for row in self._rows if row.country})
        _fill(self._country, N_("All countries"), [(code, name) for name, code in countries])
        _fill(self._kind, N_("All kinds"), [(kind, kind) for kind in sorted({r.kind for r in self._rows if r.kind})])
        self._show_full(bool(self._rows))
        self._show()

    def edit(self) -> None:
        """Correct whoever is selected, also right after they were."""
        if self._rest.isActive():
            self._rest.stop()
            self._show_detail()
        self.panel.edit()

    def chosen(self) -> tuple[str, ...]:
        """The ids of the people who are selected: two with Ctrl and a click."""
        lines = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return tuple(self.table.rows_model.rows[line].id for line in lines)

    def _offer_to_make_one(self) -> None:
        self.make_one.setVisible(len(self.chosen()) == 2)

    def _make_one(self) -> None:
        self._page.make_one()

    def _edited(self, editing: bool) -> None:
        """While one thing is corrected no other is chosen."""
        for widget in (self.field, self.chips, self._country, self._kind, self.table):
            widget.setEnabled(not editing)
        if not editing:
            self.table.setFocus()

    def select(self, person: str) -> bool:
        """Show a person, whatever the filters say; False where there is none."""
        self.panel.leave()
        if not any(row.id == person for row in self._rows):
            return False
        if self.table.rows_model.row_of(person) < 0:
            self.show_everybody()
        return self.table.select_key(person)

    def show_everybody(self) -> None:
        """Take every filter off, and search for nothing."""
        self.field.clear()
        self.chips.choose(())
        self._country.setCurrentIndex(0)
        self._kind.setCurrentIndex(0)
        self._show()
        self.field.setFocus()

    def _show(self) -> None:
        rows: Sequence[PersonRow] = self._rows
        text = self.field.text().strip()
        if text:
            by_id = {row.id: row for row in self._rows}
            rows = [by_id[found.id] for found in self._page.signals.people.index.search(text) if found.id in by_id]
        shown = let_through(rows, self.chips.keys(), self._country.currentData() or "", self._kind.currentData() or "")
        self.table.show_rows(shown)
        if self.table.row is None:
            self.table.select_line(0)
        everybody = len(self._rows)
        self._everybody.setVisible(everybody > 0 and not shown)
        self._count.setVisible(bool(shown))
        self._count.setText(
            N_("{n} people").format(n=everybody)
            if len(shown) == everybody
            else N_("{n} of {all}").format(n=len(shown), all=everybody)
        )

    def _selected(self, row: PersonRow | None) -> None:
        self._rest.start()

    def _show_detail(self) -> None:
        row = self.table.row
        self._offer_to_make_one()
        self.panel.show_person(self._page.desk.read(person_detail, ParticipantId(row.id)) if row else None)

    def _entered(self) -> None:
        self.table.setFocus()

    def _open_import(self) -> None:
        self._page.wanted.emit("exchange", None)


def _fill(box: QComboBox, everything: str, choices: Sequence[tuple[str, str]]) -> None:
    """Show choices, keeping the one that is chosen, without telling anybody."""
    chosen = box.currentData()
    box.blockSignals(True)
    box.clear()
    box.addItem(everything, "")
    for key, text in choices:
        box.addItem(text, key)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.blockSignals(False)
