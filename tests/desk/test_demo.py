"""The demo event: the main job from end to end."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.demo import EVENT_FILE, make_demo
from eccp_desktop.desk.opening import open_desk
from eccp_desktop.desk.papers import Papers
from eccp_desktop.documents.catalogue import CATALOGUE
from eccp_desktop.store.checking import problems


@pytest.fixture
def told() -> list[tuple[str, str]]:
    return []


@pytest.fixture
def tell(told: list[tuple[str, str]]) -> Callable[[str, str], None]:
    return lambda what, sentence: told.append((what, sentence))


def test_files_become_an_event_a_timetable_papers_exports_and_a_report(
    tmp_path: Path, clock: HeldClock, tell: Callable[[str, str], None], told: list[tuple[str, str]]
) -> None:
    earlier = tmp_path / "demo" / EVENT_FILE
    earlier.parent.mkdir()
    earlier.write_bytes(b"somebody may have worked with it")

    made = make_demo(tmp_path / "demo", clock, tell, seconds=3)

    assert earlier.with_name("hannover-2016-1.eccp").read_bytes() == b"somebody may have worked with it"

    assert [what for what, _ in told][:3] == ["Kept", "Event", "Import"]
    counts = json.loads((tmp_path / "demo" / "report.json").read_text("utf-8"))["counts"]
    assert counts["clusters_by_side"] == {"EU": 51, "US": 49}
    assert counts["countries_by_side"] == {"EU": 15, "US": 1}
    assert counts["participants"]["registered"] == 110
    assert counts["meetings"]["scheduled"] >= 250
    ranking = [one.country for one in made.report.target_countries[:3]]
    assert ranking == ["US", "CN", "CA"]

    for paper in (*made.papers, *made.exports):
        assert paper.exists(), paper
    assert {paper.stem for paper in made.papers} == {one.id for one in CATALOGUE}
    text = "\n".join(page.extract_text() for page in PdfReader(made.papers[1]).pages)
    for name in ("Rossi", "Παπαδοπούλου", "Щерев", "Wiśniowska", "Szűcs-Nagy", "Villaseñor"):
        assert name in text

    desk = open_desk(made.event, clock, read_only=True)
    assert desk.read(problems) == []
    assert Papers(desk).stale_sheets() == ()
    desk.close()
