"""How many are here, expected and late: the queue at a glance."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.vocabulary import Presence
from eccp_desktop.store.reads.desk_list import DeskPerson
from eccp_desktop.ui.kit.state_mark import StateMark
from eccp_desktop.ui.theme import HEADING, SPACE_6, STATES, state_of_presence

SHOWN = (Presence.HERE, Presence.EXPECTED, Presence.LATE, Presence.GONE)


class QueueFigures(QWidget):
    """Counts the registered people by presence; who cancelled is not counted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(N_("Queue"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_6)
        self.marks = {presence: StateMark(state_of_presence(presence), size=HEADING) for presence in SHOWN}
        for mark in self.marks.values():
            row.addWidget(mark)

    def count(self, people: Iterable[DeskPerson]) -> None:
        """Show the figures of these people; late and gone only where there are some."""
        figures = Counter(person.presence for person in people if not person.cancelled)
        for presence, mark in self.marks.items():
            state = state_of_presence(presence)
            mark.show_state(state, f"{figures[presence]} {STATES[state].word}")
            mark.setVisible(bool(figures[presence]) or presence in SHOWN[:2])
