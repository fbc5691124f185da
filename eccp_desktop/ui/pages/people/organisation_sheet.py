"""Corrects what is known of an organisation."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from eccp_desktop.actions.edit_people import EditOrganisation
from eccp_desktop.base.country_names import country_names
from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.ids import SideId
from eccp_desktop.domain.vocabulary import OrganisationKind
from eccp_desktop.store.reads.organisations import OrganisationDetail
from eccp_desktop.ui.kit.buttons import primary_button, quiet_button
from eccp_desktop.ui.kit.form import Form
from eccp_desktop.ui.kit.sheet import Sheet
from eccp_desktop.ui.theme import SPACE_2


class OrganisationSheet(Sheet):
    """A form over one organisation."""

    decided = Signal(object)  # EditOrganisation

    def __init__(
        self, detail: OrganisationDetail, sides: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        row = detail.row
        super().__init__(N_("Change {name}").format(name=row.name), parent, width=560)
        self._organisation = row.id
        self._form = form = Form()
        self._name = form.text("name", N_("Name"), row.name)
        kinds = [("", N_("as the event says")), *((kind.value, kind.value) for kind in OrganisationKind)]
        self._kind = form.choice("kind", N_("Kind"), kinds, row.own_kind)
        self._side = form.choice("side", N_("Side"), [("", N_("none")), *sides], row.side_id)
        countries = [("", ""), *country_names().items()]
        self._country = form.choice("country", N_("Country"), countries, row.country)
        self._city = form.text("city", N_("City"), row.city)
        self._website = form.text("website", N_("Website"), detail.website)
        self._about = form.note("about", N_("About"), detail.description, lines=3)
        self._offers = form.note("offers", N_("Offers"), detail.offers, lines=2)
        self._seeks = form.note("seeks", N_("Seeks"), detail.seeks, lines=2)
        form.beside(1, "kind", "side")
        form.beside(2, "country", "city")
        self.body.addWidget(form)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_2)
        buttons.addStretch(1)
        buttons.addWidget(quiet_button(N_("Leave"), self.reject))
        buttons.addWidget(primary_button(N_("Save changes"), self._save))
        self.body.addLayout(buttons)
        self._name.setFocus()

    def _save(self) -> None:
        if not self._name.text().strip():
            self._form.refuse("name", N_("An organisation needs a name."))
            return
        kind, side = self._kind.currentData(), self._side.currentData()
        self.decided.emit(
            EditOrganisation(
                organisation=self._organisation,
                name=self._name.text().strip(),
                kind=OrganisationKind(kind) if kind else None,
                side=SideId(side) if side else None,
                country=str(self._country.currentData() or ""),
                city=self._city.text(),
                website=self._website.text(),
                description=self._about.toPlainText(),
                offers=self._offers.toPlainText(),
                seeks=self._seeks.toPlainText(),
            )
        )
        self.accept()
