"""The Print page itself."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtGui import QResizeEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from eccp_desktop.actions.record_print import HandOutAll
from eccp_desktop.base.i18n import N_
from eccp_desktop.base.progress import Report, Stopping
from eccp_desktop.desk.papers import Document, Papers, PrintJob, SavedDocument, StaleSheet, Stopped
from eccp_desktop.ui.commands import Command
from eccp_desktop.ui.job import Job, Work
from eccp_desktop.ui.kit.buttons import primary_button, quiet_button
from eccp_desktop.ui.kit.card import Card, Scroll
from eccp_desktop.ui.kit.edge_layout import EdgeLayout
from eccp_desktop.ui.kit.labels import Label, quiet
from eccp_desktop.ui.kit.rows_model import Column
from eccp_desktop.ui.kit.table_view import TableView
from eccp_desktop.ui.pages import Page
from eccp_desktop.ui.pages.print.choices import CHANGED, EVERYBODY, Choices
from eccp_desktop.ui.pages.print.preview import Preview
from eccp_desktop.ui.pages.print.previewing import Previewing
from eccp_desktop.ui.pages.print.same_printer import SamePrinter
from eccp_desktop.ui.pages.print.to_printer import print_pdf
from eccp_desktop.ui.pages.print.words import handed_out, out_of_date, pages_of, sent, tables_out_of_date
from eccp_desktop.ui.theme import SPACE_3, SPACE_6

NOTHING_CHANGED = N_("Nothing changed since the last copies: there is nothing to print.")
CATALOGUE_WIDTH, CHOICES_WIDTH = 230, 250
NARROW = 900
"""Pixels of the page's width below which the preview takes from both."""

CATALOGUE_NARROW, CHOICES_NARROW = 204, 216
DOCUMENT_ROW = 44


