"""A copy of an event that can be shown to anybody: to report a fault, to train staff, to try things out."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from eccp_desktop.actions.import_event import ImportEvent
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.opening import new_desk
from eccp_desktop.domain.masking import masked
from eccp_desktop.store.whole_event import whole_event


def make_masked_copy(desk: Desk, path: Path) -> int:
    """Write a new event file without names and with an empty history; answers how many people are in it.

    Raises Trouble where a file of that name exists or the folder cannot be written.
    """
    event = masked(desk.read(whole_event))
    copy = new_desk(path, desk.file.clock)
    try:
        copy.do(ImportEvent(event))
    finally:
        copy.close()
    return len(event.get("participant", ()))


@contextmanager
def masked_desk(desk: Desk) -> Iterator[Desk]:
    """A desk over a masked copy that is gone afterwards."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / desk.file.path.name
        event = masked(desk.read(whole_event))
        copy = new_desk(path, desk.file.clock)
        try:
            copy.do(ImportEvent(event))
            yield copy
        finally:
            copy.close()
