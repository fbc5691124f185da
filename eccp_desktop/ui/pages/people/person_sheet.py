"""Corrects what is known of a person."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from eccp_desktop.actions.edit_people import EditParticipant
from eccp_desktop.base.i18n import N_
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.ids import OrganisationId
from eccp_desktop.store.reads.desk_list import desk_organisations
from eccp_desktop.store.reads.people import PersonDetail
from eccp_desktop.ui.kit.buttons import primary_button, quiet_button
from eccp_desktop.ui.kit.form import Form
from eccp_desktop.ui.kit.sheet import Sheet
from eccp_desktop.ui.theme import SPACE_2


class PersonSheet(Sheet):
    """A form over one person."""

    decided = Signal(object)  # EditParticipant

    def __init__(self, detail: PersonDetail, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(N_("Change {name}").format(name=detail.row.name), parent, width=560)
        self._who = detail.row.id
        self._form = form = Form()
        self._given = form.text("given", N_("Given name"), detail.row.given_name)
        self._family = form.text("family", N_("Family name"), detail.row.family_name)
        self._badge = form.text("badge", N_("Name on the badge"), detail.name_on_badge, hint=N_("Empty: as above"))
        organisations = [("", ""), *((found.id, found.name) for found in desk.read(desk_organisations))]
        self._organisation = form.choice(
            "organisation", N_("Organisation"), organisations, detail.row.organisation_id or ""
        )
        self._job = form.text("job", N_("Job title"), detail.row.job_title)
        self._email = form.text("email", N_("E-mail"), detail.email)
        self._phone = form.text("phone", N_("Phone"), detail.phone)
        self._interpreter = form.text(
            "interpreter", N_("Interpreter into"), detail.interpreter, hint=N_("A language, like fr; empty for none")
        )
        self._notes = form.note("notes", N_("Notes"), detail.notes, lines=2)
        form.beside(0, "given", "family")
        form.beside(4, "email", "phone")
        self.body.addWidget(form)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_2)
        buttons.addStretch(1)
        buttons.addWidget(quiet_button(N_("Leave"), self.reject))
        buttons.addWidget(primary_button(N_("Save changes"), self._save))
        self.body.addLayout(buttons)
        self._family.setFocus()

    def _save(self) -> None:
        if not self._family.text().strip():
            self._form.refuse("family", N_("A family name is needed."))
            return
        chosen = self._organisation.currentData()
        self.decided.emit(
            EditParticipant(
                who=self._who,
                given_name=self._given.text().strip(),
                family_name=self._family.text().strip(),
                name_on_badge=self._badge.text(),
                job_title=self._job.text(),
                email=self._email.text(),
                phone=self._phone.text(),
                interpreter_needed=self._interpreter.text().strip().lower(),
                notes=self._notes.toPlainText(),
                organisation=OrganisationId(chosen) if chosen else None,
            )
        )
        self.accept()
