"""Boxes at the entrance."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from eccp_desktop.actions.sort_boxes import SortBoxes, box_name
from eccp_desktop.actions.walk_in import RegisterWalkIn
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.store.reads.desk_list import desk_people
from tests.event_day import Guests, event_desk


@pytest.fixture
def desk(tmp_path: Path, clock: HeldClock) -> Iterator[Desk]:
    desk = event_desk(tmp_path, clock)
    yield desk
    desk.close()


def places(desk: Desk) -> dict[str, str]:
    return {person.family_name: f"{person.box}{person.box_position or ''}" for person in desk.read(desk_people)}


def test_people_fill_one_box_after_the_other(desk: Desk) -> None:
    people = desk.do(Guests(("Ada Aalto", "Bo Berg", "Cy Cole")))
    desk.do(SortBoxes(tuple(people.values()), size=2))
    assert places(desk) == {"Aalto": "A1", "Berg": "A2", "Cole": "B1"}


def test_newcomers_go_behind_the_others(desk: Desk) -> None:
    first = desk.do(Guests(("Bo Berg", "Cy Cole")))
    desk.do(SortBoxes(tuple(first.values())))
    later = desk.do(Guests(("Ada Aalto",)))
    desk.do(SortBoxes((*later.values(), *first.values())))
    assert places(desk) == {"Berg": "A1", "Cole": "A2", "Aalto": "A3"}


def test_sorting_anew_moves_everybody_but_walk_ins(desk: Desk) -> None:
    first = desk.do(Guests(("Bo Berg",)))
    desk.do(SortBoxes(tuple(first.values())))
    walk_in = desk.do(RegisterWalkIn("Ida Ek", "Timber Valley", "SE", "EU"))
    later = desk.do(Guests(("Ada Aalto",)))
    desk.do(SortBoxes((*later.values(), *first.values(), walk_in), anew=True))
    assert places(desk) == {"Aalto": "A1", "Berg": "A2", "Ek": "W1"}


def test_box_names_leave_out_the_walk_ins_letter() -> None:
    assert [box_name(index) for index in (0, 21, 22, 24, 25)] == ["A", "V", "X", "Z", "AA"]
