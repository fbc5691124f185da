"""Opens an event file for the length of one command."""

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
    from eccp_desktop.base.paths import config_dir
    from eccp_desktop.desk.desk import Desk
    from eccp_desktop.store.event_file import EventFile
    from eccp_desktop.store.incarnations import Incarnations

    desk = Desk(EventFile(path, SystemClock(), Incarnations(config_dir()), COMMAND_LINE, read_only=read_only))
    try:
        yield desk
    finally:
        desk.close()
