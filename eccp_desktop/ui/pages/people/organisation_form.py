"""Corrects what is known of an organisation."""

from collections.abc import Sequence

from eccp_desktop.actions.edit_people import EditOrganisation
from eccp_desktop.base.country_names import country_names
from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.ids import SideId
from eccp_desktop.domain.vocabulary import OrganisationKind
from eccp_desktop.store.reads.organisations import OrganisationDetail
from eccp_desktop.ui.pages.people.panel_form import PanelForm


class OrganisationForm(PanelForm):
    """The fields of one organisation."""

    def __init__(self, detail: OrganisationDetail, sides: Sequence[tuple[str, str]]) -> None:
        row = detail.row
        super().__init__(N_("Change {name}").format(name=row.name))
        self._organisation = row.id
        form = self.form
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
        form.beside(3, "side", "city")

    def begin(self) -> None:
        self._name.setFocus()

    def save(self) -> None:
        if not self._name.text().strip():
            self.form.refuse("name", N_("An organisation needs a name."))
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
