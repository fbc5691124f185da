"""The selected person: who they are, their diary, their requests, their history."""

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from eccp_desktop.actions.edit_people import CancelParticipation, EditParticipant, RestoreParticipation
from eccp_desktop.actions.intent import Intent
from eccp_desktop.base.country_names import country_name
from eccp_desktop.base.i18n import N_
from eccp_desktop.base.language_names import language_name
from eccp_desktop.domain.moving import MOVABLE_STATES
from eccp_desktop.domain.names import full_name
from eccp_desktop.domain.vocabulary import MeetingState, Priority, RequestState
from eccp_desktop.store.reads.desk_list import venue_zone
from eccp_desktop.store.reads.history import HistoryLine, history_of_rows
from eccp_desktop.store.reads.people import DiaryLine, PersonDetail, RequestLine, person_detail
from eccp_desktop.ui.kit.buttons import quiet_button
from eccp_desktop.ui.kit.flow_layout import FlowLayout
from eccp_desktop.ui.kit.labels import Label, heading, quiet
from eccp_desktop.ui.kit.line_list import LineList
from eccp_desktop.ui.kit.rows_model import Column
from eccp_desktop.ui.kit.state_mark import StateMark
from eccp_desktop.ui.pages.people.editing_panel import EditingPanel
from eccp_desktop.ui.pages.people.person_form import PersonForm
from eccp_desktop.ui.texts import day_words
from eccp_desktop.ui.theme import HEADING, SPACE_1, SPACE_2, SPACE_3, State, state_of_meeting, state_of_presence

if TYPE_CHECKING:
    from eccp_desktop.ui.pages.people.page import PeoplePage

MOST_HISTORY = 12

BREAK = "\u200b"
"""Where a long address may go on in the next line."""

REQUEST_STATES = {
    RequestState.OPEN: State.EXPECTED,
    RequestState.ACCEPTED: State.HELD,
    RequestState.DECLINED: State.MISSING,
    RequestState.WITHDRAWN: State.CANCELLED,
    RequestState.EXPIRED: State.GONE,
}
PRIORITIES = {Priority.MUST: N_("must"), Priority.WISH: N_("wish"), Priority.MAYBE: N_("maybe")}


