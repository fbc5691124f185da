"""Meetings of past slots that nobody answered, settled one by one with the keys of the roll-call, or all as held."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.vocabulary import MeetingState
from eccp_desktop.store.reads.unanswered import Unanswered
from eccp_desktop.ui.kit.buttons import primary_button, quiet_button
from eccp_desktop.ui.kit.flow_layout import FlowLayout
from eccp_desktop.ui.kit.labels import paragraph, quiet
from eccp_desktop.ui.kit.rows_model import Column
from eccp_desktop.ui.kit.sheet import Sheet, lines_with_room
from eccp_desktop.ui.kit.table_view import TableView
from eccp_desktop.ui.pages.now.words import joined
from eccp_desktop.ui.texts import day_words
from eccp_desktop.ui.theme import ROW, SPACE_2

LEAST_LINES, MOST_LINES = 4, 9
AROUND = 316
"""Pixels of the sheet around the table's lines."""

_ANSWERS = (
    ("1", N_("Both met"), MeetingState.HELD),
    ("2", N_("Host missing"), MeetingState.HOST_MISSING),
    ("3", N_("Guest missing"), MeetingState.GUEST_MISSING),
    ("0", N_("Nobody"), MeetingState.BOTH_MISSING),
)


class UnansweredSheet(Sheet):
    """`answered` gives a meeting its state, `all_held` the rest of them; the page shows the rows anew after each."""

    answered = Signal(object, object)
    """An `Unanswered`, and the `MeetingState` it ends in."""

    all_held = Signal()

    def __init__(self, rows: Sequence[Unanswered], undo: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(N_("Past meetings without an answer"), parent, width=680)
        self._undo = quiet_button(N_("Undo"), undo, icon="arrow-counter-clockwise")
        self._said = quiet("", wrap=True)
        self._buttons: list[QPushButton] = []
        columns = (
            Column[Unanswered]("day", N_("Day"), lambda row: day_words(row.start.date()), width=140),
            Column[Unanswered]("time", N_("Time"), lambda row: f"{row.start:%H:%M}", strong=True, width=70),
            Column[Unanswered]("table", N_("Table"), lambda row: str(row.table), right=True, width=64),
            Column[Unanswered]("people", N_("Host and guest"), _people, stretch=True),
            Column[Unanswered]("state", N_("State"), lambda row: str(row.state), quiet=True, width=96),
        )
        self.table = TableView[Unanswered](
            N_("Meetings without an answer"), columns, lambda row: row.id, gives_way=("state", "day")
        )
        self.all_button = primary_button(N_("All were held"), self.all_held.emit, icon="check")
        self._arrange(len(rows))
        self._keys()
        self.show_rows(rows)
        self.table.setFocus()

    def _arrange(self, count: int) -> None:
        self.body.addWidget(paragraph(N_("Their slots are over, and nobody said who came.")))
        most = lines_with_room(self.parentWidget(), MOST_LINES, AROUND)
        self.table.setFixedHeight(ROW * (max(LEAST_LINES, min(count, most)) + 1) + 2)
        self.body.addLayout(self.table.on_edge())
        answers = QWidget()
        flow = FlowLayout(answers, gap=SPACE_2)
        for key, words, state in _ANSWERS:
            button = quiet_button(f"{key}  {words}", partial(self._answer, state))
            self._buttons.append(button)
            flow.addWidget(button)
        self.body.addWidget(answers)
        said = QHBoxLayout()
        said.setSpacing(SPACE_2)
        said.addWidget(self._said, 1)
        said.addWidget(self._undo)
        self.body.addLayout(said)
        self.end_with(quiet_button(N_("Close"), self.reject), self.all_button)

    def _keys(self) -> None:
        for key, _, state in _ANSWERS:
            for keys in (key, f"Num+{key}"):
                QShortcut(QKeySequence(keys), self, partial(self._answer, state))
        QShortcut(QKeySequence("Ctrl+Z"), self, self._undo.click)

    def show_rows(self, rows: Sequence[Unanswered]) -> None:
        """Show what is still unanswered; the line stays where the answered one was."""
        line = self.table.currentIndex().row()
        self.table.show_rows(rows)
        if self.table.row is None:
            self.table.select_line(max(0, line))
        for button in (*self._buttons, self.all_button):
            button.setEnabled(bool(rows))
        self._undo.setEnabled(bool(self._said.text()))

    def say(self, sentence: str) -> None:
        """Say what was done last; it can be undone."""
        self._said.setText(sentence)
        self._undo.setEnabled(bool(sentence))

    def _answer(self, state: MeetingState) -> None:
        if self.table.row is not None:
            self.answered.emit(self.table.row, state)


def _people(row: Unanswered) -> str:
    return joined([person.name for person in row.people])
