"""In which slots a table is closed."""

from collections.abc import Collection, Sequence
from itertools import groupby

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.hall import HallSlot
from eccp_desktop.domain.ids import SlotId
from eccp_desktop.ui.kit.buttons import primary_button, quiet_button
from eccp_desktop.ui.kit.form import Form
from eccp_desktop.ui.kit.labels import paragraph
from eccp_desktop.ui.kit.sheet import Sheet
from eccp_desktop.ui.texts import day_words
from eccp_desktop.ui.theme import SPACE_2, font

LINE = 28
MOST_LINES, LEAST_LINES = 8, 4
AROUND = 320
"""Pixels of the sheet around its list: on a low screen the list is shorter."""


class ClosuresSheet(Sheet):
    """Slots day by day with a tick where the table is closed; `chosen` carries the ticked ones and the reason.

    A day's own line ticks all of its slots.
    """

    chosen = Signal(object, str)  # tuple[SlotId, ...]

    def __init__(
        self, table: int, slots: Sequence[HallSlot], closed: Collection[SlotId], parent: QWidget | None = None
    ) -> None:
        super().__init__(N_("When is table {n} closed?").format(n=table), parent)
        self.body.addWidget(
            paragraph(N_("Nobody is seated there in ticked slots. A day's own tick means all of them."))
        )
        self._list = QListWidget()
        self._list.setAccessibleName(N_("Slots in which the table is closed"))
        days = groupby(slots, key=lambda slot: slot.span.start.date())
        for day, of_day in days:
            self._line(day_words(day), None, ticked=False, strong=True)
            for slot in of_day:
                times = f"{slot.span.start:%H:%M} – {slot.span.end:%H:%M}"
                self._line(f"{times}", slot.id, ticked=slot.id in closed)
        self._list.setProperty("kind", "ticks")
        room = (parent.window().height() - AROUND) // LINE if parent is not None else MOST_LINES
        lines = min(self._list.count(), MOST_LINES, max(LEAST_LINES, room))
        self._list.setFixedHeight(LINE * lines + SPACE_2)
        self._show_days()
        self._list.itemChanged.connect(self._ticked)
        self.body.addWidget(self._list)
        form = Form()
        self._reason = form.text("reason", N_("Reason"), hint=N_("Stands with the meetings that fall out"))
        self.body.addWidget(form)
        self.end_with(quiet_button(N_("Back"), self.reject), primary_button(N_("Save"), self._choose))
        self._list.setCurrentRow(0)
        self._list.setFocus()

    def _line(self, text: str, slot: SlotId | None, *, ticked: bool, strong: bool = False) -> None:
        item = QListWidgetItem(text)
        item.setData(Qt.ItemDataRole.UserRole, slot)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        item.setFont(font(strong=strong))
        item.setSizeHint(QSize(0, LINE))
        self._list.addItem(item)

    def _items(self) -> list[QListWidgetItem]:
        return [self._list.item(line) for line in range(self._list.count())]

    def _slots_of_day(self, day: QListWidgetItem) -> list[QListWidgetItem]:
        below = self._items()[self._list.row(day) + 1 :]
        until = next((at for at, item in enumerate(below) if _slot(item) is None), len(below))
        return below[:until]

    def _ticked(self, item: QListWidgetItem) -> None:
        self._list.blockSignals(True)
        if _slot(item) is None:
            for one in self._slots_of_day(item):
                one.setCheckState(item.checkState())
        self._show_days()
        self._list.blockSignals(False)

    def _show_days(self) -> None:
        for item in self._items():
            if _slot(item) is None:
                ticked = [one.checkState() is Qt.CheckState.Checked for one in self._slots_of_day(item)]
                part = Qt.CheckState.PartiallyChecked if any(ticked) else Qt.CheckState.Unchecked
                item.setCheckState(Qt.CheckState.Checked if all(ticked) else part)

    def _choose(self) -> None:
        ticked = [item for item in self._items() if item.checkState() is Qt.CheckState.Checked]
        slots = tuple(slot for item in ticked if (slot := _slot(item)) is not None)
        reason = self._reason.text().strip()
        self.accept()
        self.chosen.emit(slots, reason)


def _slot(item: QListWidgetItem) -> SlotId | None:
    found: SlotId | None = item.data(Qt.ItemDataRole.UserRole)
    return found
