"""`logo`: the pictures that stand on papers."""

from pathlib import Path
from typing import Annotated

import typer

from eccp_desktop.cli.answers import say
from eccp_desktop.cli.event import opened
from eccp_desktop.cli.options import AsJson, EventPath
from eccp_desktop.domain.vocabulary import LogoOwner


def logo(
    event: EventPath,
    picture: Annotated[
        Path | None, typer.Argument(metavar="PICTURE", help="A PNG, JPEG or SVG file.", show_default=False)
    ] = None,
    whose: Annotated[LogoOwner, typer.Option("--of", help="Whose it is.")] = LogoOwner.EVENT,
    remove: Annotated[bool, typer.Option("--remove", help="Take it off the papers.")] = False,
    as_json: AsJson = False,
) -> None:
    """Put the logo of the event or of its organiser on all papers, or take it off."""
    if remove == (picture is not None):
        raise typer.BadParameter("name a picture, or --remove")
    from eccp_desktop.actions.event_logo import RemoveLogo
    from eccp_desktop.desk.logos import logo_from

    with opened(event) as desk:
        if picture is None:
            desk.do(RemoveLogo(whose))
            say(f"The logo of the {whose} is off all papers.", {"whose": whose, "bytes": 0}, as_json=as_json)
        else:
            step = logo_from(picture, whose)
            desk.do(step)
            kept = len(step.picture)
            said = f"The logo of the {whose} stands on all papers ({kept} bytes in the event file)."
            say(said, {"whose": whose, "bytes": kept}, as_json=as_json)
