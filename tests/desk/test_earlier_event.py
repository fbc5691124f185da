"""A new event takes over the frame of an earlier one, on other days and without its people."""

from datetime import date
from pathlib import Path

from eccp_desktop.actions.start_from_template import StartFromTemplate
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.earlier_event import frame_of, moved_to
from eccp_desktop.desk.opening import new_desk
from eccp_desktop.store.checking import problems
from eccp_desktop.store.reads.people import people_rows
from eccp_desktop.store.reads.template import template_of
from tests.fairs import FillFair, fair


def test_sessions_move_to_the_new_days_and_nobody_comes_along(tmp_path: Path, clock: HeldClock) -> None:
    earlier = tmp_path / "earlier.eccp"
    fair(earlier, clock, FillFair(people=40, meetings=60, waiting=3)).close()
    frame = frame_of(earlier, clock)
    desk = new_desk(tmp_path / "next.eccp", clock, "MK")
    desk.do(StartFromTemplate(moved_to(frame, "Hannover 2017", date(2017, 4, 24))))
    found = desk.read(template_of)
    assert found is not None
    assert found == moved_to(frame, "Hannover 2017", date(2017, 4, 24))
    assert {session.day for session in found.sessions if session.kind == "matchmaking"} == {
        date(2017, 4, 24),
        date(2017, 4, 25),
    }
    assert [(block.first, block.last) for block in found.tables] == [(1, 24)]
    assert desk.read(people_rows) == ()
    assert desk.read(problems) == []
    desk.close()
