"""The card of the selected person: what comes next for them, in large type, and what they need from the desk."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from eccp_desktop.base.country_names import country_name
from eccp_desktop.base.i18n import N_
from eccp_desktop.base.language_names import language_name
from eccp_desktop.domain.vocabulary import Presence
from eccp_desktop.store.reads.desk_card import CardMeeting, CardSession, DeskCard
from eccp_desktop.ui.commands import Command, command_button
from eccp_desktop.ui.kit.card import SidePanel
from eccp_desktop.ui.kit.empty_state import EmptyState
from eccp_desktop.ui.kit.flow_layout import FlowLayout
from eccp_desktop.ui.kit.labels import Label, heading, paragraph, quiet
from eccp_desktop.ui.kit.state_mark import StateMark
from eccp_desktop.ui.pages.desk import sentences
from eccp_desktop.ui.pages.desk.people_list import mark
from eccp_desktop.ui.theme import ANSWER, HEADING, SMALL, SPACE_2, SPACE_3, State, state_of_meeting, state_of_presence

if TYPE_CHECKING:
    from eccp_desktop.desk.papers import StaleSheet

WIDTH, WIDTH_NARROW = 380, 296


class PersonCard(SidePanel):
    """Shows one person, or how to begin. `commands` are the page's own, by id; those that cannot be used have no button."""

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(N_("Person"), width=WIDTH, parent=parent)
        self._now = now
        self.body.setSpacing(SPACE_2)

    def show_nobody(self) -> None:
        """Say how to begin."""
        self.clear()
        self.body.addWidget(
            EmptyState(N_("Scan a badge, or type a part of a name. Enter checks in."), icon="identification-badge")
        )

    def show_card(self, card: DeskCard, *, stale: "StaleSheet | None", commands: Mapping[str, Command]) -> None:
        """Show a person; `stale` tells of a copy in hand that says something else than a new one would."""
        self.clear()
        self._who(card)
        cancelled = card.person.cancelled
        here = card.person.presence is Presence.HERE and not cancelled
        beside = ("desk.meet",) if here else ()
        enter = "desk.take-back" if cancelled else "desk.check-in"
        late = () if cancelled else ("desk.late",)
        self._buttons(commands, enter, *beside, *late, primary=enter)
        self._next(card)
        self._paper(card, stale)
        held = card.printed.get("schedules")
        ready = held is not None and (held.handed_out is None or held.ready > 0)
        first = "" if not here else "desk.hand-out" if ready and not (stale and not stale.lies_ready) else ""
        if here and not first and stale:
            first = "desk.sheet"
        self._buttons(commands, "desk.sheet", "desk.hand-out", "desk.badge", "desk.badge-name", primary=first)
        self._needs(card)
        self._day(card)

    def _who(self, card: DeskCard) -> None:
        person = card.person
        self._add(Label(person.name, size=HEADING, strong=True, wrap=True))
        if reading := sentences.reading(person):
            self._add(quiet(reading, wrap=True))
        if card.job_title:
            self._add(quiet(card.job_title, wrap=True))
        if person.organisation:
            self._add(paragraph(person.organisation))
        self._add(quiet(" · ".join(part for part in (country_name(person.country), person.side) if part)))
        self.body.addSpacing(SPACE_2)
        self._add(StateMark(mark(person), _presence(card, self._now())))

    def _next(self, card: DeskCard) -> None:
        now = self._now()
        meeting = card.next
        if meeting is None:
            words = N_("No more meetings") if card.meetings_in_all else N_("No meeting is planned")
            if card.unscheduled:
                words = N_("{words}; {count} could not be placed").format(words=words, count=card.unscheduled)
            self._gap()
            self._add(quiet(words))
            return
        self._gap()
        if meeting in card.missed:
            late = f"{card.person.late_until:%H:%M}" if card.person.late_until else ""
            words = N_("Next, but they come at {time} only").format(time=late)
            self._add(Label(words, strong=True, role="warning", wrap=True))
        else:
            self._add(quiet(N_("Now") if meeting.start <= now else N_("Next")))
        day = "" if meeting.start.date() == now.date() else f"{meeting.start:%a} "
        self._add(Label(f"{day}{meeting.start:%H:%M}  {N_('Table')} {meeting.table}", size=ANSWER, strong=True))
        if meeting.zone:
            self._add(quiet(meeting.zone))
        if meeting.helping:
            self._voice(meeting)
        for partner in meeting.partners:
            self._add(Label(partner.organisation or partner.name, strong=True, wrap=True))
            origin = " · ".join(part for part in (country_name(partner.country), partner.side) if part)
            self._add(quiet(", ".join(part for part in (partner.name, origin) if part), wrap=True))
            self._add(StateMark(state_of_presence(partner.presence), size=SMALL))
        if not meeting.helping:
            self._voice(meeting)
        if card.then is not None:
            words = N_("Then {time}, {table}, {whom}")
            time = sentences.moment(card.then.start, now)
            table, whom = sentences.place(card.then), sentences.whom(card.then)
            self._add(Label(words.format(time=time, table=table, whom=whom), wrap=True))

    def _voice(self, meeting: CardMeeting) -> None:
        words = sentences.interpreter(meeting)
        if words:
            self._add(Label(words[:1].upper() + words[1:], strong=True, wrap=True))

    def _paper(self, card: DeskCard, stale: "StaleSheet | None") -> None:
        self._gap()
        words = sentences.sheet(card, stale)
        self._add(Label(words, strong=stale is not None, role="warning" if stale else "", wrap=True))
        place = sentences.box(card.person)
        badge = N_("Badge {code}").format(code=card.person.code)
        self._add(quiet(", ".join(part for part in (badge, place) if part)))
        if card.person.former_codes:
            codes = ", ".join(card.person.former_codes)
            self._add(quiet(N_("Old badge: {codes}").format(codes=codes), wrap=True))
        if card.person.name_on_badge:
            self._add(quiet(N_("Name on badge: {name}").format(name=card.person.name_on_badge), wrap=True))

    def _needs(self, card: DeskCard) -> None:
        if not (card.interpreter or card.notes or card.languages or card.interprets):
            return
        self._gap()
        if card.interpreter:
            self._add(heading(N_("Needs an interpreter: {language}").format(language=language_name(card.interpreter))))
        elif card.interprets:
            languages = ", ".join(map(language_name, card.languages))
            self._add(heading(N_("Interprets: {languages}").format(languages=languages)))
        elif card.languages:
            self._add(quiet(N_("Speaks {languages}").format(languages=", ".join(map(language_name, card.languages)))))
        if card.notes:
            self._add(paragraph(card.notes))

    def _day(self, card: DeskCard) -> None:
        if card.day is None:
            return
        self._gap()
        now = self._now()
        today = card.day == now.date()
        self._add(quiet(N_("Today") if today else f"{card.day:%A} {card.day.day} {card.day:%B}"))
        lines = [(m.start, _MeetingLine(m)) for m in card.meetings] + [
            (s.start, _SessionLine(s)) for s in card.sessions
        ]
        for _, line in sorted(lines, key=lambda entry: entry[0]):
            self._add(line)

    def _buttons(self, commands: Mapping[str, Command], *ids: str, primary: str) -> None:
        usable = [commands[id] for id in ids if id in commands and commands[id].when()]
        if not usable:
            return
        holder = QWidget()
        row = FlowLayout(holder)
        for command in usable:
            row.addWidget(command_button(command, primary=command.id == primary))
        self.body.addSpacing(SPACE_2)
        self._add(holder)

    def _gap(self) -> None:
        self.body.addSpacing(SPACE_3)

    def _add(self, widget: QWidget) -> None:
        self.body.addWidget(widget)


