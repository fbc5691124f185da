"""The tab of country pages: what there is to know about a country, as it goes into the booklet."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from eccp_desktop.actions.brief import RemoveBrief, WriteBrief
from eccp_desktop.base.country_names import country_name, country_names
from eccp_desktop.base.i18n import N_
from eccp_desktop.store.reads.event_setting import CountryPage, EventSetting
from eccp_desktop.ui.kit.buttons import primary_button, quiet_button
from eccp_desktop.ui.kit.empty_state import EmptyState
from eccp_desktop.ui.kit.form import Form
from eccp_desktop.ui.kit.full_or_empty import FullOrEmpty
from eccp_desktop.ui.kit.labels import quiet, title
from eccp_desktop.ui.kit.rows_model import Column
from eccp_desktop.ui.kit.sheet import Sheet
from eccp_desktop.ui.kit.table_view import TableView
from eccp_desktop.ui.kit.text_field import TextField
from eccp_desktop.ui.texts import day_words
from eccp_desktop.ui.theme import CONTROL, ROW_LARGE, SPACE_1, SPACE_2, SPACE_4, SPACE_6

if TYPE_CHECKING:
    from eccp_desktop.ui.pages.event.page import EventPage

LIST_WIDTH = 260


@dataclass(frozen=True, slots=True)
class Draft:
    """A page as it is being written."""

    heading: str
    text: str


class CountryPagesTab(FullOrEmpty):
    """Pages at the left, the selected one at the right. What is typed and not saved is kept for every page."""

    def __init__(self, page: "EventPage") -> None:
        super().__init__()
        self._page = page
        self._zone = ZoneInfo("UTC")
        self._shown: CountryPage | None = None
        self._drafts: dict[str, Draft] = {}
        self._wanted = ""
        columns = (
            Column[CountryPage](
                "country",
                N_("Country"),
                lambda one: country_name(one.country),
                second=self._second,
                strong=True,
                stretch=True,
            ),
        )
        self._table = TableView[CountryPage](
            N_("Country pages"), columns, lambda one: one.country, row_height=ROW_LARGE, header=False
        )
        self._table.setFixedWidth(LIST_WIDTH)
        self._make()
        self._lay_out()
        self._table.selected.connect(self._selected)
        self._heading.textEdited.connect(self._typed)
        self._text.textChanged.connect(self._typed)
        self._selected(None)

    def _make(self) -> None:
        self._country = title("")
        self._heading, self._text = TextField(), QPlainTextEdit(tabChangesFocus=True)
        self._heading.setFixedHeight(CONTROL)
        self._heading.setAccessibleName(N_("Title"))
        self._text.setAccessibleName(N_("Text"))
        self._save = quiet_button(N_("Save page"), self.save)
        self._vouch = quiet_button(N_("Checked today"), self.vouch, icon="check")
        self._remove = quiet_button(N_("Remove"), self.remove, icon="trash")

    def _lay_out(self) -> None:
        panel = QVBoxLayout()
        panel.setSpacing(SPACE_1)
        hint = N_("A line that begins with # is a heading, one with - a point of a list.")
        for label, widget in ((N_("Title"), self._heading), (N_("Text"), self._text)):
            panel.addWidget(quiet(label))
            panel.addWidget(widget)
            panel.addSpacing(SPACE_1)
        panel.addWidget(quiet(hint, wrap=True))
        panel.addSpacing(SPACE_2)
        row = QHBoxLayout()
        row.setSpacing(SPACE_2)
        for button in (self._save, self._vouch, self._remove):
            row.addWidget(button)
        row.addStretch(1)
        panel.addLayout(row)
        self._panel = QWidget()
        right = QVBoxLayout(self._panel)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(SPACE_2)
        right.addWidget(self._country)
        right.addLayout(panel, 1)
        columns = QHBoxLayout()
        columns.setSpacing(SPACE_6)
        left = QVBoxLayout()
        left.setSpacing(SPACE_4)
        left.addWidget(primary_button(N_("Add country page"), self.add, icon="plus"))
        left.addLayout(self._table.on_edge(), 1)
        columns.addLayout(left)
        columns.addWidget(self._panel, 1)
        words = N_("There is no country page yet: clusters, support, trade help and good practice, as a booklet.")
        self._fill(columns, EmptyState(words, N_("Add country page"), self.add, icon="globe"))

    def show_setting(self, setting: EventSetting) -> None:
        """Show the pages as the store has them; what was typed and not saved stays."""
        self._zone = ZoneInfo(setting.zone)
        pages = {one.country: one for one in setting.pages}
        self._drafts = {
            country: draft
            for country, draft in self._drafts.items()
            if country in pages and draft != Draft(pages[country].title, pages[country].text)
        }
        self._table.show_rows(setting.pages)
        self._show_full(bool(setting.pages))
        if self._wanted in pages:
            self._table.select_key(self._wanted)
            self._wanted = ""
        elif self._table.row is None:
            self._table.select_line(0)

    def add(self) -> None:
        """Ask for the country of a new page."""
        known = {one.country for one in self._table.rows_model.rows}
        sheet = CountrySheet(known, self)
        sheet.chosen.connect(self._add)
        sheet.open()

    def save(self) -> None:
        """Save the page that is shown."""
        self._write(checked=False)

    def vouch(self) -> None:
        """Save it, and note that everything on it is right as of now."""
        self._write(checked=True)

    def remove(self) -> None:
        """Take the page away."""
        if self._shown is not None:
            said = N_("The page of {country} is removed.").format(country=country_name(self._shown.country))
            self._page.do(RemoveBrief(self._shown.country), said)

    def _add(self, country: str) -> None:
        self._wanted = country
        name = country_name(country)
        self._page.do(WriteBrief(country, name, ""), N_("There is a page of {country}.").format(country=name))

    def _write(self, *, checked: bool) -> None:
        if self._shown is None:
            return
        draft = self._written()
        words = (
            N_("The page of {country} is saved, as checked today.")
            if checked
            else N_("The page of {country} is saved.")
        )
        country = self._shown.country
        intent = WriteBrief(country, draft.heading, draft.text, checked=checked)
        self._page.do(intent, words.format(country=country_name(country)), lambda _: self._saved(country, draft))

    def _saved(self, country: str, draft: Draft) -> None:
        # What is stored lacks blank lines at the ends, so it need not equal what was typed.
        if self._drafts.get(country) == draft:
            del self._drafts[country]
            self._selected(self._table.row)

    def _written(self) -> Draft:
        return Draft(self._heading.text(), self._text.toPlainText())

    def _selected(self, one: CountryPage | None) -> None:
        self._panel.setVisible(one is not None)
        if one is None:
            self._shown = None
            return
        draft = self._drafts.get(one.country, Draft(one.title, one.text))
        another = self._shown is None or self._shown.country != one.country
        self._shown = replace(one)
        self._country.setText(country_name(one.country))
        if another or draft != self._written():
            # Not while it is what stands there already: the cursor would jump to the beginning.
            self._heading.setText(draft.heading)
            self._text.setPlainText(draft.text)
        self._typed()

    def _typed(self) -> None:
        if self._shown is None:
            return
        written = self._written()
        changed = written != Draft(self._shown.title, self._shown.text)
        if changed:
            self._drafts[self._shown.country] = written
        else:
            self._drafts.pop(self._shown.country, None)
        self._save.setEnabled(changed)
        self._table.viewport().update()

    def _second(self, one: CountryPage) -> str:
        if one.country in self._drafts:
            return N_("not saved yet")
        if not one.text:
            return N_("empty")
        if one.checked_at is None:
            return N_("never checked")
        return N_("checked {day}").format(day=day_words(one.checked_at.astimezone(self._zone).date()))


class CountrySheet(Sheet):
    """Asks for a country that has no page yet."""

    chosen = Signal(str)

    def __init__(self, known: set[str], parent: QWidget | None = None) -> None:
        super().__init__(N_("Add country page"), parent, width=360)
        form = Form()
        countries = [(code, name) for code, name in country_names().items() if code not in known]
        self._country = form.choice("country", N_("Country"), countries)
        self.body.addWidget(form)
        self.end_with(quiet_button(N_("Back"), self.reject), primary_button(N_("Add country page"), self._choose))
        self._country.setFocus()

    def _choose(self) -> None:
        self.chosen.emit(str(self._country.currentData()))
        self.accept()
