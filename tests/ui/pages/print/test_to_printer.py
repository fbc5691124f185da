"""Printing: beside the window, with copies, at the paper's own size, recorded as it happened."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from eccp_desktop.desk.desk import Desk
from eccp_desktop.desk.papers import Papers, PrintJob, Stopped
from eccp_desktop.store.reads.desk_list import desk_people
from eccp_desktop.store.reads.history import event_history
from eccp_desktop.store.reads.prints import copies
from eccp_desktop.store.unit import Unit
from eccp_desktop.ui.pages.print import PrintPage
from eccp_desktop.ui.pages.print.to_printer import print_pages, print_pdf


@dataclass(frozen=True, slots=True)
class Copies:
    """How many copies each print made."""

    title: ClassVar[str] = "Look"

    def apply(self, unit: Unit) -> list[int]:
        return [one.copies for one in unit.prints.all()]


def into_file(path: Path, copies: int = 1) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setCopyCount(copies)
    return printer


@pytest.mark.parametrize(
    ("document", "paper", "width", "height"),
    [("certificates", "A4 landscape", 842, 595), ("grid", "A3", 1191, 842), ("badges", None, 595, 842)],
)
def test_the_paper_is_that_of_the_document(
    page: PrintPage, desk: Desk, tmp_path: Path, document: str, paper: str | None, width: int, height: int
) -> None:
    options = {"whom": "all"} if document == "certificates" else {}
    pdf = Papers(desk).draw(PrintJob(document, paper=paper, options=options)).pdf
    pages = print_pages(pdf, into_file(tmp_path / "printed.pdf"))
    printed = PdfReader(tmp_path / "printed.pdf").pages
    assert len(printed) == pages
    assert float(printed[0].mediabox.width) == pytest.approx(width, abs=2)
    assert float(printed[0].mediabox.height) == pytest.approx(height, abs=2)


def test_a_label_is_printed_at_its_own_size(page: PrintPage, desk: Desk, tmp_path: Path) -> None:
    pdf = Papers(desk).draw(PrintJob("badges", options={"preset": "62x100"})).pdf
    print_pages(pdf, into_file(tmp_path / "printed.pdf"))
    box = PdfReader(tmp_path / "printed.pdf").pages[0].mediabox
    assert (float(box.width) / 72 * 25.4, float(box.height) / 72 * 25.4) == pytest.approx((62, 100), abs=0.5)


def test_a_printer_that_writes_a_file_gets_the_document_itself(page: PrintPage, desk: Desk, tmp_path: Path) -> None:
    drawn = Papers(desk).draw(PrintJob("schedules"))
    assert print_pdf(drawn.pdf, into_file(tmp_path / "printed.pdf")) == drawn.pages
    assert (tmp_path / "printed.pdf").read_bytes() == drawn.pdf, "words and lines, no pictures of them"


def test_a_stopped_printer_keeps_what_it_has_not_printed(page: PrintPage, desk: Desk, tmp_path: Path) -> None:
    pdf = Papers(desk).draw(PrintJob("schedules")).pdf
    asked = iter((False, True))
    with pytest.raises(Stopped):
        print_pages(pdf, into_file(tmp_path / "printed.pdf"), stopping=lambda: next(asked))


def test_printing_from_the_page_is_recorded_with_who_when_version_and_copies(
    page: PrintPage, qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printer = into_file(tmp_path / "printed.pdf", copies=2)
    monkeypatch.setattr(page.same_printer, "printer", lambda _parent: printer)
    person = desk.read(desk_people)[0].id
    page.show_thing(person)
    page.print_now()
    qtbot.waitUntil(lambda: page._working is None)
    assert "went to the printer" in page.notices.sentence
    prints = desk.read(copies, "schedules")
    assert {one: held.latest.version for one, held in prints.items()} == {person: 1}
    assert desk.rehearse(Copies()) == [2]
    step = desk.read(event_history)[0]
    assert (step.title, step.actor) == ("Print", desk.file.actor)
    page.choose_changed()
    page.print_now()
    qtbot.waitUntil(lambda: page._working is None)
    assert page.notices.sentence.startswith("Nothing changed since the last copies")
    assert desk.read(event_history)[0].unit == step.unit
