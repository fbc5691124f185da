"""A whole event as JSON, and back."""

import json
from pathlib import Path

from eccp_desktop.domain.outgoing import StoredValue, WholeEvent
from eccp_desktop.exchange.grids import not_taken
from eccp_desktop.exchange.source_files import SourceKind, read_source

FORMAT = "eccp-desktop event"
VERSION = 1


def whole_event_bytes(event: WholeEvent) -> bytes:
    """The event as a file's content: UTF-8, the same bytes for the same event."""
    content = {"format": FORMAT, "version": VERSION, "tables": {table: list(rows) for table, rows in event.items()}}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def is_whole_event(path: Path) -> bool:
    """Whether a file is one of these rather than a table."""
    return path.is_file() and read_source(path)[0] is SourceKind.EXPORT


def read_whole_event(path: Path) -> WholeEvent:
    """The event in a file. Refuses `file_not_taken` what is no such export, or one of a newer program."""
    _, content = read_source(path)
    try:
        found = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise not_taken(path.name, "is not valid JSON: it was cut off or changed by hand.") from None
    if not isinstance(found, dict) or found.get("format") != FORMAT or not isinstance(found.get("tables"), dict):
        raise not_taken(path.name, "is JSON, but not a complete export of an event.")
    if not isinstance(found.get("version"), int) or found["version"] > VERSION:
        raise not_taken(path.name, "was written by a newer ECCP Desk: import it with that one.")
    return {table: tuple(_row(path, row) for row in _rows(path, rows)) for table, rows in found["tables"].items()}


def _rows(path: Path, rows: object) -> list[object]:
    if not isinstance(rows, list):
        raise not_taken(path.name, "is damaged: a table in it is not a list of rows.")
    return rows


def _row(path: Path, row: object) -> dict[str, StoredValue]:
    if not isinstance(row, dict) or not all(
        value is None or isinstance(value, str | int | float) for value in row.values()
    ):
        raise not_taken(path.name, "is damaged: a row in it is not a list of fields.")
    return row
