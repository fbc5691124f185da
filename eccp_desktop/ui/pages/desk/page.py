"""The Desk: one field that is always ready, the people below it, and the card of the one who stands there."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QStackedWidget, QVBoxLayout

from eccp_desktop.actions.presence import CheckIn
from eccp_desktop.actions.walk_in import RegisterWalkIn
from eccp_desktop.base.i18n import N_
from eccp_desktop.desk.organisation_search import OrganisationIndex
from eccp_desktop.desk.people_search import PeopleSearch
from eccp_desktop.domain.codes import is_code
from eccp_desktop.domain.ids import ParticipantId
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.vocabulary import MeetingState, Presence
from eccp_desktop.store.changes import ChangeSet
from eccp_desktop.store.reads.desk_card import DeskCard, desk_card
from eccp_desktop.store.reads.desk_list import (
    DeskPerson,
    coming_starts,
    desk_organisations,
    desk_sides,
    venue_time,
    venue_zone,
)
from eccp_desktop.ui.commands import Command, command_button
from eccp_desktop.ui.kit.empty_state import EmptyState
from eccp_desktop.ui.kit.labels import Label
from eccp_desktop.ui.kit.search_field import SearchField
from eccp_desktop.ui.pages import Page
from eccp_desktop.ui.pages.desk import sentences
from eccp_desktop.ui.pages.desk.badge_name_form import BadgeNameForm
from eccp_desktop.ui.pages.desk.late_menu import late_menu, pop_up
from eccp_desktop.ui.pages.desk.people_list import people_list
from eccp_desktop.ui.pages.desk.person_card import PersonCard
from eccp_desktop.ui.pages.desk.queue_figures import QueueFigures
from eccp_desktop.ui.pages.desk.walk_in_form import WalkInForm
from eccp_desktop.ui.theme import SMALL, SPACE_2, SPACE_3, SPACE_6

_FALLING = (MeetingState.SCHEDULED, MeetingState.CALLED)


class DeskPage(Page):
    """Finds people, checks them in, and shows what they need to know first."""

    name = "desk"
    title = N_("Desk")
    icon = "identification-badge"
    touched_by = (
        "event",
        "participant",
        "organisation",
        "side",
        "meeting",
        "meeting_person",
        "slot",
        "hall_table",
        "session",
        "session_person",
        "print",
    )

    def _create(self) -> None:
        self._zone = self.desk.read(venue_zone)
        self._search = PeopleSearch(self.desk)
        self._commands = {command.id: command for command in self._make_commands()}
        self._card: DeskCard | None = None
        self._armed: ParticipantId | None = None
        self._picked = False
        self.figures = QueueFigures()
        self.field = SearchField(N_("Scan or type a name, organisation, country"), large=True)
        self.hint = Label(size=SMALL, role="quiet", wrap=True)
        self.list = people_list(self.now)
        self.nobody = EmptyState(
            N_("Nobody is on the list yet. Import the participants, or register who stands here."),
            N_("Import participants"),
            self._open_import,
            icon="users",
        )
        self.card = PersonCard(self.now)
        self.walk_in = WalkInForm()
        self.badge_name = BadgeNameForm()

    def _arrange(self) -> None:
        self.top.addWidget(self.figures)
        entry = QHBoxLayout()
        entry.setSpacing(SPACE_3)
        entry.addWidget(self.field, 1)
        walk_in = command_button(self._commands["desk.walk-in"])
        walk_in.setFixedHeight(self.field.sizeHint().height())
        entry.addWidget(walk_in)
        # Room for two lines, so that the list stays where it is when the question of look-alikes comes up.
        self.hint.setFixedHeight(2 * self.hint.fontMetrics().lineSpacing())
        self.hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        left = QVBoxLayout()
        left.setSpacing(SPACE_2)
        left.addLayout(entry)
        left.addWidget(self.hint)
        left.addLayout(self.list.on_edge(), 1)
        left.addWidget(self.nobody, 1)
        self._panel = QStackedWidget()
        for panel in (self.card, self.walk_in, self.badge_name):
            self._panel.addWidget(panel)
        self._panel.setFixedWidth(self.card.width())
        both = QHBoxLayout()
        both.setSpacing(SPACE_6)
        both.addLayout(left, 1)
        both.addWidget(self._panel)
        self.body.addLayout(both, 1)

    def _connect(self) -> None:
        self.field.searched.connect(self._searched)
        self.field.textEdited.connect(self._disarm)
        self.field.moved.connect(self._moved)
        self.field.entered.connect(self._entered)
        self.list.selected.connect(self._selected)
        self.list.opened.connect(self._check_in)
        self.list.installEventFilter(self)
        self.walk_in.registered.connect(self._register)
        self.walk_in.known.connect(self._show_known)
        self.walk_in.left.connect(self._show_card_again)
        self.badge_name.decided.connect(self._set_badge_name)
        self.badge_name.left.connect(self._show_card_again)

    def _reload(self) -> None:
        index = self._search.index
        self.figures.count(index.people)
        self.list.setVisible(bool(index.people))
        self.nobody.setVisible(not index.people)
        self.list.show_rows(index.search(self.field.text()))
        self._show_card()
        self._show_hint()

    def commands(self) -> Sequence[Command]:
        return tuple(self._commands.values())

    def _make_commands(self) -> list[Command]:
        return [
            Command("desk.check-in", N_("Check in"), self._check_in_chosen, "Ctrl+Return", "check", self._can_check_in),
            Command("desk.late", N_("Late or gone"), self._offer_late, "L;Ctrl+L", "clock", self._has_person),
            Command("desk.badge-name", N_("Name on badge"), self._edit_badge_name, "", "text-aa", self._has_person),
            Command("desk.walk-in", N_("Walk-in"), self._begin_walk_in, "N;Ctrl+N", "user-plus"),
        ]

    def focus_first(self) -> None:
        self.field.setFocus()
        self.field.selectAll()

    def show_thing(self, thing: object) -> None:
        person = self._search.index.get(ParticipantId(str(thing)))
        if person is not None:
            self._show_known(person)

    def now(self) -> datetime:
        """The wall time at the venue."""
        now = self.clock.now()
        return venue_time(now, self._zone) or now

    def on_change(self, change: ChangeSet) -> None:
        self._search.follow(change)
        if change.touches("event"):
            self._zone = self.desk.read(venue_zone)
        super().on_change(change)

    # Searching and choosing

    def _searched(self, text: str) -> None:
        self.list.show_rows(self._search.index.search(text))
        if text:
            self.list.select_line(0)
        else:
            self.list.scrollTo(self.list.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)
        self._show_hint()

    def _moved(self, by: int) -> None:
        self._picked = True
        self.list.step(by)

    def _selected(self, row: DeskPerson | None) -> None:
        if row is None or row.id != self._armed:
            self._disarm()
        if self._card is None or row is None or row.id != self._card.person.id:
            self._show_card()

    def _show_known(self, person: DeskPerson) -> None:
        self.field.clear()
        self.list.show_rows(self._search.index.people)
        self.list.select_key(person.id)
        self._show_card_again()

    # Checking in

    def _entered(self) -> None:
        text = self.field.text().strip()
        if is_code(text):
            self.scanned(text)
        elif self.list.row is not None and (text or self._picked):
            self._check_in(self.list.row)
        elif text:
            words = N_("Nobody on the list is called {text}. Register them as a walk-in (Ctrl+N).")
            self.notices.say(words.format(text=text))

    def scanned(self, code: str) -> None:
        owners = self._search.index.by_code(code)
        if len(owners) != 1:
            names = [owner.name for owner in owners]
            self.refuse(Refusal("code_of_several" if owners else "nobody_has_code", badge=code, people=names))
            self.field.setText(code if owners else "")
            return
        self._show_known(owners[0])
        self._check_in(owners[0], sure=not owners[0].cancelled)

    def _check_in_chosen(self) -> None:
        if self._card is not None:
            self._check_in(self._card.person, sure=not self._card.person.cancelled)

    def _check_in(self, person: DeskPerson, *, sure: bool = False) -> None:
        """Check somebody in, at once or after a second Enter where it might be somebody else."""
        if person.presence is Presence.HERE:
            self._say_already(person)
            return
        if not sure and self._armed != person.id and (doubt := self._doubt(person)):
            self._armed = person.id
            self._show_hint(doubt)
            return
        self._disarm()

        # Emptied at once: what is typed until the step is saved is the next person's name already.
        self.field.clear()
        self.field.setFocus()
        self.do(CheckIn(person.id, reinstate=person.cancelled), self._said_here)

    def _doubt(self, person: DeskPerson) -> str:
        if person.cancelled:
            return sentences.cancelled(person)
        shown = {row.id for row in self.list.rows_model.rows}
        alike = [other for other in self._search.index.look_alikes(person) if other.id in shown and not other.cancelled]
        return sentences.look_alikes(person, alike) if alike else ""

    def _said_here(self, who: ParticipantId) -> str:
        card = self._read_card(who)
        return sentences.here(card, self.now()) if card else ""

    def _say_already(self, person: DeskPerson) -> None:
        card = self._read_card(person.id)
        if card is not None:
            self.notices.say(sentences.already(card, self.now()))
        self.focus_first()

    def _disarm(self, _text: str = "") -> None:
        if self._armed is not None:
            self._armed = None
            self._show_hint()

    # Late, gone, walk-in, badge

    def _offer_late(self) -> None:
        card = self._card
        if card is None:
            return
        now = self.now()
        falling = [m for m in card.meetings if m.state in _FALLING and m.end > now and m.start.date() == now.date()]
        menu = late_menu(card.person, self.desk.read(coming_starts, now), len(falling), self._mark, self)
        pop_up(menu, self.card)

    def _mark(self, intent: object, person: DeskPerson) -> None:
        self.do(intent, lambda result: sentences.marked(intent, person, result))
        self.focus_first()

    def _begin_walk_in(self) -> None:
        organisations = OrganisationIndex(self.desk.read(desk_organisations))
        typed = "" if self.list.row is not None else self.field.text().strip()
        self._panel.setCurrentWidget(self.walk_in)
        self.walk_in.begin(self._search.index, organisations, self.desk.read(desk_sides), typed)

    def _register(self, intent: RegisterWalkIn) -> None:
        self.do(intent, self._said_registered, self._show_known_by_id)

    def _said_registered(self, who: ParticipantId) -> str:
        card = self._read_card(who)
        return sentences.registered(card.person) if card else ""

    def _show_known_by_id(self, who: ParticipantId) -> None:
        person = self._search.index.get(who)
        if person is not None:
            self._show_known(person)

    def _edit_badge_name(self) -> None:
        if self._card is not None:
            self._panel.setCurrentWidget(self.badge_name)
            self.badge_name.begin(self._card.person)

    def _set_badge_name(self, intent: object) -> None:
        self.do(intent, N_("The badge has another name now: print it again."), lambda _result: self._show_card_again())

    # The card

    def _read_card(self, who: ParticipantId) -> DeskCard | None:
        return self.desk.read(desk_card, who, self.now())

    def _show_card(self) -> None:
        row = self.list.row
        self._card = self._read_card(row.id) if row is not None else None
        if self._card is None:
            self.card.show_nobody()
        else:
            self.card.show_card(self._card, sentences.sheet(self._card), self._commands)

    def _show_card_again(self) -> None:
        self._panel.setCurrentWidget(self.card)
        self.focus_first()

    def _show_hint(self, doubt: str = "") -> None:
        if doubt:
            words = doubt
        elif self.field.text().strip():
            words = sentences.found(self.list.rows_model.rowCount())
        else:
            words = sentences.everybody(len(self._search.index.people))
        self.hint.setText(words)
        role = "warning" if doubt else "quiet"
        if self.hint.property("role") != role:
            self.hint.setProperty("role", role)
            self.hint.style().unpolish(self.hint)
            self.hint.style().polish(self.hint)

    def _has_person(self) -> bool:
        return self._card is not None

    def _can_check_in(self) -> bool:
        return self._card is not None and self._card.person.presence is not Presence.HERE

    def _open_import(self) -> None:
        self.wanted.emit("event", None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._show_card_again()
        elif (
            event.text().isprintable() and event.text() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            # A letter that is no command starts a search, wherever the focus was left.
            self.field.setFocus()
            self.field.setText(event.text())
        else:
            super().keyPressEvent(event)
