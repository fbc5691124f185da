"""Always print to this printer: chosen once on the Print page, used there and at the desk without a dialog."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from eccp_desktop.actions.presence import CheckIn
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.base.trouble import Trouble
from eccp_desktop.desk.desk import Desk
from eccp_desktop.store.reads.desk_list import DeskPerson, desk_people
from eccp_desktop.store.reads.history import event_history
from eccp_desktop.store.reads.prints import copies
from eccp_desktop.ui.memory import Memory
from eccp_desktop.ui.pages.desk import one_sheet
from eccp_desktop.ui.pages.desk.sheet_printing import SheetPrinting, SheetReady
from eccp_desktop.ui.pages.print import PrintPage, same_printer


class NamedPrinter(QPrinter):
    """Prints into a file, and has a name as the printers of a system have."""

    def __init__(self, name: str, path: Path) -> None:
        super().__init__(QPrinter.PrinterMode.HighResolution)
        self._name = name
        self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.setOutputFileName(str(path))

    def printerName(self) -> str:
        return self._name


@dataclass(slots=True)
class System:
    """The printers of a computer, each with the files that it printed, and how often a dialog asked for one."""

    folder: Path
    names: set[str] = field(default_factory=lambda: {"Labels", "Laser"})
    wanted: str = "Laser"
    asked: int = 0
    printed: list[Path] = field(default_factory=list)

    def named(self, name: str) -> QPrinter | None:
        if name not in self.names:
            return None
        self.printed.append(self.folder / f"{name} {len(self.printed)}.pdf")
        return NamedPrinter(name, self.printed[-1])

    def ask(self, _title: str, _parent: QWidget) -> QPrinter | None:
        self.asked += 1
        return self.named(self.wanted)

    @property
    def sizes(self) -> list[tuple[int, int]]:
        boxes = [PdfReader(path).pages[0].mediabox for path in self.printed]
        return [(round(float(box.width) / 72 * 25.4), round(float(box.height) / 72 * 25.4)) for box in boxes]


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> System:
    folder = tmp_path / "out"
    folder.mkdir()
    made = System(folder)
    monkeypatch.setattr(same_printer, "ask_for_printer", made.ask)
    monkeypatch.setattr(same_printer, "printer_named", made.named)
    monkeypatch.setattr(one_sheet, "printer_named", made.named)
    return made


def print_badges(page: PrintPage, qtbot: QtBot, person: DeskPerson) -> None:
    page.documents.selectRow(page.documents.rows_model.row_of("badges"))
    page.choices.choose_person(person.id)
    page.print_now()
    qtbot.waitUntil(lambda: page._working is None)
    assert page.notices.sentence == "1 page went to the printer."


def test_the_dialog_comes_once_and_the_desk_prints_there_too(
    page: PrintPage, qtbot: QtBot, desk: Desk, memory: Memory, system: System
) -> None:
    system.wanted = "Labels"
    first, second, third = desk.read(desk_people)[:3]
    page.documents.selectRow(page.documents.rows_model.row_of("badges"))
    page.same_printer.setChecked(True)
    print_badges(page, qtbot, first)
    print_badges(page, qtbot, second)
    assert system.asked == 1, "no dialog any more"
    box = page.choices._box("preset")
    assert box is not None
    box.setCurrentIndex(box.findData("62x100"))

    printing = SheetPrinting(desk, memory, page)
    ready: list[SheetReady] = []
    printing.ready.connect(ready.append)
    printing.print_sheet("badges", third)
    qtbot.waitUntil(lambda: len(ready) == 1)
    assert ready[0].path is None
    assert [path.name.split()[0] for path in system.printed] == ["Labels"] * 3
    assert system.sizes == [(210, 297), (210, 297), (62, 100)], "the desk prints in the size that was chosen"
    assert set(desk.read(copies, "badges")) == {first.id, second.id, third.id}


def test_each_document_has_its_own_printer(page: PrintPage, qtbot: QtBot, desk: Desk, system: System) -> None:
    page.documents.selectRow(page.documents.rows_model.row_of("badges"))
    page.same_printer.setChecked(True)
    print_badges(page, qtbot, desk.read(desk_people)[0])
    page.show_thing(desk.read(desk_people)[0].id)
    assert not page.same_printer.isChecked()
    page.print_now()
    qtbot.waitUntil(lambda: page._working is None)
    assert system.asked == 2


def test_what_the_desk_prints_is_kept_with_who_when_version_and_copies(
    page: PrintPage, qtbot: QtBot, desk: Desk, memory: Memory, clock: HeldClock, system: System
) -> None:
    memory.put("print/printer/schedules", "Laser")
    expected = next(one for one in desk.read(desk_people) if one.presence.value == "expected")
    desk.do(CheckIn(expected.id))
    here = next(one for one in desk.read(desk_people) if one.id == expected.id)
    printing = SheetPrinting(desk, memory, page)
    ready: list[SheetReady] = []
    printing.ready.connect(ready.append)
    printing.print_sheet("schedules", here)
    printing.print_sheet("schedules", here)
    qtbot.waitUntil(lambda: len(ready) == 2)
    prints = desk.read(copies, "schedules")[here.id].printed
    assert [(one.version, one.handed_out is not None, one.at) for one in prints] == [
        (1, True, datetime(2016, 4, 25, 9))
    ] * 2
    step = desk.read(event_history)[0]
    assert (step.title, step.actor) == ("Print", desk.file.actor)
    assert len(system.printed) == 2


def test_a_printer_that_is_gone_is_told_and_nothing_counts_as_printed(
    page: PrintPage, qtbot: QtBot, desk: Desk, memory: Memory, system: System
) -> None:
    memory.put("print/printer/badges", "Labels")
    system.names.clear()
    troubles: list[Trouble] = []
    printing = SheetPrinting(desk, memory, page)
    printing.troubled.connect(troubles.append)
    printing.print_sheet("badges", desk.read(desk_people)[0])
    qtbot.waitUntil(lambda: len(troubles) == 1)
    assert troubles[0].happened == "The printer Labels is not there."
    assert not desk.read(copies, "badges")


def test_printing_can_be_stopped_and_then_counts_as_nothing(
    page: PrintPage, qtbot: QtBot, desk: Desk, system: System
) -> None:
    page.documents.selectRow(page.documents.rows_model.row_of("schedules"))
    page.choose_everybody()
    page.print_now()
    page.progress.stopped.emit()
    qtbot.waitUntil(lambda: page._working is None)
    assert page.notices.sentence == "Stopped: nothing counts as printed."
    assert not desk.read(copies, "schedules")
