"""The form for a new event: the few things that a timetable needs; all of it can be changed later."""

from datetime import date, time, timedelta
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QFileDialog, QWidget

from eccp_desktop.actions.create_event import CreateEvent
from eccp_desktop.base.i18n import N_
from eccp_desktop.base.zone_names import zone_names
from eccp_desktop.ui.kit.buttons import primary_button, quiet_button
from eccp_desktop.ui.kit.form import Form
from eccp_desktop.ui.kit.sheet import Sheet
from eccp_desktop.ui.shell.start_window import FILES
from eccp_desktop.ui.theme import font


class NewEventSheet(Sheet):
    """Asks for name, zone, days, sessions, slots, tables and sides, then where the file shall lie."""

    made = Signal(object, object)  # Path, CreateEvent

    def __init__(self, zone: str, today: date, parent: QWidget | None = None) -> None:
        super().__init__(N_("New event"), parent, width=560)
        self._form = form = Form()
        self._name = form.text("name", N_("Name"), placeholder=N_("Hannover 2016"))
        self._zone = form.text("zone", N_("Time zone of the venue"), zone)
        completer = QCompleter(zone_names(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._zone.setCompleter(completer)
        self._zone.editingFinished.connect(self._complete_zone)
        if (popup := completer.popup()) is not None:
            popup.setProperty("kind", "completions")
            popup.setFont(font())
            popup.installEventFilter(self)
        first = today + timedelta(days=1)
        self._days = form.text("days", N_("Days"), f"{first}, {first + timedelta(days=1)}", hint=N_("Like 2016-04-25"))
        self._sessions = form.text(
            "sessions",
            N_("Matchmaking on each day"),
            "09:00-12:30, 14:00-17:30",
            hint=N_("From and to, several with commas"),
        )
        self._slot = form.number("slot", N_("Minutes of a meeting"), 20, 5, 240)
        self._gap = form.number("gap", N_("Minutes between meetings"), 5, 0, 120)
        self._tables = form.number("tables", N_("Tables"), 15, 0, 400)
        self._sides = form.text(
            "sides", N_("Sides"), "EU, US", hint=N_("With two or more, people of different sides meet")
        )
        # Two rows of two, or the buttons would lie below the edge of a small screen.
        form.beside(0, "name", "zone")
        form.beside(1, "days", "sessions")
        form.beside(2, "slot", "gap", "tables")
        self.body.addWidget(form)
        self.end_with(quiet_button(N_("Back"), self.reject), primary_button(N_("Create event"), self._create))
        self._name.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QAbstractItemView) and isinstance(event, QKeyEvent):
            enter = event.type() == QEvent.Type.KeyPress and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and not watched.currentIndex().isValid():
                watched.hide()  # Qt's list would swallow an Enter that chooses none of it
                self._create()
                return True
        return super().eventFilter(watched, event)

    def _complete_zone(self) -> None:
        """Write out the time zone that is meant, where what was typed is in one name only."""
        typed = self._zone.text().strip().casefold()
        found = [name for name in zone_names() if typed and typed in name.casefold()]
        exact = [name for name in found if name.casefold() == typed]
        if len(exact or found) == 1:
            self._zone.setText((exact or found)[0])

    def intent(self) -> CreateEvent | None:
        """What was typed; None where something cannot be read, which the field then says."""
        self._form.accept()
        self._complete_zone()
        if not self._name.text().strip():
            return self._wrong("name", N_("The event needs a name."))
        if self._zone.text().strip() not in zone_names():
            return self._wrong("zone", N_("Write it like Europe/Berlin."))
        try:
            days = tuple(date.fromisoformat(part) for part in _parts(self._days.text()))
        except ValueError:
            return self._wrong("days", N_("Write days like 2016-04-25, with commas between them."))
        try:
            sessions = tuple(_session(part) for part in _parts(self._sessions.text()))
        except ValueError:
            return self._wrong("sessions", N_("Write sessions like 09:00-12:30, with commas between them."))
        return CreateEvent(
            name=self._name.text().strip(),
            zone=self._zone.text().strip(),
            days=days,
            sessions=sessions,
            slot_minutes=self._slot.value(),
            gap_minutes=self._gap.value(),
            tables=self._tables.value(),
            sides=tuple(_parts(self._sides.text())),
        )

    def _wrong(self, field: str, words: str) -> CreateEvent | None:
        self._form.refuse(field, words)
        return None

    def _create(self) -> None:
        intent = self.intent()
        if intent is None:
            return
        suggestion = str(Path.home() / f"{intent.name}.eccp")
        name, _ = QFileDialog.getSaveFileName(self, N_("Where shall the event lie?"), suggestion, FILES)
        if name:
            path = Path(name)
            self.made.emit(path if path.suffix == ".eccp" else path.with_name(path.name + ".eccp"), intent)
            self.accept()


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.replace(";", ",").split(",") if part.strip()]


def _session(text: str) -> tuple[time, time]:
    start, dash, end = text.replace("–", "-").partition("-")
    if not dash:
        raise ValueError(text)
    return time.fromisoformat(start.strip().zfill(5)), time.fromisoformat(end.strip().zfill(5))
