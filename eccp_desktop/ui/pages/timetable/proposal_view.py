"""A timetable that was made but does not count yet: how good it is, what it changes, and the button that applies it."""

from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.desk.timetabling import Proposal
from eccp_desktop.ui.kit.buttons import primary_button, quiet_button
from eccp_desktop.ui.kit.chips import ChipRow
from eccp_desktop.ui.kit.labels import heading, quiet
from eccp_desktop.ui.kit.rows_model import Column
from eccp_desktop.ui.kit.table_view import TableView
from eccp_desktop.ui.pages.timetable.day_grid import Change
from eccp_desktop.ui.pages.timetable.difference import ChangeLine, outcome_words
from eccp_desktop.ui.pages.timetable.inset import inset_column
from eccp_desktop.ui.theme import SPACE_2, SPACE_3

_WORDS = {
    Change.NEW: N_("New"),
    Change.MOVED: N_("Moved"),
    Change.CANCELLED: N_("Lose their seat"),
    Change.UNPLACED: N_("Wait"),
    Change.REVOICED: N_("Interpreter"),
}


class ProposalView(QWidget):
    """Says whether to apply it."""

    applied = Signal()
    discarded = Signal()
    pointed = Signal(object)
    """A `ChangeLine` was selected: show its cell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[ChangeLine, ...] = ()
        self._outcome = heading("")
        self._outcome.setWordWrap(True)
        self._figures = quiet("", wrap=True)
        self._chips = ChipRow()
        columns = (
            Column[ChangeLine](
                "meeting",
                N_("Meeting"),
                lambda line: " – ".join(line.people),
                second=lambda line: line.words,
                strong=True,
                stretch=True,
            ),
        )
        self.list = TableView(N_("Changes"), columns, lambda line: line.number, row_height=52, header=False)
        self.apply = primary_button(N_("Apply"), self.applied.emit, icon="check")
        self.discard = quiet_button(N_("Discard"), self.discarded.emit)
        head, foot = QWidget(), QWidget()
        top = inset_column(head, SPACE_3)
        for widget in (self._outcome, self._figures, self._chips):
            top.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(SPACE_2)
        row.addWidget(self.apply)
        row.addWidget(self.discard)
        row.addStretch(1)
        inset_column(foot, 0).addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        column.addWidget(head)
        column.addWidget(self.list, 1)
        column.addWidget(foot)
        self._chips.chosen.connect(self._filter)
        self.list.selected.connect(self._point)

    @property
    def outcome(self) -> str:
        """How good it is, in a sentence."""
        return self._outcome.text()

    def show_proposal(self, proposal: Proposal, lines: tuple[ChangeLine, ...]) -> None:
        """Show what it would change."""
        self._lines = lines
        self._outcome.setText(outcome_words(proposal))
        self._figures.setText(self._figures_of(proposal))
        counts = Counter(line.change for line in self._lines)
        self._chips.show_chips([(change, f"{_WORDS[change]} {counts[change]}") for change in Change if counts[change]])
        self.apply.setEnabled(not proposal.changes_nothing)
        self._filter()

    def _figures_of(self, proposal: Proposal) -> str:
        timetable = proposal.timetable
        if proposal.changes_nothing:
            return "It changes nothing: the timetable stays as it is."
        gaps = f"{timetable.breaks} idle gaps, {timetable.table_changes} table changes"
        return f"{gaps}, found in {timetable.seconds:.0f} s. Nothing counts until you apply it."

    def _filter(self) -> None:
        wanted = self._chips.keys()
        self.list.show_rows([line for line in self._lines if not wanted or line.change in wanted])

    def _point(self, line: ChangeLine | None) -> None:
        if line is not None:
            self.pointed.emit(line)
