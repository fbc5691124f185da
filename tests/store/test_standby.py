"""Reading while a step is on its way to a slow disk: here somebody else's read is what makes the step slow."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import func, select

from eccp_desktop.desk.desk import Desk
from eccp_desktop.store.connection import connect
from eccp_desktop.store.reads import Reading
from eccp_desktop.store.rows import Participant
from eccp_desktop.store.standby import SLOW, Standby
from tests.store.walking import AddPerson

LONG = 5 * SLOW


def people(reading: Reading) -> int:
    return reading.execute(select(func.count()).select_from(Participant)).scalar_one()


@contextmanager
def read_by_somebody(path: Path) -> Iterator[None]:
    """No step gets to the disk inside, and nobody else may begin to read the file once a step waits for that."""
    reader = connect(path, writable=False)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM participant").fetchone()
    try:
        yield
    finally:
        reader.close()


def do_slowly(desk: Desk, path: Path, standby: Standby) -> None:
    """A step that takes long, also for a standby that is not the desk's own."""
    with read_by_somebody(path):
        step = desk.submit(AddPerson("Rossi"))
        with pytest.raises(TimeoutError), standby.during_commit():
            step.result(timeout=LONG)
    step.result()


def test_a_read_does_not_wait_for_a_step_that_is_on_its_way_to_a_slow_disk(desk: Desk, path: Path) -> None:
    do_slowly(desk, path, Standby(path))
    with read_by_somebody(path):
        step = desk.submit(AddPerson("Byrne"))
        with pytest.raises(TimeoutError):
            step.result(timeout=LONG)
        assert desk.read(people) == 1, "the state before the step"
        assert not step.done()
    step.result()
    assert desk.read(people) == 2


def test_who_began_to_read_the_copy_reads_it_to_the_end(desk: Desk, path: Path) -> None:
    standby = Standby(path)
    do_slowly(desk, path, standby)
    with standby.during_commit():
        connection = standby.connect()
        assert connection is not None
        desk.do(AddPerson("Byrne"))
    with connection:
        assert people(connection) == 1
    assert standby.connect() is None


def test_on_a_quick_disk_nothing_is_copied(path: Path) -> None:
    standby = Standby(path)
    for _ in range(2):
        with standby.during_commit():
            assert standby.connect() is None


def test_where_no_copy_can_be_made_the_step_is_written_as_ever(desk: Desk, path: Path) -> None:
    standby = Standby(path.with_name("gone.eccp"))
    do_slowly(desk, path, standby)
    with standby.during_commit():
        assert standby.connect() is None
