"""Import files to values: everything between a path and the records of its rows."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from eccp_desktop.domain.countries import SideCountries, side_countries
from eccp_desktop.domain.incoming import FileKind, IncomingTable, Record, RowNote
from eccp_desktop.exchange.cells import line_of
from eccp_desktop.exchange.country_names import codes_by_word
from eccp_desktop.exchange.csv_reading import read_csv
from eccp_desktop.exchange.grids import not_taken
from eccp_desktop.exchange.people_rows import read_person
from eccp_desktop.exchange.programme_rows import read_absence, read_meeting, read_request
from eccp_desktop.exchange.recognition import RecognisedTable, recognise_all
from eccp_desktop.exchange.row_reader import RowReader, RowRefused
from eccp_desktop.exchange.source_files import SourceKind, read_source
from eccp_desktop.exchange.vocabularies import country_groups
from eccp_desktop.exchange.xlsx_reading import read_xlsx


@dataclass(frozen=True, slots=True)
class ReadingFrame:
    """What a reader must know of the event: the names of its sides, its days, today where it has none yet, its time zone."""

    sides: tuple[str, ...] = ()
    days: tuple[date, ...] = ()
    today: date = date.max
    zone: str = "UTC"
    countries: SideCountries = field(init=False)

    def __post_init__(self) -> None:
        first = min(self.days, default=self.today)
        object.__setattr__(self, "countries", side_countries(self.sides, country_groups(), codes_by_word(), first))


def read_file(
    path: Path, frame: ReadingFrame, kind: FileKind | None = None, encoding: str | None = None
) -> tuple[IncomingTable, ...]:
    """The tables of a file, one for each sheet that lists anything. Raises Refusal `file_not_taken` with a sentence."""
    source, content = read_source(path)
    if source is SourceKind.EXPORT:
        raise not_taken(path.name, "is a complete export of an event: import it alone, into an event without people.")
    workbook = source is SourceKind.WORKBOOK
    grids = read_xlsx(content, path.name) if workbook else [read_csv(content, path.name, encoding)]
    tables, others = recognise_all(grids, frame.countries, kind)
    notes = [note for grid in grids for note in grid.notes]
    notes += [f"Sheet {sheet} lists neither people nor requests nor times and was passed over." for sheet in others]
    read = [_read_table(table, frame) for table in tables]
    return (_with_notes(read[0], notes), *read[1:])


def _read_table(table: RecognisedTable, frame: ReadingFrame) -> IncomingTable:
    """Every row of a table as a record, or as a note that says why it is refused."""
    records: list[Record] = []
    refused: list[RowNote] = []
    warnings: list[RowNote] = []
    cells: dict[int, tuple[str, ...]] = {}
    for row in table.rows:
        reader = RowReader(table, row)
        try:
            if row.fault is not None:
                raise RowRefused(RowNote(row.number, "", _shown(row.cells), row.fault))
            records.append(_record(reader, table.mapping.kind, frame))
            warnings += reader.warnings
        except RowRefused as refusal:
            refused.append(refusal.note)
        cells[row.number] = row.cells
    return IncomingTable(
        file=table.grid.file,
        sheet=table.grid.sheet,
        kind=table.mapping.kind,
        headers=table.headers,
        rows=len(table.rows),
        records=tuple(records),
        refused=tuple(refused),
        warnings=tuple(warnings),
        mapping={field.value: line_of(table.headers[index]) for field, index in table.mapping.columns.items()},
        cells=cells,
    )


def _record(reader: RowReader, kind: FileKind, frame: ReadingFrame) -> Record:
    match kind:
        case FileKind.PEOPLE:
            return read_person(reader, frame.countries, frame.days, ZoneInfo(frame.zone))
        case FileKind.REQUESTS:
            return read_request(reader)
        case FileKind.AVAILABILITY:
            return read_absence(reader, frame.days)
        case FileKind.MEETINGS:
            return read_meeting(reader, frame.days)
        case FileKind.EVENT:
            raise AssertionError("a complete export has no rows of its own")


def _shown(cells: Sequence[str]) -> str:
    return " ".join(cell for cell in cells if cell).replace("\0", "")[:200]


def _with_notes(table: IncomingTable, notes: list[str]) -> IncomingTable:
    return replace(table, warnings=(*(RowNote(0, "", "", note) for note in notes), *table.warnings))
