"""The Desk: one field that is always ready, the people below it, and the card of the one who stands there."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from eccp_desktop.actions.badge_name import SetBadgeName
from eccp_desktop.actions.intent import Intent
from eccp_desktop.actions.presence import CheckIn
from eccp_desktop.actions.record_print import HandOut
from eccp_desktop.base.i18n import N_
from eccp_desktop.desk.organisation_search import OrganisationIndex
from eccp_desktop.desk.sides import sides_of
from eccp_desktop.domain.ids import ParticipantId
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.vocabulary import Presence
from eccp_desktop.store.changes import ChangeSet
from eccp_desktop.store.reads.desk_card import DeskCard, desk_card
from eccp_desktop.store.reads.desk_list import (
    DeskPerson,
    coming_starts,
    desk_organisations,
    venue_time,
    venue_zone,
)
from eccp_desktop.ui.commands import Command, command_button
from eccp_desktop.ui.kit.empty_state import EmptyState
from eccp_desktop.ui.pages import Page
from eccp_desktop.ui.pages.desk import sentences
from eccp_desktop.ui.pages.desk.late_menu import ask_for_time, late_menu, pop_up
from eccp_desktop.ui.pages.desk.people_finder import PeopleFinder
from eccp_desktop.ui.pages.desk.queue_figures import QueueFigures
from eccp_desktop.ui.pages.desk.sheet_printing import BADGE, SHEET, SheetPrinting, SheetReady
from eccp_desktop.ui.pages.desk.side_panels import SidePanels
from eccp_desktop.ui.theme import SPACE_6, State


class DeskPage(Page):
    """Finds people, checks them in, and shows what they need to know first."""

    name = "desk"
    title = N_("Desk")
    icon = "identification-badge"
    touched_by = (
        "event",
        "participant",
        "participant_language",
        "former_code",
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
        self._index = self.signals.people.index
        self._card: DeskCard | None = None
        self._commands = {command.id: command for command in self._make_commands()}
        self.figures = QueueFigures()
        nobody = EmptyState(
            N_("Nobody is on the list yet. Import the participants, or register who stands here."),
            N_("Import participants"),
            self._open_import,
            icon="users",
        )
        walk_in = command_button(self._commands["desk.walk-in"])
        self.finder = PeopleFinder(self._index, self.now, walk_in, nobody, self)
        self.panels = SidePanels(self.now)
        self.printing = SheetPrinting(self.desk, self.memory, self)
        self.sheets = self.signals.sheets
        self._taken_back: ParticipantId | None = None
        """Who had cancelled and was scanned just now: another scan takes them back."""
        self._card_soon = QTimer(self, singleShot=True, interval=0)
        self._card_comes = False
        """Whether the step that is on its way to the disk brings the card."""

    def _arrange(self) -> None:
        self.top.addWidget(self.figures)
        both = QHBoxLayout()
        both.setSpacing(SPACE_6)
        both.addLayout(self.finder.column, 1)
        both.addWidget(self.panels)
        self.body.addLayout(both, 1)
        self.panels.fit(self.width())

    def _connect(self) -> None:
        self.finder.selected.connect(self._selected)
        self.finder.entered.connect(self._entered)
        self.finder.coded.connect(self.scanned)
        self.finder.missed.connect(self._missed)
        self.panels.registered.connect(self._register)
        self.panels.renamed.connect(self._rename)
        self.panels.known.connect(self._show_person)
        self.panels.left.connect(self.focus_first)
        self.sheets.known.connect(self._show_card)
        self._card_soon.timeout.connect(self._show_card)
        self.printing.ready.connect(self._say_printed)
        self.printing.refused.connect(self.refuse)
        self.printing.troubled.connect(self.signals.troubled)

    def _reload(self) -> None:
        self.figures.count(self._index.people)
        self.finder.reload()
        self._show_card()
        self.sheets.look()

    def commands(self) -> Sequence[Command]:
        return tuple(self._commands.values())

    def _make_commands(self) -> list[Command]:
        chosen = self._is_chosen
        return [
            Command("desk.check-in", N_("Check in"), self._check_in_chosen, "Ctrl+Return", "check", self._can_check_in),
            Command(
                "desk.take-back", N_("Register and check in"), self._take_back, "", "user-plus", self._has_cancelled
            ),
            Command("desk.late", N_("Late or gone"), self._offer_late, "L;Ctrl+L", "clock", chosen),
            Command("desk.sheet", N_("Print sheet"), self._print_sheet, "S;Ctrl+S", "printer", self._can_print),
            Command(
                "desk.badge", N_("Print badge"), self._print_badge, "B;Ctrl+B", "identification-card", self._can_print
            ),
            Command("desk.hand-out", N_("Sheet handed out"), self._hand_out, "H;Ctrl+H", "hand", self._lies_ready),
            Command("desk.meet", N_("Sit down with"), self._sit_down, "M;Ctrl+M", "handshake", self._can_print),
            Command("desk.badge-name", N_("Correct name or badge"), self._begin_badge_name, "", "text-aa", chosen),
            Command("desk.walk-in", N_("Walk-in"), self._begin_walk_in, "N;Ctrl+N", "user-plus"),
        ]

    def focus_first(self) -> None:
        self.finder.ready()

    def show_thing(self, thing: object) -> None:
        self._show_id(ParticipantId(str(thing)))

    def now(self) -> datetime:
        """The wall time at the venue."""
        now = self.clock.now()
        return venue_time(now, self._zone) or now

    def on_change(self, change: ChangeSet) -> None:
        if change.touches("event"):
            self._zone = self.desk.read(venue_zone)
        super().on_change(change)

    # Checking in

    def _entered(self, person: DeskPerson) -> None:
        if _is_here(person):
            self._say_already(person)
        elif self.finder.is_sure(person):
            self._check_in(person)

    def _missed(self, text: str) -> None:
        """Somebody who is not on the list is registered, if what was typed may be a name."""
        if not sentences.may_be_name(text):
            words = N_("Nobody is found for {text}. Scan again, or type a part of the name.")
            self.notices.say(words.format(text=text))
            self.focus_first()
        else:
            self._begin_walk_in()

    def scanned(self, code: str) -> None:
        owners = self._index.by_code(code)
        back, self._taken_back = self._taken_back, None
        if len(owners) == 1:
            # Not the question in the hint: the letters of the second scan have passed through the field.
            asked = back == owners[0].id
            self._show_person(owners[0])
            self._meet(owners[0], asked=asked, badge=sentences.old_badge(owners[0], code))
            return
        people = [owner.name for owner in owners]
        self.refuse(Refusal("code_of_several" if owners else "nobody_has_code", badge=code, people=people))
        if owners:
            self.finder.field.setText(code)
        else:
            self.finder.ready()

    def _meet(self, person: DeskPerson, *, asked: bool, badge: str = "") -> None:
        """Somebody stands here for certain: no question of look-alikes, but one where they had cancelled, if it was not
        `asked` just now. What there is to say of their `badge` is said first."""
        if _is_here(person):
            self._say_already(person, badge)
        elif person.cancelled and not asked:
            self._taken_back = person.id
            question = sentences.joined(badge, sentences.cancelled(person, again=False))
            self.finder.offer(person, question)
            self.notices.say(
                question,
                partial(self._check_in, person, badge),
                verb=N_("Register and check in"),
                state=State.CANCELLED,
            )
        else:
            self._check_in(person, badge)

    def _check_in_chosen(self) -> None:
        if (card := self._chosen) is not None:
            self._meet(card.person, asked=self.finder.asks_about(card.person))

    def _take_back(self) -> None:
        if (card := self._chosen) is not None:
            self._check_in(card.person)

    def _check_in(self, person: DeskPerson, badge: str = "") -> None:
        self._taken_back = None
        self.finder.empty()
        self.do(CheckIn(person.id, reinstate=person.cancelled), partial(self._said_here, badge))
        # A card of before the step would be painted only to be made again with the answer.
        self._card_comes = self._card_comes or self._card_soon.isActive()
        self._card_soon.stop()

    def refuse(self, refusal: Refusal) -> None:
        super().refuse(refusal)
        if self._card_comes:
            self._card_soon.start()

    def _said_here(self, badge: str, who: ParticipantId) -> str:
        card = self._card
        if card is None or card.person.id != who or card.person.presence is not Presence.HERE:
            card = self._read_card(who)
        return sentences.joined(badge, sentences.here(card, self.now())) if card else badge

    def _say_already(self, person: DeskPerson, badge: str = "") -> None:
        card = self._read_card(person.id)
        if card is not None:
            words = sentences.joined(badge, sentences.already(card, self.now()))
            self.notices.say(words, state=State.LATE, word=N_("already"))
        self.finder.ready()

    # Late, gone, walk-in, name on badge

    def _offer_late(self) -> None:
        card = self._chosen
        if card is None:
            return
        now = self.now()
        starts = self.desk.read(coming_starts, now)
        ask = partial(ask_for_time, card.person, now, starts, self._mark, self)
        menu = late_menu(card.person, starts, card.leaving(now), self._mark, self, ask=ask)
        pop_up(menu, self.panels)

    def _mark(self, intent: Intent[object], person: DeskPerson) -> None:
        def said(result: object) -> str:
            card = self._read_card(person.id)
            return sentences.marked(intent, person, result, card.missed if card is not None else ())

        self.do(intent, said)
        self.finder.ready()

    def _begin_walk_in(self) -> None:
        self.finder.settle()
        organisations = OrganisationIndex(self.desk.read(desk_organisations), sides_of(self.desk))
        name = "" if self.finder.row is not None else self.finder.text
        self.panels.begin_walk_in(self._index, organisations, name)

    def _register(self, intent: Intent[ParticipantId]) -> None:
        self.do(intent, self._said_registered, self._show_id)

    def _said_registered(self, who: ParticipantId) -> str:
        card = self._read_card(who)
        return sentences.registered(card.person) if card else ""

    def _begin_badge_name(self) -> None:
        if (card := self._chosen) is not None:
            self.panels.begin_badge_name(card.person)

    def _rename(self, intent: Intent[ParticipantId]) -> None:
        words = (
            N_("The badge has another name now: print it again.")
            if isinstance(intent, SetBadgeName)
            else N_("The name is corrected everywhere. Print the sheet and the badge again.")
        )
        self.do(intent, words, lambda _result: self.panels.go_back())

    def _sit_down(self) -> None:
        # Loaded with the first meeting that is asked for: it needs what the Timetable page is made of.
        from eccp_desktop.ui.pages.desk.sitting_down import sit_down

        if (card := self._chosen) is not None:
            sit_down(self, self._index, card.person)

    # Sheets and badges

    def _print_sheet(self) -> None:
        if (card := self._chosen) is not None:
            self.printing.print_sheet(SHEET, card.person)

    def _print_badge(self) -> None:
        if (card := self._chosen) is not None:
            self.printing.print_sheet(BADGE, card.person)

    def _hand_out(self) -> None:
        if (card := self._chosen) is not None:
            self.do(HandOut(card.person.id), N_("{person} has the sheet.").format(person=card.person.name))

    def _say_printed(self, sheet: SheetReady) -> None:
        file = f"{sheet.path.parent.name}/{sheet.path.name}" if sheet.path else ""
        self.notices.say(sentences.printed_sheet(sheet.document, sheet.person.name, sheet.version, file))

    # The card

    def _selected(self, row: DeskPerson | None) -> None:
        # The list is painted before the card is made: a key has to answer at once.
        if row is None or self._card is None or row.id != self._card.person.id:
            self._card_soon.start()

    @property
    def _chosen(self) -> DeskCard | None:
        """The card of whoever is selected now, also where it is still to be painted."""
        self.finder.settle()
        if self._card_soon.isActive() or self._card_comes:
            self._show_card()
        return self._card

    def _show_id(self, who: ParticipantId) -> None:
        person = self._index.get(who)
        if person is not None:
            self._show_person(person)

    def _show_person(self, person: DeskPerson) -> None:
        self.finder.show_person(person)
        self.panels.go_back()

    def _show_card(self) -> None:
        self._card_soon.stop()
        self._card_comes = False
        row = self.finder.row
        self._card = self._read_card(row.id) if row is not None else None
        stale = self.sheets.stale(row.id) if row is not None else None
        self.panels.show_card(self._card, stale=stale, commands=self._commands)

    def _read_card(self, who: ParticipantId) -> DeskCard | None:
        return self.desk.read(desk_card, who, self.now())

    def _is_chosen(self) -> bool:
        return self._chosen is not None

    def _can_print(self) -> bool:
        return (card := self._chosen) is not None and not card.person.cancelled

    def _lies_ready(self) -> bool:
        """Whether a sheet was printed that nobody has taken yet."""
        held = card.printed.get(SHEET) if (card := self._chosen) is not None else None
        return held is not None and (held.handed_out is None or held.ready > 0)

    def _can_check_in(self) -> bool:
        return (card := self._chosen) is not None and not _is_here(card.person)

    def _has_cancelled(self) -> bool:
        return (card := self._chosen) is not None and card.person.cancelled

    def _open_import(self) -> None:
        self.wanted.emit("exchange", None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._built:
            self.panels.fit(event.size().width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.panels.go_back()
        elif not self.finder.type_on(event):
            super().keyPressEvent(event)


def _is_here(person: DeskPerson) -> bool:
    """Whether there is nothing to do for them: a registration that was cancelled counts before a presence that was left."""
    return person.presence is Presence.HERE and not person.cancelled
