"""Below the sides: how many meetings somebody has at most, and whether the way between zones takes time."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from eccp_desktop.actions.edit_event import SetLimits
from eccp_desktop.base.i18n import N_
from eccp_desktop.store.reads.frame import EventDetails
from eccp_desktop.ui.kit.form import Form
from eccp_desktop.ui.kit.labels import heading
from eccp_desktop.ui.theme import SPACE_3, SPACE_4

if TYPE_CHECKING:
    from eccp_desktop.ui.pages.event.page import EventPage

MOST = 99
WIDTH = 376


class LimitsPart(QWidget):
    """Each choice is made at once. Meetings that have a seat keep it; the rules ask for new ones and for moves."""

    def __init__(self, page: "EventPage") -> None:
        super().__init__()
        self._page = page
        form = Form()
        form.setMaximumWidth(WIDTH)
        self.per_day = _number(form, "day", N_("Meetings a day at most"))
        self.in_a_row = _number(form, "row", N_("In a row at most"))
        form.beside(0, "day", "row")
        self.walking = QCheckBox(N_("The way to another zone takes a slot"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addWidget(heading(N_("How many meetings")))
        row = QHBoxLayout()
        row.setSpacing(SPACE_3)
        row.addWidget(form, 1)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.walking)
        for field in (self.per_day, self.in_a_row):
            field.editingFinished.connect(self._changed)
        self.walking.clicked.connect(self._changed)
        self._shown = SetLimits()

    def show_event(self, event: EventDetails) -> None:
        """Show the limits as the store has them."""
        self._shown = SetLimits(
            event.most_meetings_per_day or 0, event.most_meetings_in_a_row or 0, event.slots_between_zones
        )
        self.per_day.setValue(event.most_meetings_per_day or 0)
        self.in_a_row.setValue(event.most_meetings_in_a_row or 0)
        self.walking.setChecked(event.slots_between_zones > 0)

    def _changed(self) -> None:
        wish = SetLimits(self.per_day.value(), self.in_a_row.value(), int(self.walking.isChecked()))
        if wish != self._shown:
            self._shown = wish
            self._page.do(wish, N_("The timetable obeys this from now on. What has a seat keeps it."))


def _number(form: Form, name: str, label: str) -> QSpinBox:
    field = form.number(name, label, 0, 0, MOST)
    field.setSpecialValueText(N_("no limit"))
    field.setKeyboardTracking(False)
    return field
