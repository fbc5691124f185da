"""The field that is always ready, what it found, and the question of look-alikes between the two."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QPushButton, QVBoxLayout

from eccp_desktop.base.i18n import N_
from eccp_desktop.desk.search import PeopleIndex
from eccp_desktop.domain.codes import is_code
from eccp_desktop.store.reads.desk_list import DeskPerson
from eccp_desktop.ui.kit.empty_state import EmptyState
from eccp_desktop.ui.kit.labels import Label
from eccp_desktop.ui.kit.search_field import SearchField
from eccp_desktop.ui.pages.desk import sentences
from eccp_desktop.ui.pages.desk.doubts import Doubts
from eccp_desktop.ui.pages.desk.people_list import PeopleList
from eccp_desktop.ui.theme import SMALL, SPACE_2, SPACE_3


class PeopleFinder(QObject):
    """A `column` for a page, in which the rows of the list may stick out.

    Says who is `selected` (or None), and whom Enter means: `entered` a person, `coded` a badge code typed by hand, or
    `missed` a text that finds nobody.
    """

    selected = Signal(object)
    entered = Signal(object)
    coded = Signal(str)
    missed = Signal(str)

    def __init__(
        self, index: PeopleIndex, now: Callable[[], datetime], walk_in: QPushButton, nobody: EmptyState, parent: QObject
    ) -> None:
        """`now` is the wall time at the venue; `walk_in` stands beside the field, `nobody` instead of an empty list."""
        super().__init__(parent)
        self._index = index
        self._doubts = Doubts()
        self._picked = False
        """Whether somebody was selected by hand or by a scan, so that Enter means them though nothing is typed."""
        self._stepped = False
        """Whether the arrow keys, or the mouse, chose somebody since the last letter."""
        self.field = SearchField(N_("Scan or type a name, organisation, country"), large=True)
        self.hint = Label(size=SMALL, role="quiet", wrap=True)
        self.list = PeopleList(now)
        self.nobody = nobody
        self._arrange(walk_in)
        self._connect()

    def _arrange(self, walk_in: QPushButton) -> None:
        entry = QHBoxLayout()
        entry.setSpacing(SPACE_3)
        entry.addWidget(self.field, 1)
        walk_in.setFixedHeight(self.field.sizeHint().height())
        entry.addWidget(walk_in)
        # Room for two lines, so that the list stays where it is when the question of look-alikes comes up.
        self.hint.setFixedHeight(2 * self.hint.fontMetrics().lineSpacing())
        self.hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.column = QVBoxLayout()
        self.column.setSpacing(SPACE_2)
        self.column.addLayout(entry)
        self.column.addWidget(self.hint)
        self.column.addLayout(self.list.on_edge(), 1)
        self.column.addWidget(self.nobody, 1)

    def _connect(self) -> None:
        self.field.searched.connect(self._searched)
        self.field.textEdited.connect(self._forget_doubt)
        self.field.moved.connect(self._moved)
        self.field.entered.connect(self._entered)
        self.list.selected.connect(self._selected)
        self.list.clicked.connect(self._pointed_at)
        self.list.opened.connect(self._opened)
        self.list.installEventFilter(self)

    @property
    def row(self) -> DeskPerson | None:
        """Who is selected."""
        return self.list.row

    @property
    def text(self) -> str:
        """What was typed."""
        return self.field.text().strip()

    def reload(self) -> None:
        """Show what the index says now."""
        everybody = self._index.people
        self.list.setVisible(bool(everybody))
        self.nobody.setVisible(not everybody)
        self.list.show_rows(self._index.search(self.text))
        if self._doubts.asked is None:
            self._say_found()

    def ready(self) -> None:
        """Be ready for the next person."""
        self.field.setFocus()
        self.field.selectAll()

    def settle(self) -> None:
        """Find what was typed a moment ago: a key that comes right after a name is meant for that person."""
        self.field.settle()

    def empty(self) -> None:
        """Empty the field at once: what is typed until a step is saved is the next person's name already."""
        self._picked = self._stepped = False
        self.field.clear()
        self.field.setFocus()

    def show_person(self, person: DeskPerson) -> None:
        """Select somebody in the whole list."""
        self.field.clear()
        self.field.settle()  # the list of before would come later, and forget who was selected
        self.list.show_rows(self._index.people)
        self.list.select_key(person.id)
        # Away from the lower edge, where the sentence about them will stand.
        self.list.scrollTo(self.list.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def is_sure(self, person: DeskPerson) -> bool:
        """Whether Enter means this person without a doubt; otherwise the question is put, and the next Enter is sure."""
        shown = {row.id for row in self.list.rows_model.rows}
        question = self._doubts.ask(person, self._index, shown, text=self.text, chosen=self._stepped)
        if question:
            self._say(question, "warning")
        else:
            self._say_found()
        return not question

    def asks_about(self, person: DeskPerson) -> bool:
        """Whether the open question is about this person."""
        return self._doubts.asked == person.id

    def offer(self, person: DeskPerson, question: str) -> None:
        """Put a question about somebody whose badge was scanned: Enter, or another scan, answers it."""
        self.show_person(person)
        self._picked = True
        self._doubts.put(person)
        self._say(question, "warning")

    def _searched(self, text: str) -> None:
        self.list.show_rows(self._index.search(text))
        if text:
            self.list.select_line(0)
        else:
            self.list.scrollTo(self.list.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)
        self._say_found()

    def _moved(self, by: int) -> None:
        self._picked = self._stepped = True
        self.list.step(by)

    def _pointed_at(self) -> None:
        self._stepped = True

    def _opened(self, person: DeskPerson) -> None:
        self._stepped = True
        self.entered.emit(person)

    def _selected(self, row: DeskPerson | None) -> None:
        if row is None or row.id != self._doubts.asked:
            self._doubts.forget()
            self._say_found()
        self.selected.emit(row)

    def _entered(self) -> None:
        if is_code(self.text):
            self.coded.emit(self.text)
        elif self.row is not None and (self.text or self._picked):
            # Without either, one Enter too many would mean the person who was served just now.
            self.entered.emit(self.row)
        elif self.text:
            self.missed.emit(self.text)

    def _forget_doubt(self, _text: str = "") -> None:
        self._stepped = False
        if self._doubts.asked is not None:
            self._doubts.forget()
            self._say_found()

    def _say_found(self) -> None:
        if self.text or (self._picked and self.row is not None):
            row = self.row
            sure = row is not None and (self._picked or self._index.certain(self.text) == row.id)
            self._say(sentences.found(self.text, self.list.rows_model.rowCount(), row, sure=sure), "quiet")
        else:
            self._say(sentences.everybody(len(self._index.people)), "quiet")

    def _say(self, words: str, role: str) -> None:
        self.hint.setText(words)
        if self.hint.property("role") != role:
            self.hint.setProperty("role", role)
            self.hint.style().unpolish(self.hint)
            self.hint.style().polish(self.hint)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The list would look for the letter itself, in the first column only.
        if watched is self.list and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self.type_on(event)
        return super().eventFilter(watched, event)

    def type_on(self, event: QKeyEvent) -> bool:
        """Take a letter that is no command as a part of the search, wherever the focus was left; False for other keys."""
        text = event.text()
        if not text.strip() or not text.isprintable() or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        self.field.setFocus()
        self.field.insert(text)
        return True
