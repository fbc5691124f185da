"""The panel that makes a timetable: how, while it searches, and what it found."""

from functools import partial
from threading import Event

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.base.progress import Progress, Report, Stopping
from eccp_desktop.base.trouble import Trouble
from eccp_desktop.desk.timetabling import Mode, Proposal, Step, Timetabling
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.ui.job import Job
from eccp_desktop.ui.kit.buttons import quiet_button
from eccp_desktop.ui.kit.labels import heading, quiet
from eccp_desktop.ui.pages.timetable.curve import Curve
from eccp_desktop.ui.pages.timetable.generate_form import GenerateForm
from eccp_desktop.ui.pages.timetable.inset import inset_column
from eccp_desktop.ui.pages.timetable.preview import Preview, preview
from eccp_desktop.ui.pages.timetable.proposal_view import ProposalView
from eccp_desktop.ui.theme import SPACE_3


class GeneratePanel(QWidget):
    """Runs the engine beside the window. Nothing counts until it is applied."""

    progressed = Signal(object)
    """Progress, for the strip under the title."""

    began = Signal()
    ended = Signal()
    shown = Signal()
    """There is a proposal to look at, or none any more."""

    accepted = Signal(object)
    """Make this Proposal the timetable."""

    refused = Signal(object)
    troubled = Signal(object)

    def __init__(self, timetabling: Timetabling, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._timetabling = timetabling
        self._job: Job | None = None
        self._ending = ending = Event()
        self.destroyed.connect(lambda: ending.set())  # the window closes: nobody waits for the engine any more
        self.preview: Preview | None = None
        self.form = GenerateForm()
        self.view = ProposalView()
        self.curve = Curve()
        self._words = quiet("", wrap=True)
        self._end = quiet_button(N_("End now"), self.end, icon="x")
        self._searching = QWidget()
        self._searching.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        column = inset_column(self._searching, SPACE_3)
        column.addWidget(heading(N_("Searching")))
        column.addWidget(self.curve)
        column.addWidget(self._words)
        column.addWidget(self._end)
        column.addWidget(quiet(N_("Escape stops and keeps the best; a second one ends at once."), wrap=True))
        column.addStretch(1)
        self._stack = QStackedLayout(self)
        for part in (self.form, self._searching, self.view):
            self._stack.addWidget(part)
        self.form.started.connect(self.start)
        self.view.applied.connect(self._apply)
        self.view.discarded.connect(self.discard)

    @property
    def proposal(self) -> Proposal | None:
        """The timetable that was found, while nobody has applied or discarded it."""
        return None if self.preview is None else self.preview.proposal

    @property
    def running(self) -> bool:
        """Whether the engine is at work."""
        return self._job is not None

    @property
    def stopping(self) -> bool:
        """Whether the engine was told to end, and its best is awaited."""
        return self._job is not None and not self._end.isHidden()

    def start(self, mode: Mode, seconds: int) -> None:
        """Let the engine search; nothing is changed by that."""
        if self._job is not None:
            return
        self._ending.clear()
        self.curve.start(float(seconds))
        self._words.setText(N_("Looking for a first timetable ..."))
        self._end.hide()
        focused = self._has_focus
        self._stack.setCurrentWidget(self._searching)
        if focused:
            self._searching.setFocus()
        self._job = job = Job(partial(self._generate, mode, seconds), self)
        job.progressed.connect(self._progress)
        job.done.connect(self._found)
        job.refused.connect(self._refuse)
        job.troubled.connect(self._trouble)
        job.finished.connect(self._finish)
        self.began.emit()
        job.start()

    def stop(self) -> None:
        """Keep the best so far, with reasons for what it does not place."""
        if self._job is not None:
            self._job.stop()
            self._words.setText(N_("Stopping, the best so far is kept ..."))
            self._end.show()

    def end(self) -> None:
        """End the engine at once, with the best so far and without reasons."""
        self._ending.set()
        self.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape or not self.running:
            super().keyPressEvent(event)
        elif self.stopping:
            self.end()
        else:
            self.stop()

    def discard(self) -> None:
        """Forget the proposal."""
        self.preview = None
        self._stack.setCurrentWidget(self.form)
        self.shown.emit()

    def _generate(self, mode: Mode, seconds: int, report: Report, stopping: Stopping) -> Preview:
        proposal = self._timetabling.generate(
            mode, float(seconds), report=report, stopping=stopping, ending=self._ending.is_set
        )
        return preview(proposal)

    def _progress(self, progress: Progress) -> None:
        if isinstance(progress, Step):
            self.curve.add(progress)
            if self._end.isHidden():
                self._words.setText(_course(progress))
        self.progressed.emit(progress)

    def _found(self, found: Preview) -> None:
        self.preview = found
        self.view.show_proposal(found.proposal, found.lines)
        focused = self._has_focus
        self._stack.setCurrentWidget(self.view)
        if focused:  # who works elsewhere by now must not apply it with the next Enter
            self.view.apply.setFocus()
        self.shown.emit()

    @property
    def _has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is None or self.isAncestorOf(focus)

    def _refuse(self, refusal: Refusal) -> None:
        self._stack.setCurrentWidget(self.form)
        self.refused.emit(refusal)

    def _trouble(self, trouble: Trouble) -> None:
        self._stack.setCurrentWidget(self.form)
        self.troubled.emit(trouble)

    def _finish(self) -> None:
        self._job = None
        if self._stack.currentWidget() is self._searching:
            self._stack.setCurrentWidget(self.form)  # it ended without an answer
        self.ended.emit()

    def _apply(self) -> None:
        if self.proposal is not None:
            self.accepted.emit(self.proposal)


def _course(step: Step) -> str:
    if step.placed >= step.bound:
        return f"{step.placed} of {step.wanted} placed: no timetable can seat more. Now fewer idle gaps."
    return f"{step.placed} of {step.wanted} placed, at most {step.bound} possible."
