"""Where a table begins and what it is about."""

from collections.abc import Sequence
from dataclasses import dataclass

from eccp_desktop.domain.countries import SideCountries
from eccp_desktop.domain.incoming import FileKind
from eccp_desktop.exchange.grids import Grid, GridRow, not_taken
from eccp_desktop.exchange.headers import ColumnMapping, map_columns

_HEADER_WITHIN = 20
_SAMPLE_ROWS = 500
_SPECIAL_FIRST = (FileKind.MEETINGS, FileKind.AVAILABILITY, FileKind.REQUESTS, FileKind.PEOPLE)


@dataclass(frozen=True, slots=True)
class RecognisedTable:
    """A grid whose header row was found. `rows` are the filled rows below it, without repetitions of the header."""

    grid: Grid
    headers: tuple[str, ...]
    mapping: ColumnMapping
    rows: tuple[GridRow, ...]


def _recognise(grid: Grid, sides: SideCountries, kind: FileKind | None = None) -> RecognisedTable | None:
    """The table in a grid, of the kind that is given or that most of its columns speak for; None where it is no such table."""
    filled = list(grid.filled())
    found: tuple[int, int, RecognisedTable] | None = None
    for position, header in enumerate(filled[:_HEADER_WITHIN]):
        below = tuple(row for row in filled[position + 1 :] if row.cells != header.cells)
        sample = [row.cells for row in below[:_SAMPLE_ROWS]]
        for mapping in _mappings(header, sample, sides, kind):
            score = len(mapping.columns)
            if mapping.complete and (found is None or score > found[0]):
                found = (score, position, RecognisedTable(grid, header.cells, mapping, below))
        if (
            found is not None
            and found[1] == position
            and found[0] >= len([cell for cell in header.cells if cell.strip()]) / 2
        ):
            break
    return found[2] if found is not None else None


def recognise_all(
    grids: Sequence[Grid], sides: SideCountries, kind: FileKind | None = None
) -> tuple[list[RecognisedTable], list[str]]:
    """The tables of a file and the names of sheets that are none. Refuses a file without a table, and one without a row."""
    tables: list[RecognisedTable] = []
    others: list[str] = []
    for grid in grids:
        table = _recognise(grid, sides, kind)
        if table is None:
            others.append(grid.sheet)
        else:
            tables.append(table)
    file = grids[0].file
    if not tables:
        what = {
            FileKind.PEOPLE: "no column with names was recognised",
            FileKind.REQUESTS: "the columns From and To were not recognised",
            FileKind.AVAILABILITY: "columns for the person and the time were not recognised",
            FileKind.MEETINGS: "the columns Host and Guest were not recognised",
            FileKind.EVENT: "it is no complete export of an event",
            None: "it is not clear whether it lists people, requests, availability or meetings",
        }[kind]
        raise not_taken(file, f"has no header row that can be read: {what}.")
    if not any(table.rows for table in tables):
        raise not_taken(file, "holds a header row and no rows below it.")
    return [table for table in tables if table.rows], others


def _mappings(
    header: GridRow, sample: list[tuple[str, ...]], sides: SideCountries, kind: FileKind | None
) -> list[ColumnMapping]:
    kinds = _SPECIAL_FIRST if kind is None else (kind,)
    return [map_columns(one, header.cells, sample, sides) for one in kinds]
