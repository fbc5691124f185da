"""A table of a file before anybody knows what it is about: rows of texts, with the numbers that a spreadsheet shows."""

from collections.abc import Iterator
from dataclasses import dataclass

from eccp_desktop.domain.refusals import Refusal

MOST_ROWS = 60_000
MOST_COLUMNS = 200


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row; `number` counts from 1 with blank rows. `fault` says why it cannot be taken, whatever it is about."""

    number: int
    cells: tuple[str, ...]
    fault: str | None = None

    @property
    def blank(self) -> bool:
        return not any(cell.strip() for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet of a workbook, or the whole of a text file (`sheet` is empty then). `notes` are for its reader."""

    file: str
    sheet: str
    rows: tuple[GridRow, ...]
    notes: tuple[str, ...] = ()

    def filled(self) -> Iterator[GridRow]:
        return (row for row in self.rows if not row.blank)


def not_taken(file: str, sentence: str) -> Refusal:
    """The refusal of a whole file; `sentence` says what is wrong and what to do; it follows the file name."""
    return Refusal("file_not_taken", file=file, sentence=f"{file} {sentence}")


def check_size(file: str, rows: int, columns: int) -> None:
    """Refuses a table that no event fills and no laptop should try to hold."""
    if rows > MOST_ROWS or columns > MOST_COLUMNS:
        raise not_taken(
            file,
            f"is larger than an import file can be ({MOST_ROWS:,} rows, {MOST_COLUMNS} columns): "
            "delete what lies beyond the table and save it again.",
        )
