"""The tab that takes lists in: files are looked at first, and nothing changes before Import is pressed."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout

from eccp_desktop.base.i18n import N_
from eccp_desktop.desk.backup_schedule import back_up_into
from eccp_desktop.domain.incoming import FileKind, RowState
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.ui.kit.buttons import quiet_button
from eccp_desktop.ui.kit.choice_box import ChoiceBox
from eccp_desktop.ui.kit.empty_state import EmptyState
from eccp_desktop.ui.kit.full_or_empty import FullOrEmpty
from eccp_desktop.ui.kit.labels import heading, quiet
from eccp_desktop.ui.kit.table_view import TableView
from eccp_desktop.ui.pages import Page
from eccp_desktop.ui.pages.exchange.file_work import Looked, look_into, write_refused
from eccp_desktop.ui.pages.exchange.notes import (
    KINDS,
    FoundTable,
    NoteLine,
    found_tables,
    note_columns,
    said,
    table_columns,
    taken,
)
from eccp_desktop.ui.pages.one_job import OneJob
from eccp_desktop.ui.texts import sentence
from eccp_desktop.ui.theme import CONTROL, ROW, ROW_LARGE, SPACE_1, SPACE_2, SPACE_4

if TYPE_CHECKING:
    from eccp_desktop.desk.importing import FilesRead, Import

MOST_LINES = 5
HEIGHT_OF_THE_REST = 232
"""Pixels for everything but the lines of the tables: what is chosen, headers, what is said of a file, and two of its rows."""
ENCODINGS = {
    "": N_("Letters as the file says"),
    "utf-8": N_("UTF-8"),
    "cp1252": N_("Western European (1252)"),
    "cp1250": N_("Central European (1250)"),
    "cp1253": N_("Greek (1253)"),
    "cp1251": N_("Cyrillic (1251)"),
}


class ImportTab(FullOrEmpty):
    """Files that were chosen or dropped, with what would become of every row."""

    ready = Signal(int)
    """What is shown can be taken in, and changes so many rows; -1 where nothing is shown."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._job = OneJob(page)
        self._paths: tuple[Path, ...] = ()
        self._read: FilesRead | None = None
        self._done: Import | None = None
        self.setAcceptDrops(True)
        self.kind, self.encoding = ChoiceBox(), ChoiceBox()
        self.kind.addItem(N_("Go by their columns"), None)
        for kind in (FileKind.PEOPLE, FileKind.REQUESTS, FileKind.AVAILABILITY, FileKind.MEETINGS):
            self.kind.addItem(N_("They list: {kind}").format(kind=KINDS[kind]), kind)
        for name, words in ENCODINGS.items():
            self.encoding.addItem(words, name)
        self.tables: TableView[FoundTable] = TableView(
            N_("Tables in the files"),
            table_columns(),
            lambda one: one.order,
            row_height=ROW_LARGE,
            gives_way=("same", "kind", "rows"),
        )
        self.about = heading("")
        self.words = quiet("", wrap=True)
        self.notes: TableView[NoteLine] = TableView(
            N_("Rows to look at"), note_columns(), lambda one: one.order, gives_way=("column", "value")
        )
        self.save = quiet_button(N_("Save refused rows"), self.save_refused, icon="file-x")
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        options = QHBoxLayout()
        options.setSpacing(SPACE_2)
        options.addWidget(quiet_button(N_("Choose other files"), self.choose, icon="folder-open"))
        for box, name in ((self.kind, N_("What the files list")), (self.encoding, N_("Encoding of the files"))):
            box.setAccessibleName(name)
            box.setFixedHeight(CONTROL)
            options.addWidget(box)
        options.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(SPACE_1)
        words.addWidget(self.about)
        words.addWidget(self.words)
        words.addStretch(1)
        about = QHBoxLayout()
        about.setSpacing(SPACE_4)
        about.addLayout(words, 1)
        about.addWidget(self.save, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(SPACE_4)
        column.addLayout(options)
        column.addLayout(self.tables.on_edge())
        column.addLayout(about)
        column.addLayout(self.notes.on_edge(), 1)
        self.empty = EmptyState(
            N_(
                "Choose the lists of the online tool, or drop them here: people, requests, availability, meetings, as XLSX or "
                "CSV. What they would change is shown before anything changes."
            ),
            N_("Choose files"),
            self.choose,
            icon="download-simple",
        )
        self._fill(column, self.empty)
        self._show_full(False)

    def _connect(self) -> None:
        self.kind.activated.connect(self._look_again)
        self.encoding.activated.connect(self._look_again)
        self.tables.selected.connect(self._show_table)

    def choose(self) -> None:
        """Ask for files and look at them."""
        kinds = N_("Lists (*.xlsx *.csv *.txt *.tsv *.json);;All files (*)")
        names, _ = QFileDialog.getOpenFileNames(self, N_("Which files?"), self._folder(), kinds)
        if names:
            self.look_at(map(Path, names))

    def look_at(self, paths: Iterable[Path]) -> None:
        """Read files, and show what taking them in would do."""
        self._paths = tuple(paths)
        self.kind.setCurrentIndex(0)
        self.encoding.setCurrentIndex(0)
        self._look()

    @property
    def shows(self) -> bool:
        """Whether files are shown that can be taken in."""
        return self._read is not None

    @property
    def refused(self) -> int:
        """How many rows of the shown files are refused."""
        return self._done.count(RowState.REFUSED) if self._done is not None else 0

    def take_in(self) -> None:
        """Take in what is shown, as one step; the event is backed up before."""
        if self._read is None:
            return
        read = self._read
        words = N_("Making a backup")
        self._job.start(words, lambda _report, _stopping: back_up_into(self._page.desk), lambda _: self._submit(read))

    def _submit(self, read: "FilesRead") -> None:
        self._page.do(read.intent, lambda answer: said(found_tables(read.became(answer))), lambda _: self.leave())

    def leave(self) -> None:
        """Show no files any more."""
        self._read = self._done = None
        self._show_full(False)
        self.ready.emit(-1)

    def save_refused(self) -> None:
        """Ask where the refused rows go, each with its reason, to be mended and imported again."""
        done = self._done
        if done is None or not self.refused:
            return
        suggestion = self._paths[0].with_name(N_("refused rows") + ".xlsx")
        kinds = N_("Workbook (*.xlsx);;CSV (*.csv)")
        name, _ = QFileDialog.getSaveFileName(self, N_("Where shall they lie?"), str(suggestion), kinds)
        if name:
            path = Path(name) if Path(name).suffix else Path(f"{name}.xlsx")
            work = partial(write_refused, path, done)
            self._job.start(N_("Saving refused rows"), work, self._page.notices.say)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.look_at([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The tables are as high as their lines, as far as there is room for the rows to look at below them."""
        room = (self.height() - HEIGHT_OF_THE_REST) // ROW_LARGE
        lines = max(1, min(self.tables.rows_model.rowCount(), MOST_LINES, room))
        self.tables.setFixedHeight(ROW + lines * ROW_LARGE + SPACE_2)

    def _folder(self) -> str:
        return str(self._paths[0].parent if self._paths else self._page.desk.file.path.parent)

    def _look_again(self) -> None:
        if self._paths:
            self._look()

    def _look(self) -> None:
        work = partial(look_into, self._page.desk, self._paths, self.kind.currentData(), self.encoding.currentData())
        self._job.start(N_("Reading the files"), work, self._show, stoppable=True)

    def _show(self, looked: Looked | Refusal | None) -> None:
        """Show what was found; None where it was stopped. Files that were refused stay chosen, to be read otherwise."""
        if looked is None:
            return
        rows = -1
        if isinstance(looked, Refusal):
            self._read = self._done = None
            self.tables.show_rows(())
            # It stays: what is wrong is mended above, by another encoding or another file.
            self._say(N_("Nothing can be taken in"), sentence(looked))
        else:
            self._read, self._done = looked
            found = found_tables(self._done)
            self.tables.show_rows(found)
            self.tables.select_line(0)
            rows = taken(found)
        for part in (self.tables, self.notes):
            part.setVisible(self.shows)
        self.save.setVisible(bool(self.refused))
        self._fit()
        self._show_full(True)
        (self.tables if self.shows else self.encoding).setFocus()
        self.ready.emit(rows)

    def _show_table(self, table: FoundTable | None) -> None:
        self.notes.show_rows(table.notes if table is not None else ())
        if table is None:
            self._say("", "")
            return
        over = ", ".join(f"“{name}”" for name in table.passed_over)
        said = [N_("Columns that are passed over: {names}.").format(names=over)] if over else []
        said += [] if table.notes else [N_("Every row can be taken in.")]
        self._say(table.result.file, " ".join(said))

    def _say(self, title: str, words: str) -> None:
        self.about.setText(title)
        self.words.setText(words)
        self.words.setVisible(bool(words))
