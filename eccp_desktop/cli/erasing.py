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
    delete_copies: Annotated[
        bool, typer.Option("--delete-copies", help="Delete the backups that still hold what was erased.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Erase who people are. Meetings, presence and results stay, so that no figure changes. It cannot be undone; a backup is
    made before."""
    from eccp_desktop.actions.erase_people import EraseAllPersonal, ErasePeople
    from eccp_desktop.desk.erasing import erase as erase_people
    from eccp_desktop.desk.erasing import forget_copies

    if everybody == bool(who):
        raise Refusal("who_is_erased")
    with opened(event) as desk:
        done = erase_people(desk, EraseAllPersonal() if everybody else ErasePeople(tuple(who or ())))
        if delete_copies:
            forget_copies(desk, done.holding)
    facts = {
        "erased": done.people,
        "backups": str(done.backup.parent),
        "holding": [] if delete_copies else [str(copy) for copy in done.holding],
        "deleted": [str(copy) for copy in done.holding] if delete_copies else [],
    }
    copies = counted(len(done.holding), "copy", "copies")
    if delete_copies:
        kept = f"{copies} that still held it: deleted. A backup without it is in {done.backup.parent}."
    else:
        named = "".join(f"\n  {copy}" for copy in done.holding)
        kept = (
            f"{copies} still {'holds' if len(done.holding) == 1 else 'hold'} it (--delete-copies deletes them):{named}"
        )
    say(f"Erased: {counted(done.people, 'person', 'people')}. {kept}", facts, as_json=as_json)
