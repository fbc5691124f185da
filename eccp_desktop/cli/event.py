"""Opens event files for the length of one command."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eccp_desktop.desk.desk import Desk

COMMAND_LINE = "cli"
"""The actor of steps that a command makes."""


@contextmanager
def opened(path: Path, *, read_only: bool = False) -> "Iterator[Desk]":
    """The desk over an event file; it is closed at the end. Raises Trouble where the file cannot be opened."""
    from eccp_desktop.base.clock import SystemClock
    from eccp_desktop.desk.opening import open_desk

    desk = open_desk(path, SystemClock(), COMMAND_LINE, read_only=read_only)
    try:
        yield desk
    finally:
        desk.close()


@contextmanager
def made(path: Path) -> "Iterator[Desk]":
    """The desk over a new event file, which is taken away again where the block fails. Raises Trouble if the name is taken."""
    from eccp_desktop.base.clock import SystemClock
    from eccp_desktop.desk.opening import new_desk

    desk = new_desk(path, SystemClock(), COMMAND_LINE)
    try:
        yield desk
    except BaseException:
        desk.close()
        path.unlink(missing_ok=True)
        raise
    desk.close()
