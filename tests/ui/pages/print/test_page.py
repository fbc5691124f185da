"""The Print page: what is chosen is what is drawn, saved and recorded; what is out of date comes first."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from eccp_desktop.actions.edit_event import EditEvent
from eccp_desktop.actions.unschedule_meeting import UnscheduleMeeting
from eccp_desktop.base.clock import HeldClock
from eccp_desktop.desk.desk import Desk
from eccp_desktop.documents.catalogue import as_in, document
from eccp_desktop.domain.ids import MeetingId
from eccp_desktop.store.reads.hall import hall
from eccp_desktop.ui.appearance import Appearance
from eccp_desktop.ui.memory import Memory
from eccp_desktop.ui.pages.print import PrintPage
from eccp_desktop.ui.pages.print.choices import Choices
from eccp_desktop.ui.pages.print.page import CHOICES_NARROW
from eccp_desktop.ui.pages.print.remembered import as_chosen, remember
from eccp_desktop.ui.pages.print.same_printer import SamePrinter, printer_of
from eccp_desktop.ui.pages.print.to_printer import print_pages
from eccp_desktop.ui.signals import DeskSignals
from tests.fairs import FillFair


@pytest.fixture
def page(
    qtbot: QtBot, appearance: Appearance, desk: Desk, signals: DeskSignals, clock: HeldClock, memory: Memory
) -> Iterator[PrintPage]:
    desk.do(FillFair(people=12, meetings=20, waiting=0))
    page = PrintPage(desk, signals, clock, memory)
    page.resize(1100, 700)
    page.show()
    page.build()
    qtbot.waitUntil(lambda: page.preview.document.pageCount() > 0)
    yield page
    qtbot.waitUntil(lambda: page.previewing.at_rest)
    page.close()
    page.deleteLater()


def save(page: PrintPage, qtbot: QtBot, path: Path) -> None:
    job = page.choices.job()
    assert job is not None
    page.save_to(job, path)
    qtbot.waitUntil(lambda: page._working is None)


def test_the_first_document_is_previewed_at_once(page: PrintPage) -> None:
    assert page.documents.rows_model.rows[0].id == "schedules"
    assert page.preview.document.pageCount() == 3


def test_saving_everybodys_sheets_makes_one_page_each_and_records_them(
    page: PrintPage, qtbot: QtBot, tmp_path: Path
) -> None:
    save(page, qtbot, tmp_path / "all.pdf")
    assert len(PdfReader(tmp_path / "all.pdf").pages) == 12
    assert "12 pages" in page.notices.sentence
    assert page.stale_card.isHidden()


def test_a_change_makes_exactly_two_sheets_out_of_date_and_choosing_them_prints_those(
    page: PrintPage, qtbot: QtBot, tmp_path: Path, desk: Desk
) -> None:
    save(page, qtbot, tmp_path / "all.pdf")
    meeting = next(one for one in desk.read(hall).meetings.values() if one.seated)
    page.do(UnscheduleMeeting(MeetingId(meeting.id), meant=True))
    qtbot.waitUntil(lambda: page.stale_words.text() == "2 sheets are out of date")
    page.choose_changed()
    save(page, qtbot, tmp_path / "changed.pdf")
    text = "\n".join(one.extract_text() for one in PdfReader(tmp_path / "changed.pdf").pages)
    assert len(PdfReader(tmp_path / "changed.pdf").pages) == 2
    assert "cancelled" in text
    qtbot.waitUntil(page.stale_card.isHidden)


def test_what_is_out_of_date_is_chosen_for_who_comes_for_it(page: PrintPage) -> None:
    page.show_thing("tables")
    page.show_thing("changed")
    job = page.choices.job()
    assert job is not None
    assert (job.document, job.changed) == ("schedules", True)


def test_only_the_tables_that_changed_or_certain_tables_are_printed(
    page: PrintPage, qtbot: QtBot, tmp_path: Path, desk: Desk
) -> None:
    page.show_thing("tables")
    save(page, qtbot, tmp_path / "all.pdf")
    before = len(PdfReader(tmp_path / "all.pdf").pages)
    found = desk.read(hall)
    meetings = [one for one in found.meetings.values() if one.seated]
    tables = [one.table for one in meetings]
    meeting = next(one for one in meetings if tables.count(one.table) > 1)
    number = found.tables[meeting.table].number
    page.do(UnscheduleMeeting(MeetingId(meeting.id), meant=True))
    qtbot.waitUntil(lambda: page.tables_words.text() == f"The sheet of table {number} is out of date")
    page.choose_changed_tables()
    job = page.choices.job()
    assert job is not None
    assert (job.document, job.changed) == ("tables", True)
    save(page, qtbot, tmp_path / "changed.pdf")
    text = "\n".join(one.extract_text() for one in PdfReader(tmp_path / "changed.pdf").pages)
    assert len(PdfReader(tmp_path / "changed.pdf").pages) < before
    assert f"{number}" in text
    qtbot.waitUntil(page.stale_card.isHidden)

    page.choices.choose_whom("certain")
    assert page.choices.job() is None
    field = page.choices._form.field("tables").control
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, f"{number}")
    save(page, qtbot, tmp_path / "one.pdf")
    assert len(PdfReader(tmp_path / "one.pdf").pages) < before
    field.setText("999")
    page.choices.changed.emit()
    qtbot.waitUntil(lambda: "no single table 999" in page.preview._empty.sentence.text())


def test_the_hall_plan_is_asked_for_by_day_and_time(page: PrintPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.documents.selectRow(page.documents.rows_model.row_of("hall-plan"))
    save(page, qtbot, tmp_path / "all.pdf")
    box = page.choices._form.field("slots").control
    assert isinstance(box, QComboBox)
    days = [str(box.itemData(index)) for index in range(box.count())]
    assert days == ["all", "2016-04-25", "2016-04-26"]
    box.setCurrentIndex(1)
    save(page, qtbot, tmp_path / "day.pdf")
    box.setEditText("2016-04-25 10:00")
    box.lineEdit().editingFinished.emit()
    save(page, qtbot, tmp_path / "slot.pdf")
    whole, day, slot = (len(PdfReader(tmp_path / f"{name}.pdf").pages) for name in ("all", "day", "slot"))
    assert whole > day > slot
    page.documents.selectRow(page.documents.rows_model.row_of("grid"))
    page.documents.selectRow(page.documents.rows_model.row_of("hall-plan"))
    assert page.choices.job().options["slots"] == "all"


def test_signs_are_asked_for_by_number(page: PrintPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.documents.selectRow(page.documents.rows_model.row_of("table-signs"))
    page.choices.choose_whom("certain")
    field = page.choices._form.field("tables").control
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "2-3")
    save(page, qtbot, tmp_path / "signs.pdf")
    assert len(PdfReader(tmp_path / "signs.pdf").pages) == 2


def test_the_page_says_how_many_sheets_and_pages_will_come(page: PrintPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.pages_said.text() == "12 sheets, 12 pages")
    page.show_thing("attendance")
    assert page.pages_said.text() == ""
    qtbot.waitUntil(lambda: page.pages_said.text() == "1 page")


def test_what_is_out_of_date_is_said_in_whole(page: PrintPage, qtbot: QtBot, tmp_path: Path, desk: Desk) -> None:
    """At the window's usual width no word of the card is cut off."""
    save(page, qtbot, tmp_path / "all.pdf")
    meeting = next(one for one in desk.read(hall).meetings.values() if one.seated)
    page.do(UnscheduleMeeting(MeetingId(meeting.id), meant=True))
    qtbot.waitUntil(lambda: not page.stale_card.isHidden())
    page.choose_changed()
    save(page, qtbot, tmp_path / "changed.pdf")
    words = page.preview._empty.sentence
    page.preview.say("Every copy in hand is current: nothing to print again.")
    assert words.height() >= words.heightForWidth(words.width()), "the sentence does not end at its colon"
    page.stale_words.setText("5 sheets are out of date: the new ones lie ready")
    page.ready_button.setVisible(True)
    page.stale_card.setVisible(True)
    qtbot.wait(50)
    room = page.stale_card.width()
    assert page.stale_words.wordWrap()
    for button in (page.stale_button, page.ready_button, page.tables_button):
        assert button.sizeHint().width() <= room - 32, button.text()
        assert button.sizeHint().width() <= CHOICES_NARROW - 32, "narrow windows too"


