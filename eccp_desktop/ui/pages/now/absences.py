"""What is known of somebody who is not where they are expected: late until when, gone, expected after all."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from eccp_desktop.actions.intent import Intent
from eccp_desktop.domain.ids import ParticipantId
from eccp_desktop.domain.vocabulary import Presence
from eccp_desktop.store.reads.desk_card import desk_card
from eccp_desktop.store.reads.desk_list import DeskPerson, coming_starts
from eccp_desktop.store.reads.now_board import BoardPerson
from eccp_desktop.ui.pages.desk import sentences
from eccp_desktop.ui.pages.desk.late_menu import ask_for_time, late_menu, pop_up

if TYPE_CHECKING:
    from eccp_desktop.ui.pages.now.page import NowPage


class Absences:
    """Offers the Desk's menu of lateness for whom the Now page is about: who is selected in the list of the awaited, else
    who is not at the selected table, else who let the stranded one down.
    """

    def __init__(self, page: "NowPage") -> None:
        self._page = page

    def any(self) -> bool:
        """Whether there is somebody to say it of."""
        return bool(self._people())

    def offer(self) -> None:
        """Offer it for all who may be meant."""
        self._show(self._people())

    def offer_for(self, person: BoardPerson) -> None:
        """Offer it for one person."""
        self._show([person])

    def offer_missing(self) -> None:
        """Offer it for who did not come to the table of the stranded one."""
        self._show(self._page.side.without)

    def _people(self) -> Sequence[BoardPerson]:
        for waited in (self._page.awaited, self._page.side.awaited):
            if waited.chosen is not None:
                return (waited.chosen,)
        table = self._page.table
        if table is not None and table.meeting is not None:
            missing = table.meeting.missing
            absent = [one for one in table.meeting.people if one in missing or one.presence is not Presence.HERE]
            if absent:
                return absent
        self._page.settle()
        return self._page.side.without

    def _show(self, people: Sequence[BoardPerson]) -> None:
        """A menu for one; for several a menu of menus."""
        if len(people) == 1:
            menu = self._menu(people[0].id, self._page)
            if menu is not None:
                pop_up(menu, self._page.map)
        elif people:
            whom = QMenu(self._page)
            whom.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            for person in people:
                menu = self._menu(person.id, whom)
                if menu is not None:
                    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
                    menu.setTitle(person.name)
                    whom.addMenu(menu)
            pop_up(whom, self._page.map)

    def _menu(self, person: ParticipantId, parent: QWidget) -> QMenu | None:
        desk, now = self._page.desk, self._page.situation.now.moment
        card = desk.read(desk_card, person, now)
        if card is None:
            return None
        starts = desk.read(coming_starts, now)
        ask = partial(ask_for_time, card.person, now, starts, self._mark, self._page)
        return late_menu(card.person, starts, card.leaving(now), self._mark, parent, ask=ask)

    def _mark(self, intent: Intent[object], person: DeskPerson) -> None:
        def said(result: object) -> str:
            card = self._page.desk.read(desk_card, person.id, self._page.situation.now.moment)
            missed = card.missed if card is not None else ()
            return sentences.marked(intent, person, result, missed, on_now=True)

        self._page.do(intent, said)
