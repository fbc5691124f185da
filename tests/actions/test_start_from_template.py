"""A new event from a template."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import pytest

from eccp_desktop.actions.start_from_template import StartFromTemplate, TieSpeakers
from eccp_desktop.actions.walk_in import RegisterWalkIn
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.opening import new_desk
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.template import EventTemplate, TemplateSession, TemplateTables
from eccp_desktop.domain.vocabulary import SessionKind
from eccp_desktop.store.reads.hall import hall
from tests.actions.rows import Alter

DAY = date(2016, 4, 25)
FAIR = EventTemplate(
    name="Fair",
    zone="Europe/Berlin",
    sides=("EU", "US"),
    tables=(TemplateTables(1, 2, "Window"), TemplateTables(3, 3, "Gallery", seats=6)),
    sessions=(
        TemplateSession(SessionKind.MATCHMAKING, DAY, time(10), time(11)),
        TemplateSession(SessionKind.SEMINAR, DAY, time(10), time(10, 30), title="Policy", people=("anna@hub.example",)),
    ),
)


@pytest.fixture
def desk(tmp_path: Path, clock: HeldClock) -> Iterator[Desk]:
    desk = new_desk(tmp_path / "fair.eccp", clock)
    yield desk
    desk.close()


def test_slots_and_tables_are_laid_down(desk: Desk) -> None:
    desk.do(StartFromTemplate(FAIR))
    seen = desk.read(hall)
    assert [slot.span.start.time() for slot in seen.slots.values()] == [time(10), time(10, 25)]
    assert [(table.number, table.zone, table.seats) for table in seen.tables.values()] == [
        (1, "Window", 4),
        (2, "Window", 4),
        (3, "Gallery", 6),
    ]


def test_it_is_one_step_that_can_be_undone(desk: Desk) -> None:
    desk.do(StartFromTemplate(FAIR))
    desk.undo()
    assert not desk.read(hall).tables


def test_sessions_that_overlap_are_refused(desk: Desk) -> None:
    twice = TemplateSession(SessionKind.MATCHMAKING, DAY, time(10, 30), time(11, 30))
    with pytest.raises(Refusal, match="sessions_overlap"):
        desk.do(StartFromTemplate(replace(FAIR, sessions=(*FAIR.sessions, twice))))
    assert not desk.read(hall).tables


def test_a_speaker_is_not_free_during_the_seminar_and_is_tied_once(desk: Desk) -> None:
    desk.do(StartFromTemplate(FAIR))
    anna = desk.do(RegisterWalkIn("Anna Rossi", "Smart Grid Hub Forlì"))
    desk.do(Alter("participants", anna, {"email": "anna@hub.example"}))
    assert desk.do(TieSpeakers(FAIR)) == 1
    assert desk.do(TieSpeakers(FAIR)) == 0
    (diary,) = desk.read(hall).diaries.values()
    assert [(busy.span.end, busy.reason) for busy in diary.busy] == [(datetime(2016, 4, 25, 10, 30), "Policy")]
