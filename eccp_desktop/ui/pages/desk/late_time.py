"""One field: the time at which somebody who is late will come."""

import re
from datetime import date, datetime, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.store.reads.desk_list import DeskPerson
from eccp_desktop.ui.kit.buttons import primary_button, quiet_button
from eccp_desktop.ui.kit.form import Form
from eccp_desktop.ui.kit.sheet import Sheet

_TIME = re.compile(r"(\d{1,2})(?:\s?[:.,h]?\s?(\d{2}))?\s?h?")


class LateTimeSheet(Sheet):
    """Says `decided` with a moment of a day, as wall time at the venue."""

    decided = Signal(object)

    def __init__(self, person: DeskPerson, now: datetime, day: date, parent: QWidget | None = None) -> None:
        title = N_("{person} is late") if day == now.date() else N_("{person} is late on {day}")
        super().__init__(title.format(person=person.name, day=f"{day:%A} {day.day} {day:%B}"), parent, width=360)
        self._now, self._day = now, day
        self._form = Form()
        self.time = self._form.text("time", N_("Comes at"), hint=N_("Hours and minutes: 10:40, or 1040."))
        self.time.returnPressed.connect(self._decide)
        self.body.addWidget(self._form)
        self.end_with(quiet_button(N_("Back"), self.reject), primary_button(N_("Mark late"), self._decide))
        self.time.setFocus()

    def _decide(self) -> None:
        if not self.isVisible():
            return  # Enter reaches both the field and the default button
        typed = time_of(self.time.text())
        if typed is None:
            self._form.refuse("time", N_("This is no time of the day. Type hours and minutes, such as 10:40."))
        elif (until := datetime.combine(self._day, typed)) <= self._now:
            self._form.refuse("time", N_("It is {now} already: a later time, please.").format(now=f"{self._now:%H:%M}"))
        else:
            self.decided.emit(until)
            self.accept()


def time_of(text: str) -> time | None:
    """The time of the day that was typed, with or without a sign between hours and minutes; hours alone are full hours."""
    found = _TIME.fullmatch(text.strip().lower())
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