def test_one_persons_sheet_is_as_easy_as_all(page: PrintPage, qtbot: QtBot, tmp_path: Path, desk: Desk) -> None:
    person = next(iter(desk.read(hall).diaries.values()))
    page.show_thing(person.id)
    save(page, qtbot, tmp_path / "one.pdf")
    pages = PdfReader(tmp_path / "one.pdf").pages
    assert len(pages) == 1
    assert person.name.split()[-1] in pages[0].extract_text()


def test_without_a_person_the_page_says_what_is_missing(page: PrintPage, qtbot: QtBot) -> None:
    page.choices.choose_whom("one")
    page.save()
    assert "Choose the person" in page.notices.sentence


def test_what_was_chosen_for_a_document_is_there_again(
    page: PrintPage, qtbot: QtBot, desk: Desk, signals: DeskSignals, clock: HeldClock, memory: Memory
) -> None:
    box = page.choices._box("paper")
    assert box is not None
    box.setCurrentIndex(box.findData("A5"))
    page.documents.selectRow(1)
    page.documents.selectRow(0)
    job = page.choices.job()
    assert job is not None
    assert job.paper == "A5"


def test_an_event_that_goes_to_north_america_is_offered_letter_unless_somebody_chose(
    page: PrintPage, qtbot: QtBot, desk: Desk, memory: Memory
) -> None:
    page.documents.selectRow(2)
    page.do(EditEvent("Fair", "America/New_York", country="US"))
    qtbot.waitUntil(lambda: page.documents.rows_model.rows[0].papers[0] == "Letter")
    assert page.documents.currentIndex().row() == 2
    page.documents.selectRow(0)
    job = page.choices.job()
    assert job is not None
    assert job.paper == "Letter"


