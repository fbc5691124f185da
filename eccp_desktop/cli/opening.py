"""`open`: the window."""

from pathlib import Path
from typing import Annotated

import typer


def open_(
    event: Annotated[Path | None, typer.Argument(metavar="EVENT", help="The event file, NAME.eccp.")] = None,
) -> None:
    """Open the window over an event, or on the start page without one."""
    from eccp_desktop.app import run

    raise typer.Exit(run(event))
