"""Any slot of the event, one step back, one step on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.ids import SlotId
from eccp_desktop.store.reads.now_frame import SlotFigures
from eccp_desktop.ui.kit.buttons import icon_button
from eccp_desktop.ui.kit.choice_box import ChoiceBox
from eccp_desktop.ui.pages.now import words
from eccp_desktop.ui.theme import SPACE_1


class SlotChooser(QWidget):
    """`chosen` carries the SlotId that the user picked."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slots: list[SlotId] = []
        self._list = ChoiceBox()
        self._list.setAccessibleName(N_("Slot"))
        self._list.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._list.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._list.activated.connect(self._activated)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_1)
        self._earlier = icon_button(N_("Earlier slot (Page Up)"), "caret-left", lambda: self.step(-1))
        self._later = icon_button(N_("Later slot (Page Down)"), "caret-right", lambda: self.step(1))
        for widget in (self._earlier, self._list, self._later):
            row.addWidget(widget)

    def show_slots(self, figures: tuple[SlotFigures, ...], current: SlotId) -> None:
        """Show the slots of the event, with the one that is on the page."""
        lines = [words.slot_line(one.slot.span) for one in figures]
        if lines != [self._list.itemText(index) for index in range(self._list.count())]:
            self._list.clear()
            self._list.addItems(lines)
        self._slots = [one.slot.id for one in figures]
        place = self._slots.index(current)
        self._list.setCurrentIndex(place)
        self._earlier.setEnabled(place > 0)
        self._later.setEnabled(place + 1 < len(self._slots))

    def step(self, by: int) -> None:
        """Choose an earlier or a later slot; at either end nothing happens."""
        place = self._list.currentIndex() + by
        if 0 <= place < len(self._slots):
            self.chosen.emit(self._slots[place])

    def _activated(self, index: int) -> None:
        self.chosen.emit(self._slots[index])
