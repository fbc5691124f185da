"""The end of a day on the Now page: cancel what is left of it, answer for the slots that nobody called."""

from functools import partial
from typing import TYPE_CHECKING

from eccp_desktop.actions.end_of_day import CancelRestOfDay, SettlePast
from eccp_desktop.actions.falling_out import FallenOut
from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.ids import SlotId
from eccp_desktop.domain.vocabulary import MeetingState
from eccp_desktop.store.reads.unanswered import Unanswered, unanswered
from eccp_desktop.ui.job import Job
from eccp_desktop.ui.pages.now import words
from eccp_desktop.ui.pages.now.rest_of_day_sheet import RestOfDaySheet
from eccp_desktop.ui.pages.now.unanswered_sheet import UnansweredSheet

if TYPE_CHECKING:
    from eccp_desktop.ui.pages.now.page import NowPage

_ENDED = {
    MeetingState.HELD: N_("{names} met."),
    MeetingState.HOST_MISSING: N_("{host} did not come."),
    MeetingState.GUEST_MISSING: N_("{guest} did not come."),
    MeetingState.BOTH_MISSING: N_("Nobody came."),
}


class DayEnd:
    """Belongs to the page; what it would do is shown before, and can be undone after."""

    def __init__(self, page: "NowPage") -> None:
        self._page = page
        self._sheet: UnansweredSheet | None = None
        self._early: SlotId | None = None

    @property
    def past(self) -> int:
        """How many meetings of slots that are over have no answer."""
        now, ended = self._page.situation.now.moment, self._ended
        return sum(
            figures.open
            for figures in self._page.frame.slots
            if figures.slot.span.end <= now or figures.slot.id == ended
        )

    def end_early(self, slot: SlotId) -> None:
        """A slot was ended before its time: those of its meetings that nobody answered can be answered now."""
        self._early = slot
        self._page.headline.show_unanswered(self.past)

    @property
    def _ended(self) -> SlotId | None:
        """The slot on the page, where it was ended before its time and that was not taken back."""
        board = self._page.board
        runs = board is None or board.slot != self._early or board.count(MeetingState.RUNNING)
        return None if runs else self._early

    def any_past(self) -> bool:
        """Whether there are such meetings."""
        return self.past > 0

    def any_left(self) -> bool:
        """Whether something is left of the day on the page."""
        slot, now = self._page.situation.slot, self._page.situation.now.moment
        if slot is None:
            return False
        return any(
            figures.open and figures.slot.span.end > now and figures.slot.span.start.date() == slot.span.start.date()
            for figures in self._page.frame.slots
        )

    def cancel_rest(self, since: SlotId | None) -> None:
        """Show what is left of the day, from now or from a slot on, and cancel it when that is wanted."""
        page, intent = self._page, CancelRestOfDay(since)
        job = Job(lambda _report, _stopping: page.desk.rehearse(intent), page)
        job.done.connect(partial(self._ask, since))
        job.refused.connect(page.refuse)
        job.troubled.connect(page.signals.troubled)
        job.start()

    def _ask(self, since: SlotId | None, lines: tuple[FallenOut, ...]) -> None:
        sheet = RestOfDaySheet(lines, self._page)
        sheet.chosen.connect(lambda to_tray: self._cancel(since, to_tray))
        sheet.open()

    def _cancel(self, since: SlotId | None, to_tray: bool) -> None:
        self._page.do(CancelRestOfDay(since, to_tray), lambda lines: words.left_over(lines, to_tray))

    def settle_past(self) -> None:
        """Open the list of past meetings without an answer."""
        rows = self._read()
        if not rows:
            self._page.notices.say(N_("Every meeting of past slots has its answer."))
            return
        self._sheet = sheet = UnansweredSheet(rows, self._undo, self._page)
        sheet.answered.connect(self._answer)
        sheet.all_held.connect(self._all_held)
        sheet.finished.connect(self._closed)
        sheet.open()

    def look_again(self) -> None:
        """Something changed: show what is still unanswered."""
        if self._sheet is not None:
            self._sheet.show_rows(self._read())

    def _read(self) -> tuple[Unanswered, ...]:
        return self._page.desk.read(unanswered, self._page.situation.now.moment, self._ended)

    def _answer(self, row: Unanswered, state: MeetingState) -> None:
        self._settle(SettlePast(state, (row.id,), self._ended), _said(row, state))

    def _all_held(self) -> None:
        count = len(self._read())
        said = N_("1 past meeting was held.") if count == 1 else N_("{count} past meetings were held.")
        self._settle(SettlePast(MeetingState.HELD, ended=self._ended), said.format(count=count))

    def _settle(self, intent: SettlePast, said: str) -> None:
        self._page.do(intent, said, partial(self._settled, said))

    def _settled(self, said: str, _count: int) -> None:
        if self._sheet is None:
            return
        rows = self._read()
        self._sheet.say(said)
        self._sheet.show_rows(rows)
        if not rows:
            self._sheet.accept()

    def _undo(self) -> None:
        """What the page's notice offers, which the sheet covers."""
        self._page.notices.press()
        if self._sheet is not None:
            self._sheet.say("")

    def _closed(self, _result: int) -> None:
        self._sheet = None
        self._page.map.setFocus()


def _said(row: Unanswered, state: MeetingState) -> str:
    names = [person.name for person in row.people]
    host, guests = (words.joined(names[:1]), words.joined(names[1:]))
    told = _ENDED[state].format(names=words.joined(names), host=host, guest=guests)
    return N_("{time}, table {table}: {told}").format(time=f"{row.start:%H:%M}", table=row.table, told=told)
