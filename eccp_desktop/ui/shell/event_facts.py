"""What the shell reads of an open event: the strip's facts and what the palette finds."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from eccp_desktop.base.country_names import country_name
from eccp_desktop.base.i18n import N_
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.folding import ascii_words
from eccp_desktop.desk.organisation_search import OrganisationIndex
from eccp_desktop.desk.people_search import PeopleSearch
from eccp_desktop.domain.ids import TableId
from eccp_desktop.store.reads.desk_list import desk_organisations, venue_time, venue_zone
from eccp_desktop.store.reads.hall_tables import NamedTable, has_slots_on, named_tables
from eccp_desktop.store.reads.prints import revision
from eccp_desktop.store.reads.strip import event_line
from eccp_desktop.ui.shell.palette import Found
from eccp_desktop.ui.shell.strip import StripFacts

MOST_PEOPLE = 8
MOST_ORGANISATIONS = 4
MOST_TABLES = 4

OpenPage = Callable[[str, object], object]


class EventFacts:
    """Reads for the shell.

    `people` answers what to search in, `sheets` counts those out of date, `backup` says when the latest backup was made;
    `open_page` is set by whoever has the window.
    """

    def __init__(
        self,
        desk: Desk,
        laptop: str,
        people: Callable[[], PeopleSearch],
        sheets: Callable[[], int],
        backup: Callable[[], datetime | None],
    ) -> None:
        self._desk = desk
        self._laptop = laptop
        self._sheets = sheets
        self._backup = backup
        self._people = people
        self.open_page: OpenPage | None = None
        self._known = -1
        self._organisations = OrganisationIndex()
        self._tables: tuple[NamedTable, ...] = ()

    def strip(self) -> StripFacts:
        """The strip's facts as they are now."""
        line = self._desk.read(event_line)
        file = self._desk.file
        letter = file.incarnation.letter if file.incarnation else line.letter if line else ""
        return StripFacts(
            event=line.name if line else file.path.stem,
            zone=line.zone if line else "UTC",
            device=f"Laptop {letter}" if letter else self._laptop,
            actor=file.actor,
            sheets_out_of_date=self._sheets(),
            backup=self._backup(),
            holder=holder_of(self._desk),
        )

    def find(self, letters: str) -> Sequence[Found]:
        """People, organisations and tables for the letters typed in the palette: people whose own name it is, organisations,
        people of such organisations, tables; a number means the table first.
        """
        self._catch_up()
        words = ascii_words(letters)
        named: list[Found] = []
        others: list[Found] = []
        for person in self._people().index.search(letters)[:MOST_PEOPLE]:
            found = Found(person.name, person.organisation, partial(self._open, "people", person.id))
            own = ascii_words(person.name)
            by_name = any(part.startswith(word) for word in words for part in own)
            (named if by_name else others).append(found)
        organisations = [
            Found(found.name, country_name(found.country), partial(self._open, "people", found.id))
            for found in self._organisations.complete(letters)[:MOST_ORGANISATIONS]
        ]
        tables = [
            Found(table_words(table), _beside(table), partial(self._open_table, table.id))
            for table in _tables_called(letters, self._tables)[:MOST_TABLES]
        ]
        first = letters.strip().isdecimal() or letters.casefold().startswith(N_("table"))
        things = [*named, *organisations, *others]
        return [*tables, *things] if first else [*things, *tables]

    def _catch_up(self) -> None:
        """Read again what may be looked for, where a step was made since it was read."""
        now = self._desk.read(revision)
        if now != self._known:
            self._known = now
            self._organisations = OrganisationIndex(self._desk.read(desk_organisations))
            self._tables = self._desk.read(named_tables)

    def _open_table(self, table: TableId) -> None:
        """A table of today is looked at on Now, otherwise its line of the timetable."""
        today = venue_time(self._desk.file.clock.now(), self._desk.read(venue_zone))
        met = today is not None and self._desk.read(has_slots_on, today.date())
        self._open("now" if met else "timetable", table)

    def _open(self, page: str, thing: object) -> None:
        if self.open_page is not None:
            self.open_page(page, thing)


def table_words(table: NamedTable) -> str:
    """Table 7."""
    return N_("Table {n}").format(n=table.number)


def _tables_called(letters: str, tables: Sequence[NamedTable]) -> list[NamedTable]:
    """The tables of which each typed word begins a word; the one with exactly the number that was typed comes first."""
    words = letters.casefold().split()
    found = [table for table in tables if all(any(part.startswith(word) for part in _parts(table)) for word in words)]
    return sorted(found, key=lambda table: (str(table.number) not in words, table.number))


def _parts(table: NamedTable) -> list[str]:
    return f"{table_words(table)} {table.zone} {table.booth}".casefold().split()


def _beside(table: NamedTable) -> str:
    closed = "" if table.open else N_("closed")
    return " · ".join(part for part in (table.zone, table.booth, closed) if part) or N_("table")


def holder_of(desk: Desk) -> str:
    """Who writes into this event, for a window that can only read it; empty where this window writes."""
    holder = desk.file.holder
    if holder is None:
        return ""
    return f"{holder.device}, {holder.actor}" if holder.actor else holder.device
