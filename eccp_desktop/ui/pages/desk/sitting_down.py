"""Lets the one who stands at the desk sit down with somebody: whom, when, at which table."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from eccp_desktop.actions.seat_meeting import SeatPeople
from eccp_desktop.base.i18n import N_
from eccp_desktop.desk.search import PeopleIndex
from eccp_desktop.desk.sit_down import SitDown, sectors_of, sit_down_with, soonest_with
from eccp_desktop.domain.ids import ParticipantId
from eccp_desktop.domain.making_room import Seat
from eccp_desktop.domain.vocabulary import MeetingSource
from eccp_desktop.store.reads.desk_list import DeskPerson
from eccp_desktop.store.reads.hall import hall
from eccp_desktop.ui.pages.timetable.meet_sheet import MeetSheet
from eccp_desktop.ui.pages.timetable.words import names, seat_words

if TYPE_CHECKING:
    from eccp_desktop.ui.pages.desk.page import DeskPage


def sit_down(page: "DeskPage", index: PeopleIndex, person: DeskPerson) -> MeetSheet:
    """Ask with whom; what is agreed on is seated, and both sheets count as out of date."""
    found, sectors, now = page.desk.read(hall), sectors_of(page.desk), page.now()

    def offering(who: ParticipantId, among: Sequence[DeskPerson] | None) -> tuple[SitDown, ...]:
        if among is None:
            return sit_down_with(who, index, found, sectors, now)
        return soonest_with(who, among, found, sectors, now)

    def seat(people: tuple[ParticipantId, ...], seat: Seat) -> None:
        words = N_("{names} meet {seat}. Print both sheets again.").format(
            names=names(found, people), seat=seat_words(found, seat)
        )
        page.do(SeatPeople(people, seat.slot, seat.table, MeetingSource.DESK), words)

    sheet = MeetSheet(index, found, now, person.id, None, page, offering=offering)
    sheet.agreed.connect(seat)
    sheet.open()
    return sheet
