"""The third tab: pairs of records that may be one, with the reason, and the selected pair at the right."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from eccp_desktop.actions.merge_organisations import MergeOrganisations
from eccp_desktop.actions.merge_people import MergePeople
from eccp_desktop.actions.merging import Merged
from eccp_desktop.base.i18n import N_
from eccp_desktop.base.progress import Report, Stopping
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.duplicates import Pair, chosen_pair, organisation_pairs, people_pairs
from eccp_desktop.domain.ids import OrganisationId
from eccp_desktop.store.reads.duplicates import (
    organisation_records,
    organisation_values,
    person_records,
    person_values,
)
from eccp_desktop.ui.job import Job
from eccp_desktop.ui.kit.chips import ChipRow
from eccp_desktop.ui.kit.empty_state import EmptyState
from eccp_desktop.ui.kit.labels import quiet
from eccp_desktop.ui.kit.rows_model import Column
from eccp_desktop.ui.kit.table_view import TableView
from eccp_desktop.ui.pages.people.duplicate_panel import DuplicatePanel, reasons
from eccp_desktop.ui.pages.people.panel_tab import PanelTab
from eccp_desktop.ui.theme import ROW_LARGE, SPACE_3

if TYPE_CHECKING:
    from eccp_desktop.ui.pages.people.page import PeoplePage

DIFFERENT = "not the same"
"""Under this name the window remembers pairs of ids that somebody said are two."""

MOST_REMEMBERED = 2000

WEAK = "weak"
MOST_SHOWN_AT_ONCE = 30
"""More pairs that have little but a name in common are shown only to who asks for them."""


def _further(pair: Pair) -> str:
    return reasons(pair.signs[1:])


COLUMNS = (
    Column[Pair](
        "first",
        N_("Stays"),
        lambda pair: pair.kept.name,
        second=lambda pair: pair.kept.place,
        strong=True,
        stretch=True,
    ),
    Column[Pair](
        "second", N_("Becomes part of it"), lambda p: p.other.name, second=lambda p: p.other.place, stretch=True
    ),
    Column[Pair]("why", N_("Why"), lambda pair: reasons(pair.signs[:1]), second=_further, quiet=True, width=260),
)


class DuplicatesTab(PanelTab):
    """Table and panel; reads when it is shown, because comparing everybody with everybody takes a moment."""

    def __init__(self, page: "PeoplePage") -> None:
        super().__init__()
        self._page = page
        self._people: frozenset[str] = frozenset()
        self._chosen: Pair | None = None
        self._denied: list[str] = list(page.memory.get(DIFFERENT, [])) if page.memory else []
        self._stale = True
        self._comparing: Job | None = None
        self._head = quiet("", wrap=True)
        self._pairs: tuple[Pair, ...] = ()
        self.chips = ChipRow()
        self.chips.chosen.connect(self._show_chosen)
        self.table = TableView[Pair](
            N_("Possible duplicates"),
            COLUMNS,
            lambda pair: pair.key,
            row_height=ROW_LARGE,
            gives_way=("why",),
            memory=page.memory,
        )
        self.panel = DuplicatePanel()
        left = QVBoxLayout()
        left.setSpacing(SPACE_3)
        left.addWidget(self._head)
        left.addWidget(self.chips)
        left.addLayout(self.table.on_edge(), 1)
        nothing = N_("No two records look like the same person or organisation.")
        self._fill_beside(left, self.panel, EmptyState(nothing, icon="users"))
        self.table.selected.connect(self._selected)
        self.panel.merged.connect(self._merge)
        self.panel.denied.connect(self._deny)

    def reload(self) -> None:
        """Compare again, now or when the tab is shown next."""
        self._stale = True
        if self.isVisible():
            self._compare()

    def ask(self, one: str, other: str) -> None:
        """Offer to make one of two people whom nothing but somebody's word brings together."""
        records = {record.id: record for record in self._page.desk.read(person_records) if record.id in (one, other)}
        if len(records) == 2:
            self._chosen = chosen_pair(records[one], records[other])
            self._people |= records.keys()
            self._show_with_chosen()
            self.table.select_key(self._chosen.key)

    def _compare(self) -> None:
        if self._comparing is not None:
            return  # what came in meanwhile is compared when it is done
        self._stale = False
        self._comparing = job = Job(partial(_pairs, self._page.desk, tuple(self._denied)), self)
        job.done.connect(self._show_pairs)
        job.finished.connect(self._compared)
        job.start()

    def _compared(self) -> None:
        self._comparing = None
        if self._stale and self.isVisible():
            self._compare()

    def _show_pairs(self, found: tuple[frozenset[str], tuple[Pair, ...]]) -> None:
        self._people, self._pairs = found
        if self._chosen is not None and not {self._chosen.kept.id, self._chosen.other.id} <= self._people:
            self._chosen = None
        self._show_with_chosen()

    def _show_with_chosen(self) -> None:
        chosen = self._chosen
        if chosen is not None:
            self._pairs = (chosen, *(pair for pair in self._pairs if pair.key != chosen.key))
        self._show_full(bool(self._pairs))
        weak = sum(not pair.likely for pair in self._pairs)
        many = weak > MOST_SHOWN_AT_ONCE
        self.chips.show_chips([(WEAK, N_("Only the names are alike {n}").format(n=weak))] if many else [])
        self.chips.setVisible(many)
        self._show_chosen()

    def _show_chosen(self, _keys: object = None) -> None:
        """The likely pairs; the others too where they are few, or somebody wants to see them."""
        line = self.table.currentIndex().row()
        wanted = self.chips.keys()
        every = self.chips.isHidden() or WEAK in wanted
        pairs = self._pairs if every else tuple(pair for pair in self._pairs if pair.likely)
        self._head.setText(_counted(pairs))
        self._page.tabs.set_text("duplicates", N_("Duplicates {n}").format(n=len(pairs)))
        self.table.show_rows(pairs)
        if self.table.row is None:
            self.table.select_line(max(0, line))
        self._selected(self.table.row)

    def _selected(self, pair: Pair | None) -> None:
        if pair is None:
            self.panel.show_pair(None, {}, {})
            return
        values = person_values if pair.kept.id in self._people else organisation_values
        read = self._page.desk.read
        self.panel.show_pair(pair, read(values, pair.kept.id), read(values, pair.other.id))

    def _merge(self, pair: Pair, taken: tuple[str, ...]) -> None:
        intent = (
            MergePeople(pair.kept.id, pair.other.id, taken)
            if pair.kept.id in self._people
            else MergeOrganisations(OrganisationId(pair.kept.id), OrganisationId(pair.other.id), taken)
        )
        name = pair.other.name if "name" in taken else pair.kept.name
        self._page.do(intent, lambda merged: _said(name, merged))

    def _deny(self, pair: Pair) -> None:
        self._chosen = None if self._chosen is not None and self._chosen.key == pair.key else self._chosen
        self._denied = [*self._denied, pair.key][-MOST_REMEMBERED:]
        self._remember()
        self._page.notices.say(
            N_("{one} and {other} stay two; this laptop asks no more.").format(
                one=pair.kept.name, other=pair.other.name
            ),
            lambda: self._ask_again(pair),
        )

    def _ask_again(self, pair: Pair) -> None:
        self._denied = [key for key in self._denied if key != pair.key]
        self._remember()

    def _remember(self) -> None:
        if self._page.memory is not None:
            self._page.memory.put(DIFFERENT, self._denied)
        self.reload()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._compare()


