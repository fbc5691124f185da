"""From the button that begins a search to the timetable that counts: progress, a look at the proposal, one step to apply it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from eccp_desktop.actions.apply_timetable import AppliedTimetable
from eccp_desktop.base.i18n import N_
from eccp_desktop.base.progress import Progress
from eccp_desktop.desk.timetabling import Mode, Proposal, Step
from eccp_desktop.ui.pages.one_job import NOTICEABLE
from eccp_desktop.ui.pages.timetable.difference import ChangeLine

if TYPE_CHECKING:
    from eccp_desktop.ui.pages.timetable.page import TimetablePage


class Generating(QObject):
    """Belongs to the page, and joins its panel to its progress, its grid and the desk."""

    def __init__(self, page: "TimetablePage") -> None:
        super().__init__(page)
        self._page = page
        self._panel = page.side.generate
        self._panel.began.connect(self._begin)
        self._panel.progressed.connect(self._go_on)
        self._panel.ended.connect(page.progress.finish)
        self._panel.accepted.connect(self._apply)
        self._panel.shown.connect(page.show_day)
        self._panel.view.pointed.connect(self._point)
        self._panel.refused.connect(page.refuse)
        self._panel.troubled.connect(page.signals.troubled)
        page.progress.stopped.connect(self._panel.stop)
        self._slow = QTimer(self, singleShot=True, interval=NOTICEABLE)
        self._slow.timeout.connect(self._say_applying)

    def offer_fitting_mode(self) -> None:
        """Choose what somebody who generates now most likely means."""
        hall = self._page.grid.hall
        slots = list(hall.slots.values())
        if not slots or not hall.at_table:
            self._panel.form.propose(Mode.ALL)
        elif slots[0].span.start <= self._page.now < slots[-1].span.end:
            self._panel.form.propose(Mode.REPAIR)
        else:
            self._panel.form.propose(Mode.FREE)

    def _begin(self) -> None:
        self._page.progress.start(N_("Making a timetable"))

    def _go_on(self, progress: Progress) -> None:
        words = N_("Making a timetable")
        if self._panel.stopping:
            words = N_("Stopping, the best so far is kept ...")
        elif isinstance(progress, Step):
            words = f"{words}: {progress.placed} of {progress.wanted} meetings placed"
        self._page.progress.report(Progress(progress.done, progress.total, words))

    def _point(self, line: ChangeLine) -> None:
        """Show the cell of a proposed change."""
        self._page.point_at(line.who, line.slot)

    def _apply(self, proposal: Proposal) -> None:
        self._panel.view.apply.setEnabled(False)  # a second click would find nothing left to apply
        self._slow.start()
        self._page.do(proposal.intent(), _applied_words, self._applied, self._settled)

    def _say_applying(self) -> None:
        self._page.progress.start(N_("Applying the timetable"), stoppable=False)

    def _settled(self) -> None:
        self._slow.stop()
        self._page.progress.finish()
        self._panel.view.apply.setEnabled(True)

    def _applied(self, result: AppliedTimetable) -> None:
        self._panel.discard()
        self._page.view.setFocus()


def _applied_words(result: AppliedTimetable) -> str:
    parts = (
        (result.made, "new"),
        (result.moved, "moved"),
        (result.unseated, "without their seat"),
        (result.waiting, "waiting"),
    )
    words = ", ".join(f"{count} {what}" for count, what in parts if count)
    return f"The timetable is applied: {words}." if words else "The timetable is as it was."
