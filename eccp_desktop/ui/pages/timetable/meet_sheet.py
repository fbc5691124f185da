"""Two people who want to meet: type both names, see when and where they can, and seat them."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from eccp_desktop.base.country_names import country_name
from eccp_desktop.base.i18n import N_
from eccp_desktop.desk.search import PeopleIndex
from eccp_desktop.desk.sit_down import SitDown
from eccp_desktop.domain.hall import Hall
from eccp_desktop.domain.ids import ParticipantId, SlotId
from eccp_desktop.domain.making_room import Seat, free_seats
from eccp_desktop.domain.seating import no_table_refusal, pairing_refusal
from eccp_desktop.domain.vocabulary import Presence
from eccp_desktop.domain.walking import hurrying
from eccp_desktop.store.reads.desk_list import DeskPerson
from eccp_desktop.ui.kit.buttons import primary_button, quiet_button
from eccp_desktop.ui.kit.labels import Label, quiet
from eccp_desktop.ui.kit.rows_model import Column
from eccp_desktop.ui.kit.search_field import SearchField
from eccp_desktop.ui.kit.sheet import Sheet
from eccp_desktop.ui.kit.table_view import TableView
from eccp_desktop.ui.pages.desk import sentences
from eccp_desktop.ui.pages.desk.people_list import mark
from eccp_desktop.ui.pages.timetable.words import day_words, time_words
from eccp_desktop.ui.texts import sentence
from eccp_desktop.ui.theme import ROW, ROW_LARGE, SPACE_2

MOST_FOUND = 40

Offering = Callable[[ParticipantId, Sequence[DeskPerson] | None], Sequence[SitDown]]
"""When somebody could sit down with each of some people; with None, with whom they could sit down soonest."""


class MeetSheet(Sheet):
    """Enter takes the highlighted person of either field, and then the highlighted seat.

    Where `offering` is given, somebody stands at the desk: the people whom the first one could meet soonest stand there
    before a second name is typed, and of everybody is said whether they are here, and when both are free.
    """

    agreed = Signal(tuple, object)
    """The two people, the host first, and their `Seat`."""

    def __init__(
        self,
        index: PeopleIndex,
        hall: Hall,
        now: datetime,
        first: ParticipantId | None = None,
        slot: SlotId | None = None,
        parent: QWidget | None = None,
        *,
        offering: Offering | None = None,
    ) -> None:
        super().__init__(N_("Two who want to meet"), parent, width=640, height=520)
        self._offering = offering
        self._offers_by_person: dict[ParticipantId, SitDown] = {}
        self._index, self._hall, self._now, self._slot = index, hall, now, slot
        self._chosen: list[DeskPerson | None] = [None, None]
        self._asked = 0
        self.fields = [SearchField(N_("Who")), SearchField(N_("Whom"))]
        self.found = TableView(
            N_("People found"), self._person_columns(), lambda person: person.id, row_height=ROW_LARGE, header=False
        )
        self.seats = TableView(
            N_("Free together"), self._seat_columns(), lambda seat: seat.slot, row_height=ROW, header=False
        )
        self._hint = quiet(N_("Type a name, organisation or badge code."), wrap=True)
        self._why = Label(role="refusal", wrap=True)
        self.button = primary_button(N_("Seat them"), self._agree, icon="check")
        self._arrange()
        self._connect()
        if first is not None:
            self._take(0, index.get(first))
        self._show()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(SPACE_2)
        for field in self.fields:
            row.addWidget(field)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.found)
        self._stack.addWidget(self.seats)
        self.body.addLayout(row)
        self.body.addWidget(self._hint)
        self.body.addWidget(self._why)
        self.body.addWidget(self._stack, 1)
        self.end_with(quiet_button(N_("Back"), self.reject), self.button)

    def _connect(self) -> None:
        for place, field in enumerate(self.fields):
            field.searched.connect(self._search_second if place else self._search_first)
            field.entered.connect(self._enter)
            field.moved.connect(self._step)
        self.found.opened.connect(self._enter)
        self.seats.opened.connect(self._agree)

    def scanned(self, code: str) -> bool:
        """Take the badge's owner where a person is asked for."""
        owners = self._index.by_code(code)
        if len(owners) != 1 or self._both() or owners[0] in self._chosen:
            return False
        self._take(self._asked, owners[0])
        self._show()
        return True

    def _search_first(self, text: str) -> None:
        self._search(0, text)

    def _search_second(self, text: str) -> None:
        self._search(1, text)

    def _search(self, place: int, text: str) -> None:
        taken = self._chosen[place]
        if taken is not None and text == taken.name:
            return
        self._asked, self._chosen[place] = place, None
        self._show()
        if text or not self._offers_by_person:
            other = self._chosen[1 - place]
            found = [one for one in self._index.search(text) if other is None or one.id != other.id] if text else []
            self.found.show_rows(self._in_order(found[:MOST_FOUND], text, other))
            self.found.select_line(0)

    def _in_order(self, found: list[DeskPerson], text: str, other: DeskPerson | None) -> list[DeskPerson]:
        """Who is certainly meant, then those who are here and free, then the others, each as they fit."""
        if self._offering is None or other is None:
            return found
        self._offers_by_person = {offer.person.id: offer for offer in self._offering(other.id, found)}
        meant = self._index.certain(text)

        def place(person: DeskPerson) -> tuple[bool, bool]:
            ready = person.presence is Presence.HERE and person.id in self._offers_by_person
            return person.id != meant, not ready

        return sorted(found, key=place)

    def _step(self, by: int) -> None:
        (self.seats if self._both() else self.found).step(by)

    def _enter(self) -> None:
        if self._both():
            self._agree()
        elif self.found.row is not None:
            self._take(self._asked, self.found.row)
            self._show()

    def _take(self, place: int, person: DeskPerson | None) -> None:
        self._chosen[place] = person
        if person is not None:
            self.fields[place].setText(person.name)
        self.found.show_rows(())

    def _both(self) -> tuple[ParticipantId, ParticipantId] | None:
        one, other = self._chosen
        return None if one is None or other is None else (one.id, other.id)

    def _show(self) -> None:
        both = self._both()
        seats = self._offers(both) if both is not None else []
        self._stack.setCurrentWidget(self.seats if both is not None else self.found)
        self.seats.show_rows(seats)
        self.seats.select_line(0)
        self.button.setEnabled(bool(seats))
        self._why.setText(self._obstacle(both, seats))
        self._why.setVisible(bool(self._why.text()))
        self._offer_people()
        away = self._away() if both is not None and seats else ""
        if both is not None:
            self._hint.setText(away)
        self._hint.setVisible(both is None or bool(away))
        if both is None:
            self._asked = 0 if self._chosen[0] is None else 1
            self.fields[self._asked].setFocus()
        else:
            self.seats.setFocus()

    def _offer_people(self) -> None:
        first, second = self._chosen
        wanted = first is not None and second is None and not self.fields[1].text()
        offers = self._offering(first.id, None) if wanted and first is not None and self._offering is not None else ()
        self._offers_by_person = {offer.person.id: offer for offer in offers}
        if offers:
            self.found.show_rows([offer.person for offer in offers])
            self.found.select_line(0)
        self._hint.setText(
            N_("Here and free soonest. Or type a name, organisation or badge code.")
            if offers
            else N_("Type a name, organisation or badge code.")
        )

    def _away(self) -> str:
        """Who of the two has not come yet, where they are to sit down today."""
        if self._offering is None:
            return ""
        people = [self._index.get(person.id) or person for person in self._chosen if person is not None]
        return " ".join(words for person in people if (words := sentences.absent(person, self._now)))

    def _offers(self, both: tuple[ParticipantId, ParticipantId]) -> list[Seat]:
        """Free seats, the slot that was pointed at first."""
        diaries = [self._hall.diaries[person] for person in both]
        if pairing_refusal(self._hall.pairing, *diaries) is not None:
            return []
        return sorted(free_seats(self._hall, both, self._now), key=lambda seat: seat.slot != self._slot)

    def _obstacle(self, both: tuple[ParticipantId, ParticipantId] | None, seats: list[Seat]) -> str:
        if both is None or seats:
            return ""
        refusal = pairing_refusal(self._hall.pairing, *(self._hall.diaries[person] for person in both))
        if refusal is not None:
            return sentence(refusal)
        far = next(free_seats(hurrying(self._hall), both, self._now), None)
        if far is not None:
            return sentence(no_table_refusal(self._hall, both, far.slot))
        return N_("They have no free slot in common.")

    def _agree(self) -> None:
        both, seat = self._both(), self.seats.row
        if both is not None and seat is not None:
            self.agreed.emit(both, seat)
            self.accept()

    def _seat_columns(self) -> tuple[Column[Seat], ...]:
        def start(seat: Seat) -> datetime:
            return self._hall.slots[seat.slot].span.start

        return (
            Column[Seat]("time", N_("Time"), lambda seat: time_words(start(seat)), strong=True, width=80),
            Column[Seat]("day", N_("Day"), lambda seat: day_words(start(seat).date()), width=160),
            Column[Seat](
                "table", N_("Table"), lambda seat: f"Table {self._hall.tables[seat.table].number}", stretch=True
            ),
        )

    def _person_columns(self) -> tuple[Column[DeskPerson], ...]:
        return (
            Column[DeskPerson](
                "name",
                N_("Name"),
                lambda person: person.list_name,
                self._presence if self._offering is not None else None,
                mark if self._offering is not None else None,
                strong=True,
                width=200,
                tint=False,
            ),
            Column[DeskPerson](
                "organisation",
                N_("Organisation"),
                lambda person: person.organisation,
                second=lambda person: " · ".join(part for part in (country_name(person.country), person.side) if part),
                stretch=True,
            ),
            Column[DeskPerson]("soonest", N_("Soonest"), self._soonest, second=self._shared, width=128),
        )

    def _presence(self, person: DeskPerson) -> str:
        return sentences.status(person, self._now)

    def _soonest(self, person: DeskPerson) -> str:
        offer = self._offers_by_person.get(person.id)
        return f"{time_words(offer.start)}, table {offer.table}" if offer else ""

    def _shared(self, person: DeskPerson) -> str:
        offer = self._offers_by_person.get(person.id)
        return ", ".join(offer.shared) if offer else ""
