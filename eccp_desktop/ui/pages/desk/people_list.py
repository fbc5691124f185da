"""The columns of the list: large names, where they are from, and whether they are here."""

from collections.abc import Callable
from datetime import datetime

from eccp_desktop.base.country_names import country_name
from eccp_desktop.base.i18n import N_
from eccp_desktop.store.reads.desk_list import DeskPerson
from eccp_desktop.ui.kit.rows_model import Column
from eccp_desktop.ui.kit.table_view import TableView
from eccp_desktop.ui.pages.desk import sentences
from eccp_desktop.ui.theme import ROW_LARGE, State, state_of_presence


def people_list(now: Callable[[], datetime]) -> TableView[DeskPerson]:
    """An empty list; `now` is the wall time at the venue."""

    def status(person: DeskPerson) -> str:
        return sentences.status(person, now()) or sentences.box(person)

    def box_below(person: DeskPerson) -> str:
        return sentences.box(person) if sentences.status(person, now()) else ""

    columns = (
        Column[DeskPerson](
            "name", N_("Name"), lambda person: person.list_name, state=mark, strong=True, stretch=True, width=300
        ),
        Column[DeskPerson](
            "organisation",
            N_("Organisation"),
            lambda person: person.organisation,
            second=lambda person: country_name(person.country),
            width=260,
        ),
        Column[DeskPerson]("status", N_("Here"), status, second=box_below, width=148),
    )
    return TableView(N_("People"), columns, lambda person: person.id, row_height=ROW_LARGE, large=True, header=False)


def mark(person: DeskPerson) -> State:
    """The mark of somebody's presence."""
    return State.CANCELLED if person.cancelled else state_of_presence(person.presence)
