"""The list: large names, where they are from, and whether they are here."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtGui import QResizeEvent

from eccp_desktop.base.country_names import country_name
from eccp_desktop.base.i18n import N_
from eccp_desktop.store.reads.desk_list import DeskPerson
from eccp_desktop.ui.kit.rows_model import Column
from eccp_desktop.ui.kit.table_view import TableView
from eccp_desktop.ui.pages.desk import sentences
from eccp_desktop.ui.theme import ROW_LARGE, State, state_of_presence

NARROW = 620
"""Pixels of width below which the organisation stands under the name."""

_ORGANISATION, _STATUS = 1, 2


class PeopleList(TableView[DeskPerson]):
    """Everybody who was found; `now` is the wall time at the venue."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._narrow = False
        columns = (
            Column[DeskPerson](
                "name", N_("Name"), lambda person: person.list_name, self._below_name, mark, strong=True, stretch=True
            ),
            Column[DeskPerson](
                "organisation",
                N_("Organisation"),
                lambda person: person.organisation,
                second=lambda person: country_name(person.country),
                width=260,
            ),
            Column[DeskPerson](
                "status", N_("Here"), lambda person: sentences.status(person, now()), second=sentences.box, width=148
            ),
        )
        super().__init__(
            N_("People"), columns, lambda person: person.id, row_height=ROW_LARGE, large=True, header=False
        )

    def _below_name(self, person: DeskPerson) -> str:
        below = (sentences.reading(person), sentences.origin(person) if self._narrow else "")
        return " · ".join(part for part in below if part)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._narrow = event.size().width() < NARROW
        self.setColumnHidden(_ORGANISATION, self._narrow)
        self.setColumnWidth(_STATUS, 128 if self._narrow else 148)
        super().resizeEvent(event)


def mark(person: DeskPerson) -> State:
    """The mark of somebody's presence."""
    return State.CANCELLED if person.cancelled else state_of_presence(person.presence)
