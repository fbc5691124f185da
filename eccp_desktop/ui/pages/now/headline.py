"""The answer of the Now page in its largest type: the slot, the countdown, what is next, and how the roll-call stands."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.vocabulary import MISSING_STATES, MeetingState
from eccp_desktop.store.reads.now_board import NowBoard
from eccp_desktop.ui.kit.buttons import Clicked, link_button, plain_button
from eccp_desktop.ui.kit.flow_layout import FlowLayout
from eccp_desktop.ui.kit.labels import Label
from eccp_desktop.ui.kit.state_mark import StateMark
from eccp_desktop.ui.pages.now import words
from eccp_desktop.ui.pages.now.situation import Situation
from eccp_desktop.ui.theme import ANSWER, SPACE_1, SPACE_2, SPACE_4, State

_COUNTED: tuple[tuple[State, str, tuple[MeetingState, ...]], ...] = (
    (State.SCHEDULED, N_("{count} scheduled"), (MeetingState.SCHEDULED,)),
    (State.CALLED, N_("{count} called"), (MeetingState.CALLED,)),
    (State.RUNNING, N_("{count} running"), (MeetingState.RUNNING,)),
    (State.HELD, N_("{count} held"), (MeetingState.HELD,)),
    (State.MISSING, N_("{count} missing"), tuple(MISSING_STATES)),
)


class Headline(QWidget):
    """`tick` repaints the countdown alone; it is called every second."""

    def __init__(self, back: Clicked, answer: Clicked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answer = QWidget()
        self._slot = Label(size=ANSWER, strong=True)
        self._slot.setContentsMargins(0, 0, SPACE_4, 0)
        self._countdown = Label(size=ANSWER)
        self._countdown.setContentsMargins(0, 0, SPACE_4, 0)
        self._countdown.setAccessibleName(N_("Countdown"))
        self._beside = Label(role="quiet")
        self._beside.setContentsMargins(0, SPACE_4, 0, 0)  # on the line of the large type beside it
        self._sentence = Label(role="quiet", wrap=True)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._back = plain_button(N_("Back to now"), back, icon="arrow-counter-clockwise")
        self._unanswered = link_button("", answer)
        self._unanswered.hide()
        self._counted = False
        self._figures = QWidget()
        self._marks = FlowLayout(self._figures, gap=SPACE_4)
        self._counts = [StateMark(state) for state, _, _ in _COUNTED]
        for mark in self._counts:
            self._marks.addWidget(mark)
        self._marks.addWidget(self._unanswered)
        self._arrange()

    def _arrange(self) -> None:
        self._line = FlowLayout(self._answer, gap=SPACE_2)
        for part in (self._slot, self._countdown, self._beside):
            self._line.addWidget(part)
        below = QHBoxLayout()
        below.setSpacing(SPACE_2)
        below.addWidget(self._sentence, 1)
        below.addWidget(self._back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_1)
        column.addWidget(self._answer)
        column.addWidget(self._figures)
        column.addLayout(below)

    def show_situation(self, situation: Situation, board: NowBoard) -> None:
        """Show a slot with its figures."""
        slot = situation.slot
        assert slot is not None
        self._slot.setText(words.span(slot.span))
        self._beside.setText(_beside(situation))
        self._line.invalidate()
        self._sentence.setText(situation.sentence)
        self._sentence.setVisible(bool(situation.sentence))
        self._back.setVisible(situation.elsewhere)
        for mark, (state, template, states) in zip(self._counts, _COUNTED, strict=True):
            count = board.count(*states)
            mark.show_state(state, template.format(count=count))
            mark.setVisible(count > 0)
        self._counted = board.meetings > 0
        self._place_figures()
        self.tick(situation)

    def show_unanswered(self, count: int) -> None:
        """Show how many past meetings nobody answered."""
        self._unanswered.setText(words.unanswered(count))
        self._unanswered.setToolTip(N_("Answer for past slots (U)"))
        self._unanswered.setVisible(count > 0)
        self._place_figures()

    def _place_figures(self) -> None:
        self._figures.setVisible(self._counted or not self._unanswered.isHidden())
        self._marks.invalidate()

    def tick(self, situation: Situation) -> None:
        """Show how long it is to the bell."""
        if situation.countdown is not None and words.countdown(situation.countdown) != self._countdown.text():
            self._countdown.setText(words.countdown(situation.countdown))

    @property
    def countdown(self) -> str:
        """What the countdown says."""
        return self._countdown.text()

    @property
    def said(self) -> str:
        """The slot and what is said beside and below it, for tests and the screen reader."""
        return " ".join(part for part in (self._slot.text(), self._beside.text(), self._sentence.text()) if part)


def _beside(situation: Situation) -> str:
    assert situation.slot is not None
    parts = []
    if situation.slot.span.start.date() != situation.now.moment.date():
        parts.append(words.day(situation.slot.span.start))
    following = situation.following
    if following is not None and following.span.start.date() == situation.slot.span.start.date():
        parts.append(N_("next at {time}").format(time=f"{following.span.start:%H:%M}"))
    else:
        parts.append(N_("last of the day"))
    return " · ".join(parts)
