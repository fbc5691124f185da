"""One field: the name as it stands on the badge."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from eccp_desktop.actions.badge_name import SetBadgeName
from eccp_desktop.base.i18n import N_
from eccp_desktop.store.reads.desk_list import DeskPerson
from eccp_desktop.ui.kit.buttons import primary_button, quiet_button
from eccp_desktop.ui.kit.card import SidePanel
from eccp_desktop.ui.kit.form import Form
from eccp_desktop.ui.kit.labels import Label
from eccp_desktop.ui.pages.desk.person_card import WIDTH
from eccp_desktop.ui.theme import HEADING, SPACE_2


class BadgeNameForm(SidePanel):
    """Says `decided` with the intent, or `left`."""

    decided = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(N_("Name on badge"), width=WIDTH, parent=parent)
        self._person: DeskPerson | None = None
        self._title = Label(size=HEADING, strong=True, wrap=True)
        self._form = Form()
        self.name = self._form.text("name", N_("Name on badge"), hint=N_("Empty: the name of the list."))
        self.body.addWidget(self._title)
        self.body.addWidget(self._form)
        self.body.addSpacing(SPACE_2)
        deciding = QHBoxLayout()
        deciding.setSpacing(SPACE_2)
        deciding.addWidget(primary_button(N_("Keep this name"), self.submit, icon="check"))
        deciding.addWidget(quiet_button(N_("Back"), self.left.emit))
        deciding.addStretch(1)
        self.body.addLayout(deciding)

    def begin(self, person: DeskPerson) -> None:
        """Edit the name of a person."""
        self._person = person
        self._title.setText(person.name)
        self.name.setText(person.name_on_badge or person.name)
        self.name.setFocus()
        self.name.selectAll()

    def submit(self) -> None:
        """Decide for what the field says; the ordinary name is no override."""
        if self._person is not None:
            name = self.name.text().strip()
            self.decided.emit(SetBadgeName(self._person.id, "" if name == self._person.name else name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
