"""Everything that can be done on the Now page: the roll-call, repairs, tables, and moving between slots."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from eccp_desktop.actions.close_table import CloseTable, ReopenTable, TableClosed
from eccp_desktop.actions.gone_for_today import GoneForToday
from eccp_desktop.actions.roll_call import CallSlot, EndSlot, SettleMeeting, StartMeeting
from eccp_desktop.actions.seat_replacement import SeatReplacement
from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.ids import SlotId
from eccp_desktop.domain.now import Bell
from eccp_desktop.domain.vocabulary import OPEN_STATES, MeetingState
from eccp_desktop.store.reads.hall import hall
from eccp_desktop.store.reads.now_board import BoardMeeting, BoardPerson, BoardTable
from eccp_desktop.ui.commands import Command
from eccp_desktop.ui.interpreter_menu import interpreter_menu, pop_up
from eccp_desktop.ui.job import Job
from eccp_desktop.ui.pages.now import words
from eccp_desktop.ui.pages.now.close_table_sheet import CloseTableSheet
from eccp_desktop.ui.pages.now.past_guard import PastGuard

if TYPE_CHECKING:
    from eccp_desktop.ui.pages.now.page import NowPage

_UNSTARTED = (MeetingState.SCHEDULED, MeetingState.CALLED)


class Deeds:
    """The page's commands. `meant` does the last refused thing all the same."""

    def __init__(self, page: "NowPage") -> None:
        self._page = page
        self.meant: Callable[[], object] | None = None
        self.past = PastGuard(page)
        self._commands = self._all()

    def commands(self) -> Sequence[Command]:
        """The list that keys, buttons, menus and the palette come from."""
        return self._commands

    def _all(self) -> tuple[Command, ...]:
        page = self._page
        return (
            Command("now.call", N_("Call slot"), self.call, "C", "bell", self.can_call),
            Command("now.start", N_("Start meeting"), self.start, "S", "play", self._taken),
            Command("now.end", N_("End slot"), self.end, "E", "check", self.can_end),
            Command("now.both", N_("Both here"), self.both, "1;Num+1", when=self._taken, keys_only=True),
            Command("now.host-missing", N_("Host missing"), self.host_missing, "2;Num+2", "", self._taken, True),
            Command("now.guest-missing", N_("Guest missing"), self.guest_missing, "3;Num+3", "", self._taken, True),
            Command("now.nobody", N_("Nobody"), self.nobody, "0;Num+0", "", self._taken, True),
            Command("now.seat", N_("Seat the marked partner"), self.seat, "Return;Enter", "", self._can_seat, True),
            Command(
                "now.next-stranded",
                N_("Next who is stranded"),
                lambda: page.side.next_stranded(),
                "N",
                "user",
                self._can_repair,
            ),
            Command("now.gone", N_("Gone for today"), self.gone_from_table, "G", "sign-out", self._has_missing),
            Command("now.late", N_("Late or gone"), page.absences.offer, "L", "clock", page.absences.any),
            Command("now.interpreter", N_("Who interprets"), self.choose_interpreter, "I", "translate", self._taken),
            Command("now.close-table", N_("Close table"), self.close_table, "X", "prohibit", self._is_open),
            Command("now.reopen-table", N_("Reopen table"), self.reopen_table, "O", "check", self._is_closed),
            Command(
                "now.unanswered",
                N_("Answer for past slots"),
                page.day_end.settle_past,
                "U",
                "question",
                page.day_end.any_past,
            ),
            Command(
                "now.cancel-rest",
                N_("Cancel what is left of the day"),
                lambda: page.day_end.cancel_rest(self._since if page.situation.elsewhere else None),
                "Shift+X",
                "calendar-x",
                page.day_end.any_left,
            ),
            Command("now.earlier", N_("Earlier slot"), lambda: page.chooser.step(-1), "PgUp", keys_only=True),
            Command("now.later", N_("Later slot"), lambda: page.chooser.step(1), "PgDown", keys_only=True),
            Command("now.hall-screen", N_("Hall screen"), page.show_hall_screen, "Ctrl+H", "monitor"),
            Command(
                "now.close-hall-screen",
                N_("Close the hall screen"),
                page.close_hall_screen,
                "Escape",
                "x",
                page.has_hall_screen,
            ),
            Command("now.bell", N_("Bell on or off"), self.turn_bell, "Ctrl+Shift+B", "bell"),
            Command("now.back", N_("Back to now"), page.back_to_now, "Home", "clock"),
        )

    def call(self) -> None:
        """Call every scheduled meeting of the slot."""
        slot = self._page.situation.slot
        if slot is not None and self.past.passes("C", self.call):
            self._page.do(CallSlot(slot.id, self.past.meant), lambda count: words.called(count, slot.span))

    def can_call(self) -> bool:
        return self._count(MeetingState.SCHEDULED) > 0

    def end(self) -> None:
        """Say of every running meeting of the slot that it was held."""
        slot = self._page.situation.slot
        if slot is not None and self.past.passes("E", self.end):
            called = self._count(MeetingState.CALLED) + self._count(MeetingState.SCHEDULED)
            left = self._page.situation.countdown
            early = left.clock if left is not None and left.bell is Bell.ENDS else ""
            self._page.do(
                EndSlot(slot.id, self.past.meant),
                lambda count: words.ended(count, called, slot.span, early),
                lambda _count: self._page.day_end.end_early(slot.id),
            )

    def can_end(self) -> bool:
        return self._count(MeetingState.RUNNING) > 0

    def start(self) -> None:
        """Both are there and begin."""
        table = self._page.table
        if table is not None and table.meeting is not None and table.meeting.state is not MeetingState.RUNNING:
            self._begin(table, table.meeting, "S")

    def both(self) -> None:
        """Both are there: a meeting of a slot that is not over begins, one that runs or whose slot is over was held."""
        table = self._page.table
        if table is None or table.meeting is None:
            return
        if table.meeting.state is not MeetingState.RUNNING and not self._over():
            self._begin(table, table.meeting, "1")
        else:
            self._settle(MeetingState.HELD, "1")

    def host_missing(self) -> None:
        self._settle(MeetingState.HOST_MISSING, "2")

    def guest_missing(self) -> None:
        self._settle(MeetingState.GUEST_MISSING, "3")

    def nobody(self) -> None:
        self._settle(MeetingState.BOTH_MISSING, "0")

    def seat(self) -> None:
        """Seat the marked partner with whoever is stranded."""
        stranded, option, slot = self._page.side.stranded, self._page.side.option, self._page.side.repair_slot
        if stranded is None or option is None or slot is None:
            return
        person, partner = stranded.person, option.partner
        said = words.seated(person.name, option, self._page.side.repair_later)
        self.meant = lambda: self._page.do(
            SeatReplacement(person.id, partner.person, slot, partner.table, meant=True), said
        )
        self._page.do(SeatReplacement(person.id, partner.person, slot, partner.table), said)

    def next_stranded(self) -> None:
        """Offer partners to the next one who is stranded."""
        self._page.side.next_stranded()

    def gone(self, person: BoardPerson) -> None:
        """Somebody went home: free all later meetings."""
        if self.past.passes("G", partial(self.gone, person)):
            intent = GoneForToday(person.id, self._since)
            self._page.do(intent, lambda freed: words.gone(person.name, freed))

    def gone_from_table(self) -> None:
        """Who is missing at the selected table went home, or else who let the one down that is shown as stranded."""
        missing = self._missing()
        if missing:
            self.gone(missing[0])

    def choose_interpreter(self) -> None:
        """Offer who could interpret at the selected table, and take away who does."""
        table = self._page.table
        if table is not None and table.meeting is not None and self.past.passes("I", self.choose_interpreter):
            meeting, meant = table.meeting.id, self.past.meant
            offered = interpreter_menu(self._page.desk.read(hall), meeting, self._page.do, self._page, meant=meant)
            pop_up(offered, self._page.map.menu_place())

    def close_table(self) -> None:
        """Close the selected table for the rest of the day, once it was shown which meetings leave it."""
        table, page = self._page.table, self._page
        if table is not None and self.past.passes("X", self.close_table):
            intent = CloseTable(table.id, self._since)
            job = Job(lambda _report, _stopping: page.desk.rehearse(intent), page)
            job.done.connect(partial(self._ask_to_close, intent))
            job.refused.connect(page.refuse)
            job.troubled.connect(page.signals.troubled)
            job.start()

    def _ask_to_close(self, intent: CloseTable, closed: TableClosed) -> None:
        if not closed.left:
            self._page.do(intent, words.closed)
            return
        sheet = CloseTableSheet(closed, self._page)
        sheet.accepted.connect(lambda: self._page.do(intent, words.closed))
        sheet.open()

    def reopen_table(self) -> None:
        """Use the selected table again."""
        table = self._page.table
        if table is not None and self.past.passes("O", self.reopen_table):
            said = N_("Table {number} is open again.").format(number=table.number)
            self._page.do(ReopenTable(table.id, self._since), said)

    def turn_bell(self) -> None:
        """Ring at this laptop from now on, or no more."""
        on = self._page.bell.turn()
        self._page.show_bell()
        words = N_("The bell rings when a slot begins and when it ends.") if on else N_("The bell is silent.")
        self._page.notices.say(words, self.turn_bell, verb=N_("Turn off") if on else N_("Turn on"))

    @property
    def _since(self) -> SlotId | None:
        """From when on the rest of a day counts: from the slot on the page, or from now where that was earlier today."""
        now, slot = self._page.situation.now, self._page.situation.slot
        assert slot is not None
        return None if self._over() and slot.span.start.date() == now.moment.date() else slot.id

    def _begin(self, table: BoardTable, meeting: BoardMeeting, key: str) -> None:
        if self.past.passes(key, partial(self._begin, table, meeting, key)):
            self._page.do(StartMeeting(meeting.id, self.past.meant), words.settled(table, MeetingState.RUNNING))
            self._advance()

    def _settle(self, state: MeetingState, key: str) -> None:
        table = self._page.table
        if table is None or table.meeting is None:
            return
        if self.past.passes(key, partial(self._settle, state, key)):
            self._page.do(SettleMeeting(table.meeting.id, state, self.past.meant), words.settled(table, state))
            self._advance()

    def _advance(self) -> None:
        """The roll-call goes on at the next table that has not answered."""
        unanswered = tuple(OPEN_STATES) if self._over() else _UNSTARTED
        self._page.map.advance(lambda table: table.meeting is not None and table.meeting.state in unanswered)

    def _over(self) -> bool:
        countdown = self._page.situation.countdown
        return countdown is not None and countdown.bell is Bell.OVER

    def _taken(self) -> bool:
        table = self._page.table
        return table is not None and table.meeting is not None

    def _missing(self) -> tuple[BoardPerson, ...]:
        table = self._page.table
        found = table.meeting.missing if table is not None and table.meeting is not None else ()
        self._page.settle()
        return found or self._page.side.without

    def _has_missing(self) -> bool:
        return bool(self._missing())

    def _is_open(self) -> bool:
        return self._page.table is not None and self._page.table.open

    def _is_closed(self) -> bool:
        return self._page.table is not None and not self._page.table.open

    def _can_repair(self) -> bool:
        self._page.settle()
        return self._page.side.stranded is not None

    def _can_seat(self) -> bool:
        self._page.settle()
        return self._page.side.option is not None

    def _count(self, state: MeetingState) -> int:
        return self._page.board.count(state) if self._page.board is not None else 0
