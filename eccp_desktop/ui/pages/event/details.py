"""The first tab: what the event is called and where it takes place."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from eccp_desktop.actions.edit_event import EditEvent
from eccp_desktop.base.country_names import country_names
from eccp_desktop.base.i18n import N_
from eccp_desktop.base.zone_names import zone_names
from eccp_desktop.domain.vocabulary import OrganisationKind
from eccp_desktop.store.reads.frame import Frame
from eccp_desktop.ui.kit.buttons import primary_button
from eccp_desktop.ui.kit.card import Scroll
from eccp_desktop.ui.kit.form import Form
from eccp_desktop.ui.theme import SPACE_3, SPACE_4, SPACE_8

if TYPE_CHECKING:
    from eccp_desktop.ui.pages.event.page import EventPage

FORM_WIDTH = 360


class DetailsTab(QWidget):
    """Two columns of fields and one button, which can be pressed once something was changed."""

    def __init__(self, page: "EventPage") -> None:
        super().__init__()
        self._page = page
        left, right = Form(), Form()
        self._left = left
        self._name = left.text("name", N_("Name"))
        self._edition = left.text("edition", N_("Edition"), placeholder="2016")
        self._organiser = left.text("organiser", N_("Organiser"))
        self._series = left.text("series", N_("Series"), hint=N_("One word that ties several events together"))
        kinds = [(kind.value, kind.value) for kind in OrganisationKind]
        self._kind = left.choice("kind", N_("Organisations without a kind are"), kinds)
        self._venue = right.text("venue", N_("Venue"))
        self._city = right.text("city", N_("City"))
        countries = [("", ""), *((code, name) for code, name in country_names().items())]
        self._country = right.choice("country", N_("Country"), countries)
        self._zone = right.text("zone", N_("Time zone"), hint=N_("All times are wall times there"))
        completer = QCompleter(zone_names(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._zone.setCompleter(completer)
        self._save = primary_button(N_("Save changes"), self._saved)
        columns = QHBoxLayout()
        columns.setSpacing(SPACE_8)
        for form in (left, right):
            form.setMaximumWidth(FORM_WIDTH)
            columns.addWidget(form, 1)
        columns.addStretch(0)
        # It scrolls, so that a band over the page on a small screen cuts no field.
        scroll = Scroll()
        inside = QVBoxLayout()
        inside.setContentsMargins(SPACE_3, 0, SPACE_3, 0)
        inside.setSpacing(SPACE_4)
        inside.addLayout(columns)
        inside.addWidget(self._save)
        scroll.body.addLayout(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        for field in (self._name, self._edition, self._series, self._organiser, self._venue, self._city, self._zone):
            field.textChanged.connect(self._changed)
            field.returnPressed.connect(self._saved)
        self._kind.currentIndexChanged.connect(self._changed)
        self._country.currentIndexChanged.connect(self._changed)
        self._shown: EditEvent | None = None

    def show_frame(self, frame: Frame) -> None:
        """Show what the store says; what is being typed here stays."""
        if self._shown is not None and self._intent() != self._shown:
            return
        event = frame.event
        self._shown = None
        self._name.setText(event.name)
        self._edition.setText(event.edition)
        self._series.setText(event.series)
        self._organiser.setText(event.organiser)
        self._venue.setText(event.venue)
        self._city.setText(event.city)
        self._zone.setText(event.zone)
        self._kind.setCurrentIndex(self._kind.findData(event.default_kind.value))
        self._country.setCurrentIndex(max(0, self._country.findData(event.country)))
        self._shown = self._intent()
        self._changed()

    def _intent(self) -> EditEvent:
        return EditEvent(
            name=self._name.text().strip(),
            zone=self._zone.text().strip(),
            edition=self._edition.text().strip(),
            series=self._series.text().strip(),
            venue=self._venue.text().strip(),
            city=self._city.text().strip(),
            country=str(self._country.currentData() or ""),
            organiser=self._organiser.text().strip(),
            default_kind=OrganisationKind(self._kind.currentData()),
        )

    def _changed(self) -> None:
        if self._name.text().strip():
            self._left.field("name").refuse("")
        self._save.setEnabled(self._shown is not None and self._intent() != self._shown)

    def _saved(self) -> None:
        intent = self._intent()
        if intent == self._shown:
            return
        self._left.refuse("name", "" if intent.name else N_("The event needs a name."))
        if intent.name:
            self._shown = intent
            self._changed()
            self._page.do(intent, N_("{name} is saved.").format(name=intent.name))
