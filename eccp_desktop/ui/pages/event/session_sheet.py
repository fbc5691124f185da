"""What a session is to be."""

from datetime import date, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from eccp_desktop.actions.session_plan import SessionPlan
from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.vocabulary import SessionKind
from eccp_desktop.ui.kit.buttons import primary_button, quiet_button
from eccp_desktop.ui.kit.form import Form
from eccp_desktop.ui.kit.sheet import Sheet


class SessionSheet(Sheet):
    """A form over a plan; the fields of slots and speakers come and go with the kind."""

    planned = Signal(object)  # SessionPlan

    def __init__(self, title: str, plan: SessionPlan, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._form = form = Form()
        kinds = [(kind.value, kind.value.capitalize()) for kind in SessionKind]
        self._kind = form.choice("kind", N_("What"), kinds, plan.kind.value)
        self._day = form.text("day", N_("Day"), plan.day.isoformat())
        self._start = form.text("start", N_("From"), f"{plan.start:%H:%M}")
        self._end = form.text("end", N_("To"), f"{plan.end:%H:%M}")
        self._slot = form.number("slot", N_("Minutes of a meeting"), plan.slot_minutes, 5, 240)
        self._gap = form.number("gap", N_("Minutes between meetings"), plan.gap_minutes, 0, 120)
        self._title = form.text("title", N_("Title"), plan.name)
        self._room = form.text("room", N_("Room"), plan.room)
        self._speakers = form.text("speakers", N_("Speakers"), plan.speakers)
        form.beside(1, "day", "start", "end")
        form.beside(2, "slot", "gap")
        self.body.addWidget(form)
        self.end_with(quiet_button(N_("Back"), self.reject), primary_button(title, self._accept))
        self._kind.currentIndexChanged.connect(self._kind_chosen)
        self._kind_chosen()

    def _kind_chosen(self) -> None:
        matchmaking = self._kind.currentData() == SessionKind.MATCHMAKING.value
        for name, shown in (("slot", matchmaking), ("gap", matchmaking), ("speakers", not matchmaking)):
            self._form.field(name).setVisible(shown)

    def _accept(self) -> None:
        plan = self.plan()
        if plan is not None:
            self.planned.emit(plan)
            self.accept()

    def plan(self) -> SessionPlan | None:
        """What was typed; None where a field cannot be read, which that field then says."""
        self._form.accept()
        try:
            day = date.fromisoformat(self._day.text().strip())
        except ValueError:
            return self._wrong("day", N_("Write it like 2016-04-25."))
        start, end = _time(self._start), _time(self._end)
        if start is None:
            return self._wrong("start", N_("Write it like 09:00."))
        if end is None or end <= start:
            return self._wrong("end", N_("Write it like 12:30; it is after the start."))
        return SessionPlan(
            kind=SessionKind(self._kind.currentData()),
            day=day,
            start=start,
            end=end,
            name=self._title.text(),
            room=self._room.text(),
            speakers=self._speakers.text(),
            slot_minutes=self._slot.value(),
            gap_minutes=self._gap.value(),
        )

    def _wrong(self, field: str, words: str) -> SessionPlan | None:
        self._form.refuse(field, words)
        return None


def _time(field: QLineEdit) -> time | None:
    try:
        return time.fromisoformat(field.text().strip().zfill(5))
    except ValueError:
        return None