class PrintPage(Page):
    """Catalogue, choices, preview; "7 sheets are out of date" first."""

    name = "print"
    title = N_("Print")
    icon = "printer"
    touched_by = (
        "event",
        "participant",
        "organisation",
        "meeting",
        "meeting_person",
        "slot",
        "session",
        "session_person",
        "hall_table",
        "table_closure",
        "absence",
        "outcome",
        "logo",
        "brief",
        "print",
    )

    def _create(self) -> None:
        self.papers = Papers(self.desk)
        columns: tuple[Column[Document], ...] = (
            Column("title", N_("Document"), lambda entry: entry.title, stretch=True, strong=True),
        )
        self.documents: TableView[Document] = TableView(
            N_("Documents"), columns, lambda entry: entry.id, row_height=DOCUMENT_ROW, header=False
        )
        self.about = quiet("", wrap=True)
        self.choices = Choices(self.memory, event=self.desk.file.path.stem)
        self.stale_card = Card()
        self.stale_words = Label(strong=True, wrap=True)
        self.stale_names = quiet("", wrap=True)
        self.stale_button = quiet_button(N_("Choose these"), self.choose_changed, icon="arrows-clockwise")
        self.ready_button = quiet_button(N_("Mark handed out"), self.hand_out_ready, icon="hand")
        self.tables_words = Label(strong=True, wrap=True)
        self.tables_button = quiet_button(N_("Choose tables"), self.choose_changed_tables, icon="arrows-clockwise")
        self.same_printer = SamePrinter(self.memory)
        self.preview = Preview()
        self.pages_said = quiet("")
        self.print_button = primary_button(N_("Print"), self.print_now, icon="printer")
        self.save_button = quiet_button(N_("Save as PDF"), self.save, icon="file-pdf")
        self.previewing = Previewing(self.papers, self.choices, self.preview, self)
        self._working: Job | None = None
        self._outdated: tuple[StaleSheet, ...] = ()

    def _arrange(self) -> None:
        self.top.addWidget(self.pages_said)
        self.top.addWidget(self.save_button)
        self.top.addWidget(self.print_button)
        self._person_parts = (self.stale_words, self.stale_names, self.stale_button)
        self._table_parts = (self.tables_words, self.tables_button)
        for part in (*self._person_parts, self.ready_button, *self._table_parts):
            self.stale_card.body.addWidget(part)
        self._column = scroll = Scroll(gap=SPACE_3)
        for widget in (self.stale_card, self.about, self.choices, self.same_printer):
            scroll.body.addWidget(widget)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, SPACE_3, 0)
        row.setSpacing(SPACE_6)
        row.addWidget(self.documents)
        row.addWidget(scroll)
        row.addWidget(self.preview, 1)
        self.body.addLayout(EdgeLayout(whole), 1)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._built:
            self._fit()

    def _fit(self) -> None:
        narrow = self.width() < NARROW
        self.documents.setFixedWidth(CATALOGUE_NARROW if narrow else CATALOGUE_WIDTH)
        self._column.setFixedWidth(CHOICES_NARROW if narrow else CHOICES_WIDTH)

    def _connect(self) -> None:
        self.documents.selected.connect(self._document_chosen)
        self.choices.changed.connect(self.previewing.begin)
        self.previewing.counted.connect(self.pages_said.setText)
        self.signals.sheets.known.connect(self._show_stale)
        self.documents.rows_model.show(self.papers.catalogue)
        self.documents.selectRow(0)

    def _reload(self) -> None:
        if self.papers.catalogue != self.documents.rows_model.rows:  # the event went to another country
            chosen = self.documents.row
            self.documents.rows_model.show(self.papers.catalogue)
            self.documents.selectRow(self.documents.rows_model.row_of(chosen.id) if chosen else 0)
        people = sorted(
            (one for one in self.signals.people.index.people if not one.cancelled), key=lambda one: one.list_name
        )
        self.choices.show_people([(person.id, f"{person.list_name}, {person.organisation}") for person in people])
        self._show_stale()
        self.previewing.begin()

    def _show_stale(self) -> None:
        """What the watch knows: to compare all sheets here would hold up the window."""
        self._outdated = self.signals.sheets.sheets
        tables = self.signals.sheets.tables
        self.stale_card.setVisible(bool(self._outdated or tables))
        for part in self._person_parts:
            part.setVisible(bool(self._outdated))
        for part in self._table_parts:
            part.setVisible(bool(tables))
        self.tables_words.setText(tables_out_of_date(tables))
        ready = sum(sheet.lies_ready for sheet in self._outdated)
        self.ready_button.setVisible(ready > 0)
        self.stale_words.setText(out_of_date(len(self._outdated), ready))
        self.stale_names.setText(
            ", ".join(sheet.name for sheet in self._outdated[:6]) + (" …" if len(self._outdated) > 6 else "")
        )

    def commands(self) -> Sequence[Command]:
        return (
            Command("print.print", N_("Print"), self.print_now, "Ctrl+P", "printer", self._can_print),
            Command("print.save", N_("Save as PDF"), self.save, "Ctrl+S", "file-pdf", self._can_print),
            Command(
                "print.changed",
                N_("Choose only what changed"),
                self.choose_changed,
                "Ctrl+Shift+P",
                "arrows-clockwise",
                lambda: bool(self._outdated),
            ),
        )

    def focus_first(self) -> None:
        self.documents.setFocus()

    def show_thing(self, thing: object) -> None:
        """Choose a document by its id, what is out of date ("changed"), or the sheet of one person."""
        if thing == CHANGED:
            self.choose_changed()
            return
        if any(thing == entry.id for entry in self.papers.catalogue):
            self.documents.selectRow(self.documents.rows_model.row_of(str(thing)))
            return
        self.documents.selectRow(self.documents.rows_model.row_of("schedules"))
        self.choices.choose_person(str(thing))

    def choose_changed(self) -> None:
        """Choose the personal schedules that are out of date."""
        self.documents.selectRow(self.documents.rows_model.row_of("schedules"))
        self.choices.choose_whom(CHANGED)

    def choose_changed_tables(self) -> None:
        """Choose the table sheets that are out of date."""
        self.documents.selectRow(self.documents.rows_model.row_of("tables"))
        self.choices.choose_whom(CHANGED)

    def hand_out_ready(self) -> None:
        """Keep, as one step, that everybody whose current sheet lies ready has taken it."""
        ready = tuple(sheet.person for sheet in self._outdated if sheet.lies_ready)
        if ready:
            self.do(HandOutAll(ready), handed_out(len(ready)))

    def choose_everybody(self) -> None:
        """Choose all sheets of the document."""
        self.choices.choose_whom(EVERYBODY)

    def print_now(self) -> None:
        """Draw the job, send it to a printer, and record that it was printed."""
        job = self._chosen()
        if job is None:
            return
        printer = self.same_printer.printer(self)
        if printer is None:
            return

        def printed(pages: int | None) -> None:
            self.notices.say(NOTHING_CHANGED if pages is None else sent(pages))

        self._start(partial(_print, self.papers, job, printer), printed, N_("Drawing the sheets"))

    def save(self) -> None:
        """Ask for a file and save the job there; that counts as printed."""
        job = self._chosen()
        if job is None:
            return
        folder = self.memory.get("print/folder", str(self.desk.file.path.parent)) if self.memory else ""
        proposed = str(Path(folder) / f"{self.desk.file.path.stem} {job.document}.pdf")
        name, _ = QFileDialog.getSaveFileName(self, N_("Save as PDF"), proposed, N_("PDF files (*.pdf)"))
        if name:
            self.save_to(job, Path(name))

    def save_to(self, job: PrintJob, path: Path) -> None:
        """Save a job in a file."""
        if self.memory is not None:
            self.memory.put("print/folder", str(path.parent))

        def saved(document: SavedDocument | None) -> None:
            if document is None:
                self.notices.say(NOTHING_CHANGED)
            else:
                self.notices.say(N_("{file} holds {pages}.").format(file=path.name, pages=pages_of(document.pages)))

        self._start(partial(_save, self.papers, job, path), saved, N_("Drawing the sheets"))

    def _chosen(self) -> PrintJob | None:
        job = self.choices.job()
        if job is None:
            self.notices.say(self.choices.missing)
        return job

    def _can_print(self) -> bool:
        return self._working is None

    def _document_chosen(self, entry: Document | None) -> None:
        if entry is not None:
            self.about.setText(entry.about)
            self.choices.show_document(entry)
            self.same_printer.show_document(entry.id)
            self.previewing.begin()

    def _start(self, work: Work, done: Callable[..., None], words: str) -> None:
        if self._working is not None:
            return
        self._working = job = Job(partial(_unless_stopped, work), self)
        self.progress.start(words)
        self.progress.stopped.connect(job.stop)
        job.progressed.connect(self.progress.report)
        job.done.connect(lambda result: self._ended(lambda: self._done(done, result)))
        job.refused.connect(lambda refusal: self._ended(lambda: self.refuse(refusal)))
        job.troubled.connect(lambda trouble: self._ended(lambda: self.signals.troubled.emit(trouble)))
        job.broke.connect(self._broke)
        job.start()

    def _ended(self, then: Callable[[], object]) -> None:
        self._working = None
        self.progress.finish()
        then()

    def _done(self, done: Callable[..., None], result: object) -> None:
        if isinstance(result, Stopped):
            self.notices.say(N_("Stopped: nothing counts as printed."))
        else:
            done(result)

    def _broke(self, _problem: BaseException) -> None:
        """A fault, which its thread reports."""
        self._ended(lambda: None)


def _unless_stopped(work: Work, report: Report, stopping: Stopping) -> object:
    """What the work answers, or that it was stopped."""
    try:
        return work(report, stopping)
    except Stopped as stopped:
        return stopped


def _print(papers: Papers, job: PrintJob, printer: QPrinter, report: Report, stopping: Stopping) -> int | None:
    """How many pages went to the printer and are recorded; None where nothing changed."""
    printed = papers.draw(job, report, stopping)
    if job.changed and not printed.sheets:
        return None
    pages = print_pdf(printed.pdf, printer, report, stopping)
    papers.record(printed, printer.copyCount())
    return pages


def _save(papers: Papers, job: PrintJob, path: Path, report: Report, stopping: Stopping) -> SavedDocument | None:
    return papers.save(job, path, report, stopping)
