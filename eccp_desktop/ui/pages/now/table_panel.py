"""The selected table: who sits there, where they come from, and the roll-call as buttons."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.ids import ParticipantId
from eccp_desktop.domain.names import initialled
from eccp_desktop.domain.vocabulary import Presence
from eccp_desktop.store.reads.now_board import BoardPerson, BoardTable
from eccp_desktop.store.reads.repair_list import LaterMeeting
from eccp_desktop.ui.commands import Command, command_button, menu
from eccp_desktop.ui.kit.buttons import icon_button, plain_button, small
from eccp_desktop.ui.kit.flow_layout import FlowLayout
from eccp_desktop.ui.kit.labels import ElidedLabel, Label, quiet
from eccp_desktop.ui.kit.state_mark import StateMark
from eccp_desktop.ui.pages.now import words
from eccp_desktop.ui.theme import (
    CONTROL,
    HEADING,
    SMALL,
    SPACE_1,
    SPACE_2,
    State,
    state_of_meeting,
    state_of_presence,
)

ROLL_CALL = ("now.both", "now.host-missing", "now.guest-missing", "now.nobody")
MORE = ("now.start", "now.gone", "now.interpreter", "now.close-table", "now.reopen-table")
MOST_PEOPLE = 4
BUTTON_ROOM = 236
"""Pixels for whom a button of the roll-call names, beside its key."""

Later = Mapping[ParticipantId, tuple[LaterMeeting, ...]]


class TablePanel(QWidget):
    """Its buttons are made once, so that the focus stays where it is when the table changes. `head` says which table it is,
    and stands above what scrolls.
    """

    gone = Signal(object)  # the BoardPerson who is gone for today
    late = Signal(object)  # the BoardPerson of whom it is asked when they come

    def __init__(self, commands: Mapping[str, Command], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._commands = commands
        self._less = 0
        self.head = QWidget()
        self._title = Label(size=HEADING, strong=True)
        self._zone = ElidedLabel()
        self._state = StateMark(State.FREE)
        self._people = [_PersonBlock() for _ in range(MOST_PEOPLE)]
        for block in self._people:
            block.left.connect(self.gone)
            block.asked.connect(self.late)
        self._voice = Label(wrap=True)
        self._roll_call = {name: _roll_call_button(commands[name]) for name in ROLL_CALL}
        self._more = icon_button(N_("More for this table"), "dots-three", self._offer)
        self._arrange()

    def _arrange(self) -> None:
        head = QHBoxLayout(self.head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(SPACE_2)
        head.addWidget(self._title)
        head.addWidget(self._state)
        head.addWidget(self._zone, 1)
        head.addWidget(self._more)
        grid = QGridLayout()
        grid.setSpacing(SPACE_1)
        both, host, guest, nobody = self._roll_call.values()
        grid.addWidget(both, 0, 0)
        grid.addWidget(nobody, 0, 1)
        grid.addWidget(host, 1, 0, 1, 2)
        grid.addWidget(guest, 2, 0, 1, 2)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        for block in self._people:
            column.addWidget(block)
        column.addWidget(self._voice)
        column.addLayout(grid)

    def show_less(self, less: int) -> None:
        """For lack of room leave out 1: where people come from; 2: that they are here as well."""
        self._less = less
        self._column.setSpacing(SPACE_1 if less > 1 else SPACE_2)
        for block in self._people:
            block.show_less(less)

    def show_table(self, table: BoardTable | None, later: Later) -> None:
        """Show a table; `later` are the meetings that people who may be gone still have today."""
        for part in (self, self.head):
            part.setVisible(table is not None)
        if table is None:
            return
        meeting = table.meeting
        self._title.setText(N_("Table {number}").format(number=table.number))
        self._zone.say(table.zone)
        if meeting is not None:
            self._state.show_state(state_of_meeting(meeting.state), str(meeting.state))
        else:
            self._state.show_state(State.FREE if table.open else State.GONE, "" if table.open else N_("closed"))
        missing = {person.id for person in meeting.missing} if meeting is not None else set()
        people = meeting.people if meeting is not None else ()
        for place, block in enumerate(self._people):
            person = people[place] if place < len(people) else None
            block.show_person(person, bool(person and person.id in missing), later)
            block.show_less(self._less)
        self._show_voice(words.interpreter(meeting) if meeting is not None else "", bool(meeting and meeting.unmet))
        for button in self._roll_call.values():
            button.setVisible(meeting is not None)
        for name, host in (("now.host-missing", True), ("now.guest-missing", False)):
            self._say_who(name, [person for person in people if person.host is host])

    def _say_who(self, name: str, people: Sequence[BoardPerson]) -> None:
        """Whom a key of the roll-call means at this table, shortened where the button is too narrow."""
        button, command = self._roll_call[name], self._commands[name]
        if not people:
            return
        whole = words.is_missing([person.name for person in people])
        forms = [
            whole,
            words.is_missing([initialled(person.name, person.family_name) for person in people]),
            words.is_missing([person.family_name for person in people]),
        ]
        metrics = button.fontMetrics()
        fitting = next((form for form in forms if metrics.horizontalAdvance(form) <= BUTTON_ROOM), forms[-1])
        shown = metrics.elidedText(fitting, Qt.TextElideMode.ElideMiddle, BUTTON_ROOM)
        button.setText(f"{command.shown_keys}   {shown}".replace("&", "&&"))
        button.setAccessibleName(whole)
        button.setToolTip(f"{command.title} ({command.shown_keys}): {whole}")

    def _show_voice(self, said: str, missing: bool) -> None:
        """Who interprets, or, as a warning, that nobody does."""
        self._voice.setText(said)
        self._voice.setVisible(bool(said))
        self._voice.setProperty("role", "warning" if missing else "")
        self._voice.style().unpolish(self._voice)
        self._voice.style().polish(self._voice)

    def _offer(self) -> None:
        """What else can be done with the table, as a menu."""
        offers = menu([self._commands[name] for name in MORE], self)
        offers.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        offers.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))


class _PersonBlock(QWidget):
    """A person at the table: name, origin, presence, and for whoever is missing what they still have today."""

    left = Signal(object)
    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._person: BoardPerson | None = None
        self._name = Label(strong=True, wrap=True)
        self._role = quiet("")
        self._origin = quiet("", wrap=True)
        self._presence = StateMark(State.EXPECTED, size=SMALL)
        self._later = quiet("", wrap=True)
        self._leave = small(plain_button(N_("Gone for today"), self._left))
        self._leave.setToolTip(N_("Gone for today (G): frees all later meetings"))
        self._late = small(plain_button(N_("Late"), self._asked))
        self._late.setToolTip(N_("Late or gone (L): until when"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self._line = beside = QWidget()
        self._beside = FlowLayout(beside, gap=SPACE_1)
        for part in (self._presence, self._late, self._leave):
            self._beside.addWidget(part)
        first = QHBoxLayout()
        first.setSpacing(SPACE_2)
        first.addWidget(self._name, 1)
        first.addWidget(self._role)
        column.addLayout(first)
        column.addWidget(self._origin)
        column.addWidget(beside)
        column.addWidget(self._later)

    def show_person(self, person: BoardPerson | None, missing: bool, later: Later) -> None:
        """Show somebody, or nobody."""
        self._person = person
        self.setVisible(person is not None)
        if person is None:
            return
        self._name.setText(person.name)
        self._role.setText(N_("host") if person.host else N_("guest"))
        self._origin.setText(words.origin(person))
        self._name.setToolTip(words.origin(person))
        absent = missing or person.presence in (Presence.EXPECTED, Presence.LATE)
        state = State.MISSING if missing else state_of_presence(person.presence)
        self._presence.show_state(state, words.missing(person) if missing else words.presence(person))
        meetings = later.get(person.id, ())
        reach = [person.phone] if absent and person.phone else []
        reach += [N_("Later: {meetings}").format(meetings=words.later(meetings))] if absent and meetings else []
        self._later.setText("\n".join(reach))
        self._later.setVisible(bool(reach))
        self._late.setVisible(absent)
        self._late.setAccessibleName(N_("{person} is late").format(person=person.name))
        self._leave.setVisible(absent)
        self._presence.setFixedHeight(CONTROL if absent else self._presence.sizeHint().height())
        self._beside.invalidate()
        self._leave.setAccessibleName(N_("{person} is gone for today").format(person=person.name))

    def show_less(self, less: int) -> None:
        """Leave out 1: where they come from, which the name's tooltip says; 2: that they are here as well."""
        self._origin.setVisible(less < 1)
        self._line.setVisible(less < 2 or not self._leave.isHidden())

    def _left(self) -> None:
        if self._person is not None:
            self.left.emit(self._person)

    def _asked(self) -> None:
        if self._person is not None:
            self.asked.emit(self._person)


def _roll_call_button(command: Command) -> QPushButton:
    button = command_button(command)
    button.setText(f"{command.shown_keys}   {command.title}")
    button.setAccessibleName(command.title)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return button
