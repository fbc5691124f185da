"""Corrects what is known of a person."""

from eccp_desktop.actions.edit_people import EditParticipant
from eccp_desktop.base.i18n import N_
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.ids import OrganisationId
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.store.reads.desk_list import desk_organisations
from eccp_desktop.store.reads.people import PersonDetail
from eccp_desktop.ui.pages.people.panel_form import PanelForm
from eccp_desktop.ui.texts import sentence

INTERPRETS = (("", N_("no")), ("yes", N_("yes, between these languages")))


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
        self._languages = form.text(
            "languages", N_("Speaks"), ", ".join(detail.languages), hint=N_("Languages, like de, en")
        )
        self._interprets = form.choice("interprets", N_("Interprets"), INTERPRETS, "yes" if detail.interprets else "")
        self._interpreter = form.text(
            "interpreter", N_("Interpreter into"), detail.interpreter, hint=N_("A language, like fr; empty for none")
        )
        self._notes = form.note("notes", N_("Notes"), detail.notes, lines=2)
        form.beside(0, "given", "family")

    def begin(self) -> None:
        self._family.setFocus()

    def save(self) -> None:
        languages = tuple(part.strip().lower() for part in self._languages.text().split(",") if part.strip())
        wrong = next((one for one in languages if len(one) != 2 or not one.isalpha()), None)
        if not self._family.text().strip():
            self.form.refuse("family", N_("A family name is needed."))
            return
        if wrong is not None:
            self.form.refuse("languages", sentence(Refusal("language_unknown", language=wrong)))
            return
        if self._interprets.currentData() and len(languages) < 2:
            self.form.refuse("languages", N_("Who interprets needs two languages, like de, en."))
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
                organisation=OrganisationId(chosen or ""),
                languages=languages,
                interprets=bool(self._interprets.currentData()),
            )
        )
