"""Opens event files for everybody who works with them: the window, the command line, the tests."""

from pathlib import Path

from eccp_desktop.base.clock import Clock
from eccp_desktop.base.paths import config_dir
from eccp_desktop.desk.desk import Desk
from eccp_desktop.store.event_file import EventFile, create_event_file
from eccp_desktop.store.incarnations import Incarnations


def open_desk(path: Path, clock: Clock, actor: str = "", *, read_only: bool = False) -> Desk:
    """A desk over an event file. Raises Trouble as `EventFile` does.

    Where another program has the file open, the desk is read-only (`desk.file.read_only`) and `desk.file.holder` says who has it.
    """
    return Desk(EventFile(path, clock, Incarnations(config_dir()), actor, read_only=read_only))


def new_desk(path: Path, clock: Clock, actor: str = "") -> Desk:
    """A desk over an event file that is made here, still without an event. Raises Trouble where the name is taken."""
    create_event_file(path)
    return open_desk(path, clock, actor)
