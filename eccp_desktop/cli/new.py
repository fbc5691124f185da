"""`new`: a new event file with its frame."""

from datetime import date, datetime, time
from typing import Annotated

import typer

from eccp_desktop.cli.answers import counted, say
from eccp_desktop.cli.event import made
from eccp_desktop.cli.options import AsJson, EventPath
from eccp_desktop.domain.refusals import Refusal


def new(
    event: EventPath,
    name: Annotated[str, typer.Option("--name", help="Name of the event.")],
    zone: Annotated[str, typer.Option("--zone", help="IANA time zone of the venue, for example Europe/Berlin.")],
    day: Annotated[
        list[str] | None, typer.Option("--day", help="A day, for example 2016-04-25; may stand often.")
    ] = None,
    session: Annotated[
        list[str] | None,
        typer.Option("--session", help="A matchmaking session of each day: 09:00-12:30; may stand often."),
    ] = None,
    slot: Annotated[int, typer.Option("--slot", help="Minutes of a slot.")] = 20,
    gap: Annotated[int, typer.Option("--gap", help="Minutes between two slots.")] = 5,
    tables: Annotated[int, typer.Option("--tables", help="How many tables.", min=0)] = 15,
    sides: Annotated[str, typer.Option("--sides", help="Sides, for example EU,US; different sides meet.")] = "",
    series: Annotated[str | None, typer.Option("--series", help="A word that ties several events together.")] = None,
    as_json: AsJson = False,
) -> None:
    """Make a new event file."""
    from eccp_desktop.actions.create_event import CreateEvent

    intent = CreateEvent(
        name=name,
        zone=zone,
        days=tuple(_day(text) for text in day or ()),
        sessions=tuple(_session(text) for text in session or ()),
        slot_minutes=slot,
        gap_minutes=gap,
        tables=tables,
        sides=tuple(side.strip() for side in sides.split(",") if side.strip()),
        series=series,
    )
    with made(event) as desk:
        desk.do(intent)
    say(
        f"{event} holds {name}: {counted(len(intent.days), 'day')}, {counted(tables, 'table')}.",
        {
            "event": str(event),
            "name": name,
            "days": [str(one) for one in intent.days],
            "tables": tables,
            "sides": list(intent.sides),
        },
        as_json=as_json,
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Refusal("day_unreadable", text=text) from error


def _session(text: str) -> tuple[time, time]:
    start, _, end = text.partition("-")
    try:
        return datetime.strptime(start.strip(), "%H:%M").time(), datetime.strptime(end.strip(), "%H:%M").time()
    except ValueError as error:
        raise Refusal("session_unreadable", text=text) from error
