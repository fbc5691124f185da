"""The selected organisation: its profile and its people."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from eccp_desktop.actions.edit_people import EditOrganisation
from eccp_desktop.actions.intent import Intent
from eccp_desktop.base.country_names import country_name
from eccp_desktop.base.i18n import N_
from eccp_desktop.store.reads.frame import frame
from eccp_desktop.store.reads.organisations import OrganisationDetail, organisation_detail
from eccp_desktop.ui.kit.buttons import link_button, quiet_button
from eccp_desktop.ui.kit.labels import Label, heading, paragraph, quiet
from eccp_desktop.ui.pages.people.editing_panel import EditingPanel
from eccp_desktop.ui.pages.people.organisation_form import OrganisationForm
from eccp_desktop.ui.theme import HEADING, SPACE_2, SPACE_3

if TYPE_CHECKING:
    from eccp_desktop.ui.pages.people.page import PeoplePage


class OrganisationPanel(EditingPanel):
    """Shows one organisation."""

    def __init__(self, page: "PeoplePage") -> None:
        super().__init__(page, N_("The selected organisation"))
        self._detail: OrganisationDetail | None = None

    def show_organisation(self, detail: OrganisationDetail | None) -> None:
        """Show this organisation, or nothing; while somebody corrects one, that goes on."""
        if self.form is not None:
            return
        if detail is None or self._detail is None or detail.row.id != self._detail.row.id:
            self.to_top()
        self._detail = detail
        self.clear()
        if detail is None:
            self.body.addWidget(quiet(N_("No organisation is selected.")))
            return
        row = detail.row
        self.body.addWidget(Label(row.name, size=HEADING, strong=True, wrap=True))
        place = ", ".join(part for part in (row.city, detail.region, country_name(row.country)) if part)
        self.body.addWidget(quiet(" · ".join(part for part in (place, row.side, row.kind) if part), wrap=True))
        buttons = QHBoxLayout()
        buttons.addWidget(quiet_button(N_("Change"), self.edit, icon="pencil-simple"))
        buttons.addStretch(1)
        self.body.addLayout(buttons)
        self._facts(detail)
        for words, text in (
            (N_("About"), detail.description),
            (N_("Offers"), detail.offers),
            (N_("Seeks"), detail.seeks),
            (N_("Sectors"), ", ".join(row.sectors)),
            (N_("Target countries"), ", ".join(country_name(code) for code in detail.targets)),
            (N_("Programmes"), ", ".join(detail.programmes)),
        ):
            if text:
                self.body.addSpacing(SPACE_3)
                self.body.addWidget(heading(words))
                self.body.addWidget(paragraph(text))
        self.body.addSpacing(SPACE_3)
        self.body.addWidget(heading(N_("People")))
        if not detail.people:
            self.body.addWidget(quiet(N_("Nobody came for it.")))
        for person, name in detail.people:
            self.body.addWidget(link_button(name, partial(self._page.show_thing, person)))

    def edit(self) -> None:
        """Correct what is known, in the panel."""
        found = self._page.desk.read(frame)
        if self._detail is not None and found is not None and self.form is None:
            self._open(OrganisationForm(self._detail, [(side.id, side.name) for side in found.sides]))

    def show_again(self) -> None:
        if self._detail is not None:
            self.show_organisation(self._page.desk.read(organisation_detail, self._detail.row.id))

    def saved_words(self, intent: Intent[object]) -> str:
        assert isinstance(intent, EditOrganisation)
        return N_("{name} is saved.").format(name=intent.name)

    def _facts(self, detail: OrganisationDetail) -> None:
        members = [
            f"{count} {kind}"
            for count, kind in zip(detail.members, (N_("SMEs"), N_("large firms"), N_("research")), strict=True)
            if count is not None
        ]
        facts = [
            detail.website,
            detail.profile_link,
            N_("Founded {year}").format(year=detail.founded) if detail.founded else "",
            N_("Members: {list}").format(list=", ".join(members)) if members else "",
        ]
        words = "\n".join(fact for fact in facts if fact)
        if words:
            self.body.addSpacing(SPACE_2)
            self.body.addWidget(quiet(words, wrap=True))
