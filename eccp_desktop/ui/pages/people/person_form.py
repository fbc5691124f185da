"""Corrects what is known of a person."""

from eccp_desktop.actions.edit_people import EditParticipant
from eccp_desktop.base.i18n import N_
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.ids import OrganisationId
from eccp_desktop.store.reads.desk_list import desk_organisations
from eccp_desktop.store.reads.people import PersonDetail
from eccp_desktop.ui.pages.people.panel_form import PanelForm


class PersonForm(PanelForm):
    """The fields of one person."""

    def __init__(self, detail: PersonDetail, desk: Desk) -> None:
        super().__init__(N_("Change {name}").format(name=detail.row.name))
        self._who = detail.row.id
        form = self.form
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

    def begin(self) -> None:
        self._family.setFocus()

    def save(self) -> None:
        if not self._family.text().strip():
            self.form.refuse("family", N_("A family name is needed."))
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
