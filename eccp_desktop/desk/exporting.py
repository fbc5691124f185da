"""Export: the event as tables for people, or whole as JSON."""

from enum import StrEnum
from pathlib import Path

from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.importing import write_file
from eccp_desktop.desk.masked_copy import masked_desk
from eccp_desktop.exchange.csv_writing import csv_bytes
from eccp_desktop.exchange.whole_events import whole_event_bytes
from eccp_desktop.exchange.xlsx_writing import xlsx_bytes
from eccp_desktop.store.reads.export import export_tables
from eccp_desktop.store.whole_event import whole_event


class ExportFormat(StrEnum):
    """What an event can be exported as."""

    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"


def export_event(desk: Desk, form: ExportFormat, path: Path, *, masked: bool = False) -> dict[Path, int]:
    """Write the event, `masked` with numbers in the place of names; answers the rows in each file written.

    CSV has one table a file: into `path` where it is a folder, else participants into `path` and the others beside it.
    JSON is complete: importing it into an empty event gives the same tables. Raises Trouble where `path` cannot be written.
    """
    if masked:
        with masked_desk(desk) as copy:
            return export_event(copy, form, path)
    if form is ExportFormat.JSON:
        event = desk.read(whole_event)
        write_file(path, whole_event_bytes(event))
        return {path: sum(map(len, event.values()))}
    tables = desk.read(export_tables)
    if form is ExportFormat.XLSX:
        write_file(path, xlsx_bytes(tables))
        return {path: sum(len(table.rows) for table in tables)}
    written: dict[Path, int] = {}
    for index, table in enumerate(tables):
        target = _csv_path(path, table.title, first=index == 0)
        write_file(target, csv_bytes(table))
        written[target] = len(table.rows)
    return written


def _csv_path(path: Path, title: str, *, first: bool) -> Path:
    if path.suffix.lower() != ".csv":
        return path / f"{title.lower()}.csv"
    return path if first else path.with_name(f"{path.stem}-{title.lower()}.csv")
