"""What an import says of a table and of its rows, as lines for the screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.incoming import FileKind, RowState, TableResult
from eccp_desktop.ui.kit.rows_model import Column
from eccp_desktop.ui.theme import State

if TYPE_CHECKING:
    from eccp_desktop.desk.importing import Import

NUMBER_WIDTH = 88
KINDS = {
    FileKind.PEOPLE: N_("People"),
    FileKind.REQUESTS: N_("Requests"),
    FileKind.AVAILABILITY: N_("Availability"),
    FileKind.MEETINGS: N_("Meetings"),
    FileKind.EVENT: N_("Complete event"),
}
NUMBERS = {
    RowState.NEW: N_("New"),
    RowState.CHANGED: N_("Changed"),
    RowState.SAME: N_("Same"),
    RowState.CONFLICT: N_("Kept as here"),
    RowState.REFUSED: N_("Refused"),
}


@dataclass(frozen=True, slots=True)
class NoteLine:
    """Something about a row of a table. Row 0 is the table as a whole."""

    order: int
    state: State
    word: str
    row: int
    column: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table of the files, what becomes of its rows, and what of its columns nobody takes."""

    order: int
    result: TableResult
    passed_over: tuple[str, ...] = ()

    @property
    def notes(self) -> tuple[NoteLine, ...]:
        """Refused rows first, then what is kept as it is here, then warnings."""
        states = self.result.states
        kept = tuple(note for note in self.result.errors if states.get(note.row) is not RowState.REFUSED)
        lines = [
            (state, word, note)
            for state, word, notes in (
                (State.MISSING, N_("refused"), self.result.refused),
                (State.LOCKED, N_("kept as here"), kept),
                (State.LATE, N_("note"), self.result.warnings),
            )
            for note in sorted(notes, key=lambda note: note.row)
        ]
        return tuple(
            NoteLine(order, state, word, note.row, note.column, note.value, note.reason)
            for order, (state, word, note) in enumerate(lines)
        )


def found_tables(done: "Import") -> tuple[FoundTable, ...]:
    """The tables of an import in the order of the files; a complete event has no columns to speak of."""
    headers = [
        tuple(header for header in table.headers if header and header not in set(table.mapping.values()))
        for table in done.tables
    ]
    return tuple(
        FoundTable(order, result, headers[order] if headers else ()) for order, result in enumerate(done.results)
    )


def taken(tables: Sequence[FoundTable]) -> int:
    """How many rows would change something."""
    return sum(table.result.count(state) for table in tables for state in (RowState.NEW, RowState.CHANGED))


def said(found: Sequence[FoundTable]) -> str:
    """After an import: how many rows became what."""
    counts = {state: sum(table.result.count(state) for table in found) for state in RowState}
    parts = {
        RowState.NEW: N_("{n} new"),
        RowState.CHANGED: N_("{n} changed"),
        RowState.SAME: N_("{n} as before"),
        RowState.CONFLICT: N_("{n} kept as they are here"),
        RowState.REFUSED: N_("{n} refused"),
    }
    said = ", ".join(words.format(n=counts[state]) for state, words in parts.items() if counts[state])
    return N_("Imported: {said}.").format(said=said or N_("no rows"))


def table_columns() -> tuple[Column[FoundTable], ...]:
    """A line for each table: what it lists, and what becomes of how many rows."""
    return (
        Column("file", N_("File"), lambda one: one.result.file, _sheet, stretch=True, strong=True),
        Column("kind", N_("Lists"), lambda one: KINDS[one.result.kind], width=128),
        Column("rows", N_("Rows"), lambda one: str(one.result.rows), sort=_rows, right=True, width=NUMBER_WIDTH),
        *(_number(state, title) for state, title in NUMBERS.items()),
    )


def note_columns() -> tuple[Column[NoteLine], ...]:
    """A line for each note: what is to be said, and where."""
    return (
        Column("state", N_("Said of it"), lambda one: one.word, state=lambda one: one.state, width=140),
        Column("row", N_("Row"), lambda one: str(one.row or ""), sort=lambda one: one.row, right=True, width=64),
        Column("column", N_("Column"), lambda one: one.column, quiet=True, width=140),
        Column("value", N_("What stands there"), lambda one: one.value, width=200),
        Column("reason", N_("Why"), lambda one: one.reason, stretch=True),
    )


def _number(state: RowState, title: str) -> Column[FoundTable]:
    return Column(
        state.value,
        title,
        lambda one: str(one.result.count(state) or "–"),
        sort=lambda one: one.result.count(state),
        right=True,
        width=NUMBER_WIDTH + (24 if state is RowState.CONFLICT else 0),
    )


def _sheet(one: FoundTable) -> str:
    return N_("sheet {name}").format(name=one.result.sheet) if one.result.sheet else ""


def _rows(one: FoundTable) -> int:
    return one.result.rows
