"""Four fields for somebody who is on no list: half a minute, by keyboard alone."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QHBoxLayout, QSizePolicy, QWidget

from eccp_desktop.actions.walk_in import RegisterWalkIn
from eccp_desktop.base.country_names import country_name, country_names
from eccp_desktop.base.i18n import N_
from eccp_desktop.desk.organisation_search import OrganisationIndex
from eccp_desktop.desk.search import PeopleIndex
from eccp_desktop.domain.matching import name_key
from eccp_desktop.domain.names import full_name, split_name
from eccp_desktop.store.reads.desk_list import DeskPerson
from eccp_desktop.ui.kit.buttons import primary_button, quiet_button
from eccp_desktop.ui.kit.card import SidePanel
from eccp_desktop.ui.kit.form import Form
from eccp_desktop.ui.kit.labels import Label, quiet
from eccp_desktop.ui.pages.desk import sentences
from eccp_desktop.ui.pages.desk.person_card import WIDTH
from eccp_desktop.ui.theme import HEADING, SMALL, SPACE_2, font

MOST_COMPLETIONS = 8
MOST_WARNINGS = 3

_STEPS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)

_FRAME = 72
"""Pixels of a candidate's row in the panel that are no words."""


class WalkInForm(SidePanel):
    """Says `registered` with the intent, `known` with a person whom the desk has on the list after all, or `left`."""

    registered = Signal(object)
    known = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(N_("Walk-in"), width=WIDTH, parent=parent)
        self._people = PeopleIndex()
        self._organisations = OrganisationIndex()
        self._warned: tuple[DeskPerson, ...] = ()
        self._insisted = False
        self._stepped = False
        """Whether the last key went through a list of completions."""
        self._create()
        self._arrange()
        self._connect()

    def _create(self) -> None:
        self._form = Form()
        self.name = self._form.text("name", N_("Name"), placeholder=N_("Anna Rossi, or Rossi, Anna"))
        self.organisation = self._form.text("organisation", N_("Organisation"))
        self.country = self._form.text("country", N_("Country"))
        self.side = self._form.choice("side", N_("Side"), [("", "")])
        self._completions = QStringListModel(self)
        self.organisation.setCompleter(_completer(QCompleter(self._completions, self)))
        self.country.setCompleter(_completer(QCompleter(list(country_names().values()), self), words=True))
        for field in (self.organisation, self.country):
            if (popup := field.completer().popup()) is not None:
                popup.installEventFilter(self)
        self._warning = Label(size=SMALL, strong=True, role="warning", wrap=True)
        self._candidates = [quiet_button("") for _ in range(MOST_WARNINGS)]
        for candidate in self._candidates:
            candidate.setProperty("kind", "line")
            candidate.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._register = primary_button(N_("Register"), self.submit, icon="user-plus")
        self._leave = quiet_button(N_("Back"), self.left.emit)

    def _arrange(self) -> None:
        self.body.addWidget(Label(N_("Walk-in"), size=HEADING, strong=True))
        self.body.addWidget(quiet(N_("Enter registers and checks in. Escape goes back."), wrap=True))
        self.body.addSpacing(SPACE_2)
        self.body.addWidget(self._form)
        self.body.addWidget(self._warning)
        for button in self._candidates:
            self.body.addWidget(button)
        self.body.addSpacing(SPACE_2)
        deciding = QHBoxLayout()
        deciding.setSpacing(SPACE_2)
        deciding.addWidget(self._register)
        deciding.addWidget(self._leave)
        deciding.addStretch(1)
        self.body.addLayout(deciding)

    def _connect(self) -> None:
        self.name.textChanged.connect(self._warn)
        self.organisation.textEdited.connect(self._complete)
        self.organisation.textChanged.connect(self._recognise)
        self.country.textChanged.connect(self._suggest_side)
        self.country.textEdited.connect(lambda _: self._form.field("country").refuse(""))
        self.country.editingFinished.connect(self._complete_country)
        for button in self._candidates:
            button.clicked.connect(self._chosen)

    def begin(self, people: PeopleIndex, organisations: OrganisationIndex, name: str) -> None:
        """Start anew; `name` is what was searched for in vain."""
        self._people, self._organisations = people, organisations
        self._form.accept()
        self.side.clear()
        self.side.addItem("", "")
        for side in organisations.sides:
            self.side.addItem(side, side)
        self._form.field("side").setVisible(bool(organisations.sides))
        self.organisation.clear()
        self.country.clear()
        self.name.setText(name)
        self._warn()
        self.name.setFocus()
        self.name.selectAll()

    def submit(self) -> None:
        """Register with what the fields say; the second time in spite of a namesake."""
        if not self.name.text().strip():
            self._form.refuse("name", N_("Who is it? A name is enough."))
            return
        self._complete_country()
        if self.country.text().strip() and not _country(self.country.text()):
            self._form.refuse("country", N_("No country has this name: choose one of the list."))
            return
        self._form.accept()
        if self._namesakes() and not self._insisted:
            self._insisted = True
            self._warning.setText(N_("This name is on the list. Choose it, or Enter again for a namesake."))
            return
        self.registered.emit(
            RegisterWalkIn(
                name=self.name.text(),
                organisation=self.organisation.text(),
                country=_country(self.country.text()),
                side=self.side.currentData() or "",
                namesake=self._insisted,
            )
        )

    def _namesakes(self) -> bool:
        return any(name_key(person.name) == name_key(self.name.text()) for person in self._warned)

    def _warn(self) -> None:
        self._insisted = False
        self._warned = self._alike()
        for at, button in enumerate(self._candidates):
            button.setVisible(at < len(self._warned))
            if at < len(self._warned):
                person = self._warned[at]
                whole = f"{person.list_name}, {sentences.origin(person)}"
                button.setText(
                    button.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, self.width() - _FRAME)
                )
                button.setToolTip(whole)
                button.setAccessibleName(N_("Show {person}").format(person=whole))
        self._warning.setVisible(bool(self._warned))
        self._warning.setText(N_("On the list already? Choose the one who stands here.") if self._warned else "")

    def _alike(self) -> tuple[DeskPerson, ...]:
        given, family = split_name(self.name.text())
        if len(family) < MOST_WARNINGS:
            return ()
        return self._people.alike(full_name(given, family))[:MOST_WARNINGS]

    def _complete(self, text: str) -> None:
        found = self._organisations.complete(text)[:MOST_COMPLETIONS]
        self._completions.setStringList([one.name for one in found])

    def _recognise(self, text: str) -> None:
        known = self._organisations.exactly(text)
        self.country.setReadOnly(known is not None)  # still where Tab leads from the organisation, whose country it is
        self.side.setEnabled(known is None)
        if known is not None:
            self.country.setText(country_name(known.country))
            self.side.setCurrentIndex(max(0, self.side.findData(known.side)))

    def _complete_country(self) -> None:
        """Write out the country that is meant, where what was typed can begin no other."""
        if code := _meant(self.country.text()):
            self.country.setText(country_name(code))

    def _suggest_side(self) -> None:
        side = self._organisations.side_of(_country(self.country.text()))
        if side:
            self.side.setCurrentIndex(max(0, self.side.findData(side)))

    def _chosen(self) -> None:
        button = self.sender()
        at = next(at for at, candidate in enumerate(self._candidates) if candidate is button)
        self.known.emit(self._warned[at])

    def event(self, event: QEvent) -> bool:
        # A letter that is meant for a field here is no command of the page.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.text().isalnum():
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, QAbstractItemView):
            return super().eventFilter(watched, event)
        if event.type() in (QEvent.Type.Show, QEvent.Type.Resize):
            # Once it is laid out: before, nobody knows the room around its rows.
            QTimer.singleShot(0, watched, partial(_fit, watched))
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                return self._enter_completion(watched)
            self._stepped = event.key() in _STEPS
        return super().eventFilter(watched, event)

    def _enter_completion(self, popup: QAbstractItemView) -> bool:
        """Enter takes the completion that the arrow keys chose, and no more; where they chose none, it registers.

        Qt's list would swallow an Enter that chooses none of them, or the one that is written out already.
        """
        chosen = popup.currentIndex()
        popup.hide()
        if self._stepped and chosen.isValid():
            field = self.organisation if popup is self.organisation.completer().popup() else self.country
            field.setText(str(chosen.data()))
        else:
            self.submit()
        self._stepped = False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.text().isalnum():
            event.accept()  # typed beside the fields: it is no part of a search
        else:
            super().keyPressEvent(event)


