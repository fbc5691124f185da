"""For whom and how: the fields between the catalogue and the preview."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QVBoxLayout, QWidget

from eccp_desktop.base.i18n import LANGUAGES, N_
from eccp_desktop.desk.papers import ORDER_TITLES, Document, Option, Order, PrintJob, Subject
from eccp_desktop.domain.table_numbers import numbers_in
from eccp_desktop.ui.kit.form import Form
from eccp_desktop.ui.memory import Memory
from eccp_desktop.ui.pages.print.remembered import remember, remembered

EVERYBODY, CHANGED, ONE, CERTAIN = "everybody", "changed", "one", "certain"
OWN_LANGUAGE = ""

_LANGUAGES = {"en": "English", "fr": "Français", "de": "Deutsch", "es": "Español"}


class Choices(QWidget):
    """The fields that go with one document; says `changed` whenever the job that they describe is another one."""

    changed = Signal()

    def __init__(self, memory: Memory | None = None, parent: QWidget | None = None, event: str = "") -> None:
        """`event` names the event for which the choices are remembered."""
        super().__init__(parent)
        self._event = event
        self._memory = memory
        self._document: Document | None = None
        self._people: list[tuple[str, str]] = []
        self._form: Form | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._person = ""

    def show_people(self, people: Sequence[tuple[str, str]]) -> None:
        """Offer these (id, name) for "one person"."""
        if self._people == list(people):
            return
        self._people = list(people)
        box = self._box("person")
        if box is not None:
            blocker = QSignalBlocker(box)
            box.clear()
            blocker.unblock()
            self._show_person_field()

    def show_document(self, entry: Document) -> None:
        """Show the fields of a document, with what was chosen for it last."""
        whom = self._whom() if self._form is not None else EVERYBODY
        self._document = entry
        if self._form is not None:
            self._column.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
        self._form = form = Form(self)
        if entry.subject is Subject.PERSON:
            self._offer_people(form, whom)
        elif entry.by_table:
            self._offer_tables(form, whom, entry)
        if len(entry.orders) > 1:
            titles = [(order.value, ORDER_TITLES[order]) for order in entry.orders]
            self._choice(form, "order", N_("Order"), titles, entry.orders[0].value)
        if len(entry.papers) > 1:
            self._choice(form, "paper", N_("Paper"), [(paper, paper) for paper in entry.papers], entry.papers[0])
        for option in entry.options:
            self._option(form, option)
            if option.takes is not None:
                self._let_type(form, option.id)
        languages = [(code, _LANGUAGES[code]) for code in LANGUAGES]
        theirs = N_("The person's, or the event's") if entry.subject is Subject.PERSON else N_("The event's")
        own = [(OWN_LANGUAGE, theirs)]
        self._choice(form, "language", N_("Language"), own + languages, OWN_LANGUAGE)
        self._column.addWidget(form)
        self._show_person_field()
        self._show_table_field()

    def choose_whom(self, whom: str) -> None:
        """Choose everybody, only changed, or one person."""
        box = self._box("whom")
        if box is not None:
            box.setCurrentIndex(max(0, box.findData(whom)))

    def choose_person(self, person: str) -> None:
        """Choose one person by id."""
        self._person = person
        self.choose_whom(ONE)
        box = self._box("person")
        if box is not None:
            box.setCurrentIndex(box.findData(person))

    @property
    def missing(self) -> str:
        """What is to be chosen before there is a job."""
        if self._whom() == CERTAIN:
            return N_("Write the numbers of the tables, like 3, 7-9.")
        return N_("Choose the person whose sheet you want.")

    def job(self) -> PrintJob | None:
        """What is chosen; None while it is not complete."""
        entry = self._document
        if entry is None:
            return None
        whom = self._whom()
        person = self._data("person")
        tables = self._tables() if whom == CERTAIN else ()
        if (whom == ONE and not person) or (whom == CERTAIN and not tables):
            return None
        return PrintJob(
            document=entry.id,
            who=(person,) if whom == ONE else (),
            changed=whom == CHANGED,
            order=Order(self._data("order")) if self._box("order") is not None else None,
            paper=self._data("paper") or None,
            language=self._data("language") or None,
            options={option.id: self._data(option.id) for option in entry.options},
            tables=tables,
        )

    def _offer_people(self, form: Form, whom: str) -> None:
        choices = [(EVERYBODY, N_("Everybody")), (CHANGED, N_("Only what changed")), (ONE, N_("One person"))]
        box = form.choice("whom", N_("For whom"), choices, whom)
        box.currentIndexChanged.connect(self._whom_changed)
        people = form.choice("person", N_("Person"), ())
        people.setEditable(True)
        people.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = QCompleter(people.model(), people)
        people.setCompleter(completer)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        people.currentIndexChanged.connect(self._person_changed)

    def _offer_tables(self, form: Form, whom: str, entry: Document) -> None:
        changed = [(CHANGED, N_("Only what changed"))] if entry.subject is Subject.TABLE else []
        choices = [(EVERYBODY, N_("All tables")), *changed, (CERTAIN, N_("Certain tables"))]
        box = form.choice("whom", N_("Which tables"), choices, whom)
        box.currentIndexChanged.connect(self._whom_changed)
        numbers = form.text("tables", N_("Numbers"), hint=N_("Like 3, 7-9"))
        numbers.textEdited.connect(self.changed)

    def _tables(self) -> tuple[int, ...]:
        """The numbers that were written; nothing while they cannot be read."""
        control = self._form.field("tables").control if self._form is not None else None
        return numbers_in(control.text()) if isinstance(control, QLineEdit) else ()

    def _choice(self, form: Form, name: str, label: str, choices: Sequence[tuple[str, str]], first: str) -> None:
        box = form.choice(name, label, choices, self._remembered(name, first))
        box.currentIndexChanged.connect(self._remember)

    def _option(self, form: Form, option: Option) -> None:
        first = option.values[0][0]
        chosen = self._remembered(option.id, first) if option.lasting else first
        box = form.choice(option.id, option.title, option.values, chosen, hint=option.hint)
        box.currentIndexChanged.connect(self._remember)

    def _let_type(self, form: Form, name: str) -> None:
        """A value of one's own may be typed in; it holds as soon as Enter is pressed."""
        box = form.field(name).control
        assert isinstance(box, QComboBox)
        assert self._document is not None
        first = str(box.itemData(0))
        known = self._remembered(name, first) if self._memory is not None else first
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        if box.findData(known) < 0:
            box.setEditText(known)
        line = box.lineEdit()
        assert line is not None
        line.editingFinished.connect(self._remember)

    def _remember(self) -> None:
        if self._memory is not None and self._form is not None and self._document is not None:
            lasting = (option.id for option in self._document.options if option.lasting)
            for name in ("order", "paper", "language", *lasting):
                box = self._box(name)
                if box is not None:
                    first = str(box.itemData(0))
                    remember(self._memory, self._event, self._document.id, name, self._data(name), first)
        self.changed.emit()

    def _remembered(self, name: str, first: str) -> str:
        assert self._document is not None
        return remembered(self._memory, self._event, self._document.id, name, first)

    def _whom_changed(self) -> None:
        self._show_person_field()
        self._show_table_field()
        self.changed.emit()

    def _person_changed(self) -> None:
        self._person = self._data("person")
        self.changed.emit()

    def _show_person_field(self) -> None:
        box = self._box("person")
        if self._form is None or box is None:
            return
        wanted = self._whom() == ONE
        self._form.field("person").setVisible(wanted)
        if wanted and not box.count():
            # Only now: two thousand names would hold up everybody who wants to print something else.
            blocker = QSignalBlocker(box)
            for person, words in self._people:
                box.addItem(words, person)
            box.setCurrentIndex(box.findData(self._person) if self._person else -1)
            blocker.unblock()

    def _show_table_field(self) -> None:
        if self._form is not None and self._document is not None and self._document.by_table:
            self._form.field("tables").setVisible(self._whom() == CERTAIN)

    def _whom(self) -> str:
        return self._data("whom") or EVERYBODY

    def _data(self, name: str) -> str:
        box = self._box(name)
        if box is None:
            return ""
        if name != "person" and box.isEditable() and box.currentText() != box.itemText(box.currentIndex()):
            return self._typed(name, box.currentText().strip(), box)
        return "" if box.currentData() is None else str(box.currentData())

    def _typed(self, name: str, text: str, box: QComboBox) -> str:
        """A value that was typed in, where the option takes it; otherwise the one chosen last."""
        options = self._document.options if self._document is not None else ()
        taken = any(option.id == name and option.allows(text) for option in options)
        return text if taken else str(box.currentData())

    def _box(self, name: str) -> QComboBox | None:
        if self._form is None:
            return None
        try:
            control = self._form.field(name).control
        except KeyError:
            return None
        return control if isinstance(control, QComboBox) else None
