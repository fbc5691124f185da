"""`import`: people, requests, availability and meetings from files, or a complete export."""

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from eccp_desktop.cli.answers import counted, say
from eccp_desktop.cli.event import opened
from eccp_desktop.cli.options import AsJson, EventPath

if TYPE_CHECKING:
    from eccp_desktop.desk.importing import Import
    from eccp_desktop.domain.incoming import RowNote

_SHOWN = 8


class Kind(StrEnum):
    """What the files list; `auto` goes by their columns."""

    AUTO = "auto"
    PEOPLE = "people"
    REQUESTS = "requests"
    AVAILABILITY = "availability"
    MEETINGS = "meetings"


def import_(
    event: EventPath,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="XLSX or CSV files, or one JSON export.")],
    kind: Annotated[Kind, typer.Option("--kind", help="What the files list.")] = Kind.AUTO,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen and change nothing.")] = False,
    errors: Annotated[
        Path | None, typer.Option("--errors", help="Write refused rows with the reason here (.csv or .xlsx).")
    ] = None,
    encoding: Annotated[
        str | None, typer.Option("--encoding", help="Encoding of CSV files that do not say it, for example cp1252.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Take in people, requests, availability or meetings; bad rows are left out with a reason."""
    from eccp_desktop.desk.importing import import_files, write_error_file
    from eccp_desktop.domain.incoming import FileKind

    chosen = None if kind is Kind.AUTO else FileKind(kind.value)
    with opened(event) as desk:
        done = import_files(desk, files, kind=chosen, encoding=encoding, dry_run=dry_run)
    written = write_error_file(errors, done) if errors is not None else []
    facts = {"dry_run": dry_run, "files": _files(done, files), "error_files": [str(path) for path in written]}
    say("" if as_json else _in_words(done, written, dry_run=dry_run), facts, as_json=as_json)


def _files(done: "Import", paths: list[Path]) -> list[dict[str, object]]:
    from eccp_desktop.domain.incoming import RowState

    given = {path.name: str(path) for path in paths}
    return [
        {
            "file": given.get(result.file, result.file),
            "sheet": result.sheet,
            "kind": result.kind.value,
            "rows": result.rows,
            **{state.value: result.count(state) for state in RowState},
            "errors": _notes(result.errors),
            "warnings": _notes(result.warnings),
        }
        for result in done.results
    ]


def _notes(notes: Iterable["RowNote"]) -> list[dict[str, object]]:
    return [{"row": note.row, "column": note.column, "value": note.value, "reason": note.reason} for note in notes]


def _in_words(done: "Import", written: list[Path], *, dry_run: bool) -> str:
    from eccp_desktop.domain.incoming import RowState

    lines = ["Nothing was changed; this is what an import would do."] if dry_run else []
    for result in done.results:
        states = [f"{result.count(state)} {state.value}" for state in RowState if result.count(state)]
        sheet = f", sheet {result.sheet}" if result.sheet else ""
        lines.append(
            f"{result.file}{sheet}: {counted(result.rows, 'row')} of {result.kind.value}: {', '.join(states)}."
        )
        lines += _told("  ", result.errors)
        lines += _told("  Note: ", result.warnings)
    lines += [f"Refused rows are in {path}." for path in written]
    return "\n".join(lines)


def _told(before: str, notes: Iterable["RowNote"]) -> list[str]:
    told = list(notes)
    lines = []
    for note in told[:_SHOWN]:
        place = f"row {note.row}, {note.column or 'whole row'}" if note.row else ""
        value = f" “{note.value}”" if note.value else ""
        lines.append(f"{before}{place}{value}: {note.reason}" if place else f"{before}{note.reason}")
    return [*lines, f"{before}and {len(told) - _SHOWN} more."] if len(told) > _SHOWN else lines
