"""Which backup to go back to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eccp_desktop.base.i18n import N_
from eccp_desktop.ui.kit.buttons import primary_button, quiet_button
from eccp_desktop.ui.kit.labels import paragraph
from eccp_desktop.ui.kit.rows_model import Column
from eccp_desktop.ui.kit.sheet import Sheet
from eccp_desktop.ui.kit.table_view import TableView
from eccp_desktop.ui.texts import day_words
from eccp_desktop.ui.theme import ROW

MOST_LINES = 8


@dataclass(frozen=True, slots=True)
class BackupLine:
    """A backup as it is offered. `made` is wall time at the venue; `age` says it in words."""

    path: Path
    made: datetime
    age: str


class RestoreSheet(Sheet):
    """Lists backups, latest first; `chosen` carries the path of one."""

    chosen = Signal(Path)

    def __init__(self, lines: Sequence[BackupLine], parent: QWidget | None = None) -> None:
        super().__init__(N_("Go back to a backup"), parent)
        self.body.addWidget(
            paragraph(
                N_("The event as it is now is kept beside the file, under a name with the time. Nothing is lost.")
            )
        )
        columns: tuple[Column[BackupLine], ...] = (
            Column("made", N_("Made"), _made, strong=True, stretch=True),
            Column("age", N_("Age"), lambda line: line.age, quiet=True, width=140),
        )
        self.backups: TableView[BackupLine] = TableView(N_("Backups"), columns, lambda line: line.path)
        self.backups.setFixedHeight(ROW * (max(1, min(len(lines), MOST_LINES)) + 1) + 2)
        self.backups.show_rows(lines)
        self.backups.opened.connect(self._choose)
        self.body.addLayout(self.backups.on_edge())
        self.button = primary_button(N_("Go back"), self._choose_marked, icon="clock-counter-clockwise")
        self.end_with(quiet_button(N_("Leave it as it is"), self.reject), self.button)
        if lines:
            self.backups.selectRow(0)
        self.backups.setFocus()

    def _choose_marked(self) -> None:
        self._choose(self.backups.row)

    def _choose(self, line: BackupLine | None) -> None:
        if line is not None:
            self.chosen.emit(line.path)
            self.accept()


def _made(line: BackupLine) -> str:
    return f"{day_words(line.made.date())} {line.made.year}, {line.made:%H:%M}"


def age(since: timedelta) -> str:
    """How long ago, in the unit that people would say."""
    minutes = int(since.total_seconds() // 60)
    if minutes < 2:
        return N_("just now")
    if minutes < 120:
        return N_("{n} minutes ago").format(n=minutes)
    if minutes < 48 * 60:
        return N_("{n} hours ago").format(n=minutes // 60)
    return N_("{n} days ago").format(n=minutes // (24 * 60))
