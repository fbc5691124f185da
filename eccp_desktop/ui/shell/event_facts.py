"""What the shell reads of an open event: the strip's facts and what the palette finds."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.people_search import PeopleSearch
from eccp_desktop.store.reads.desk_list import desk_organisations
from eccp_desktop.store.reads.strip import event_line
from eccp_desktop.ui.shell.palette import Found
from eccp_desktop.ui.shell.strip import StripFacts

MOST_PEOPLE = 8
MOST_ORGANISATIONS = 4

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
        """People and organisations for the letters typed in the palette; a table by its number."""
        people = [
            Found(person.name, person.organisation, partial(self._open, "people", person.id))
            for person in self._people().index.search(letters)[:MOST_PEOPLE]
        ]
        wanted = letters.casefold()
        organisations = [
            Found(found.name, found.country, partial(self._open, "people", found.id))
            for found in self._desk.read(desk_organisations)
            if wanted in found.name.casefold()
        ]
        return [*people, *organisations[:MOST_ORGANISATIONS]]

    def _open(self, page: str, thing: object) -> None:
        if self.open_page is not None:
            self.open_page(page, thing)


def holder_of(desk: Desk) -> str:
    """Who writes into this event, for a window that can only read it; empty where this window writes."""
    holder = desk.file.holder
    if holder is None:
        return ""
    return f"{holder.device}, {holder.actor}" if holder.actor else holder.device
