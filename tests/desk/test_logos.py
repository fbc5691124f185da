"""A logo in the event file stands on its papers, and makes none of them out of date."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from eccp_desktop.actions.brief import WriteBrief
from eccp_desktop.actions.edit_people import EditParticipant
from eccp_desktop.actions.event_logo import SetLogo
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.base.trouble import Trouble
from eccp_desktop.cli import run
from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.logos import logo_from
from eccp_desktop.desk.opening import open_desk
from eccp_desktop.desk.papers import Papers, PrintJob
from eccp_desktop.documents.catalogue import CATALOGUE
from eccp_desktop.domain.vocabulary import LogoOwner
from eccp_desktop.store.reads.logos import logos
from tests.documents.logos import SVG, png
from tests.event_day import Guests, Seat, event_desk

OPTIONS = {"certificates": {"whom": "all"}}


@pytest.fixture
def pictures(tmp_path: Path) -> tuple[Path, Path]:
    points, vectors = tmp_path / "event.png", tmp_path / "organiser.svg"
    points.write_bytes(png())
    vectors.write_bytes(SVG)
    return points, vectors


@pytest.fixture
def desk(tmp_path: Path, clock: HeldClock) -> Desk:
    made = event_desk(tmp_path, clock)
    people = made.do(Guests(("Anna Rossi", "Emily Ross")))
    made.do(Seat(people["Anna Rossi"], people["Emily Ross"], slot=0, table=1))
    made.do(EditParticipant(people["Anna Rossi"], "Anna", "Rossi", interpreter_needed="it"))
    made.do(WriteBrief("IT", "Italy", "# Trade\nMuch of it."))
    return made


def drawn(pdf: bytes) -> tuple[int, int]:
    """How many pictures of points and kept drawings the first page uses."""
    things = PdfReader(BytesIO(pdf)).pages[0]["/Resources"]["/XObject"]
    kinds = [things[name]["/Subtype"] for name in things]
    return kinds.count("/Image"), sum("logo-" in name for name in things)


@pytest.mark.parametrize("document", [entry.id for entry in CATALOGUE])
def test_both_logos_stand_on_every_document(desk: Desk, pictures: tuple[Path, Path], document: str) -> None:
    desk.do(logo_from(pictures[0], LogoOwner.EVENT))
    desk.do(logo_from(pictures[1], LogoOwner.ORGANISER))
    pdf = Papers(desk).preview(PrintJob(document, options=OPTIONS.get(document, {}))).pdf
    desk.close()
    assert drawn(pdf) == (1, 1)


def test_a_logo_makes_no_sheet_out_of_date(desk: Desk, pictures: tuple[Path, Path], tmp_path: Path) -> None:
    papers = Papers(desk)
    for entry in CATALOGUE:
        papers.save(PrintJob(entry.id), tmp_path / f"{entry.id}.pdf")
    desk.do(logo_from(pictures[0], LogoOwner.EVENT))
    assert [entry.id for entry in CATALOGUE if papers.stale_sheets(entry.id)] == []
    desk.close()


def test_a_logo_that_cannot_be_drawn_is_left_out(desk: Desk) -> None:
    desk.do(SetLogo(b"\x89PNG\r\n\x1a\n and no more"))
    desk.do(SetLogo(b"<svg and no more", LogoOwner.ORGANISER))
    assert Papers(desk).preview(PrintJob("attendance")).pages == 1
    desk.close()


def test_a_file_that_cannot_be_read_is_trouble(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="could not be read"):
        logo_from(tmp_path / "missing.png", LogoOwner.EVENT)


def test_logos_go_with_the_whole_event(
    desk: Desk, pictures: tuple[Path, Path], tmp_path: Path, clock: HeldClock, capsys: pytest.CaptureFixture[str]
) -> None:
    path = desk.file.path
    desk.close()
    assert run(["logo", str(path), str(pictures[1]), "--of", "organiser"]) == 0
    assert "stands on all papers" in capsys.readouterr().out
    assert run(["logo", str(path), str(path)]) == 1
    assert run(["logo", str(path), "--remove"]) == 1
    assert run(["logo", str(path)]) == 2
    assert run(["export", str(path), "--format", "json", "--out", str(tmp_path / "whole.json")]) == 0
    other = tmp_path / "other.eccp"
    assert run(["new", str(other), "--name", "Other", "--zone", "Europe/Paris", "--day", "2016-04-25"]) == 0
    assert run(["import", str(other), str(tmp_path / "whole.json")]) == 0
    again = open_desk(other, clock)
    assert set(again.read(logos)) == {LogoOwner.ORGANISER}
    again.close()
