"""The languages of the event; papers are in the first one for whoever has none of their own."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from eccp_desktop.actions.edit_event import SetLanguages
from eccp_desktop.base.i18n import N_
from eccp_desktop.base.language_names import language_name, language_names
from eccp_desktop.ui.kit.buttons import primary_button, quiet_button
from eccp_desktop.ui.kit.form import Form
from eccp_desktop.ui.kit.labels import heading
from eccp_desktop.ui.kit.rows_model import Column
from eccp_desktop.ui.kit.sheet import Sheet
from eccp_desktop.ui.kit.table_view import TableView
from eccp_desktop.ui.theme import ROW, SPACE_2, SPACE_3

if TYPE_CHECKING:
    from eccp_desktop.ui.pages.event.page import EventPage

MOST_LINES = 6


class LanguagesPart(QWidget):
    """A list with the language of papers first."""

    def __init__(self, page: "EventPage") -> None:
        super().__init__()
        self._page = page
        self._languages: tuple[str, ...] = ()
        columns = (
            Column[str]("language", N_("Language"), language_name, strong=True, stretch=True),
            Column[str]("use", N_("Use"), self._use, quiet=True, width=320),
        )
        self._table = TableView[str](N_("Languages"), columns, lambda language: language)
        self._first = quiet_button(N_("Use for papers"), self._put_first, icon="printer")
        self._remove = quiet_button(N_("Remove"), self._removed, icon="trash")
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_2)
        for button in (quiet_button(N_("Add language"), self._ask, icon="plus"), self._first, self._remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_3, 0, SPACE_3, 0)
        column.setSpacing(SPACE_2)
        column.addWidget(heading(N_("Languages of the event")))
        column.addLayout(self._table.on_edge())
        column.addLayout(buttons)
        self._table.selected.connect(self._selected)
        self._selected(None)

    def show_languages(self, languages: tuple[str, ...]) -> None:
        """Show the languages as the store has them, that of papers first."""
        self._languages = languages
        self._table.show_rows(languages)
        self._table.setFixedHeight(ROW * (min(len(languages), MOST_LINES) + 1) + 2)
        self._selected(self._table.row)

    def _use(self, language: str) -> str:
        return N_("papers, unless a person has another") if language == self._languages[0] else ""

    def _selected(self, language: str | None) -> None:
        self._first.setEnabled(language is not None and language != self._languages[0])
        self._remove.setEnabled(language is not None)

    def _ask(self) -> None:
        sheet = LanguageSheet(self._languages, self)
        sheet.chosen.connect(self._add)
        sheet.open()

    def _add(self, language: str) -> None:
        said = N_("{language} is a language of the event.").format(language=language_name(language))
        self._page.do(SetLanguages((*self._languages, language)), said)

    def _put_first(self) -> None:
        language = self._table.row
        if language is not None:
            others = [one for one in self._languages if one != language]
            said = N_("Papers are in {language} now, unless a person has another language.")
            self._page.do(SetLanguages((language, *others)), said.format(language=language_name(language)))

    def _removed(self) -> None:
        language = self._table.row
        if language is not None:
            said = N_("{language} is no language of the event any more.").format(language=language_name(language))
            self._page.do(SetLanguages(tuple(one for one in self._languages if one != language)), said)


class LanguageSheet(Sheet):
    """Asks for one more language."""

    chosen = Signal(str)

    def __init__(self, known: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(N_("Add language"), parent, width=360)
        form = Form()
        names = [(code, name) for code, name in language_names().items() if code not in known]
        self._language = form.choice("language", N_("Language"), names)
        self.body.addWidget(form)
        self.end_with(quiet_button(N_("Back"), self.reject), primary_button(N_("Add language"), self._choose))
        self._language.setFocus()

    def _choose(self) -> None:
        self.chosen.emit(str(self._language.currentData()))
        self.accept()
