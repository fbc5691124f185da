"""Frames in files."""

from datetime import date, time
from pathlib import Path

import pytest

from eccp_desktop.base.resources import database_path
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.vocabulary import SessionKind
from eccp_desktop.exchange.templates import read_template


def test_the_demo_event_has_two_days_a_seminar_and_a_visit() -> None:
    template = read_template(database_path("demo", "frame.toml"))
    assert {session.day for session in template.sessions} == {date(2016, 4, 25), date(2016, 4, 26)}
    assert {SessionKind.SEMINAR, SessionKind.VISIT, SessionKind.MATCHMAKING} <= {one.kind for one in template.sessions}
    assert template.sessions[0].start == time(9)
    assert sum(block.last - block.first + 1 for block in template.tables) == 20


@pytest.mark.parametrize("text", ["name = ", 'zone = "Europe/Berlin"', 'name = "A"\nzone = "B"\ncolour = "red"'])
def test_a_file_that_is_no_frame_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "frame.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Refusal, match="template_unreadable"):
        read_template(path)
