"""The strip at the bottom: which event, which laptop, what time it is at the venue, and whether all is well."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.ui.kit.buttons import plain_button, small
from eccp_desktop.ui.kit.labels import Label
from eccp_desktop.ui.theme import SMALL, SPACE_2, SPACE_3, SPACE_4

BACKUP_IS_OLD = timedelta(minutes=45)
"""Three times the interval of the backups: something keeps them from being made."""


@dataclass(frozen=True, slots=True)
class StripFacts:
    """What the strip shows. `backup` is an aware instant, None before the first; `holder` is set in a read-only window."""

    event: str
    zone: str
    device: str
    actor: str = ""
    sheets_out_of_date: int = 0
    backup: datetime | None = None
    holder: str = ""


LEAST_NAME = 80
"""Pixels that are left for the event's name at least."""


class Strip(QWidget):
    """One line of secondary text; what needs attention is a button that leads there."""

    wanted = Signal(str, object)
    """The page where the thing that was clicked is dealt with, and what to show there."""

    def __init__(self, facts: StripFacts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(40)
        self._event = Label(size=SMALL, strong=True)
        self._place = Label(size=SMALL, role="quiet")
        self._time = Label(size=SMALL)
        self._saved = Label(size=SMALL, role="quiet")
        self._sheets = small(plain_button("", self._open_print, icon="printer"))
        self._backup = Label(size=SMALL, role="quiet")
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_4, 0, SPACE_4, 0)
        row.setSpacing(SPACE_4)
        for widget in (self._event, self._place, self._time, self._saved):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.setSpacing(SPACE_3 + SPACE_2)
        for other in (self._sheets, self._backup):
            row.addWidget(other, 0, Qt.AlignmentFlag.AlignVCenter)
        self.show_facts(facts)

    def show_facts(self, facts: StripFacts) -> None:
        """Show what the store says now."""
        self._facts = facts
        self._place.setText(", ".join(part for part in (facts.device, facts.actor) if part))
        self._saved.setText(
            N_("read only: {holder} is writing").format(holder=facts.holder) if facts.holder else N_("saved")
        )
        self._sheets.setText(_count(facts.sheets_out_of_date, N_("1 sheet out of date"), N_("{n} sheets out of date")))
        self._sheets.setVisible(facts.sheets_out_of_date > 0)
        self._fit()

    def tick(self, now: datetime, true_now: datetime) -> None:
        """Show the time at the venue, and how old the backup is; aware instants, two of them because of rehearsals."""
        local = now.astimezone(ZoneInfo(self._facts.zone))
        self._time.setText(f"{local:%H:%M} {self._facts.zone}")
        if self._facts.holder:
            self._backup.setText("")
        elif self._facts.backup is None:
            self._backup.setText(N_("no backup yet"))
        else:
            age = true_now - self._facts.backup
            self._backup.setText(N_("backup {age} ago").format(age=_age(age)))
        old = self._facts.backup is not None and true_now - self._facts.backup > BACKUP_IS_OLD
        if self._backup.property("role") != ("refusal" if old else "quiet"):
            self._backup.setProperty("role", "refusal" if old else "quiet")
            self._backup.style().unpolish(self._backup)
            self._backup.style().polish(self._backup)
        self._fit()

    def _fit(self) -> None:
        """On a narrow screen the laptop's name gives way, then the end of the event's; what needs attention is never cut."""
        name, metrics = self._facts.event, self._event.fontMetrics()
        wanted = metrics.horizontalAdvance(name)
        others = [self._time, self._saved, self._sheets, self._backup]
        shown = [widget for widget in others if not widget.isHidden()]
        gaps = 2 * SPACE_4 + (len(shown) + 2) * self._row.spacing()
        room = self.width() - gaps - sum(widget.sizeHint().width() for widget in shown)
        self._place.setVisible(room - self._place.sizeHint().width() >= wanted)
        if self._place.isHidden():
            name = metrics.elidedText(name, Qt.TextElideMode.ElideRight, max(room, LEAST_NAME))
        self._event.setText(name)
        self._event.setToolTip(", ".join(part for part in (self._facts.event, self._place.text()) if part))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _open_print(self) -> None:
        self.wanted.emit("print", "changed")


def _count(number: int, one: str, many: str) -> str:
    return one if number == 1 else many.format(n=number)


def _age(age: timedelta) -> str:
    minutes = max(0, int(age.total_seconds() // 60))
    if minutes < 1:
        return N_("less than a minute")
    if minutes < 120:
        return N_("{n} min").format(n=minutes)
    return N_("{n} h").format(n=minutes // 60)
