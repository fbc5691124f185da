"""The tab that writes the event's lists for other programs."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.base.progress import Report, Stopping
from eccp_desktop.desk.desk import Desk
from eccp_desktop.ui.kit.buttons import quiet_button
from eccp_desktop.ui.kit.labels import heading, paragraph
from eccp_desktop.ui.pages import Page
from eccp_desktop.ui.pages.one_job import OneJob
from eccp_desktop.ui.theme import SPACE_2, SPACE_3, SPACE_4, SPACE_6

WIDTH = 640
FORMS = {
    "xlsx": (
        N_("Workbook"),
        N_("People, organisations, requests and meetings as sheets of one XLSX file, to read and to sort."),
        N_("Save a workbook"),
        N_("Workbook (*.xlsx)"),
    ),
    "csv": (
        N_("CSV files"),
        N_("The same as plain text, a file for each list, for other programs."),
        N_("Save CSV files"),
        N_("CSV (*.csv)"),
    ),
    "json": (
        N_("Complete event"),
        N_("Everything that the event holds, as JSON: imported into an empty event it gives the same event."),
        N_("Save the complete event"),
        N_("JSON (*.json)"),
    ),
}
"""Per form: what it is called, what it is for, the verb, and the file dialog's words."""


class ExportTab(QWidget):
    """What the event can be written as; each asks for a place and says what was written."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._job = OneJob(page)
        self.masked = QCheckBox(N_("Numbers in the place of names"))
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_3, 0, SPACE_3, 0)
        column.setSpacing(SPACE_2)
        column.addWidget(self.masked)
        column.addSpacing(SPACE_4)
        for form, (title, words, verb, _) in FORMS.items():
            column.addWidget(heading(title))
            text = paragraph(words)
            text.setMaximumWidth(WIDTH)
            column.addWidget(text)
            row = QHBoxLayout()
            row.addWidget(quiet_button(verb, partial(self.export, form), icon="export"))
            row.addStretch(1)
            column.addLayout(row)
            column.addSpacing(SPACE_6 - SPACE_2)
        column.addStretch(1)

    def export(self, form: str) -> None:
        """Ask where it shall lie, and write the event there."""
        own = self._page.desk.file.path
        name, _ = QFileDialog.getSaveFileName(
            self, N_("Where shall it lie?"), str(own.with_suffix(f".{form}")), FORMS[form][3]
        )
        if name:
            path = Path(name) if Path(name).suffix else Path(f"{name}.{form}")
            work = partial(_write, self._page.desk, form, path, self.masked.isChecked())
            self._job.start(N_("Writing {file}").format(file=path.name), work, self._page.notices.say)


def _write(desk: Desk, form: str, path: Path, masked: bool, _report: Report, _stopping: Stopping) -> str:
    # What writes spreadsheets is loaded with the first of them, so that the window's start does not wait for it.
    from eccp_desktop.desk.exporting import ExportFormat, export_event
    from eccp_desktop.desk.masked_copy import masked_desk

    if masked:
        with masked_desk(desk) as copy:
            written = export_event(copy, ExportFormat(form), path)
    else:
        written = export_event(desk, ExportFormat(form), path)
    names = ", ".join(one.name for one in written)
    return N_("{names} in {folder}: {n} rows.").format(names=names, folder=path.parent, n=sum(written.values()))
