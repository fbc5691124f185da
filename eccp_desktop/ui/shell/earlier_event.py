"""The form for an event like an earlier one: its name and its first day; the rest is taken over."""

from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from eccp_desktop.actions.start_from_template import StartFromTemplate
from eccp_desktop.base.i18n import N_
from eccp_desktop.desk.earlier_event import moved_to
from eccp_desktop.domain.template import EventTemplate
from eccp_desktop.ui.kit.buttons import primary_button, quiet_button
from eccp_desktop.ui.kit.form import Form
from eccp_desktop.ui.kit.labels import paragraph
from eccp_desktop.ui.kit.sheet import Sheet
from eccp_desktop.ui.shell.start_window import FILES


class EarlierEventSheet(Sheet):
    """Asks for name and first day, then where the file shall lie."""

    made = Signal(object, object)  # Path, StartFromTemplate

    def __init__(self, earlier: EventTemplate, today: date, parent: QWidget | None = None) -> None:
        super().__init__(N_("Like {name}").format(name=earlier.name), parent, width=520)
        self._earlier = earlier
        days = len({session.day for session in earlier.sessions})
        tables = sum(block.last - block.first + 1 for block in earlier.tables)
        words = N_(
            "Taken over: {days} days, {sessions} sessions, {tables} tables, sides {sides}, desk staff. No people."
        )
        self.body.addWidget(
            paragraph(
                words.format(
                    days=days,
                    sessions=len(earlier.sessions),
                    tables=tables,
                    sides=", ".join(earlier.sides) or N_("none"),
                )
            )
        )
        self._form = Form()
        self._name = self._form.text("name", N_("Name of the new event"))
        self._day = self._form.text("day", N_("First day"), f"{today + timedelta(days=1)}", hint=N_("Like 2016-04-25"))
        self.body.addWidget(self._form)
        self.end_with(quiet_button(N_("Back"), self.reject), primary_button(N_("Create event"), self._create))
        self._name.setFocus()

    def intent(self) -> StartFromTemplate | None:
        """What was typed; None where something cannot be read, which the field then says."""
        self._form.accept()
        name = self._name.text().strip()
        if not name:
            self._form.refuse("name", N_("The event needs a name."))
            return None
        try:
            first = date.fromisoformat(self._day.text().strip())
        except ValueError:
            self._form.refuse("day", N_("Write it like 2016-04-25."))
            return None
        return StartFromTemplate(moved_to(self._earlier, name, first))

    def _create(self) -> None:
        intent = self.intent()
        if intent is None:
            return
        suggestion = str(Path.home() / f"{intent.template.name}.eccp")
        name, _ = QFileDialog.getSaveFileName(self, N_("Where shall the event lie?"), suggestion, FILES)
        if name:
            path = Path(name)
            self.made.emit(path if path.suffix == ".eccp" else path.with_name(path.name + ".eccp"), intent)
            self.accept()
