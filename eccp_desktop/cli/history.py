"""`history`: the journal in words."""

from typing import Annotated

import typer

from eccp_desktop.cli.answers import say
from eccp_desktop.cli.event import opened
from eccp_desktop.cli.options import AsJson, EventPath


def history(
    event: EventPath,
    who: Annotated[str | None, typer.Option("--who", help="Badge code: only what touched this person.")] = None,
    meeting: Annotated[int | None, typer.Option("--meeting", help="Only what touched this meeting.")] = None,
    as_json: AsJson = False,
) -> None:
    """Tell who did what, when, on which laptop; latest first."""
    from zoneinfo import ZoneInfo

    from eccp_desktop.store.reads.event_head import event_zone
    from eccp_desktop.store.reads.history import event_history, history_of_rows, rows_of_participant
    from eccp_desktop.store.reads.naming import meeting_id, participant_id

    with opened(event, read_only=True) as desk:
        zone = ZoneInfo(desk.read(event_zone))
        if who is not None:
            rows = desk.read(rows_of_participant, desk.read(participant_id, who))
            lines = desk.read(history_of_rows, rows)
        elif meeting is not None:
            lines = desk.read(history_of_rows, [desk.read(meeting_id, str(meeting))])
        else:
            lines = desk.read(event_history)
    spoken = [
        f"{line.at.astimezone(zone):%Y-%m-%d %H:%M}  laptop {line.device}  {line.actor or '-':4}  "
        + ("Undo: " if line.action == "undo" else "Redo: " if line.action == "redo" else "")
        + line.title
        + (f" ({line.about})" if line.about else "")
        for line in lines
    ]
    facts = [
        {
            "at": line.at.astimezone(zone).isoformat(timespec="seconds"),
            "device": line.device,
            "actor": line.actor,
            "action": line.action,
            "title": line.title,
            "about": line.about,
        }
        for line in lines
    ]
    say("\n".join(spoken) or "Nothing was done yet.", {"steps": facts}, as_json=as_json)
