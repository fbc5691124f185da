"""Undo and redo: everything, across restarts, and in words where later steps stand in the way."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eccp_desktop.actions.intent import Intent
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.opening import new_desk, open_desk
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.store.checking import problems
from tests.store.conftest import FAIR
from tests.store.walking import (
    AddPerson,
    BeAway,
    Meet,
    RemovePerson,
    Rename,
    RotateSeats,
    Speak,
    as_replayed,
    stored,
)

FEW = st.integers(0, 5)
STEPS: st.SearchStrategy[Intent[object]] = st.one_of(
    st.builds(AddPerson, st.sampled_from(["Rossi", "Müller", "Παπαδόπουλος", "O'Neil"])),
    st.builds(Rename, FEW, st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)),
    st.builds(RemovePerson, FEW),
    st.builds(Speak, FEW, st.sampled_from(["de", "it"])),
    st.builds(BeAway, FEW),
    st.builds(Meet, FEW, FEW, FEW, FEW),
    st.just(RotateSeats()),
)


def test_undo_takes_the_step_back_and_redo_makes_it_again(desk: Desk) -> None:
    before = desk.read(stored)
    desk.do(AddPerson("Rossi"))
    after = desk.read(stored)
    assert desk.undo().title == "Add person"
    assert desk.read(stored) == before
    desk.redo()
    assert desk.read(stored) == after


def test_undo_survives_a_restart(path: Path, clock: HeldClock) -> None:
    desk = new_desk(path, clock)
    desk.do(FAIR)
    before = desk.read(stored)
    desk.do(AddPerson("Rossi"))
    desk.close()
    desk = open_desk(path, clock)
    desk.undo()
    assert desk.read(stored) == before
    desk.close()
    desk = open_desk(path, clock)
    desk.redo()
    assert desk.read(stored) != before
    desk.close()


def test_a_new_step_ends_redo(desk: Desk) -> None:
    desk.do(AddPerson("Rossi"))
    desk.undo()
    desk.do(AddPerson("Smith"))
    with pytest.raises(Refusal, match="nothing_to_redo"):
        desk.redo()


def test_a_named_step_is_undone_only_while_it_is_the_latest(desk: Desk) -> None:
    units: list[str] = []
    desk.listen(lambda change: units.append(change.unit))
    desk.do(AddPerson("Rossi"))
    desk.do(AddPerson("Smith"))
    with pytest.raises(Refusal, match="undo_later_first"):
        desk.submit_undo(units[0]).result()
    desk.submit_undo(units[1]).result()


def test_seats_that_moved_round_go_back(desk: Desk) -> None:
    for name in ("Rossi", "Smith", "Lee", "Kim", "Ek", "Roy"):
        desk.do(AddPerson(name))
    desk.do(Meet(0, 1, slot=0, table=0))
    desk.do(Meet(2, 3, slot=0, table=1))
    desk.do(Meet(4, 5, slot=1, table=0))
    before = desk.read(stored)
    desk.do(RotateSeats())
    assert desk.read(stored) != before
    desk.undo()
    assert desk.read(stored) == before


@settings(max_examples=25)
@given(steps=st.lists(STEPS, max_size=14))
def test_any_walk_undone_and_redone_gives_equal_tables_and_the_replay_agrees(
    steps: list[Intent[object]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    clock = HeldClock(datetime(2016, 4, 25, 7, tzinfo=UTC))
    with closing(new_desk(tmp_path_factory.mktemp("walk") / "walk.eccp", clock)) as desk:
        desk.do(FAIR)
        _walk_there_and_back(desk, steps)


def _walk_there_and_back(desk: Desk, steps: list[Intent[object]]) -> None:
    dumps = [desk.read(stored)]
    for step in steps:
        try:
            desk.do(step)
        except Refusal:
            assert desk.read(stored) == dumps[-1]
        if desk.read(stored) != dumps[-1]:
            dumps.append(desk.read(stored))
    assert desk.read(as_replayed) == desk.read(stored)
    for expected in reversed(dumps[:-1]):
        desk.undo()
        assert desk.read(stored) == expected
    for expected in dumps[1:]:
        desk.redo()
        assert desk.read(stored) == expected
    assert desk.read(problems) == []
