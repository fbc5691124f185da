"""What changed is printed again; the frame is changed with what falls out of it in view."""

from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from eccp_desktop.domain.vocabulary import MeetingState
from eccp_desktop.ui.kit.table_view import TableView
from eccp_desktop.ui.pages.event.fall_out_sheet import FallOutSheet
from eccp_desktop.ui.pages.print.page import PrintPage
from eccp_desktop.ui.pages.timetable.page import TimetablePage
from tests.journeys.volunteer import Volunteer


def answer_file_dialog(path: Path) -> None:
    """Type a path into the file dialog that a key is about to open, and press Enter."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog):
            QTimer.singleShot(10, answer)
            return
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        field.setText(str(path))
        QTest.keyClick(field, Qt.Key.Key_Return)

    QTimer.singleShot(0, answer)


def strip_says(volunteer: Volunteer, words: str) -> None:
    """Wait until the strip counts the sheets out of date so."""
    button = volunteer.window.strip._sheets
    volunteer.until(lambda: (button.text() if button.isVisible() else "") == words)


def test_what_changed_is_offered_saved_and_then_nothing_is_out_of_date(volunteer: Volunteer, tmp_path: Path) -> None:
    strip_says(volunteer, "")
    volunteer.press("Ctrl+5")
    grid = volunteer.page(TimetablePage)
    while grid.view.current is None:
        volunteer.press("Right")
    meeting = grid.view.current
    volunteer.press("Del")
    volunteer.hears("is in the tray")
    strip_says(volunteer, "2 sheets out of date")
    volunteer.window.strip._sheets.click()
    printing = volunteer.page(PrintPage)
    job = printing.choices.job()
    assert job is not None
    assert job.changed, "the strip leads to the sheets that it counts"
    printing.choose_everybody()
    volunteer.until(lambda: printing.stale_card.isVisible())
    assert printing.stale_words.text() == "2 sheets are out of date"
    names = [volunteer.hall.diaries[person].name for person in meeting.people]
    assert all(name in printing.stale_names.text() for name in names)
    volunteer.press("Ctrl+Shift+P")
    path = tmp_path / "changed.pdf"
    answer_file_dialog(path)
    volunteer.press("Ctrl+S")
    volunteer.hears("changed.pdf holds 2 pages.")
    pages = [page.extract_text() for page in PdfReader(path).pages]
    assert len(pages) == 2
    assert all("cancelled" in page and "v2" in page for page in pages)
    strip_says(volunteer, "")
    volunteer.until(lambda: not printing.stale_card.isVisible())
    volunteer.until(lambda: printing.previewing.at_rest)


def test_fewer_tables_are_taken_with_what_falls_out_in_view(volunteer: Volunteer) -> None:
    before = volunteer.tables
    volunteer.press("Ctrl+0", "Ctrl+K")
    volunteer.modal()
    volunteer.type("change number")
    volunteer.press("Return")
    volunteer.modal()
    volunteer.type("17")
    volunteer.press("Return")
    volunteer.until(lambda: isinstance(QApplication.activeModalWidget(), FallOutSheet))
    sheet = volunteer.modal()
    falling = sheet.findChild(TableView).rows_model.rows
    assert sheet.windowTitle() == f"{len(falling)} meetings fall out"
    assert {line.table for line in falling} == {18, 19, 20}
    assert volunteer.tables == before, "nothing happens before it is wanted"
    volunteer.press("Escape")
    volunteer.until(lambda: QApplication.activeModalWidget() is None)
    assert volunteer.tables == before
    volunteer.press("Ctrl+K")
    volunteer.modal()
    volunteer.type("change number")
    volunteer.press("Return")
    volunteer.modal()
    volunteer.type("17")
    volunteer.press("Return")
    volunteer.until(lambda: isinstance(QApplication.activeModalWidget(), FallOutSheet))
    volunteer.modal()
    volunteer.press("Tab", "Return")
    volunteer.hears("The hall has 17 tables. ", f"{len(falling)} meetings wait in the tray.")
    hall = volunteer.hall
    assert sum(table.open for table in hall.tables.values()) == 17
    waiting = [meeting for meeting in hall.meetings.values() if meeting.state is MeetingState.UNSCHEDULED]
    assert len(waiting) >= len(falling)
    volunteer.undoes()
    assert volunteer.tables == before
