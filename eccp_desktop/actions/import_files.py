"""Everything that an import brings in, as one step."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from eccp_desktop.actions.import_availability import take_availability
from eccp_desktop.actions.import_ledger import Ledger
from eccp_desktop.actions.import_meetings import take_meetings
from eccp_desktop.actions.import_people import take_people
from eccp_desktop.actions.import_requests import take_requests
from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.incoming import FileKind, IncomingTable, TableResult
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.store.unit import Unit

_TAKE: dict[FileKind, Callable[[Unit, Sequence[Ledger]], None]] = {
    FileKind.PEOPLE: take_people,
    FileKind.REQUESTS: take_requests,
    FileKind.AVAILABILITY: take_availability,
    FileKind.MEETINGS: take_meetings,
}


@dataclass(frozen=True, slots=True)
class ImportFiles:
    """Take in tables of files that were read: people first, then what speaks of them, whatever the order given.

    Answers what became of each table, in the order given. Bad rows are left out with a reason; a file of bad rows only is
    refused (`file_not_taken`). Importing the same again changes nothing; values that were changed by hand since are kept
    and reported as conflicts.
    """

    title: ClassVar[str] = N_("Import")
    tables: tuple[IncomingTable, ...]

    def apply(self, unit: Unit) -> tuple[TableResult, ...]:
        unit.event  # noqa: B018  # a file without an event refuses here
        ledgers = [Ledger(table) for table in self.tables]
        for kind, take in _TAKE.items():
            chosen = [ledger for ledger in ledgers if ledger.table.kind is kind]
            if chosen:
                take(unit, chosen)
        results = tuple(ledger.result() for ledger in ledgers)
        _refuse_useless(results)
        return results


def _refuse_useless(results: Sequence[TableResult]) -> None:
    """A file of which not one row can be taken is the wrong file, or came too early: the whole call is refused."""
    for file in dict.fromkeys(result.file for result in results):
        tables = [result for result in results if result.file == file]
        notes = [note for table in tables for note in table.refused]
        rows = sum(table.rows for table in tables)
        if notes and len({(id(table), note.row) for table in tables for note in table.refused}) == rows:
            first = notes[0]
            value = f" “{first.value}”" if first.value else ""
            why = f"row {first.row}, {first.column or 'whole row'}{value}: {first.reason}"
            raise Refusal("file_not_taken", file=file, sentence=f"{file} has no row that can be taken in; {why}")
