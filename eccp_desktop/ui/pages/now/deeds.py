"""Everything that can be done on the Now page: the roll-call, repairs, tables, and moving between slots."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from eccp_desktop.actions.close_table import CloseTable, ReopenTable
from eccp_desktop.actions.gone_for_today import GoneForToday
from eccp_desktop.actions.roll_call import CallSlot, EndSlot, SettleMeeting, StartMeeting
from eccp_desktop.actions.seat_replacement import SeatReplacement
from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.now import Bell
from eccp_desktop.domain.vocabulary import OPEN_STATES, MeetingState
from eccp_desktop.store.reads.now_board import BoardMeeting, BoardPerson, BoardTable
from eccp_desktop.ui.commands import Command
from eccp_desktop.ui.pages.now import words

if TYPE_CHECKING:
    from eccp_desktop.ui.pages.now.page import NowPage

_UNSTARTED = (MeetingState.SCHEDULED, MeetingState.CALLED)


class Deeds:
    """The page's commands. `meant` does the last refused thing all the same."""

    def __init__(self, page: "NowPage") -> None:
        self._page = page
        self.meant: Callable[[], object] | None = None
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
            Command("now.close-table", N_("Close table"), self.close_table, "X", "prohibit", self._is_open),
            Command("now.reopen-table", N_("Reopen table"), self.reopen_table, "O", "check", self._is_closed),
            Command("now.earlier", N_("Earlier slot"), lambda: page.chooser.step(-1), "PgUp", keys_only=True),
            Command("now.later", N_("Later slot"), lambda: page.chooser.step(1), "PgDown", keys_only=True),
            Command("now.hall-screen", N_("Hall screen"), page.show_hall_screen, "Ctrl+H", "monitor"),
            Command("now.back", N_("Back to now"), page.back_to_now, "Home", "clock"),
        )

    def call(self) -> None:
        """Call every scheduled meeting of the slot."""
        slot = self._page.situation.slot
        if slot is not None:
            self._page.do(CallSlot(slot.id), lambda count: words.called(count, slot.span))

    def can_call(self) -> bool:
        return self._count(MeetingState.SCHEDULED) > 0

    def end(self) -> None:
        """Say of every running meeting of the slot that it was held."""
        slot = self._page.situation.slot
        if slot is not None:
            self._page.do(EndSlot(slot.id), lambda count: words.ended(count, slot.span))

    def can_end(self) -> bool:
        return self._count(MeetingState.RUNNING) > 0

    def start(self) -> None:
        """Both are there and begin."""
        table = self._page.table
        if table is not None and table.meeting is not None and table.meeting.state is not MeetingState.RUNNING:
            self._begin(table, table.meeting)

    def both(self) -> None:
        """Both are there: a meeting of a slot that is not over begins, one that runs or whose slot is over was held."""
        table = self._page.table
        if table is None or table.meeting is None:
            return
        over = self._over()
        if table.meeting.state is not MeetingState.RUNNING and not over:
            self._begin(table, table.meeting)
        else:
            self._settle(MeetingState.HELD)

    def host_missing(self) -> None:
        self._settle(MeetingState.HOST_MISSING)

    def guest_missing(self) -> None:
        self._settle(MeetingState.GUEST_MISSING)

    def nobody(self) -> None:
        self._settle(MeetingState.BOTH_MISSING)

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
        slot = self._page.situation.slot
        if slot is not None:
            self._page.do(GoneForToday(person.id, slot.id), lambda freed: words.gone(person.name, freed))

    def gone_from_table(self) -> None:
        """The first who is missing at the selected table went home."""
        table = self._page.table
        if table is not None and table.meeting is not None and table.meeting.missing:
            self.gone(table.meeting.missing[0])

    def close_table(self) -> None:
        """Close the selected table for the rest of the day."""
        table, slot = self._page.table, self._page.situation.slot
        if table is not None and slot is not None:
            self._page.do(CloseTable(table.id, slot.id), words.closed)

    def reopen_table(self) -> None:
        """Use the selected table again."""
        table, slot = self._page.table, self._page.situation.slot
        if table is not None and slot is not None:
            said = N_("Table {number} is open again.").format(number=table.number)
            self._page.do(ReopenTable(table.id, slot.id), said)

    def _begin(self, table: BoardTable, meeting: BoardMeeting) -> None:
        self._page.do(StartMeeting(meeting.id), words.settled(table, MeetingState.RUNNING))
        self._advance()

    def _settle(self, state: MeetingState) -> None:
        table = self._page.table
        if table is None or table.meeting is None:
            return
        self._page.do(SettleMeeting(table.meeting.id, state), words.settled(table, state))
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

    def _has_missing(self) -> bool:
        table = self._page.table
        return table is not None and table.meeting is not None and bool(table.meeting.missing)

    def _is_open(self) -> bool:
        return self._page.table is not None and self._page.table.open

    def _is_closed(self) -> bool:
        return self._page.table is not None and not self._page.table.open

    def _can_repair(self) -> bool:
        return self._page.side.stranded is not None

    def _can_seat(self) -> bool:
        return self._page.side.option is not None

    def _count(self, state: MeetingState) -> int:
        return self._page.board.count(state) if self._page.board is not None else 0
