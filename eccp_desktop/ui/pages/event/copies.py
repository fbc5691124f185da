"""The tab of copies and of personal data: backups, a copy without names, erasing."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from eccp_desktop.actions.erase_people import ErasePeople
from eccp_desktop.base.i18n import N_
from eccp_desktop.desk.backup_schedule import back_up_into, backups_of
from eccp_desktop.desk.erasing import Erased, erase, forget_copies, holding
from eccp_desktop.desk.masked_copy import make_masked_copy
from eccp_desktop.store.reads.desk_list import DeskPerson
from eccp_desktop.store.reads.event_setting import EventSetting
from eccp_desktop.ui.commands import Command
from eccp_desktop.ui.job import Job
from eccp_desktop.ui.kit.buttons import primary_button, quiet_button
from eccp_desktop.ui.kit.card import Scroll
from eccp_desktop.ui.kit.labels import heading, paragraph, quiet
from eccp_desktop.ui.kit.rows_model import Column
from eccp_desktop.ui.kit.table_view import TableView
from eccp_desktop.ui.pages.event.copies_sheet import CopiesSheet
from eccp_desktop.ui.pages.event.erase_sheet import EraseSheet
from eccp_desktop.ui.pages.one_job import OneJob
from eccp_desktop.ui.texts import day_words
from eccp_desktop.ui.theme import ROW, SPACE_2, SPACE_3, SPACE_4, SPACE_6

if TYPE_CHECKING:
    from eccp_desktop.ui.pages.event.page import EventPage

WIDTH = 640
MOST_LINES = 10

Backup = tuple[datetime, Path]
Made = TypeVar("Made")


class CopiesTab(QWidget):
    """Backups beside the event, latest first, and the buttons that make copies."""

    def __init__(self, page: "EventPage") -> None:
        super().__init__()
        self._page = page
        self._zone = ZoneInfo("UTC")
        self._job = OneJob(page)
        columns: tuple[Column[Backup], ...] = (
            Column("made", N_("Made"), self._made, strong=True, width=260),
            Column("file", N_("File"), lambda one: one[1].name, quiet=True, stretch=True),
        )
        self._table: TableView[Backup] = TableView(N_("Backups"), columns, lambda one: one[1])
        self._where = quiet("", wrap=True)
        now = primary_button(N_("Make a backup now"), self.back_up, icon="floppy-disk")
        elsewhere = quiet_button(N_("Make a backup on a stick"), self.back_up_elsewhere, icon="hard-drive")
        self._masked = quiet_button(N_("Save a copy without names"), self.save_masked, icon="eye-slash")
        self._holding: tuple[Path, ...] = ()
        self._forget = quiet_button("", self.ask_what_is_deleted, icon="warning")
        self._forget.hide()
        backups = QHBoxLayout()
        backups.setSpacing(SPACE_2)
        backups.addWidget(now)
        backups.addWidget(elsewhere)
        backups.addStretch(1)
        words = N_(
            "In a copy without names people and organisations have numbers, and notes, messages and history are left out: to "
            "show the event, to try things out, to report a fault."
        )
        scroll = Scroll()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        column = QVBoxLayout()
        column.setContentsMargins(SPACE_3, 0, SPACE_3, 0)
        column.setSpacing(SPACE_4)
        column.addLayout(backups)
        column.addLayout(self._table.on_edge())
        column.addWidget(self._where)
        column.addSpacing(SPACE_6 - SPACE_4)
        column.addWidget(heading(N_("Personal data")))
        text = paragraph(words)
        text.setMaximumWidth(WIDTH)
        column.addWidget(text)
        personal = QHBoxLayout()
        personal.setSpacing(SPACE_2)
        personal.addWidget(self._masked)
        personal.addWidget(quiet_button(N_("Erase a person"), self.ask_who_is_erased, icon="eraser"))
        personal.addWidget(self._forget)
        personal.addStretch(1)
        column.addLayout(personal)
        scroll.body.addLayout(column)

    def show_setting(self, setting: EventSetting) -> None:
        """Show the backups that are there now."""
        self._zone = ZoneInfo(setting.zone)
        self._look()
        self._look_for_erased()

    def commands(self) -> Sequence[Command]:
        """What can be done about copies."""
        return (
            Command("event.back-up", N_("Make a backup now"), self.back_up, icon="floppy-disk"),
            Command(
                "event.back-up-elsewhere", N_("Make a backup on a stick"), self.back_up_elsewhere, icon="hard-drive"
            ),
            Command("event.erase", N_("Erase a person"), self.ask_who_is_erased, icon="eraser"),
            Command(
                "event.forget-copies",
                N_("Delete copies that hold erased data"),
                self.ask_what_is_deleted,
                icon="warning",
                when=lambda: bool(self._holding),
            ),
            Command("event.masked-copy", N_("Save a copy without names"), self.save_masked, icon="eye-slash"),
        )

    def back_up(self) -> None:
        """Make a backup beside the event."""
        self._start(
            N_("Making a backup"),
            lambda: back_up_into(self._page.desk),
            lambda path: N_("{file} is there.").format(file=path.name),
        )

    def back_up_elsewhere(self) -> None:
        """Ask for a folder, and make a backup there."""
        name = QFileDialog.getExistingDirectory(self, N_("Where shall the backup lie?"), str(Path.home()))
        if name:
            said = N_("{file} is there, in {folder}.")
            self._start(
                N_("Making a backup"),
                lambda: back_up_into(self._page.desk, Path(name)),
                lambda path: said.format(file=path.name, folder=path.parent.name or str(path.parent)),
            )

    def save_masked(self) -> None:
        """Ask where a copy without names shall lie, and write it."""
        own = self._page.desk.file.path
        suggestion = own.with_name(f"{own.stem} without names.eccp")
        name, _ = QFileDialog.getSaveFileName(
            self, N_("Where shall the copy lie?"), str(suggestion), N_("Events (*.eccp)")
        )
        if name:
            path = Path(name) if name.endswith(".eccp") else Path(f"{name}.eccp")
            said = N_("{file} holds {n} people without names.")
            self._start(
                N_("Saving a copy without names"),
                lambda: make_masked_copy(self._page.desk, path),
                lambda people: said.format(file=path.name, n=people),
            )

    def ask_who_is_erased(self) -> None:
        """Ask who is erased, and do it; this is the one thing that has no undo, so the sheet says what it means."""
        sheet = EraseSheet(self._page.signals.people.index.search, self)
        sheet.chosen.connect(self._erase)
        sheet.open()

    def _erase(self, person: DeskPerson) -> None:
        desk, intent = self._page.desk, ErasePeople((person.id,))
        said = N_("{name} is erased.").format(name=person.name)

        def erased(done: Erased) -> str:
            self._show_holding(done.holding)
            return said

        self._start(N_("Erasing"), lambda: erase(desk, intent), erased)

    def _show_holding(self, copies: Sequence[Path]) -> None:
        """Say which copies still hold what was erased, and offer to delete them."""
        self._found(tuple(copies))
        self.ask_what_is_deleted()

    def ask_what_is_deleted(self) -> None:
        """List the copies that still hold what was erased, and ask whether they go."""
        if self._holding:
            sheet = CopiesSheet(self._holding, self)
            sheet.agreed.connect(self._delete)
            sheet.open()

    def _delete(self, copies: tuple[Path, ...]) -> None:
        def deleted(fresh: Path) -> str:
            self._look_for_erased()
            words = N_("1 copy is deleted.") if len(copies) == 1 else N_("{n} copies are deleted.")
            return f"{words.format(n=len(copies))} {N_('{file} holds the event as it is now.').format(file=fresh.name)}"

        self._start(N_("Deleting copies"), lambda: forget_copies(self._page.desk, copies), deleted)

    def _look_for_erased(self) -> None:
        """Look beside the window which copies still hold what was erased."""
        job = Job(lambda _report, _stopping: holding(self._page.desk), self)
        job.done.connect(self._found)
        job.start()

    def _found(self, copies: tuple[Path, ...]) -> None:
        self._holding = copies
        count = len(copies)
        words = N_("Delete 1 copy with erased data") if count == 1 else N_("Delete {n} copies with erased data")
        self._forget.setText(words.format(n=count))
        self._forget.setVisible(bool(copies))

    def _start(self, doing: str, make: Callable[[], Made], said: Callable[[Made], str]) -> None:
        self._job.start(doing, lambda _report, _stopping: make(), lambda made: self._copied(said(made)))

    def _copied(self, words: str) -> None:
        self._look()
        self._page.notices.say(words)

    def _look(self) -> None:
        found = backups_of(self._page.desk)
        self._table.show_rows(found)
        # As high as its lines, so that what is said of them stands below them.
        self._table.setFixedHeight(ROW * (min(len(found), MOST_LINES) + 1) + 2)
        words = N_("They lie in {folder}. “Go back to a backup” (Ctrl+K) puts one in the place of the event.")
        none = N_(
            "There is no backup yet. One is made when the event is opened, every quarter of an hour, and at the end."
        )
        self._where.setText(words.format(folder=found[0][1].parent.resolve()) if found else none)

    def _made(self, one: Backup) -> str:
        local = one[0].astimezone(self._zone)
        return f"{day_words(local.date())} {local.year}, {local:%H:%M}"