class _MeetingLine(QWidget):
    """A line of the day: time, table, whom, and how it stands."""

    def __init__(self, meeting: CardMeeting) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_3)
        row.addWidget(_time(meeting.start))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(sentences.whom(meeting), wrap=True))
        place = ", ".join(part for part in (sentences.place(meeting), sentences.interpreter(meeting)) if part)
        words.addWidget(quiet(place[:1].upper() + place[1:]))
        row.addLayout(words, 1)
        state = state_of_meeting(meeting.state)
        if state is not State.SCHEDULED:
            row.addWidget(StateMark(state, sentences.MEETING_WORDS.get(meeting.state, ""), size=SMALL))


class _SessionLine(QWidget):
    """A line of the day for a seminar or a visit."""

    def __init__(self, session: CardSession) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_3)
        row.addWidget(_time(session.start))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(session.title, wrap=True))
        until = N_("until {time}").format(time=f"{session.end:%H:%M}")
        words.addWidget(quiet(", ".join(part for part in (until, session.room) if part)))
        row.addLayout(words, 1)


def _time(moment: datetime) -> Label:
    label = Label(f"{moment:%H:%M}", strong=True)
    label.setFixedWidth(48)
    return label


def _presence(card: DeskCard, now: datetime) -> str:
    person = card.person
    if not person.cancelled and person.presence is Presence.HERE and person.since:
        laptop = N_("laptop {letter}").format(letter=card.laptop) if card.laptop else ""
        since = N_("here since {time}").format(time=sentences.moment(person.since, now))
        return ", ".join(part for part in (since, laptop) if part)
    return sentences.status(person, now)