def _pairs(
    desk: Desk, denied: Sequence[str], _report: Report, _stopping: Stopping
) -> tuple[frozenset[str], tuple[Pair, ...]]:
    """The ids of all people, and the pairs of people and of organisations that may be one."""
    with desk.apart():
        people, organisations = desk.read(person_records), desk.read(organisation_records)
    pairs = (*people_pairs(people, denied), *organisation_pairs(organisations, denied))
    # People and organisations that are likely the same stand before namesakes of either kind.
    return frozenset(person.id for person in people), tuple(sorted(pairs, key=lambda pair: not pair.likely))


def _counted(pairs: Sequence[Pair]) -> str:
    if not pairs:
        return N_("No pair is likely to be the same person or organisation.")
    if len(pairs) == 1:
        return N_("One pair may be the same person or organisation.")
    return N_("{n} pairs may be the same person or organisation: the likeliest first.").format(n=len(pairs))


def _said(name: str, merged: Merged) -> str:
    words = [N_("{name} is one record now.").format(name=name)]
    for numbers, one, several in (
        (merged.waiting, N_("Meeting {n} waits in the tray."), N_("Meetings {n} wait in the tray.")),
        (merged.cancelled, N_("Meeting {n} was made twice and is cancelled."), N_("Meetings {n} were made twice.")),
    ):
        if numbers:
            words.append((one if len(numbers) == 1 else several).format(n=", ".join(map(str, numbers))))
    return " ".join(words)
