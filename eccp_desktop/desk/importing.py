"""Import: files are read and taken in as one step, or rehearsed; refused rows go back as a file."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eccp_desktop.actions.import_event import ImportEvent
from eccp_desktop.actions.import_files import ImportFiles
from eccp_desktop.actions.intent import Intent
from eccp_desktop.base.progress import Progress, Report, unreported
from eccp_desktop.base.trouble import Trouble
from eccp_desktop.desk.backup_schedule import back_up_into
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.incoming import FileKind, IncomingTable, RowState, TableResult
from eccp_desktop.domain.outgoing import OutgoingTable
from eccp_desktop.exchange.csv_writing import csv_bytes
from eccp_desktop.exchange.grids import not_taken
from eccp_desktop.exchange.reading import ReadingFrame, read_file
from eccp_desktop.exchange.whole_events import is_whole_event, read_whole_event
from eccp_desktop.exchange.xlsx_writing import xlsx_bytes
from eccp_desktop.store.reads.import_frame import import_frame

WHY = "Why refused"
"""Header of the column that an error file adds; no import takes it for anything."""


@dataclass(frozen=True, slots=True)
class Import:
    """What was read and what became of it, table by table, in the order of the files given."""

    tables: tuple[IncomingTable, ...]
    results: tuple[TableResult, ...]

    def count(self, state: RowState) -> int:
        return sum(result.count(state) for result in self.results)


@dataclass(frozen=True, slots=True)
class FilesRead:
    """What files hold, not taken in yet: `intent` does that in one step. `whole` names the file of a complete export."""

    intent: Intent[Any]  # Any: what it answers is for `became` only
    tables: tuple[IncomingTable, ...] = ()
    whole: str = ""

    def became(self, answer: Any) -> Import:  # Any: as above
        """What became of the rows, from what the intent answered."""
        if not self.whole:
            return Import(self.tables, answer)
        states = dict.fromkeys(range(1, answer + 1), RowState.NEW)
        return Import((), (TableResult(self.whole, "", FileKind.EVENT, answer, states),))


def read_files(
    desk: Desk,
    paths: Sequence[Path],
    *,
    kind: FileKind | None = None,
    encoding: str | None = None,
    report: Report = unreported,
) -> FilesRead:
    """Read files for this event. One that cannot be read refuses the whole call (`file_not_taken`)."""
    whole = [path for path in paths if is_whole_event(path)]
    if whole:
        if len(paths) > 1:
            raise not_taken(whole[0].name, "is a complete export of an event: import it alone, without other files.")
        return FilesRead(ImportEvent(read_whole_event(whole[0])), whole=whole[0].name)
    tables: list[IncomingTable] = []
    frame = desk.read(import_frame)
    reading = ReadingFrame(frame.sides, frame.days, desk.file.clock.now().date(), frame.zone)
    for done, path in enumerate(paths):
        report(Progress(done, len(paths) + 1, f"Reading {path.name}"))
        tables += read_file(path, reading, kind, encoding)
    return FilesRead(ImportFiles(tuple(tables)), tuple(tables))


def import_files(
    desk: Desk,
    paths: Sequence[Path],
    *,
    kind: FileKind | None = None,
    encoding: str | None = None,
    dry_run: bool = False,
    report: Report = unreported,
) -> Import:
    """Read the files and take them in as one undoable step; with `dry_run` nothing is kept, the answer is the same.

    A file that cannot be read refuses the whole call (`file_not_taken`), and then nothing was changed.
    """
    read = read_files(desk, paths, kind=kind, encoding=encoding, report=report)
    report(Progress(len(paths), len(paths) + 1, "Taking in"))
    if not dry_run:
        back_up_into(desk)
    done = read.became(desk.rehearse(read.intent) if dry_run else desk.do(read.intent))
    report(Progress(len(paths) + 1, len(paths) + 1, "Done"))
    return done


def write_error_file(path: Path, done: Import) -> list[Path]:
    """Write the refused rows as they stood, with the reason; answers the files written, none where no row was refused.

    A workbook has a sheet for each table; CSV has one table a file, so further tables go beside it (`errors-requests.csv`).
    """
    refused = [table for table in map(_refused_rows, done.tables, done.results) if table.rows]
    if path.suffix.lower() == ".xlsx":
        contents = {path: xlsx_bytes(refused)} if refused else {}
    else:
        contents = {
            (path if index == 0 else path.with_name(f"{path.stem}-{table.title}{path.suffix}")): csv_bytes(table)
            for index, table in enumerate(refused)
        }
    for target, content in contents.items():
        write_file(target, content)
    return list(contents)


def write_file(path: Path, content: bytes) -> None:
    """Write a file whole or not at all. Raises Trouble where the disk or the folder does not take it."""
    part = path.with_name(f"{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise Trouble(
            f"{path.name} could not be written: {error.strerror or error}.",
            "The event was not touched by this.",
            "Choose another folder, or close the program that has the file open.",
        ) from error


def _refused_rows(table: IncomingTable, result: TableResult) -> OutgoingTable:
    reasons = {note.row: note.reason for note in result.refused}
    width = max([len(table.headers), *(len(table.cells[row]) for row in reasons)])
    rows = tuple((*_filled(table.cells[row], width), reason) for row, reason in sorted(reasons.items()))
    return OutgoingTable(table.kind.value, (*_filled(table.headers, width), WHY), rows)


def _filled(cells: Sequence[str], width: int) -> tuple[str, ...]:
    return (*cells, *[""] * (width - len(cells)))
