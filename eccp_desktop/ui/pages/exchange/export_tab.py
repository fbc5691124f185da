"""The tab that writes the event's lists for other programs."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QGridLayout, QVBoxLayout, QWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.base.progress import Report, Stopping
from eccp_desktop.desk.desk import Desk
from eccp_desktop.ui.kit.buttons import quiet_button
from eccp_desktop.ui.kit.card import Scroll
from eccp_desktop.ui.kit.labels import paragraph
from eccp_desktop.ui.pages import Page
from eccp_desktop.ui.pages.one_job import OneJob
from eccp_desktop.ui.theme import SPACE_3, SPACE_4, SPACE_6

FORMS = {
    "xlsx": (
        N_("People, organisations, requests and meetings as sheets of one XLSX file, to read and to sort."),
        N_("Save a workbook"),
        N_("Workbook (*.xlsx)"),
    ),
    "csv": (
        N_("The same as plain text, a file for each list, for other programs."),
        N_("Save CSV files"),
        N_("CSV (*.csv)"),
    ),
    "json": (
        N_("Everything that the event holds, as JSON: imported into an empty event it gives the same event."),
        N_("Save the complete event"),
        N_("JSON (*.json)"),
    ),
}
"""Per form: what it is for, the verb, and the file dialog's words."""


class ExportTab(QWidget):
    """What the event can be written as; each asks for a place and says what was written."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._job = OneJob(page)
        self.masked = QCheckBox(N_("Numbers in the place of names"))
        lines = QGridLayout()
        lines.setHorizontalSpacing(SPACE_4)
        lines.setVerticalSpacing(SPACE_4)
        lines.setColumnStretch(1, 1)
        for line, (form, (words, verb, _)) in enumerate(FORMS.items()):
            button = quiet_button(verb, partial(self.export, form), icon="export")
            lines.addWidget(button, line, 0, Qt.AlignmentFlag.AlignLeft)
            lines.addWidget(paragraph(words), line, 1)
        scroll = Scroll()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        column = QVBoxLayout()
        column.setContentsMargins(SPACE_3, 0, SPACE_3, 0)
        column.setSpacing(SPACE_6)
        column.addLayout(lines)
        column.addWidget(self.masked)
        scroll.body.addLayout(column)

    def export(self, form: str) -> None:
        """Ask where it shall lie, and write the event there."""
        own = self._page.desk.file.path
        name, _ = QFileDialog.getSaveFileName(
            self, N_("Where shall it lie?"), str(own.with_suffix(f".{form}")), FORMS[form][2]
        )
        if name:
            path = Path(name) if Path(name).suffix else Path(f"{name}.{form}")
            work = partial(_write, self._page.desk, form, path, self.masked.isChecked())
            self._job.start(N_("Writing {file}").format(file=path.name), work, self._page.notices.say)


def _write(desk: Desk, form: str, path: Path, masked: bool, _report: Report, _stopping: Stopping) -> str:
    # What writes spreadsheets is loaded with the first of them, so that the window's start does not wait for it.
    from eccp_desktop.desk.exporting import ExportFormat, export_event

    written = export_event(desk, ExportFormat(form), path, masked=masked)
    names = ", ".join(one.name for one in written)
    return N_("{names} in {folder}: {n} rows.").format(names=names, folder=path.parent, n=sum(written.values()))
