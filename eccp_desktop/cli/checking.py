"""`check`: whether a file is whole."""

from typing import Annotated

import typer

from eccp_desktop.cli.answers import counted, say
from eccp_desktop.cli.event import opened
from eccp_desktop.cli.options import AsJson, EventPath

PROBLEMS = 3


def check(
    event: EventPath,
    repair: Annotated[bool, typer.Option("--repair", help="Make the tables again from the journal.")] = False,
    as_json: AsJson = False,
) -> None:
    """Check the database, the journal's chain, the tables against the journal's replay, and the rules."""
    from eccp_desktop.desk.backup_schedule import BackupSchedule
    from eccp_desktop.store.checking import problems

    with opened(event, read_only=not repair) as desk:
        found = desk.read(problems)
        if found and repair:
            BackupSchedule(desk).make()
            desk.file.mend()
            found = desk.read(problems)
    whole = f"{event} is whole."
    broken = f"{event} has {counted(len(found), 'problem')}:\n" + "\n".join(f"  {problem}" for problem in found)
    say(broken if found else whole, {"ok": not found, "problems": found}, as_json=as_json)
    if found:
        raise typer.Exit(PROBLEMS)
