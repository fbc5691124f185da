"""One row of a table while it is read: its fields, and what there is to say about them."""

from dataclasses import dataclass, field

from eccp_desktop.domain.incoming import RowNote
from eccp_desktop.exchange.cells import line_of, text_of
from eccp_desktop.exchange.columns import Field
from eccp_desktop.exchange.grids import GridRow
from eccp_desktop.exchange.recognition import RecognisedTable


class RowRefused(Exception):
    """A row cannot be taken; its note says why."""

    def __init__(self, note: RowNote) -> None:
        super().__init__(note.reason)
        self.note = note


@dataclass(slots=True)
class RowReader:
    """Reads the cells of one row by field, and gathers warnings."""

    table: RecognisedTable
    row: GridRow
    warnings: list[RowNote] = field(default_factory=list)

    def raw(self, column: Field) -> str:
        index = self.table.mapping.columns.get(column)
        return self.row.cells[index] if index is not None and index < len(self.row.cells) else ""

    def line(self, column: Field) -> str | None:
        return line_of(self.raw(column)) or None

    def text(self, column: Field) -> str | None:
        return text_of(self.raw(column)) or None

    def has(self, column: Field) -> bool:
        return column in self.table.mapping.columns

    def header(self, column: Field) -> str:
        """The column's name in the file, or in the words of the program where the file has none."""
        index = self.table.mapping.columns.get(column)
        return line_of(self.table.headers[index]) if index is not None else column.value

    def warn(self, column: Field, reason: str) -> None:
        self.warnings.append(RowNote(self.row.number, self.header(column), line_of(self.raw(column)), reason))

    def refused(self, column: Field, reason: str) -> RowRefused:
        return RowRefused(RowNote(self.row.number, self.header(column), line_of(self.raw(column)), reason))