class PersonPanel(EditingPanel):
    """Shows one person, and offers what can be done with them."""

    def __init__(self, page: "PeoplePage") -> None:
        super().__init__(page, N_("The selected person"))
        self._detail: PersonDetail | None = None

    def show_person(self, detail: PersonDetail | None) -> None:
        """Show this person, or nothing; while somebody corrects one, that goes on."""
        if self.form is not None:
            return
        if detail is None or self._detail is None or detail.row.id != self._detail.row.id:
            self.to_top()
        self._detail = detail
        self.clear()
        if detail is None:
            self.body.addWidget(quiet(N_("Nobody is selected.")))
            return
        self._head(detail)
        self._facts(detail)
        self._diary(detail)
        self._requests(detail)
        self._history(detail)

    def edit(self) -> None:
        """Correct what is known, in the panel."""
        if self._detail is not None and self.form is None:
            self._open(PersonForm(self._detail, self._page.desk))

    def show_again(self) -> None:
        if self._detail is not None:
            self.show_person(self._page.desk.read(person_detail, self._detail.row.id))

    def saved_words(self, intent: Intent[object]) -> str:
        assert isinstance(intent, EditParticipant)
        return N_("{name} is saved.").format(name=full_name(intent.given_name, intent.family_name))

    def _head(self, detail: PersonDetail) -> None:
        row = detail.row
        self.body.addWidget(Label(row.name, size=HEADING, strong=True, wrap=True))
        self.body.addWidget(Label(row.organisation or N_("No organisation"), wrap=True))
        place = " · ".join(part for part in (country_name(row.country), row.side, row.kind) if part)
        self.body.addWidget(quiet(place, wrap=True))
        state = State.CANCELLED if row.cancelled else state_of_presence(row.presence)
        since = f"{row.presence.value} {N_('since')} {row.since:%H:%M}" if row.since and not row.cancelled else ""
        self.body.addWidget(StateMark(state, since))
        self.body.addSpacing(SPACE_1)
        holder = QWidget()
        buttons = FlowLayout(holder)
        buttons.addWidget(quiet_button(N_("Change"), self.edit))
        if row.cancelled:
            buttons.addWidget(quiet_button(N_("Register again"), self._restore))
        else:
            buttons.addWidget(quiet_button(N_("At the Desk"), self._open_desk))
            buttons.addWidget(quiet_button(N_("Cancel registration"), self._cancel))
        self.body.addWidget(holder)
        ahead = sum(line.state in MOVABLE_STATES and not line.helping for line in detail.diary)
        if ahead and not row.cancelled:
            frees = N_("Cancelling the registration frees 1 meeting.")
            many = N_("Cancelling the registration frees {n} meetings.")
            self.body.addWidget(quiet(frees if ahead == 1 else many.format(n=ahead), wrap=True))

    def _facts(self, detail: PersonDetail) -> None:
        facts = [
            detail.row.job_title,
            detail.email.replace("@", f"{BREAK}@").replace("-", f"-{BREAK}"),
            detail.phone,
            N_("Badge {code}").format(code=detail.row.code),
            N_("On the badge: {name}").format(name=detail.name_on_badge) if detail.name_on_badge else "",
            N_("Speaks {languages}").format(languages=", ".join(map(language_name, detail.languages)))
            if detail.languages
            else "",
            N_("Interprets") if detail.interprets else "",
            N_("Needs an interpreter: {language}").format(language=language_name(detail.interpreter))
            if detail.interpreter
            else "",
            N_("Consent of {day}").format(day=day_words(detail.consent_at.date()))
            if detail.consent_at
            else N_("No consent"),
            detail.notes,
        ]
        self.body.addSpacing(SPACE_2)
        self.body.addWidget(quiet("\n".join(fact for fact in facts if fact), wrap=True))

    def _diary(self, detail: PersonDetail) -> None:
        days = list(dict.fromkeys(line.start.date() if line.start else None for line in detail.diary))
        if not days:
            self._part(N_("Diary"), N_("Nothing is planned."))
        for day in days:
            self.body.addSpacing(SPACE_3)
            self.body.addWidget(heading(day_words(day) if day else N_("Without a seat")))
            lines = [line for line in detail.diary if (line.start.date() if line.start else None) == day]
            columns = (
                Column[DiaryLine]("time", N_("Time"), _time, second=_table, strong=True, width=76),
                Column[DiaryLine]("what", N_("What"), _what, second=_detail, state=_mark, tint=False, stretch=True),
            )
            self.body.addWidget(LineList(N_("Diary"), columns, lines, lambda line: (line.start, line.what)))

    def _requests(self, detail: PersonDetail) -> None:
        for outgoing, words, none in (
            (True, N_("Asked for"), N_("Asked for nobody.")),
            (False, N_("Asked by"), N_("Nobody asked.")),
        ):
            lines = [line for line in detail.requests if line.outgoing is outgoing]
            self._part(f"{words} {len(lines) or ''}".strip(), "" if lines else none)
            if lines:
                columns = (
                    Column[RequestLine](
                        "other",
                        N_("Person"),
                        lambda line: line.other,
                        second=lambda line: line.organisation,
                        state=lambda line: REQUEST_STATES[line.state],
                        strong=True,
                        stretch=True,
                    ),
                    Column[RequestLine](
                        "priority",
                        N_("Priority"),
                        lambda line: PRIORITIES[line.priority],
                        second=lambda line: line.state.value,
                        right=True,
                        width=90,
                    ),
                )
                self.body.addWidget(LineList(words, columns, lines, lambda line: line.id))

    def _history(self, detail: PersonDetail) -> None:
        desk = self._page.desk
        lines = desk.read(history_of_rows, [detail.row.id])
        zone = desk.read(venue_zone)
        self._part(N_("History"), "" if lines else N_("Nothing was changed."))
        for line in lines[:MOST_HISTORY]:
            self.body.addWidget(quiet(_history_words(line, zone), wrap=True))

    def _part(self, words: str, empty: str) -> None:
        self.body.addSpacing(SPACE_3)
        self.body.addWidget(heading(words))
        if empty:
            self.body.addWidget(quiet(empty))

    def _open_desk(self) -> None:
        if self._detail is not None:
            self._page.wanted.emit("desk", self._detail.row.id)

    def _cancel(self) -> None:
        if self._detail is not None:
            name = self._detail.row.name

            def said(fallen: tuple[object, ...]) -> str:
                words = N_("{name} is cancelled.").format(name=name)
                waiting = (
                    N_("1 meeting waits in the tray.") if len(fallen) == 1 else N_("{n} meetings wait in the tray.")
                )
                return f"{words} {waiting.format(n=len(fallen))}" if fallen else words

            self._page.do(CancelParticipation(self._detail.row.id), said)

    def _restore(self) -> None:
        if self._detail is not None:
            words = N_("{name} is registered again.").format(name=self._detail.row.name)
            self._page.do(RestoreParticipation(self._detail.row.id), words)


def _time(line: DiaryLine) -> str:
    return f"{line.start:%H:%M}" if line.start else ""


def _table(line: DiaryLine) -> str:
    if line.table is not None and line.state is not MeetingState.CANCELLED:
        return N_("table {n}").format(n=line.table)
    return f"{N_('to')} {line.end:%H:%M}" if line.end and line.state is None else ""


def _what(line: DiaryLine) -> str:
    return line.what or N_("Not free")


def _detail(line: DiaryLine) -> str:
    voice = N_("interprets") if line.helping else ""
    if line.interpreters:
        voice = N_("interpreter: {names}").format(names=", ".join(line.interpreters))
    return ", ".join(part for part in (voice, line.detail) if part)


def _mark(line: DiaryLine) -> State:
    return state_of_meeting(line.state) if line.state is not None else State.FREE


def _history_words(line: HistoryLine, zone: ZoneInfo) -> str:
    at = line.at.astimezone(zone)
    who = ", ".join(part for part in (line.actor, f"{N_('laptop')} {line.device}") if part)
    return f"{at:%H:%M}, {at.day} {at:%B}: {line.title} ({who})"
