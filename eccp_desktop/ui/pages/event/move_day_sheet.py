"""To which date a day of the programme moves."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.ui.kit.buttons import primary_button, quiet_button
from eccp_desktop.ui.kit.form import Form
from eccp_desktop.ui.kit.labels import paragraph
from eccp_desktop.ui.kit.sheet import Sheet
from eccp_desktop.ui.texts import day_words


class MoveDaySheet(Sheet):
    """Asks for a day of the event and for another date; `chosen` carries both."""

    chosen = Signal(object, object)  # date, date

    def __init__(self, days: Sequence[date], proposed: date, parent: QWidget | None = None) -> None:
        super().__init__(N_("Move a day"), parent)
        words = N_("Every session of the day moves at the same time of day, and meetings keep slot and table.")
        self.body.addWidget(paragraph(words))
        self._form = form = Form()
        named = [(day.isoformat(), f"{day_words(day)} {day.year}") for day in days]
        self._day = form.choice("day", N_("Day"), named, proposed.isoformat())
        after = max(days) + timedelta(days=1)
        self._to = form.text("to", N_("Moves to"), after.isoformat(), hint=N_("Like 2016-04-25"))
        self.body.addWidget(form)
        self.end_with(quiet_button(N_("Back"), self.reject), primary_button(N_("Move day"), self._choose))
        self._to.setFocus()
        self._to.selectAll()

    def _choose(self) -> None:
        day = date.fromisoformat(str(self._day.currentData()))
        try:
            to = date.fromisoformat(self._to.text().strip())
        except ValueError:
            self._form.refuse("to", N_("Write it like 2016-04-25."))
            return
        if to == day:
            self._form.refuse("to", N_("It is on that date already."))
            return
        self.accept()
        self.chosen.emit(day, to)
