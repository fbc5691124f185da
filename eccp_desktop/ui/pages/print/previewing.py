"""Draws what is chosen into the preview: the first page at once, the pages behind it as soon as nobody chooses on."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from eccp_desktop.base.i18n import N_
from eccp_desktop.base.progress import Report, Stopping
from eccp_desktop.base.trouble import Trouble
from eccp_desktop.desk.papers import PREVIEWED_PAGES, Papers, PrintedPdf, PrintJob, Stopped, Subject
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.ui.job import Job
from eccp_desktop.ui.pages.print.choices import Choices
from eccp_desktop.ui.pages.print.preview import Preview
from eccp_desktop.ui.pages.print.words import coming, pages_of
from eccp_desktop.ui.texts import sentence

SETTLE = 120
"""Milliseconds without a further choice after which the first page is drawn."""

MOST_DRAWN = 60
"""Sheets that are drawn only to count their pages; of more it is said how many sheets there are."""

REST = 250
"""Milliseconds that the first page stands before those behind it are drawn, unless another choice was made."""

PREVIEWED = 3
"""Sheets in the preview; the rest cannot look otherwise, and would only be waited for."""


class Previewing(QObject):
    """One drawing at a time; an older one is stopped first."""

    counted = Signal(str)
    """What would come out of the printer, in words; empty while that is not known."""

    def __init__(self, papers: Papers, choices: Choices, preview: Preview, parent: QObject) -> None:
        super().__init__(parent)
        self._papers, self._choices, self._preview = papers, choices, preview
        self._settled = QTimer(self, singleShot=True, interval=SETTLE)
        self._rested = QTimer(self, singleShot=True, interval=REST)
        self._drawing: Job | None = None
        self._shown: PrintJob | None = None
        self._hurried = False
        self._idle = QTimer(self, singleShot=True, interval=REST)
        self._idle.timeout.connect(self._count)
        self._settled.timeout.connect(self._draw_first)
        self._rested.timeout.connect(self._draw_rest)

    @property
    def at_rest(self) -> bool:
        """Whether nothing is being drawn, nor will be by itself."""
        waiting = (self._settled, self._rested, self._idle)
        return self._drawing is None and not any(timer.isActive() for timer in waiting)

    def begin(self) -> None:
        """Draw what is chosen, as soon as it stands."""
        self._rested.stop()
        self._idle.stop()
        self.counted.emit("")
        if self._drawing is not None:
            self._drawing.stop()
        self._settled.start()

    def _draw_first(self) -> None:
        if not self._preview.isVisible():
            return  # the page was made ahead of its opening, which begins anew
        if self._drawing is not None:
            # The newest choice is drawn when the older drawing has stopped.
            self._settled.start()
            return
        job = self._choices.job()
        if job is None:
            self._preview.say(self._choices.missing)
        else:
            self._draw(job, hurried=True)

    def _draw_rest(self) -> None:
        if self._shown is not None:
            self._draw(self._shown, hurried=False)

    def _draw(self, job: PrintJob, *, hurried: bool) -> None:
        self._shown, self._hurried = job, hurried
        self._drawing = drawing = Job(partial(_preview, self._papers, job, hurried), self)
        drawing.done.connect(self._drawn)
        drawing.refused.connect(self._refused)
        drawing.troubled.connect(self._troubled)
        drawing.broke.connect(self._broke)
        drawing.start()

    def _drawn(self, printed: PrintedPdf | None) -> None:
        self._drawing = None
        if printed is None:
            return
        if not printed.sheets and self._shown is not None and self._shown.changed:
            self._preview.say(N_("Every copy in hand is current: nothing to print again."))
            return
        if not printed.sheets and printed.document.subject is not Subject.EVENT:
            self._preview.say(N_("There is nothing to print here yet."))
            return
        self._preview.show_pdf(printed.pdf, same=not self._hurried)
        if self._hurried and printed.document.subject is Subject.EVENT and not self._settled.isActive():
            self._rested.start()
        elif printed.document.subject is not Subject.EVENT and not self._settled.isActive():
            self._idle.start()
        elif not self._hurried and printed.pages < PREVIEWED_PAGES:
            self.counted.emit(pages_of(printed.pages))

    def _count(self) -> None:
        if self._shown is None or self._drawing is not None:
            return
        self._drawing = drawing = Job(partial(_count, self._papers, self._shown), self)
        drawing.done.connect(self._told)
        drawing.refused.connect(self._refused)
        drawing.troubled.connect(self._troubled)
        drawing.broke.connect(self._broke)
        drawing.start()

    def _told(self, found: tuple[int, int | None] | None) -> None:
        self._drawing = None
        if found is not None and not self._settled.isActive():
            self.counted.emit(coming(*found))

    def _refused(self, refusal: Refusal) -> None:
        self._drawing = None
        self._preview.say(sentence(refusal))

    def _troubled(self, trouble: Trouble) -> None:
        self._drawing = None
        self._preview.say(str(trouble))

    def _broke(self, _problem: BaseException) -> None:
        """A fault, which its thread reports."""
        self._drawing = None


def _preview(papers: Papers, job: PrintJob, hurried: bool, _report: Report, stopping: Stopping) -> PrintedPdf | None:
    """None where another choice stopped it."""
    try:
        return papers.preview(job, PREVIEWED, hurried=hurried, stopping=stopping)
    except Stopped:
        return None


def _count(papers: Papers, job: PrintJob, _report: Report, stopping: Stopping) -> tuple[int, int | None] | None:
    """None where another choice stopped it."""
    try:
        return papers.count(job, MOST_DRAWN, stopping)
    except Stopped:
        return None
