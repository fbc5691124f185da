"""The hall: how many tables there are, and what each is like."""

from dataclasses import dataclass
from typing import ClassVar

from eccp_desktop.actions.falling_out import FallenOut, fall_out
from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.ids import OrganisationId, TableId
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.store.unit import HallTable, Unit

MOST_TABLES = 999


@dataclass(frozen=True, slots=True)
class SetTables:
    """Have so many tables: new ones get the next numbers, those with the highest numbers go.

    Answers the meetings that lose their table. Refuses where one of them has begun.
    """

    title: ClassVar[str] = N_("Change number of tables")
    tables: int

    def apply(self, unit: Unit) -> tuple[FallenOut, ...]:
        if not 0 <= self.tables <= MOST_TABLES:
            raise Refusal("too_many_tables", tables=self.tables, most=MOST_TABLES)
        present = sorted(unit.tables.all(), key=lambda table: table.number)
        going = {table.id for table in present[self.tables :]}
        fallen = fall_out(unit, lambda meeting: meeting.table in going, "table_removed")
        for table in present[self.tables :]:
            unit.tables.delete(table)
        highest = present[-1].number if present else 0
        for number in range(highest + 1, highest + 1 + self.tables - len(present)):
            unit.tables.add(HallTable(number=number))
        unit.flush()
        return fallen


@dataclass(frozen=True, slots=True)
class ChangeTable:
    """Change a table: number, zone, seats, whose booth it is, and whether it is used at all.

    A table that is not used any more loses its meetings, which are answered. Refuses a number that another table has.
    """

    title: ClassVar[str] = N_("Change table")
    table: TableId
    number: int
    zone: str = ""
    seats: int = 4
    open: bool = True
    organisation: OrganisationId | None = None

    def apply(self, unit: Unit) -> tuple[FallenOut, ...]:
        table = unit.tables.get(self.table)
        if not 1 <= self.number <= MOST_TABLES:
            raise Refusal("table_number", number=self.number, most=MOST_TABLES)
        if any(other.id != table.id for other in unit.tables.where(number=self.number)):
            raise Refusal("table_number_taken", number=self.number)
        if self.seats < 2:
            raise Refusal("too_few_seats", seats=self.seats)
        shut = table.open and not self.open
        fallen = (
            fall_out(unit, lambda meeting: meeting.table == table.id, "table_not_used", table=table.number)
            if shut
            else ()
        )
        table.number = self.number
        table.zone = self.zone.strip() or None
        table.seats = self.seats
        table.open = self.open
        table.organisation_id = self.organisation
        unit.about(table)
        return fallen
