"""Who has a meeting in the coming slot and is not in the building."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.desk.folding import filed_as
from eccp_desktop.domain.hall import HallSlot
from eccp_desktop.domain.now import Bell
from eccp_desktop.domain.vocabulary import Presence
from eccp_desktop.store.reads.now_board import Awaited, BoardPerson
from eccp_desktop.ui.kit.buttons import plain_button, small
from eccp_desktop.ui.kit.labels import Label, quiet
from eccp_desktop.ui.kit.rows_model import Column
from eccp_desktop.ui.kit.table_view import TableView
from eccp_desktop.ui.pages.now import words
from eccp_desktop.ui.pages.now.situation import Situation
from eccp_desktop.ui.theme import ROW_LARGE, SPACE_1, SPACE_2, SPACE_3, SPACE_4, state_of_presence

COLUMNS = (
    Column[Awaited](
        "name",
        N_("Name"),
        lambda one: words.list_name(one.person),
        second=words.awaited,
        state=lambda one: state_of_presence(one.person.presence),
        strong=True,
        stretch=True,
    ),
    Column[Awaited]("table", N_("Table"), lambda one: str(one.table), width=40, right=True, quiet=True),
)
ROW_HEIGHT = ROW_LARGE + 4
ALONE = 1000
"""Stretch of the only list, which then takes the room of the other."""

MOST_ROWS = 12
"""Rows that are shown without scrolling where the list stands under another one."""


class AwaitedList(QWidget):
    """A heading with the slot's time, and the people with their tables, in the order of the Desk's list.

    On the page its rows stick out by `SPACE_3`, which it therefore has as its margins; with `whole` it stands in a card, and
    asks for the height of its rows because the card scrolls.
    """

    late = Signal(object)
    """The BoardPerson of whom it is asked when they come."""

    def __init__(self, *, whole: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = whole
        self._heading = Label(strong=True, wrap=True)
        self._below = quiet("", wrap=True)
        self.rows: TableView[Awaited] = TableView(
            N_("Not here"), COLUMNS, lambda one: one.person.id, row_height=ROW_HEIGHT, header=False
        )
        self._late = small(plain_button(N_("Late or gone"), self._asked, icon="clock"))
        self._late.setToolTip(N_("The selected person is late or gone (L)"))
        self.rows.selected.connect(self._offer)
        self.rows.activated.connect(self._asked)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        inset = 0 if whole else SPACE_3
        column.setContentsMargins(inset, 0, inset, 0)
        column.setSpacing(SPACE_1)
        column.addWidget(self._heading)
        column.addWidget(self._below)
        column.addSpacing(SPACE_2)
        if whole:
            self.rows.setObjectName("lines")
            column.addWidget(self.rows, 1)
        else:
            column.addLayout(self.rows.on_edge(), 1)
        column.addWidget(self._late)
        if not whole:
            column.addStretch(0)  # below the last row, where there are few

    @property
    def chosen(self) -> BoardPerson | None:
        """Who is selected, while the focus is in the list."""
        row = self.rows.row
        return row.person if row is not None and self.rows.hasFocus() else None

    def _offer(self, row: Awaited | None) -> None:
        self._late.setVisible(row is not None)

    def _asked(self) -> None:
        if self.rows.row is not None:
            self.late.emit(self.rows.row.person)

    def show_missing(self, people: Sequence[Awaited], slot: HallSlot) -> None:
        """Show who should sit at a table of this slot, and does not."""
        self.setVisible(bool(people))
        words_of = N_("1 missing at {time}") if len(people) == 1 else N_("{count} missing at {time}")
        self._heading.setText(words_of.format(count=len(people), time=f"{slot.span.start:%H:%M}"))
        self._below.hide()
        self._show_rows(people)

    def show_people(self, people: Sequence[Awaited], situation: Situation) -> None:
        """Show who is awaited for the situation's slot, where it has one."""
        slot = situation.awaited
        if slot is None:
            return
        time = f"{slot.span.start:%H:%M}"
        self._heading.setText(
            N_("{count} not here for {time}").format(count=len(people), time=time)
            if people
            else N_("All are here for {time}").format(time=time)
        )
        self._below.setText(_below(people, situation))
        self._below.setVisible(bool(self._below.text()))
        self._show_rows(people)

    def _show_rows(self, people: Sequence[Awaited]) -> None:
        self.rows.show_rows(sorted(people, key=_order))
        self.rows.setVisible(bool(people))
        self.rows.setMinimumHeight(min(len(people), MOST_ROWS) * ROW_HEIGHT if self._whole else 0)
        if not self._whole:
            self.rows.setMaximumHeight(max(1, len(people)) * ROW_HEIGHT + 2)


class AwaitedLists(QWidget):
    """Who is missing in the slot that runs, first, then who is not in the building for the coming one."""

    late = Signal(object)
    """The BoardPerson of whom it is asked when they come."""

    def __init__(self, *, whole: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.missing = AwaitedList(whole=whole)
        self.coming = AwaitedList(whole=whole)
        self.missing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        for part in (self.missing, self.coming):
            part.late.connect(self.late)
            column.addWidget(part)
        if not whole:
            column.addStretch(1)

    @property
    def chosen(self) -> BoardPerson | None:
        """Who is selected in the list that has the focus."""
        return self.missing.chosen or self.coming.chosen

    def show_people(self, missing: Sequence[Awaited], coming: Sequence[Awaited], situation: Situation) -> None:
        """Show both; without a slot that runs or one that comes its list is left out."""
        runs = situation.slot is not None and situation.awaited != situation.slot
        if situation.slot is not None:
            self.missing.show_missing(missing if runs else (), situation.slot)
        self.coming.setVisible(situation.awaited is not None)
        if isinstance(column := self.layout(), QVBoxLayout):
            column.setStretchFactor(self.coming, ALONE if self.missing.isHidden() else 0)
        self.coming.show_people(coming, situation)


def _order(one: Awaited) -> tuple[int, object]:
    return list(Presence).index(one.person.presence), filed_as(words.list_name(one.person))


def _below(people: Sequence[Awaited], situation: Situation) -> str:
    late = sum(one.person.presence is Presence.LATE for one in people)
    gone = sum(one.person.presence is Presence.GONE for one in people)
    parts = []
    if late:
        parts.append(N_("{count} said late").format(count=late))
    if gone:
        parts.append(N_("{count} gone").format(count=gone))
    if situation.countdown is not None and situation.countdown.bell is Bell.STARTS and not people:
        parts.append(N_("The slot can begin."))
    return ", ".join(parts)
