"""`erase`: personal data goes for good."""

from typing import Annotated

import typer

from eccp_desktop.cli.answers import counted, say
from eccp_desktop.cli.event import opened
from eccp_desktop.cli.options import AsJson, EventPath
from eccp_desktop.domain.refusals import Refusal


def erase(
    event: EventPath,
    who: Annotated[
        list[str] | None, typer.Option("--who", metavar="CODE", help="Badge code; several are possible.")
    ] = None,
    everybody: Annotated[bool, typer.Option("--all-personal", help="Everybody, and the names of desk staff.")] = False,
    as_json: AsJson = False,
) -> None:
    """Erase who people are. Meetings, presence and results stay, so that no figure changes. It cannot be undone."""
    from eccp_desktop.actions.erase_people import EraseAllPersonal, ErasePeople
    from eccp_desktop.desk.backup_schedule import backup_folder

    if everybody == bool(who):
        raise Refusal("who_is_erased")
    with opened(event) as desk:
        erased = desk.do(EraseAllPersonal()) if everybody else desk.do(ErasePeople(tuple(who or ())))
        backups = backup_folder(desk.file.path)
    kept = f" Backups made before still hold it: {backups}." if backups.is_dir() else ""
    facts = {"erased": erased, "backups": str(backups) if backups.is_dir() else None}
    say(f"Erased: {counted(erased, 'person', 'people')}.{kept}", facts, as_json=as_json)