def _completer(completer: QCompleter, *, words: bool = False) -> QCompleter:
    """Completes in any case; with `words` what contains the text, otherwise what its model holds."""
    mode = QCompleter.CompletionMode.PopupCompletion if words else QCompleter.CompletionMode.UnfilteredPopupCompletion
    completer.setCompletionMode(mode)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setMaxVisibleItems(MOST_COMPLETIONS)
    popup = completer.popup()
    if popup is not None:
        popup.setProperty("kind", "completions")
        popup.setFont(font())
        popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return completer


def _fit(popup: QAbstractItemView) -> None:
    """Be as high as the rows are: Qt reckons without the room around them, and would scroll two lines."""
    model = popup.model()
    rows = min(model.rowCount(), MOST_COMPLETIONS) if model is not None else 0
    frame = popup.height() - popup.viewport().height()
    wanted = sum(popup.sizeHintForRow(row) for row in range(rows)) + frame
    if rows and popup.isVisible() and popup.height() != wanted:
        popup.resize(popup.width(), wanted)


def _meant(text: str) -> str:
    """The code of the one country whose name begins so, or else has the text in it; empty where there are several."""
    wanted = text.strip().casefold()
    if not wanted or _country(text):
        return _country(text)
    names = {code: name.casefold() for code, name in country_names().items()}
    for found in (
        [code for code, name in names.items() if name.startswith(wanted)],
        [code for code, name in names.items() if wanted in name],
    ):
        if found:
            return found[0] if len(found) == 1 else ""
    return ""


def _country(text: str) -> str:
    """The code of a country that is written out, or as a code."""
    wanted = text.strip().casefold()
    for code, name in country_names().items():
        if wanted in (name.casefold(), code.casefold()):
            return code
    return ""