def test_what_was_offered_first_elsewhere_does_not_bind_another_event(memory: Memory) -> None:
    schedules = document("schedules")
    remember(memory, "fair", "schedules", "paper", "A4", first="A4")
    assert as_chosen(memory, "fair", as_in(schedules, "US"), "p1").paper == "A4"
    assert as_chosen(memory, "washington", as_in(schedules, "US"), "p1").paper == "Letter"
    remember(memory, "fair", "schedules", "paper", "A5", first="A4")
    assert as_chosen(memory, "washington", as_in(schedules, "US"), "p1").paper == "A5"


def test_pages_reach_a_printer_at_their_own_size(page: PrintPage, qtbot: QtBot, tmp_path: Path, desk: Desk) -> None:
    page.show_thing(next(iter(desk.read(hall).diaries)))
    save(page, qtbot, tmp_path / "one.pdf")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert print_pages((tmp_path / "one.pdf").read_bytes(), printer) == 1
    printed = PdfReader(BytesIO((tmp_path / "printed.pdf").read_bytes()))
    assert len(printed.pages) == 1
    assert float(printed.pages[0].mediabox.width) == pytest.approx(595.3, abs=1)


def test_choices_are_remembered_for_each_event(qtbot: QtBot, memory: Memory) -> None:
    badges = document("badges")
    hannover, washington = Choices(memory, event="hannover"), Choices(memory, event="washington")
    for choices, size in ((hannover, "a6"), (washington, "2x5")):
        qtbot.addWidget(choices)
        choices.show_document(badges)
        box = choices._box("preset")
        assert box is not None
        box.setCurrentIndex(box.findData(size))
    again = Choices(memory, event="hannover")
    qtbot.addWidget(again)
    again.show_document(badges)
    job = again.job()
    assert job is not None
    assert job.options["preset"] == "a6"


def test_a_badge_size_of_one_s_own_is_typed_in(qtbot: QtBot, memory: Memory) -> None:
    choices = Choices(memory, event="hannover")
    qtbot.addWidget(choices)
    choices.show_document(document("badges"))
    box = choices._box("preset")
    assert box is not None
    for typed, taken in (("74x105", "74x105"), ("large", "2x4")):
        box.setEditText(typed)
        job = choices.job()
        assert job is not None
        assert job.options["preset"] == taken


def test_a_printer_is_forgotten_when_its_tick_is_taken_away(qtbot: QtBot, memory: Memory) -> None:
    memory.put("print/printer/badges", "Label printer")
    same = SamePrinter(memory)
    qtbot.addWidget(same)
    same.show_document("schedules")
    assert not same.isChecked()
    same.show_document("badges")
    assert same.isChecked()
    same.setChecked(False)
    assert printer_of(memory, "badges") == ""


def test_a_stopped_drawing_prints_nothing_and_says_so(page: PrintPage, qtbot: QtBot, tmp_path: Path) -> None:
    job = page.choices.job()
    assert job is not None
    page.save_to(job, tmp_path / "all.pdf")
    page.progress.stopped.emit()
    qtbot.waitUntil(lambda: page._working is None)
    assert page.notices.sentence == "Stopped: nothing counts as printed."
    assert not (tmp_path / "all.pdf").exists()
    save(page, qtbot, tmp_path / "all.pdf")
    assert (tmp_path / "all.pdf").exists()


def test_the_first_page_of_a_list_comes_at_once_and_the_others_follow(page: PrintPage, qtbot: QtBot) -> None:
    page.documents.selectRow(page.documents.rows_model.row_of("hall-plan"))
    qtbot.waitUntil(lambda: page.preview.document.pageCount() == 1)
    qtbot.waitUntil(lambda: page.preview.document.pageCount() > 3)


def test_the_desk_prints_as_it_was_chosen_for_this_event(memory: Memory) -> None:
    badges, schedules = document("badges"), document("schedules")
    remember(memory, "fair", "badges", "preset", "62x100")
    remember(memory, "fair", "badges", "test", "yes")
    remember(memory, "fair", "schedules", "paper", "A5")
    remember(memory, "fair", "schedules", "language", "fr")
    remember(memory, "other", "badges", "preset", "a6")
    assert as_chosen(memory, "fair", badges, "p1").options == {"preset": "62x100"}
    assert as_chosen(memory, "other", badges, "p1").options == {"preset": "a6"}
    assert as_chosen(memory, "new", badges, "p1").options == {"preset": "a6"}
    assert as_chosen(None, "fair", badges, "p1").options == {"preset": "2x4"}
    sheet = as_chosen(memory, "fair", schedules, "p1")
    assert (sheet.who, sheet.paper, sheet.language) == (("p1",), "A5", "fr")
    remember(memory, "fair", "badges", "preset", "no size")
    assert as_chosen(memory, "fair", badges, "p1").options == {}
