"""An event file: what is written is journaled, what is refused changes nothing, one program writes."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from eccp_desktop.base.clock import HeldClock
from eccp_desktop.base.trouble import Trouble
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.opening import new_desk, open_desk
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.store.changes import ChangeSet
from eccp_desktop.store.event_file import create_event_file
from eccp_desktop.store.reads import Reading
from eccp_desktop.store.rows import Change, JournalUnit, Participant
from tests.store.conftest import FAIR
from tests.store.walking import AddPerson, Meet, Rename, stored


def count(reading: Reading, row: type) -> int:
    return reading.execute(select(func.count()).select_from(row)).scalar_one()


def test_a_step_is_told_once_with_the_rows_it_changed(desk: Desk) -> None:
    heard: list[ChangeSet] = []
    desk.listen(heard.append)
    person = desk.do(AddPerson("Rossi"))
    assert len(heard) == 1
    assert heard[0].ids("participant") == {person}
    assert heard[0].touches("meeting", "organisation")
    assert not heard[0].touches("meeting")


def test_a_step_that_changes_nothing_leaves_no_unit(desk: Desk) -> None:
    desk.do(AddPerson("Rossi"))
    before = desk.read(count, JournalUnit)
    desk.do(Rename(0, "Rossi"))
    assert desk.read(count, JournalUnit) == before


def test_a_rehearsed_step_answers_and_changes_nothing(desk: Desk) -> None:
    before = desk.read(stored)
    assert desk.rehearse(AddPerson("Rossi"))
    assert desk.read(stored) == before
    assert desk.read(count, JournalUnit) == 1


def test_who_reads_apart_holds_up_no_step_and_does_not_see_it(desk: Desk) -> None:
    with desk.apart():
        before = desk.read(count, JournalUnit)
        desk.do(AddPerson("Rossi"))  # would wait for a reader of the file
        assert desk.read(count, JournalUnit) == before
    assert desk.read(count, JournalUnit) == before + 1


def test_reading_apart_is_for_the_thread_that_asked(desk: Desk) -> None:
    with desk.apart(), ThreadPoolExecutor(1) as elsewhere:
        before = desk.read(count, JournalUnit)
        desk.do(AddPerson("Rossi"))
        assert elsewhere.submit(desk.read, count, JournalUnit).result() == before + 1


def test_the_database_refuses_a_table_twice_and_a_person_twice(desk: Desk) -> None:
    for name in ("Rossi", "Smith", "Lee", "Kim"):
        desk.do(AddPerson(name))
    desk.do(Meet(0, 1, slot=0, table=0))
    before = desk.read(stored)
    with pytest.raises(Refusal, match="table_double"):
        desk.do(Meet(2, 3, slot=0, table=0))
    with pytest.raises(Refusal, match="person_double"):
        desk.do(Meet(0, 2, slot=0, table=1))
    assert desk.read(stored) == before


def test_nul_in_a_text_is_refused(desk: Desk) -> None:
    with pytest.raises(Refusal, match="nul_in_text"):
        desk.do(AddPerson("Ros\0si"))
    assert desk.read(count, Participant) == 0


def test_a_second_program_reads_and_is_told_who_writes(desk: Desk, path: Path, clock: HeldClock) -> None:
    desk.do(AddPerson("Rossi"))
    second = open_desk(path, clock, "AB")
    assert second.file.read_only
    assert second.file.holder is not None
    assert second.file.holder.actor == "MK"
    assert second.read(count, Participant) == 1
    with pytest.raises(Trouble, match="open for writing"):
        second.do(AddPerson("Smith"))
    second.close()


def test_the_lock_is_free_again_after_closing(path: Path, clock: HeldClock) -> None:
    new_desk(path, clock).close()
    again = open_desk(path, clock)
    assert not again.file.read_only
    again.close()
    assert not path.with_name("fair.eccp.lock").exists()


def test_a_laptop_goes_on_under_its_letter_and_a_copy_gets_another(
    path: Path, clock: HeldClock, tmp_path: Path
) -> None:
    desk = new_desk(path, clock)
    desk.do(FAIR)
    first = desk.file.incarnation
    desk.close()
    desk = open_desk(path, clock)
    desk.do(AddPerson("Rossi"))
    assert desk.file.incarnation == first
    desk.close()
    copy = tmp_path / "copy.eccp"
    copy.write_bytes(path.read_bytes())
    desk = open_desk(copy, clock)
    desk.do(AddPerson("Smith"))
    assert first is not None
    assert desk.file.incarnation is not None
    assert (first.letter, desk.file.incarnation.letter) == ("A", "B")
    desk.close()


def test_an_older_state_put_back_by_hand_gets_another_letter(path: Path, clock: HeldClock) -> None:
    desk = new_desk(path, clock)
    desk.do(FAIR)
    older = path.read_bytes()
    desk.do(AddPerson("Rossi"))
    desk.close()
    path.write_bytes(older)
    desk = open_desk(path, clock)
    desk.do(AddPerson("Smith"))
    assert desk.file.incarnation is not None
    assert desk.file.incarnation.letter == "B"
    desk.close()


def test_clocks_in_the_journal_never_go_back_though_the_laptop_does(desk: Desk, clock: HeldClock) -> None:
    desk.do(AddPerson("Rossi"))
    clock.advance(timedelta(hours=-5))
    desk.do(AddPerson("Smith"))
    ticks = desk.read(
        lambda reading: list(reading.execute(select(JournalUnit.clock).order_by(JournalUnit.number)).scalars())
    )
    assert ticks == sorted(set(ticks))


def test_a_change_names_the_one_it_saw(desk: Desk) -> None:
    person = desk.do(AddPerson("Rossi"))
    desk.do(Rename(0, "Rossini"))

    def names(reading: Reading) -> list[tuple[str, str | None]]:
        query = select(Change.unit_id, Change.position, Change.saw)
        rows = reading.execute(
            query.where(Change.row_id == person, Change.field == "family_name").order_by(Change.unit_id)
        )
        return [(f"{row.unit_id}/{row.position}", row.saw) for row in rows]

    (first, saw_nothing), (_, saw_first) = desk.read(names)
    assert saw_nothing is None
    assert saw_first == first


def test_a_file_of_that_name_is_not_overwritten(path: Path) -> None:
    path.write_text("notes")
    with pytest.raises(Trouble, match="exists already"):
        create_event_file(path)
    assert path.read_text() == "notes"


def test_a_step_counts_though_the_laptop_cannot_note_it(path: Path, clock: HeldClock, home: Path) -> None:
    home.write_text("a file where the settings folder should be")
    desk = new_desk(path, clock)
    heard: list[ChangeSet] = []
    desk.listen(heard.append)
    desk.do(FAIR)
    assert len(heard) == 1
    assert desk.read(count, JournalUnit) == 1
    desk.close()
