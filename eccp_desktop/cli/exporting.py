"""`export`: the event as a workbook, CSV files, or complete as JSON."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from eccp_desktop.cli.answers import counted, say
from eccp_desktop.cli.event import opened
from eccp_desktop.cli.options import AsJson, EventPath


class Form(StrEnum):
    """What an event can be exported as."""

    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"


def export(
    event: EventPath,
    form: Annotated[Form, typer.Option("--format", help="xlsx and csv are for people, json is complete.")],
    out: Annotated[Path, typer.Option("--out", help="The file, or a folder for the tables of csv.")],
    without_names: Annotated[bool, typer.Option("--masked", help="Numbers in the place of names.")] = False,
    as_json: AsJson = False,
) -> None:
    """Write the event's tables; json is complete and can be imported into an empty event."""
    from eccp_desktop.desk.exporting import ExportFormat, export_event

    with opened(event, read_only=True) as desk:
        written = export_event(desk, ExportFormat(form.value), out, masked=without_names)
    sentence = "\n".join(f"{path}: {counted(rows, 'row')}." for path, rows in written.items())
    facts = {
        "format": form.value,
        "masked": without_names,
        "files": [{"path": str(path), "rows": rows} for path, rows in written.items()],
    }
    say(sentence, facts, as_json=as_json)
