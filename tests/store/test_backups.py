"""Backups verify, thin out as they age, and come back under a new incarnation."""

from datetime import timedelta
from errno import ENOSPC, EROFS
from pathlib import Path

import pytest

from eccp_desktop.base.clock import HeldClock
from eccp_desktop.base.trouble import Trouble
from eccp_desktop.desk.backup_schedule import BackupSchedule, backup_folder
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.opening import open_desk
from eccp_desktop.store.backups import LATEST_KEPT, back_up, backups, restore
from eccp_desktop.store.checking import problems
from eccp_desktop.store.connection import SqliteError
from tests.store.walking import AddPerson, stored


def test_a_backup_of_a_running_event_holds_all_of_it(desk: Desk, path: Path, clock: HeldClock, tmp_path: Path) -> None:
    desk.do(AddPerson("Rossi"))
    copy = back_up(path, tmp_path / "stick", clock)
    other = open_desk(copy, clock, read_only=True)
    assert other.read(stored) == desk.read(stored)
    assert other.read(problems) == []
    other.close()


def test_restoring_puts_the_old_state_in_place_and_starts_a_new_incarnation(
    desk: Desk, path: Path, clock: HeldClock, tmp_path: Path
) -> None:
    desk.do(AddPerson("Rossi"))
    before = desk.read(stored)
    copy = back_up(path, tmp_path / "stick", clock)
    desk.do(AddPerson("Smith"))
    desk.close()
    aside = restore(copy, path, clock)
    assert aside is not None
    assert aside.exists()
    again = open_desk(path, clock)
    assert again.read(stored) == before
    again.do(AddPerson("Lee"))
    assert again.file.incarnation is not None
    assert again.file.incarnation.letter == "B"
    assert again.read(problems) == []
    again.close()


def test_many_backups_thin_to_the_latest_and_one_a_day_and_week(
    desk: Desk, path: Path, clock: HeldClock, tmp_path: Path
) -> None:
    folder = tmp_path / "stick"
    for _ in range(LATEST_KEPT + 10):
        clock.advance(timedelta(minutes=15))
        back_up(path, folder, clock)
    assert len(backups(path, folder)) == LATEST_KEPT + 1
    clock.advance(timedelta(days=30))
    back_up(path, folder, clock)
    assert len(backups(path, folder)) <= LATEST_KEPT + 2


def test_a_backup_is_due_after_a_quarter_of_an_hour_with_changes(desk: Desk, path: Path, clock: HeldClock) -> None:
    schedule = BackupSchedule(desk)
    assert len(schedule.make()) == 1
    assert schedule.make_if_due() == []
    clock.advance(timedelta(minutes=16))
    assert schedule.make_if_due() == []
    desk.do(AddPerson("Rossi"))
    assert len(schedule.make_if_due()) == 1
    assert schedule.last == clock.now()
    assert len(backups(path, backup_folder(path))) == 2


@pytest.mark.parametrize(
    ("error", "advice"),
    [
        (OSError(ENOSPC, "No space left on device"), "Make room on that disk."),
        (SqliteError("database or disk is full"), "Make room on that disk."),
        (OSError(EROFS, "Read-only file system"), "Put in the stick again, or see whether the folder can be written."),
    ],
)
def test_what_to_do_depends_on_why_no_backup_could_be_made(
    error: Exception,
    advice: str,
    path: Path,
    desk: Desk,
    clock: HeldClock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("eccp_desktop.store.backups.copy_gently", fail)
    with pytest.raises(Trouble) as raised:
        back_up(path, tmp_path / "stick", clock)
    assert raised.value.advice == advice


def test_a_folder_that_cannot_be_written_is_a_trouble_and_the_event_goes_on(
    desk: Desk, clock: HeldClock, tmp_path: Path
) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where a folder should be")
    with pytest.raises(Trouble, match="No backup could be made"):
        BackupSchedule(desk, [blocked]).make()
    desk.do(AddPerson("Rossi"))
