"""The People page: people, organisations, and what may be there twice, as three tabs."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QStackedWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.folding import filed_as
from eccp_desktop.store.reads.history import history_of_rows
from eccp_desktop.store.reads.organisations import organisation_rows
from eccp_desktop.store.reads.people import PersonRow, people_rows, person_detail
from eccp_desktop.ui.commands import Command
from eccp_desktop.ui.kit.edge_layout import EdgeLayout
from eccp_desktop.ui.kit.tabs import Tabs
from eccp_desktop.ui.pages.people.duplicates_tab import DuplicatesTab
from eccp_desktop.ui.pages.people.organisations_tab import FoundOrganisations, OrganisationsTab
from eccp_desktop.ui.pages.people.people_tab import PeopleTab
from eccp_desktop.ui.pages.reading import ReadingPage


@dataclass(frozen=True, slots=True)
class FoundPeople:
    """What the page reads."""

    people: tuple[PersonRow, ...]
    organisations: FoundOrganisations


class PeoplePage(ReadingPage[FoundPeople]):
    """Finds people and organisations, shows all that is known of them, and corrects it."""

    name = "people"
    title = N_("People")
    icon = "users"
    touched_by = (
        "event",
        "side",
        "participant",
        "participant_language",
        "organisation",
        "organisation_sector",
        "organisation_target",
        "organisation_programme",
        "request",
        "meeting",
        "meeting_person",
        "session_person",
        "absence",
    )

    def _create(self) -> None:
        self.tabs = Tabs(
            (("people", N_("People")), ("organisations", N_("Organisations")), ("duplicates", N_("Duplicates")))
        )
        self.people = PeopleTab(self)
        self._parts: dict[str, PeopleTab | OrganisationsTab | DuplicatesTab] = {"people": self.people}
        self._stack = QStackedWidget()
        self._steps.insert(0, self._add_others)

    def _arrange(self) -> None:
        self.body.addWidget(self.tabs)
        self._stack.addWidget(self.people)
        self.body.addLayout(EdgeLayout(self._stack), 1)

    def _add_others(self) -> None:
        """The other tabs, in a step of their own: all at once would hold up who is at the Desk."""
        self.organisations = OrganisationsTab(self)
        self.duplicates = DuplicatesTab(self)
        self._parts |= {"organisations": self.organisations, "duplicates": self.duplicates}
        self._stack.addWidget(self.organisations)
        self._stack.addWidget(self.duplicates)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._choose)

    @staticmethod
    def read(desk: Desk) -> FoundPeople:
        """Everybody and every organisation, in the order of boxes and lists; any thread may ask."""
        people = sorted(desk.read(people_rows), key=lambda row: filed_as(row.list_name))
        organisations = sorted(desk.read(organisation_rows), key=lambda row: filed_as(row.name))
        return FoundPeople(tuple(people), FoundOrganisations.of(tuple(organisations)))

    @staticmethod
    def read_along(desk: Desk, found: FoundPeople) -> None:
        """The detail of whoever will be selected."""
        for row in found.people[:1]:
            desk.read(person_detail, row.id)
            desk.read(history_of_rows, [row.id])

    def _show(self, found: FoundPeople) -> None:
        self.people.show_people(found.people)
        self.organisations.show_organisations(found.organisations)
        self.duplicates.reload()
        self.tabs.set_text("people", N_("People {n}").format(n=len(found.people)))
        self.tabs.set_text("organisations", N_("Organisations {n}").format(n=self.organisations.count))

    def commands(self) -> Sequence[Command]:
        return (
            Command("people.search", N_("Search people"), self._search, "Ctrl+F", "magnifying-glass"),
            Command("people.edit", N_("Change the selected"), self._edit, "Ctrl+E", "pencil-simple"),
            Command("people.duplicates", N_("Find duplicates"), self._find_duplicates, "Ctrl+D", "users"),
            Command("people.make-one", N_("Make one of the two"), self.make_one, "", "users", self._two_chosen),
            Command(
                "people.merge",
                N_("Merge the pair"),
                self.duplicates.panel.merge,
                "Ctrl+Return;Ctrl+Enter",
                "",
                self._on_pairs,
            ),
            Command("people.different", N_("Not the same"), self.duplicates.panel.deny, "X", "", self._on_pairs),
        )

    def focus_first(self) -> None:
        self._search()

    def show_thing(self, thing: object) -> None:
        if self.people.select(str(thing)):
            self.tabs.choose("people")
        elif self.organisations.select(str(thing)):
            self.tabs.choose("organisations")

    def _search(self) -> None:
        part = self._parts[self.tabs.key]
        if isinstance(part, DuplicatesTab):
            part.table.setFocus()
        else:
            part.field.setFocus()
            part.field.selectAll()

    def _edit(self) -> None:
        part = self._parts[self.tabs.key]
        if not isinstance(part, DuplicatesTab):
            part.edit()

    def _find_duplicates(self) -> None:
        self.tabs.choose("duplicates")
        self.duplicates.table.setFocus()

    def make_one(self) -> None:
        """Offer to make one record of the two people who are selected in the list."""
        chosen = self.people.chosen()
        if len(chosen) == 2:
            self.tabs.choose("duplicates")
            self.duplicates.ask(*chosen)

    def _two_chosen(self) -> bool:
        return self.tabs.key == "people" and len(self.people.chosen()) == 2

    def _on_pairs(self) -> bool:
        return self.tabs.key == "duplicates"

    def _choose(self, key: str) -> None:
        self._stack.setCurrentWidget(self._parts[key])
