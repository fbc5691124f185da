"""The name of a person: corrected everywhere, or only as it stands on the badge."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from eccp_desktop.actions.badge_name import SetBadgeName
from eccp_desktop.actions.edit_people import EditParticipant
from eccp_desktop.base.i18n import N_
from eccp_desktop.store.reads.desk_list import DeskPerson
from eccp_desktop.ui.kit.buttons import primary_button, quiet_button
from eccp_desktop.ui.kit.card import SidePanel
from eccp_desktop.ui.kit.form import Form
from eccp_desktop.ui.kit.labels import Label, heading
from eccp_desktop.ui.pages.desk.person_card import WIDTH
from eccp_desktop.ui.theme import HEADING, SPACE_2, SPACE_3


class BadgeNameForm(SidePanel):
    """Says `decided` with the intent, or `left`."""

    decided = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(N_("Correct name or badge"), width=WIDTH, parent=parent)
        self._person: DeskPerson | None = None
        self._title = Label(size=HEADING, strong=True, wrap=True)
        self._everywhere, self._badge = Form(), Form()
        self.given = self._everywhere.text("given", N_("Given name"))
        self.family = self._everywhere.text(
            "family", N_("Family name"), hint=N_("On the list, the badge and everybody's sheets.")
        )
        self.name = self._badge.text(
            "name", N_("Name on badge"), hint=N_("Leave it empty, and the badge shows the name above.")
        )
        self.body.addWidget(self._title)
        self.body.addWidget(heading(N_("Correct the name everywhere")))
        self.body.addWidget(self._everywhere)
        self.body.addSpacing(SPACE_3)
        self.body.addWidget(heading(N_("Another name on the badge only")))
        self.body.addWidget(self._badge)
        self.body.addSpacing(SPACE_2)
        deciding = QHBoxLayout()
        deciding.setSpacing(SPACE_2)
        deciding.addWidget(primary_button(N_("Save"), self.submit, icon="check"))
        deciding.addWidget(quiet_button(N_("Back"), self.left.emit))
        deciding.addStretch(1)
        self.body.addLayout(deciding)

    def begin(self, person: DeskPerson) -> None:
        """Edit the name of a person."""
        self._person = person
        self._everywhere.accept()
        self._title.setText(person.name)
        self.given.setText(person.given_name)
        self.family.setText(person.family_name)
        self.name.setText(person.name_on_badge)
        self.given.setFocus()
        self.given.selectAll()

    def submit(self) -> None:
        """Decide for what the fields say; the ordinary name is no override on the badge."""
        person = self._person
        if person is None:
            return
        given, family = (" ".join(field.text().split()) for field in (self.given, self.family))
        if not family:
            self._everywhere.refuse("family", N_("A family name is needed."))
            return
        name = " ".join(self.name.text().split())
        badge = "" if name == f"{given} {family}".strip() else name
        if (given, family) == (person.given_name, person.family_name):
            self.decided.emit(SetBadgeName(person.id, badge))
        else:
            self.decided.emit(EditParticipant(person.id, given, family, name_on_badge=badge))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
