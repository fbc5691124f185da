"""`open`: the window."""

import os
from pathlib import Path
from typing import Annotated

import typer

from eccp_desktop.base.trouble import Trouble
from eccp_desktop.cli.demo import has_display


def open_(
    event: Annotated[Path | None, typer.Argument(metavar="EVENT", help="The event file, NAME.eccp.")] = None,
) -> None:
    """Open the window over an event, or on the start page without one."""
    if not has_display() and "QT_QPA_PLATFORM" not in os.environ:
        raise Trouble(
            "This machine has no display, so no window can be opened.",
            "Nothing was changed.",
            "Use the commands without a screen: eccp-desktop --help lists them.",
        )
    from eccp_desktop.app import run

    raise typer.Exit(run(event))
